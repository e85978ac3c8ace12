import Foundation
import Manifests

/// Folders of the project, found from this file.
enum Folder {
  static let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
  static let fixtures = package.appending(path: "Fixtures")
  /// Test data that lies beside the package on the project's own machines.
  static let shared = package.appending(path: "../shared").standardizedFileURL
  static var hasShared: Bool { FileManager.default.fileExists(atPath: shared.path) }

  /// The files under a folder with one of these extensions, in order.
  static func files(under folder: URL, _ extensions: Set<String>) -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
    return all.compactMap { $0 as? URL }.filter { extensions.contains($0.pathExtension) }.sorted { $0.path < $1.path }
  }
}

func source(_ text: String, name: String = "test.yaml", id: Int = 0) -> SourceFile {
  SourceFile(id: FileID(id), name: name, bytes: Array(text.utf8))
}

func source(_ file: URL) throws -> SourceFile {
  SourceFile(id: FileID(0), name: file.path, bytes: [UInt8](try Data(contentsOf: file)))
}

/// The only document's root.
func root(_ text: String) throws -> YAMLNode {
  let file = parse(source(text))
  guard file.documents.count == 1 else { throw TestFailure("\(file.documents.count) documents: \(file.problems)") }
  return file.documents[0].root
}

/// The objects of one text.
func read(_ text: String) -> KubernetesObjects { readManifests([source(text)]) }

/// The documents as JSON.
func documents(_ text: String) -> [String] { parse(source(text)).documents.map { jsonText(of: $0.root) } }

func problems(_ text: String) -> [ManifestProblem] { parse(source(text)).problems }

struct TestFailure: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

extension SourceSpan {
  /// For example `3:5-3:9`.
  var text: String { "\(start.line):\(start.column)-\(end.line):\(end.column)" }
}

extension SourcePosition {
  /// For example `3:5`.
  var text: String { "\(line):\(column)" }
}
