import AlbplanKit
import Foundation
import LoadBalancerModel
import TestSupport
import Testing

/// The catalogue of mistakes, M001 to M166, entry by entry: `Fixtures/mistakes` shows each that manifests, or manifests
/// with a context, can show.
@Suite struct MistakeTests {
  /// What can be seen from neither manifests nor a context file.
  private static let invisible: [String: String] = [
    "M130": "the tags of security groups of one network interface; neither manifests nor a context tell of interfaces",
    "M140": "an attribute that was removed; only a comparison with the manifest before shows it",
    "M141": "an annotation that was removed; only a comparison with the manifest before shows it",
    "M146": "what somebody thinks a name will be; the plan prints the name",
    "M162": "a change of a Service's type; only a comparison with the manifest before shows it",
    "M165": "an upgrade; the plans of two releases show it",
    "M166": "a move to the Gateway API, which is no input of the linter",
  ]
  /// The catalogue leaves these numbers out.
  private static let unused = Array(84...89) + Array(156...159)

  @Test(arguments: MarkedManifest.all)
  func isFoundAtItsPlaceAndNowhereElse(_ file: MarkedManifest) {
    let run = LintRun(file.text, context: file.context)
    let marks = file.marks
    #expect(!marks.isEmpty)
    let wanted = Set(marks.map(\.mark))
    let found = run.findings.map { (mark: file.mark(of: $0), finding: $0) }
    // Advice is off by default, and on every other manifest there is some.
    let told = Set(found.filter { $0.finding.severity > .info || wanted.contains($0.mark) }.map(\.mark))
    #expect(told.subtracting(wanted).isEmpty, "findings that are not marked")
    #expect(wanted.subtracting(told).isEmpty, "marks without finding")
    for case (let mark, let words?) in marks {
      let texts = found.filter { $0.mark == mark }.flatMap { Self.texts(of: $0.finding) }
      #expect(texts.contains { $0.contains(words) }, "\(mark) says \(texts), and not \(words)")
    }
  }

  /// All that a report says of a finding.
  private static func texts(of finding: Finding) -> [String] {
    var texts = [finding.message.text]
    texts += finding.notes.map(\.text)
    texts += LintRule.all.filter { $0.id == finding.rule }.map(\.remedy)
    if let fix = finding.fix { texts += [fix.title] + fix.edits.map(\.replacement) }
    return texts
  }

  @Test(arguments: MarkedManifest.all)
  func isFoundByARuleThatNamesIt(_ file: MarkedManifest) {
    let ids = Set(file.marks.map(\.mark.rule))
    #expect(LintRule.all.contains { ids.contains($0.id) && $0.mistakes.contains(file.mistake) })
  }

  @Test(arguments: LintRule.all.filter { !$0.mistakes.isEmpty })
  func isShownForEachRuleThatNamesIt(_ rule: LintRule) {
    for mistake in rule.mistakes {
      #expect(
        MarkedManifest.all.contains { $0.mistake == mistake && $0.marks.contains { $0.mark.rule == rule.id } },
        "no file shows \(mistake)")
    }
  }

  @Test func isAFileOrCannotBeSeen() {
    let shown = Set(MarkedManifest.all.map(\.mistake))
    for number in 1...166 where !Self.unused.contains(number) {
      let mistake = "M" + String(repeating: "0", count: 3 - "\(number)".count) + "\(number)"
      #expect(shown.contains(mistake) != (Self.invisible[mistake] != nil), "\(mistake)")
    }
  }

  /// The numbers are those of the catalogue, where it stands beside the package.
  @Test(.enabled(if: PackageFiles.shared != nil))
  func isAnEntryOfTheCatalogue() throws {
    let shared = try #require(PackageFiles.shared)
    let text = try PackageFiles.text(shared.appendingPathComponent("facts/mistakes.md"))
    let entries = Set(
      text.split(separator: "\n").filter { $0.hasPrefix("### M") }.map { String($0.dropFirst(4).prefix(4)) })
    #expect(entries == Set(MarkedManifest.all.map(\.mistake)).union(Self.invisible.keys))
  }
}
