import Foundation
import Fuzzing
import TestSupport
import Testing

/// Every input that ever broke something goes through everything again.
@Suite struct CrasherTests {
  private static var crashers: [URL] {
    let folder = PackageFiles.fixtures.appendingPathComponent("crashers")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { folder.appendingPathComponent($0) }
  }

  @Test(arguments: crashers.map(\.lastPathComponent))
  func holds(_ name: String) throws {
    let url = PackageFiles.fixtures.appendingPathComponent("crashers").appendingPathComponent(name)
    let input = FuzzInput(Array(try Data(contentsOf: url)))
    var probe = PipelineProbe()
    probe.run(input)
    #expect(probe.violations == [])
  }

  @Test func theyAreSmall() throws {
    #expect(!Self.crashers.isEmpty)
    for url in Self.crashers { #expect(try Data(contentsOf: url).count <= 4096, "\(url.lastPathComponent)") }
  }
}
