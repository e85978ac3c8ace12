import AlbplanKit
import Foundation
import Manifests
import Testing

@Suite struct UnifiedDiffTests {
  private func patch(_ old: String, _ new: String, path: String = "a.yaml", hiding secret: String? = nil) -> String {
    let (before, after) = (SampleText(old), SampleText(new))
    let patch = UnifiedDiff.write(
      from: ReportSource(before.file, hiding: secret.map { [before.span(of: $0)] } ?? []),
      to: ReportSource(after.file, hiding: secret.map { [after.span(of: $0)] } ?? []), path: path)
    return String(decoding: patch, as: UTF8.self)
  }

  private func lines(_ range: ClosedRange<Int>, changing changed: [Int: String] = [:]) -> String {
    range.map { (changed[$0] ?? "line \($0)") + "\n" }.joined()
  }

  @Test func showsThreeLinesAroundAChange() {
    #expect(
      patch(lines(1...9), lines(1...9, changing: [5: "new"])) == """
        --- a/a.yaml
        +++ b/a.yaml
        @@ -2,7 +2,7 @@
         line 2
         line 3
         line 4
        -line 5
        +new
         line 6
         line 7
         line 8

        """)
  }

  @Test func joinsChangesThatAreNear() {
    #expect(patch(lines(1...20), lines(1...20, changing: [5: "x", 11: "y"])).contains("@@ -2,13 +2,13 @@"))
    let apart = patch(lines(1...30), lines(1...30, changing: [5: "x", 13: "y"]))
    #expect(apart.contains("@@ -2,7 +2,7 @@") && apart.contains("@@ -10,7 +10,7 @@"))
  }

  @Test func showsRemovedAndAddedLines() {
    #expect(patch("a\nb\nc\n", "a\nc\n") == "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,3 +1,2 @@\n a\n-b\n c\n")
    #expect(patch("a\nc\n", "a\nb\nc\n") == "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,2 +1,3 @@\n a\n+b\n c\n")
    #expect(patch("a\n", "") == "--- a/a.yaml\n+++ b/a.yaml\n@@ -1 +0,0 @@\n-a\n")
  }

  @Test func marksAMissingLastLineEnd() {
    #expect(
      patch("a\nb", "a\nc") == """
        --- a/a.yaml
        +++ b/a.yaml
        @@ -1,2 +1,2 @@
         a
        -b
        \\ No newline at end of file
        +c
        \\ No newline at end of file

        """)
  }

  @Test func isEmptyWhenNothingChanged() { #expect(patch("a\n", "a\n") == "") }

  @Test func writesUnusualNamesAsGitDoes() {
    #expect(patch("a\n", "b\n", path: "my file.yaml").hasPrefix("--- a/my file.yaml\t\n+++ b/my file.yaml\t\n"))
    #expect(
      patch("a\n", "b\n", path: "gr\u{F6}\u{DF}e\".yaml").hasPrefix("--- \"a/gr\\303\\266\\303\\237e\\\".yaml\"\n"))
  }

  @Test func doesNotShowValuesOfSecrets() {
    let old = "a\nkey: hunter2\nb\nc # x\n"
    #expect(
      patch(old, "a\nkey: hunter2\nb\nc\n", hiding: "hunter2")
        == "--- a/a.yaml\n+++ b/a.yaml\n@@ -3,2 +3,2 @@\n b\n-c # x\n+c\n")
    let changed = patch("key: hunter2 # x\n", "key: hunter2\n", hiding: "hunter2")
    #expect(changed.contains("-key: ******* # x\n+key: *******\n") && !changed.contains("hunter2"))
  }

  /// `patch` makes the new text of the old one, for random changes of every shape.
  @Test func patchAppliesIt() throws {
    var random = SplitMix(state: 7)
    for _ in 0..<40 {
      let count = Int(random.next() % 60)
      let old = (0..<count).map { _ in ["a: 1", "b", "", "  c", "}", "ä"][Int(random.next() % 6)] }
      var new = old
      for _ in 0..<Int(random.next() % 6) {
        let place = Int(random.next() % UInt64(new.count + 1))
        if random.next() % 2 == 0, place < new.count {
          new.remove(at: place)
        } else {
          new.insert("new \(place)", at: place)
        }
      }
      let end = random.next() % 3 == 0 ? "" : "\n"
      let (before, after) = (old.joined(separator: "\n") + end, new.joined(separator: "\n") + end)
      #expect(try applied(patch(before, after), to: before) == after)
    }
  }

  private func applied(_ patch: String, to text: String) throws -> String {
    if patch.isEmpty { return text }
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("albplan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let file = directory.appendingPathComponent("a.yaml")
    try Data(text.utf8).write(to: file)
    let patchFile = directory.appendingPathComponent("fix.patch")
    try Data(patch.utf8).write(to: patchFile)
    let git = Process()
    git.executableURL = URL(fileURLWithPath: "/usr/bin/git")
    git.arguments = ["apply", "--whitespace=nowarn", patchFile.path]
    git.currentDirectoryURL = directory
    try git.run()
    git.waitUntilExit()
    #expect(git.terminationStatus == 0, "git does not take this patch:\n\(patch)")
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}

/// A small generator whose numbers are the same in every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
