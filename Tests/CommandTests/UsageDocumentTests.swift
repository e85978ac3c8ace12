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

  /// `ALBPLAN_RECORD=1` writes the screen anew.
  @Test func theReadmeShowsWhatLintPrints() throws {
    let file = PackageFiles.root.appendingPathComponent("README.md")
    var readme = try String(contentsOf: file, encoding: .utf8)
    let run = try runProgram(
      "/usr/bin/env", ["-C", PackageFiles.root.path, "COLUMNS=100", builtCommand, "lint", "Fixtures/lint/shop.yaml"])
    #expect(run.status == 1)
    let start = try #require(readme.range(of: "<!-- written by a test -->\n"))
    let end = try #require(readme.range(of: "<!-- end -->\n"))
    let screen = "```\n\(run.output)```\n"
    if ProcessInfo.processInfo.environment["ALBPLAN_RECORD"] == "1" {
      readme.replaceSubrange(start.upperBound..<end.lowerBound, with: screen)
      try Data(readme.utf8).write(to: file)
    }
    #expect(readme.contains(screen))
  }

  @Test func theReadmeAndCIRunTheSameTests() throws {
    let readme = try String(contentsOf: PackageFiles.root.appendingPathComponent("README.md"), encoding: .utf8)
    let script = try String(contentsOf: PackageFiles.root.appendingPathComponent(".ci/run"), encoding: .utf8)
    let command = try #require(script.split(separator: "\n").last { $0.hasSuffix("swift test") })
    #expect(readme.contains("\n\(command)\n"))
  }
}
