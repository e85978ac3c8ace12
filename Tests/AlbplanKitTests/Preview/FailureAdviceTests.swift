import Foundation
import LoadBalancerModel
import Testing

@testable import AlbplanKit

@Suite struct FailureAdviceTests {
  /// The codes in the model's sources: the first string of a `BuildFailure`, wherever it is made.
  private func codesInSources() throws -> Set<String> {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/LoadBalancerModel")
    let code = try Regex("BuildFailure\\(\\s*(?:stage: \\.[a-z]+,\\s*)?\"([a-z0-9]+(?:-[a-z0-9]+)*)\"")
    var codes: Set<String> = []
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    for case let file as URL in files! where file.pathExtension == "swift" {
      for match in try String(contentsOf: file, encoding: .utf8).matches(of: code) {
        if let id = match.output[1].substring { codes.insert(String(id)) }
      }
    }
    return codes
  }

  @Test func everyRefusalHasAdviceOfItsOwn() throws {
    let codes = try codesInSources()
    #expect(!codes.isEmpty)
    #expect(codes.subtracting(FailureAdvice.knownCodes) == [])
  }

  @Test func anUnknownCodeGetsGeneralAdvice() {
    #expect(FailureAdvice.text(for: "some-code-of-the-future") == FailureAdvice.general)
  }

  @Test func adviceIsSentences() {
    for code in FailureAdvice.knownCodes {
      let text = FailureAdvice.table[code] ?? ""
      #expect(text.hasSuffix(".") && text.first?.isUppercase == true, "\(code)")
    }
  }
}
