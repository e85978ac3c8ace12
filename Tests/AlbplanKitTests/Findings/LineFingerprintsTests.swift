import Testing

@testable import AlbplanKit

/// The vectors are those of github/codeql-action's own tests.
@Suite struct LineFingerprintsTests {
  private func fingerprints(_ text: String) -> [UInt32: String] {
    LineFingerprints(Array(text.utf8), of: Set(1...20)).lines
  }

  @Test func anEmptyFileHasOneLine() {
    #expect(fingerprints("") == [1: "c129715d7a2bc9a3:1"])
  }

  @Test func blanksAndTabsDoNotCount() {
    let expected: [UInt32: String] = [
      1: "271789c17abda88f:1", 2: "54703d4cd895b18:1", 3: "180aee12dab6264:1", 4: "a23a3dc5e078b07b:1",
    ]
    #expect(fingerprints(" a\nb\n  \t\tc\n d") == expected)
  }

  @Test func equalHashesAreNumbered() {
    let text = String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10)
    let expected: [UInt32: String] = [
      1: "a7f2ff13bc495cf2:1", 2: "a7f2ff13bc495cf2:2", 3: "a7f2ff13bc495cf2:3", 4: "a7f2ff13bc495cf2:4",
      5: "a7f2ff13bc495cf2:5", 6: "a7f2ff13bc495cf2:6", 7: "a7f2ff1481e87703:1", 8: "a9cf91f7bbf1862b:1",
      9: "55ec222b86bcae53:1", 10: "cc97dc7b1d7d8f7b:1", 11: "c129715d7a2bc9a3:1",
    ]
    #expect(fingerprints(text) == expected)
    #expect(fingerprints(text.split(separator: "\n").map { $0 + "\r\n" }.joined()) == expected)
  }
}
