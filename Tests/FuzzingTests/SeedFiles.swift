import Foundation
import Fuzzing
import Manifests
import TestSupport

/// The seeds of the tests: the examples and previews, not all that the fuzzers begin with.
enum SeedFiles {
  static func corpus() throws -> SeedCorpus {
    let folders = ["examples", "preview"].map { PackageFiles.fixtures.appendingPathComponent($0) }
    let files = try folders.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
        folder.appendingPathComponent($0)
      }
    }
    return SeedCorpus(
      try files.enumerated().map { index, url in
        SourceFile(id: FileID(index), name: url.path, bytes: Array(try Data(contentsOf: url)))
      })
  }
}
