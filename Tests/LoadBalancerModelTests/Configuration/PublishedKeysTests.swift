import Foundation
import Manifests
import TestSupport
import Testing

@testable import LoadBalancerModel

/// The published files are made from the tables of keys. `ALBPLAN_RECORD=1` writes them anew.
@Suite struct PublishedKeysTests {
  private let isRecording = ProcessInfo.processInfo.environment["ALBPLAN_RECORD"] == "1"

  private func file(_ path: String) -> URL { PackageFiles.root.appendingPathComponent(path) }

  @Test(arguments: ConfigurationSchema.allCases)
  func `the published schema is made from the keys`(schema: ConfigurationSchema) throws {
    let file = file("docs/schema/\(schema.fileName)")
    if isRecording { try schema.text.write(to: file, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: file, encoding: .utf8) == schema.text)
  }

  @Test func `the reference in the documentation is made from the keys`() throws {
    let file = file("docs/context-file.md")
    var text = try String(contentsOf: file, encoding: .utf8)
    let head = text.range(of: ConfigurationReference.begin).map { text[..<$0.lowerBound] } ?? text[...]
    let expected = head + ConfigurationReference.text
    if isRecording {
      try expected.write(to: file, atomically: true, encoding: .utf8)
      text = String(expected)
    }
    #expect(text == expected)
  }

  @Test func `the example in the documentation has no problems`() throws {
    let text = try String(contentsOf: file("docs/context-file.md"), encoding: .utf8)
    let example = try #require(
      text.components(separatedBy: "```yaml\n").dropFirst().first?.components(separatedBy: "```").first)
    let file = ContextFile(SourceFile(id: FileID(0), name: "context.yaml", bytes: Array(example.utf8)))
    #expect(file.problems == [])
    #expect(file.layer.aws.subnets?.count == 2)
    #expect(file.layer.controllerConfiguration().startupRefusal() == nil)
  }

  @Test func `the schemas are JSON`() throws {
    for schema in ConfigurationSchema.allCases {
      let object = try JSONSerialization.jsonObject(with: Data(schema.text.utf8)) as? [String: Any]
      #expect((object?["properties"] as? [String: Any])?["controller"] != nil)
    }
  }

  @Test func `every key, flag and gate is explained once`() {
    func check(_ keys: [ConfigurationKey]) {
      #expect(Set(keys.map(\.name)).count == keys.count)
      for key in keys {
        #expect(key.summary.hasSuffix("."), "\(key.name)")
        switch key.type {
        case .object(let keys), .objects(let keys): check(keys)
        default: break
        }
      }
    }
    check(ConfigurationKey.projectSettings)
    #expect(Set(ControllerFlag.all.map(\.name)).count == ControllerFlag.all.count)
    #expect(ControllerFlag.all.allSatisfy { $0.effect?.hasSuffix(".") ?? true })
    #expect(FeatureGate.allCases.allSatisfy { $0.effect?.hasSuffix(".") ?? true })
  }
}
