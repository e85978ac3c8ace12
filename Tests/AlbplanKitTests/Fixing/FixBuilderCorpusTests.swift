import AlbplanKit
import Foundation
import Manifests
import TestSupport
import Testing

/// What an edit is for changes, and nothing else: tried on the annotations of real manifests and of variants of them.
@Suite struct FixBuilderCorpusTests {
  /// The annotations of all objects of a text, in order; `nil` when it cannot be read whole.
  private func annotations(_ bytes: [UInt8]) -> [[String: String]]? {
    let parsed = parse(SourceFile(id: FileID(0), name: "x", bytes: bytes))
    guard parsed.problems.isEmpty else { return nil }
    let objects = KubernetesObjects([parsed])
    let all = objects.ingresses.map(\.metadata) + objects.services.map(\.metadata)
    return all.map { metadata in
      Dictionary(metadata.annotations.entries.map { ($0.key.value, $0.value.value) }, uniquingKeysWith: { $1 })
    }
  }

  private func applied(_ edit: Finding.Edit, to bytes: [UInt8]) -> [UInt8] {
    let range = IndexedSource(SourceFile(id: FileID(0), name: "x", bytes: bytes)).range(of: edit.span)
    return bytes[..<range.lowerBound] + Array(edit.replacement.utf8) + bytes[range.upperBound...]
  }

  /// Tries each kind of edit on some annotations of a text; tells how many there were.
  private func tryEdits(_ bytes: [UInt8], _ name: String) -> Int {
    let file = SourceFile(id: FileID(0), name: name, bytes: bytes)
    let parsed = parse(file)
    guard let before = annotations(bytes) else { return 0 }
    let objects = KubernetesObjects([parsed])
    let metadata = objects.ingresses.map(\.metadata) + objects.services.map(\.metadata)
    let builder = FixBuilder(file)
    var count = 0
    for (index, metadata) in metadata.enumerated() {
      let entries = metadata.annotations.entries
      for (position, annotation) in entries.enumerated() where position == 0 || position == entries.count - 1 {
        let (key, value) = (annotation.key.value, annotation.value.value)
        guard entries.count(where: { $0.key.value == key }) == 1 else { continue }
        func expect(_ edit: Finding.Edit?, _ what: String, _ change: (inout [String: String]) -> Void) {
          guard let edit else { return }
          count += 1
          var expected = before
          change(&expected[index])
          let after = annotations(applied(edit, to: bytes))
          #expect(after == expected, "\(name): \(what) of \(key) at \(annotation.key.span.start)")
        }
        expect(builder.replaceValue(annotation.value, with: "a: \"b\" 'c'"), "replacing") { $0[key] = "a: \"b\" 'c'" }
        expect(builder.renameKey(annotation.key, to: "albplan.dev/other"), "renaming") {
          $0[key] = nil
          $0["albplan.dev/other"] = value
        }
        expect(builder.deleteEntry(annotation), "deleting") { $0[key] = nil }
        expect(builder.insert("albplan.dev/new", "true", after: annotation), "inserting") {
          $0["albplan.dev/new"] = "true"
        }
      }
    }
    return count
  }

  private static func variants(_ bytes: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    let text = String(decoding: bytes, as: UTF8.self)
    let windows = text.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar == "\n" { result += "\r\n" } else if scalar != "\r" { result.unicodeScalars.append(scalar) }
    }
    let bare = Array(bytes.reversed().drop { $0 == 0x0A }.reversed())
    let marked = [0xEF, 0xBB, 0xBF] + Array("# 🎈 größe\n".utf8) + bytes
    return [
      ("", bytes), (" with CR LF", Array(windows.utf8)), (" without its last line end", bare), (" with a mark", marked),
      (" as JSON", json(bytes, [])), (" as pretty JSON", json(bytes, [.prettyPrinted])),
    ]
  }

  /// The documents as JSON, one after the other.
  private static func json(_ bytes: [UInt8], _ options: JSONSerialization.WritingOptions) -> [UInt8] {
    let documents = parse(SourceFile(id: FileID(0), name: "x", bytes: bytes)).documents
    return documents.flatMap { document -> [UInt8] in
      let text = Array(jsonText(of: document.root).utf8)
      guard !options.isEmpty, let value = try? JSONSerialization.jsonObject(with: Data(text)),
        let pretty = try? JSONSerialization.data(withJSONObject: value, options: options)
      else { return text + [0x0A] }
      return [UInt8](pretty) + [0x0A]
    }
  }

  @Test func theExamplesStayWhatTheyAre() throws {
    for name in ["shop", "game"] {
      let bytes = [UInt8](
        try Data(contentsOf: PackageFiles.root.appendingPathComponent("Fixtures/examples/\(name).yaml")))
      for variant in Self.variants(bytes) { #expect(tryEdits(variant.bytes, name + variant.name) > 0) }
    }
  }

  @Test(.enabled(if: PackageFiles.shared != nil))
  func realManifestsStayWhatTheyAre() throws {
    let shared = try #require(PackageFiles.shared)
    let root = shared.appendingPathComponent("corpus/real")
    let files =
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    var count = 0
    for file in files where ["yaml", "yml", "json"].contains(file.pathExtension) {
      guard let data = try? Data(contentsOf: file), data.count < 50_000 else { continue }
      for variant in Self.variants([UInt8](data)) {
        count += tryEdits(variant.bytes, file.lastPathComponent + variant.name)
      }
    }
    #expect(count > 1000)
  }
}
