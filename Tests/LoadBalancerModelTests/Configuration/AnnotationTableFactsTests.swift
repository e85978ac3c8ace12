import Foundation
import Testing

@testable import LoadBalancerModel

/// The annotation table against the collected facts, where these lie beside the package.
@Suite struct AnnotationTableFactsTests {
  private static let facts = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/facts")
  static let versions = facts.appendingPathComponent("versions.yaml")
  static let isThere = FileManager.default.fileExists(atPath: versions.path)

  /// The lines of one entry, by its key.
  private func entries(_ file: String) throws -> [String: [String]] {
    let text = try String(contentsOf: Self.facts.appendingPathComponent(file), encoding: .utf8)
    var entries: [String: [String]] = [:]
    var key: String?
    for line in text.split(separator: "\n") {
      if line.hasPrefix("- name: ") {
        key = line.dropFirst(8).replacingOccurrences(of: "$", with: "")
      } else if !line.hasPrefix(" ") {
        key = nil
      }
      if let key { entries[key, default: []].append(String(line)) }
    }
    return entries.filter { $0.key.contains("/") }
  }

  private func value(_ name: String, in lines: [String]?) -> String? {
    lines?.first { $0.hasPrefix("  \(name): ") }.map { String($0.dropFirst(4 + name.count)) }
  }

  @Test(.enabled(if: isThere), arguments: ["ingress-annotations.yaml", "service-annotations.yaml"])
  func knowsEveryAnnotation(_ file: String) throws {
    let table = file.hasPrefix("ingress") ? AnnotationDefinition.Ingress.all : AnnotationDefinition.Service.all
    let entries = try entries(file)
    #expect(Set(entries.keys) == Set(table.map(\.key)))
    for definition in table {
      let facts = entries[definition.key]
      #expect(
        value("deprecated", in: facts) == String(definition.isDeprecated) || definition.isInTreeOnly,
        "\(definition.key)")
      if let type = value("type", in: facts), type != "enum", !definition.isInTreeOnly {
        if case .oneOf = definition.type { continue }
        #expect("\(definition.type)" == type, "\(definition.key)")
      }
      if let merge = value("merge", in: facts) {
        let own: AnnotationDefinition.Merge =
          switch merge {
          case "exclusive": .exclusive
          case "merge": .combined
          default: .own
          }
        #expect(definition.merge == own, "\(definition.key)")
      }
      let field = value("class_params_override", in: facts)
      #expect(field == nil || field == definition.classParametersField ?? "null", "\(definition.key)")
    }
  }

  @Test(.enabled(if: isThere)) func knowsSinceWhenEachIsRead() throws {
    let text = try String(contentsOf: Self.facts.appendingPathComponent("versions.yaml"), encoding: .utf8)
    var key: String?
    var count = 0
    for line in text.split(separator: "\n") {
      if line.hasPrefix("  "), !line.hasPrefix("   "), line.contains("/"), line.hasSuffix(":") {
        key = line.dropFirst(2).dropLast().replacingOccurrences(of: "'", with: "")
      } else if !line.hasPrefix("    ") {
        key = nil
      }
      guard let key, line.hasPrefix("    since: v"), let since = ControllerVersion(line.dropFirst(11)) else { continue }
      // Families are written with other words in their braces.
      let fixed = key.split(separator: "{").first.map(String.init) ?? key
      let definition = AnnotationCatalogue.standard.definitions.first {
        $0.fixedPart == fixed && $0.isFamily == key.contains("{")
      }
      guard let definition else { continue }
      count += 1
      #expect(definition.since == since, "\(key)")
      #expect(definition.removed == nil)
    }
    #expect(count > 120)
  }
}
