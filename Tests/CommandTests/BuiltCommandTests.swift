import Foundation
import TestSupport
import Testing

@testable import albplan

/// The few things that only the built program shows.
@Suite struct BuiltCommandTests {
  private func shell(_ script: String, in workplace: Workplace) throws -> (status: Int32, output: String) {
    try runProgram("/bin/bash", ["-c", script], in: workplace, environment: ["ALBPLAN": builtCommand])
  }

  @Test(arguments: ["shop.yaml", "game.yaml"])
  func theExamplesArePlanned(_ name: String) throws {
    let path = PackageFiles.fixtures.appendingPathComponent("examples/\(name)").path
    let run = try runProgram(builtCommand, [path])
    #expect(run.status == 0)
    #expect(run.output.contains("\nPlan: 1 "))
  }

  @Test func statusAndStreamsAreTheProcesss() throws {
    let workplace = try Workplace()
    #expect(try shell("\"$ALBPLAN\" --nonsense 2>/dev/null", in: workplace) == (2, ""))
    #expect(try shell("\"$ALBPLAN\" --version 2>/dev/null", in: workplace).output.hasPrefix("albplan "))
    #expect(try shell("\"$ALBPLAN\" </dev/null 2>/dev/null", in: workplace) == (2, ""))
  }

  @Test func pipesAndProcessSubstitutionsAreRead() throws {
    let workplace = try Workplace()
    #expect(try shell("echo 'a: 1' | \"$ALBPLAN\" documents", in: workplace).output == "{\"a\":1}\n")
    #expect(try shell("\"$ALBPLAN\" documents <(echo 'a: 1')", in: workplace).output == "{\"a\":1}\n")
    #expect(try shell("echo 'a: 1' > x; \"$ALBPLAN\" documents - < x", in: workplace).output == "{\"a\":1}\n")
  }

  @Test func aReaderThatGoesAwayEndsItQuietly() throws {
    let workplace = try Workplace()
    try workplace.write(
      String(repeating: "a: \(String(repeating: "x", count: 1_000))\n---\n", count: 2_000), to: "x.yaml")
    let run = try shell("\"$ALBPLAN\" documents x.yaml | head -c 5; echo \" ${PIPESTATUS[0]}\"", in: workplace)
    #expect(run.output == "{\"a\": 0\n" || run.output == "{\"a\":\" 0\n")
  }

  @Test func aFullDiskIsTrouble() throws {
    let workplace = try Workplace()
    let run = try shell("\"$ALBPLAN\" --version >/dev/full", in: workplace)
    #expect(run.status == 2)
    #expect(run.output == "albplan: cannot write standard output: no space left on device\n")
  }

  @Test func aFileThatMayNotGrowLeavesTheOriginalAlone() throws {
    let workplace = try Workplace()
    try workplace.write("a: \(String(repeating: "x", count: 100_000))\n", to: "x.yaml")
    try workplace.write("original", to: "out")
    let run = try shell("ulimit -f 8; \"$ALBPLAN\" documents x.yaml -o out", in: workplace)
    #expect(run.status == 2)
    #expect(run.output == "albplan: cannot write \"out\": the file grows too large\n")
    #expect(try workplace.text(of: "out") == "original")
    #expect(try workplace.names() == ["out", "x.yaml"])
  }
}
