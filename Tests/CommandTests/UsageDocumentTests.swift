import Foundation
import TestSupport
import Testing

@testable import albplan

@Suite struct UsageDocumentTests {
  @Test func theDocumentSaysWhatTheCommandSays() throws {
    let document = try String(contentsOf: PackageFiles.root.appendingPathComponent("docs/usage.md"), encoding: .utf8)
    #expect(
      document == albplan(["help", "--format", "markdown"]).output,
      "write it anew: swift run albplan help --format markdown --output docs/usage.md")
  }

  @Test func theReadmeAndCIRunTheSameTests() throws {
    let readme = try String(contentsOf: PackageFiles.root.appendingPathComponent("README.md"), encoding: .utf8)
    let script = try String(contentsOf: PackageFiles.root.appendingPathComponent(".ci/run"), encoding: .utf8)
    let command = try #require(script.split(separator: "\n").last { $0.hasSuffix("swift test") })
    #expect(readme.contains("\n\(command)\n"))
  }
}
