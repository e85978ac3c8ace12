import Foundation
import TestSupport
import Testing

/// The examples in `docs/output-formats.md` are golden previews. `ALBPLAN_RECORD=1` renews them.
@Suite struct OutputFormatsDocumentTests {
  @Test func examplesAreRealOutput() throws {
    let page = PackageFiles.root.appending(path: "docs/output-formats.md")
    let lines = try PackageFiles.text(page).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var renewed: [String] = []
    var isInExample = false
    for line in lines {
      if line == "<!-- end of example -->" { isInExample = false }
      if !isInExample { renewed.append(line) }
      guard line.hasPrefix("<!-- example: ") else { continue }
      isInExample = true
      let path = String(line.dropFirst(14).dropLast(4))
      let example = try PackageFiles.text(PackageFiles.root.appending(path: path))
      renewed +=
        ["```"] + example.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast() + ["```"]
    }
    let text = renewed.joined(separator: "\n")
    if PreviewFixture.isRecording { try Data(text.utf8).write(to: page) }
    #expect(try text == PackageFiles.text(page))
  }
}
