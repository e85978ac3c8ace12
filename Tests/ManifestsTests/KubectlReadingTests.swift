import Foundation
import Manifests
import Testing

/// What kubectl's own reader answered to pieces of YAML and JSON.
@Suite struct KubectlReadingTests {
  @Test(arguments: Case.all(in: Folder.fixtures.appending(path: "yaml/kubectl.jsonl")))
  func theDocumentsAreThoseThatKubectlReads(_ example: Case) throws { try example.check() }

  @Test(.enabled(if: Folder.hasShared))
  func theSharedCasesAreReadAlike() throws {
    for example in Case.all(in: Folder.shared.appending(path: "conformance/yaml.jsonl")) { try example.check() }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// As JSON with sorted keys.
    var documents: [String]
    var isRefused: Bool

    var testDescription: String { name }

    static func all(in file: URL) -> [Case] {
      let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
      return lines.compactMap { line in
        guard let fields = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
          let name = fields["case"] as? String, let text = fields["yaml"] as? String,
          let documents = fields["documents"] as? [Any]
        else { return nil }
        return Case(
          name: name, text: text, documents: documents.map(canonical), isRefused: fields["errors"] != nil)
      }
    }

    func check() throws {
      let file = parse(source(text))
      let read = try file.documents.map { document in
        let json = jsonText(of: document.root)
        return canonical(try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed))
      }
      let refusals = file.problems.filter { ![.duplicateKey, .ignoredText].contains($0.kind) }
      if isRefused {
        // kubectl stops at the first broken document; the others are read here all the same.
        #expect(Array(read.prefix(documents.count)) == documents, "\(name)")
        #expect(!refusals.isEmpty, "\(name)")
      } else {
        #expect(read == documents, "\(name)")
        #expect(refusals.isEmpty, "\(name)")
      }
    }
  }
}

/// A JSON value as text, so that true and 1 differ.
private func canonical(_ value: Any) -> String {
  let data = try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed])
  return data.map { String(decoding: $0, as: UTF8.self) } ?? "not JSON"
}
