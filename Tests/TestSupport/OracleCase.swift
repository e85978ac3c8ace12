import AlbplanKit
package import Foundation
import LoadBalancerModel
import Manifests

/// Manifests, a context, and what the controller itself answered to them.
package struct OracleCase: Sendable, CustomStringConvertible {
  package var name: String
  package var manifests: String
  package var context: String?
  /// The answer as JSON text.
  package var expected: Data

  package var description: String { name }

  /// The cases of `Fixtures/oracle/v3.5.0/{set}.jsonl`.
  package static func packed(_ set: String) throws -> [OracleCase] {
    let folder = PackageFiles.fixtures.appendingPathComponent("oracle/v3.5.0")
    let contexts =
      try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appendingPathComponent("contexts.json")))
      as? [String] ?? []
    return try lines(of: folder.appendingPathComponent("\(set).jsonl")).compactMap { record in
      guard let name = record["case"] as? String, let manifests = record["manifests"] as? String,
        let expected = record["expected"]
      else { return nil }
      return OracleCase(
        name: name, manifests: manifests, context: (record["context"] as? Int).map { contexts[$0] },
        expected: try JSONSerialization.data(withJSONObject: expected))
    }
  }

  /// The cases of a folder: one folder each, with `manifests.yaml`, `context.yaml` and `expected.json`.
  package static func folder(_ url: URL) throws -> [OracleCase] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted().compactMap { name in
      let folder = url.appendingPathComponent(name)
      let answer = folder.appendingPathComponent("expected.json")
      guard FileManager.default.fileExists(atPath: answer.path) else { return nil }
      let context = folder.appendingPathComponent("context.yaml")
      return OracleCase(
        name: name, manifests: try PackageFiles.text(folder.appendingPathComponent("manifests.yaml")),
        context: FileManager.default.fileExists(atPath: context.path) ? try PackageFiles.text(context) : nil,
        expected: try Data(contentsOf: answer))
    }
  }

  /// The cases of a file whose lines name files of the corpus.
  package static func corpus(_ url: URL, files: URL) throws -> [OracleCase] {
    try lines(of: url).compactMap { record in
      guard let file = record["file"] as? String, let expected = record["expected"] else { return nil }
      return OracleCase(
        name: file, manifests: try PackageFiles.text(files.appendingPathComponent(file)), context: nil,
        expected: try JSONSerialization.data(withJSONObject: expected))
    }
  }

  private static func lines(of url: URL) throws -> [[String: Any]] {
    try PackageFiles.text(url).split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  /// The first difference between the controller's answer and ours; `nil` when they are the same.
  package func difference() throws -> String? {
    let file = SourceFile(id: FileID(0), name: "manifests.yaml", bytes: Array(manifests.utf8))
    let objects = KubernetesObjects([parse(file)])
    let layer = context.map {
      ContextFile(SourceFile(id: FileID(0), name: "context.yaml", bytes: Array($0.utf8))).layer
    }
    var bytes: [UInt8] = []
    _ = ModelReport.write(Pipeline(world: World(objects: objects, layer: layer ?? ConfigurationLayer()))) {
      bytes += $0
    }
    guard let answer = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
      let expected = try JSONSerialization.jsonObject(with: expected) as? [String: Any]
    else { return "no JSON object" }
    return ModelComparison.difference(expected: expected, answer: answer)
  }

  /// Whether the answer holds a value that nobody can work out from the manifests, although it is no
  /// `(known after apply)`: a map whose keys are hashed with the names of the clusters that were asked, or the ARN of a
  /// trust store that the manifests give by name.
  package func asksForUnknowableValues() throws -> Bool {
    guard context == nil else { return false }
    return asksForUnknowableValues(try JSONSerialization.jsonObject(with: expected), under: "")
  }

  private func asksForUnknowableValues(_ value: Any, under key: String) -> Bool {
    switch value {
    case let object as [String: Any]:
      if key == "TargetGroups", object.values.contains(where: { $0 as? String == PlanNode.knownAfterApply }) {
        return true
      }
      return object.contains { asksForUnknowableValues($0.value, under: $0.key) }
    case let list as [Any]: return list.contains { asksForUnknowableValues($0, under: key) }
    case let text as String:
      return key == "trustStoreArn" && text != PlanNode.knownAfterApply && !text.isEmpty && !manifests.contains(text)
    default: return false
    }
  }
}
