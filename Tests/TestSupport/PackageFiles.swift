package import Foundation

/// The files of the package, found from this source file's own place.
package enum PackageFiles {
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  package static let fixtures = root.appendingPathComponent("Fixtures")
  /// The larger sets of cases, where they stand beside the package; `nil` elsewhere.
  package static var shared: URL? {
    let url = root.appendingPathComponent("../shared").standardizedFileURL
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  package static func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }
}
