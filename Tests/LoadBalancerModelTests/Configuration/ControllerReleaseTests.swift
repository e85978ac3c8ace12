import Foundation
import Testing

@testable import LoadBalancerModel

@Suite struct ControllerReleaseTests {
  @Test(
    arguments: [
      ("v2.0.1", ControllerVersion(2, 0, 1)), ("2.13", ControllerVersion(2, 13, 4)),
      ("v3.2", ControllerVersion(3, 2, 2)),
      ("3.5", ControllerVersion(3, 5)), ("2.0.2", nil), ("2.18", nil), ("1.1.8", nil), ("v3.6.0", nil), ("", nil),
      ("2.99999999999999999999", nil), ("2.1.", nil), ("2..1", nil),
    ] as [(String, ControllerVersion?)])
  func areNamedInWholeOrByTheirLine(_ name: String, _ release: ControllerVersion?) {
    #expect(ControllerVersion(releaseNamed: name) == release)
  }

  @Test func areInOrderAndEndWithTheOneThatIsModelled() {
    let releases = ControllerVersion.releases
    #expect(releases.sorted() == releases)
    #expect(releases.first == ControllerVersion(2, 0))
    #expect(releases.last == .reference)
  }

  /// Each flag and each gate came with a release that there was.
  @Test func bringWhatTheTablesSay() {
    let releases = Set(ControllerVersion.releases)
    for flag in ControllerFlag.all { #expect(releases.contains(flag.since), "\(flag.name)") }
    for gate in FeatureGate.allCases { #expect(releases.contains(gate.since), "\(gate.rawValue)") }
  }

  @Test(.enabled(if: AnnotationTableFactsTests.isThere)) func areThoseOfTheFacts() throws {
    let text = try String(contentsOf: AnnotationTableFactsTests.versions, encoding: .utf8)
    let list = try #require(text.components(separatedBy: "\nreleases:\n").last)
    let names = list.split(separator: "\n").prefix { $0.hasPrefix("  v") }
      .compactMap { $0.split(separator: ":").first?.drop { $0 == " " } }
    #expect(names.compactMap { ControllerVersion($0) } == ControllerVersion.releases)
  }

  @Test(.enabled(if: AnnotationTableFactsTests.isThere), arguments: ["flags", "feature_gates"])
  func bringFlagsAndGatesWhenTheFactsSay(_ section: String) throws {
    let text = try String(contentsOf: AnnotationTableFactsTests.versions, encoding: .utf8)
    let lines = try #require(text.components(separatedBy: "\n\(section):\n").last).split(separator: "\n")
      .prefix { $0.hasPrefix(" ") }
    var name = ""
    var count = 0
    for line in lines {
      if !line.hasPrefix("   "), line.hasSuffix(":") {
        name = String(line.dropLast().drop { $0 == " " || $0 == "-" })
      } else if line.hasPrefix("    since: v"), let since = ControllerVersion(line.dropFirst(11)) {
        let own =
          section == "flags"
          ? ControllerFlag.named(name)?.since : FeatureGate(rawValue: name)?.since ?? FeatureGate.retired[name]?.since
        #expect(own == since, "\(name)")
        count += 1
      }
    }
    #expect(count > 20)
  }
}
