import Foundation
import Manifests
import Testing

@Suite(.enabled(if: Shared.isThere)) struct ConformanceReadingTests {
  @Test func allCasesAreRead() throws {
    var kinds: [String: Int] = [:]
    for set in ["edge", "random", "preview"] {
      let folder = Shared.conformance.appending(path: set)
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "\(name)/manifests.yaml")))
        let objects = readManifests([SourceFile(id: FileID(0), name: name, bytes: bytes)])
        for problem in objects.problems {
          kinds[problem.kind.rawValue, default: 0] += 1
          print(name, problem.kind, problem.span.start, problem.message)
        }
      }
    }
    print(kinds)
  }
}

/// What lies beside the package on the project's machines.
enum Shared {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared")
    .standardizedFileURL
  static let conformance = folder.appending(path: "conformance")
  static var isThere: Bool { FileManager.default.fileExists(atPath: conformance.path) }
}
