import AlbplanKit
import Foundation
import TestSupport
import Testing

@testable import albplan

@Suite struct LintTests {
  // MARK: What is shown

  @Test func aFindingIsShownAtItsLine() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.typo, to: "web.yaml")
    let run = albplan(["lint", "web.yaml"], in: workplace)
    #expect(run.status == .findings)
    #expect(run.errors.isEmpty)
    #expect(run.outputLines.first?.hasPrefix("web.yaml:7:5: warning: ") == true)
    #expect(
      run.outputLines.first?.hasSuffix("did you mean alb.ingress.kubernetes.io/listen-ports? [unknown-annotation]")
        == true)
    #expect(run.outputLines.last == "1 warning in 1 file; --fix --unsafe-fixes mends 1")
  }

  @Test func rightManifestsAreClean() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.ingress(), to: "web.yaml")
    let run = albplan(["lint", "web.yaml"], in: workplace)
    #expect(run.status == .clean)
    #expect(run.output == "no findings in 1 file\n")
  }

  @Test func refusalsByTheControllerAreFindings() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.member("a", scheme: "internal"), to: "a.yaml")
    try workplace.write(Manifest.member("b", scheme: "internet-facing"), to: "b.yaml")
    let run = albplan(["lint", "."], in: workplace)
    #expect(run.status == .findings)
    #expect(run.output.contains("conflicting scheme: map[internal:{} internet-facing:{}]"))
    for place in ["a.yaml:8:39", "b.yaml:8:39"] { #expect(run.output.contains(place)) }
  }

  @Test func findingsAreCountedByRule() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.typo, to: "web.yaml")
    try workplace.write(Manifest.idleComment.replacing("name: web\n", with: "name: other\n"), to: "other.yaml")
    let run = albplan(["lint", "--statistics", "."], in: workplace)
    #expect(
      run.output == """
        1  warning  unknown-annotation  --fix --unsafe-fixes mends 1
        1  warning  unused-suppression  --fix mends 1

        2 warnings in 2 files; --fix mends 1, --fix --unsafe-fixes 1 more

        """)
    #expect(run.status == .findings)
    let json = albplan(["lint", "--statistics", "-f", "json", "."], in: workplace)
    #expect(json.output.contains("\"rule\": \"unknown-annotation\""))
    #expect(albplan(["lint", "--statistics", "-f", "sarif", "."], in: workplace).status == .trouble)
  }

  // MARK: Formats

  @Test func everyFormatComesFromOneRunWithTheSameStatus() throws {
    let workplace = try Workplace()
    try workplace.makeDirectory(".git")
    try workplace.write(Manifest.typo, to: "deploy/web.yaml")
    let formats = FindingsFormat.allCases.map(\.rawValue)
    let pairs = formats.flatMap { ["--format", $0, "--output", "report.\($0)"] }
    let run = albplan(["lint", "web.yaml"] + pairs, in: Workplace(within: workplace, name: "deploy"))
    #expect(run.status == .findings)
    #expect(run.output.isEmpty && run.errors.isEmpty)
    for format in formats {
      #expect(albplan(["lint", "-f", format, "deploy"], in: workplace).status == .findings)
      let text = try workplace.text(of: "deploy/report.\(format)")
      #expect(text.contains("unknown-annotation"), "\(format)")
      // People see the path as they gave it, programs the one within the repository.
      let isForPeople = ["text", "concise"].contains(format)
      #expect(text.contains("deploy/web.yaml") == !isForPeople, "\(format)")
      #expect(!text.contains("\u{1B}"))
    }
  }

  @Test(arguments: ["json", "sarif", "gitlab", "rdjson"])
  func machinesGetADocumentWhenNothingIsFound(_ format: String) throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.ingress(), to: "web.yaml")
    let run = albplan(["lint", "-f", format, "web.yaml"], in: workplace)
    #expect(run.status == .clean)
    _ = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
  }

  @Test func markdownLinksToTheCommitThatCIHasCheckedOut() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.typo, to: "web.yaml")
    let variables = [
      "GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "shop/infra", "GITHUB_SHA": "4f2a9c1",
    ]
    let run = albplan(["lint", "-f", "markdown", "web.yaml"], in: workplace, environment: variables)
    #expect(run.output.contains("https://github.com/shop/infra/blob/4f2a9c1/web.yaml#L7"))
  }

  // MARK: Which rules

  @Test func theChoiceOfRulesIsTheUsers() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.typo, to: "web.yaml")
    func run(_ arguments: String...) -> CommandRun { albplan(["lint", "web.yaml"] + arguments, in: workplace) }
    #expect(run("--select", "unknown-annotation").status == .findings)
    #expect(run("--select", "refused-by-controller,unused-suppression").status == .clean)
    #expect(run("--ignore", "unknown-*").status == .clean)
    #expect(run("--ignore", "all").status == .clean)
    #expect(run("--ignore", "all", "--extend-select", "unknown-annotation").status == .findings)
    #expect(run("--severity", "error").status == .clean)
    #expect(run("--fail-on", "error").status == .clean)
    #expect(run("--fail-on", "info").status == .findings)
    #expect(run("--fail-on", "never").status == .clean)
    #expect(run("--exit-zero").status == .clean)
  }

  @Test(arguments: ["--select", "--extend-select", "--ignore"])
  func aRuleThatDoesNotExistIsTroubleWithTheNearestName(_ option: String) throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.typo, to: "web.yaml")
    let run = albplan(["lint", option, "unknown-anotation", "web.yaml"], in: workplace)
    #expect(run.status == .trouble)
    #expect(run.output.isEmpty)
    #expect(
      run.errors
        == "albplan: \"\(option) unknown-anotation\": there is no such rule; did you mean \"unknown-annotation\"?\n")
  }

  @Test func theSettingsChooseToo() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.typo, to: "deploy/web.yaml")
    func run(_ settings: String, _ arguments: String...) throws -> CommandRun {
      try workplace.write(settings, to: ".albplan.yaml")
      return albplan(["lint", "deploy"] + arguments, in: workplace)
    }
    #expect(try run("ignore: [unknown-annotation]\n").status == .clean)
    #expect(try run("severity: {unknown-annotation: off}\n").status == .clean)
    #expect(try run("severity: {unknown-annotation: info}\n").output == "no findings in 1 file\n")
    #expect(try run("severity: {unknown-annotation: error}\n").output.contains(": error: "))
    #expect(try run("fail-on: error\n").status == .clean)
    #expect(try run("select: [unused-suppression]\n").status == .clean)
    #expect(try run("per-file-ignores: {'deploy/**': [unknown-annotation]}\n").output.contains("(1 suppressed)"))
    #expect(try run("format: concise\n").outputLines.count == 1)
    // The command line counts before them.
    #expect(try run("ignore: [unknown-annotation]\n", "--select", "unknown-annotation").status == .findings)
    #expect(try run("ignore: [unknown-annotation]\n", "--extend-select", "unknown-annotation").status == .findings)
    #expect(try run("fail-on: error\n", "--fail-on", "warning").status == .findings)
  }

  @Test func patternsInTheSettingsBeginAtTheirDirectory() throws {
    let workplace = try Workplace()
    try workplace.makeDirectory(".git")
    try workplace.write(Manifest.typo, to: "team/deploy/web.yaml")
    try workplace.write("per-file-ignores: {'deploy/*.yaml': [all]}\n", to: "team/.albplan.yaml")
    #expect(albplan(["lint", "."], in: Workplace(within: workplace, name: "team")).status == .clean)
    #expect(albplan(["lint", "."], in: Workplace(within: workplace, name: "team/deploy")).status == .clean)
  }

  @Test func aRuleInTheSettingsThatDoesNotExistIsAWarning() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.ingress(), to: "web.yaml")
    try workplace.write("ignore:\n  - unknown-anotation\n", to: ".albplan.yaml")
    let run = albplan(["lint", "web.yaml"], in: workplace)
    #expect(run.status == .clean)
    #expect(
      run.errors.hasSuffix(
        ".albplan.yaml:2:5: warning: there is no rule \"unknown-anotation\"; did you mean \"unknown-annotation\"?\n"))
  }

  // MARK: Hiding

  @Test func commentsHideAndCanBeOverruled() throws {
    let workplace = try Workplace()
    try workplace.write(
      Manifest.typo.replacing("]'\n", with: "]' # albplan: ignore[unknown-annotation] ours\n"), to: "web.yaml")
    let run = albplan(["lint", "web.yaml"], in: workplace)
    #expect(run.status == .clean)
    #expect(run.output == "no findings in 1 file (1 suppressed)\n")
    #expect(albplan(["lint", "--no-ignores", "web.yaml"], in: workplace).status == .findings)
  }

  @Test func aRuleThatIsOffMakesNoCommentIdle() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.idleComment, to: "web.yaml")
    #expect(albplan(["lint", "web.yaml"], in: workplace).status == .findings)
    #expect(albplan(["lint", "--ignore", "unknown-annotation", "web.yaml"], in: workplace).status == .clean)
  }

  @Test func aBaselineHidesWhatWasThere() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.typo, to: "web.yaml")
    let recording = albplan(["lint", "--write-baseline", "known.json", "web.yaml"], in: workplace)
    #expect(recording.status == .clean)
    #expect(recording.output.isEmpty)
    #expect(recording.errors == "albplan: note: recorded 1 finding in \"known.json\"\n")
    #expect(
      albplan(["lint", "--baseline", "known.json", "web.yaml"], in: workplace).output
        == "no findings in 1 file (1 suppressed)\n")
    // Lines may move.
    try workplace.write("# a comment\n" + Manifest.typo, to: "web.yaml")
    #expect(albplan(["lint", "--baseline", "known.json", "web.yaml"], in: workplace).status == .clean)
    try workplace.write("baseline: known.json\n", to: ".albplan.yaml")
    #expect(albplan(["lint", "."], in: workplace).status == .clean)
    try workplace.write(Manifest.ingress(), to: "web.yaml")
    let stale = albplan(["lint", "web.yaml"], in: workplace)
    #expect(stale.status == .clean)
    #expect(stale.errors.contains("known.json\" had nothing to hide; --write-baseline renews it"))
  }

  @Test func aBaselineThatIsNoneIsTrouble() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.typo, to: "web.yaml")
    try workplace.write("{}", to: "known.json")
    #expect(albplan(["lint", "--baseline", "known.json", "web.yaml"], in: workplace).status == .trouble)
    let run = albplan(["lint", "--baseline", "nowhere.json", "web.yaml"], in: workplace)
    #expect(run.errors == "albplan: cannot read the baseline \"nowhere.json\": no such file or directory\n")
  }

  // MARK: What is looked at

  @Test func oneMemberIsSeenWithItsGroup() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.member("a", scheme: "internal"), to: "a.yaml")
    try workplace.write(Manifest.member("b", scheme: "internet-facing"), to: "b.yaml")
    try workplace.write(Manifest.typo.replacing("name: web\n", with: "name: c\n"), to: "c.yaml")
    #expect(albplan(["lint", "b.yaml"], in: workplace).status == .clean)
    let run = albplan(["lint", "--also-read", ".", "b.yaml"], in: workplace)
    #expect(run.status == .findings)
    #expect(run.output.contains("conflicting scheme"))
    #expect(!run.output.contains("c.yaml"))
    #expect(albplan(["lint", "--also-read", ".", "c.yaml"], in: workplace).output.contains("unknown-annotation"))
    #expect(!albplan(["lint", "--also-read", ".", "c.yaml"], in: workplace).output.contains("scheme"))
  }

  @Test func whatIsBrokenInFilesThatAreOnlyReadTooIsNobodysTrouble() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.ingress(), to: "web.yaml")
    try workplace.write("a: [\n", to: "broken.yaml")
    let run = albplan(["lint", "--also-read", ".", "web.yaml"], in: workplace)
    #expect(run.status == .clean)
    #expect(run.errors.isEmpty)
  }

  @Test func brokenTextIsTroubleAndTheOthersGoOn() throws {
    let workplace = try Workplace()
    try workplace.write("a: [\n", to: "broken.yaml")
    try workplace.write(Manifest.typo, to: "web.yaml")
    for arguments in [["lint", "."], ["lint", "--exit-zero", "."], ["."]] {
      let run = albplan(arguments, in: workplace)
      #expect(run.status == .trouble)
      #expect((run.output + run.errors).contains("broken.yaml:"))
      #expect(run.output.contains("unknown-annotation"))
    }
  }

  @Test(arguments: [["lint"], ["plan"], []])
  func aFileThatIsNotUTF8IsTrouble(_ command: [String]) throws {
    let workplace = try Workplace()
    let bytes: [UInt8] = Array("# caf".utf8) + [0xE9, 0x0A] + Array(Manifest.ingress().utf8)
    try Data(bytes).write(to: URL(fileURLWithPath: workplace.location(of: "latin.yaml")))
    let run = albplan(command + ["latin.yaml"], in: workplace)
    #expect(run.status == .trouble)
    #expect((run.output + run.errors).contains("latin.yaml:1:6: "))
  }

  @Test func nothingToLookAtIsSaid() throws {
    let workplace = try Workplace()
    try workplace.write("kind: ConfigMap\napiVersion: v1\nmetadata: {name: x}\n", to: "x.yaml")
    let run = albplan(["lint", "x.yaml"], in: workplace)
    #expect(run.status == .clean)
    #expect(run.errors == "albplan: note: the input holds no Ingress and no Service\n")
    #expect(albplan(["lint", "--fail-if-empty", "x.yaml"], in: workplace).status == .trouble)
  }

  @Test func aControllerThatWouldNotStartIsTroubleAtItsLine() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.ingress(), to: "web.yaml")
    try workplace.write("controller:\n  flags:\n    default-tag: {a: b}\n", to: "context.yaml")
    let run = albplan(["lint", "--context", "context.yaml", "web.yaml"], in: workplace)
    #expect(run.status == .trouble)
    #expect(
      run.errors == "albplan: context.yaml:3:5: the controller would not start: unknown flag: --default-tag; "
        + "did you mean \"default-tags\"?\n")
  }

  // MARK: No false alarms

  /// Whoever writes right manifests is left alone, by each rule that is on unless somebody turns it off.
  @Test(arguments: try rightManifests())
  func rightManifestsStayUnmentioned(_ path: String) throws {
    let run = albplan(["lint", PackageFiles.fixtures.appendingPathComponent(path).path])
    #expect(run.status == .clean)
    #expect(run.output == "no findings in 1 file\n")
    #expect(run.errors.isEmpty)
  }

  private static func rightManifests() throws -> [String] {
    try ["ok", "examples"].flatMap { directory in
      let folder = PackageFiles.fixtures.appendingPathComponent(directory).path
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.sorted()
        .map { "\(directory)/\($0)" }
    }
  }
}
