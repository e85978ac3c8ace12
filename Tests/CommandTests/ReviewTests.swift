import Testing

@testable import albplan

@Suite struct ReviewTests {
  @Test func findingsStandAboveThePlan() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.typo, to: "web.yaml")
    let run = albplan(["web.yaml"], in: workplace)
    #expect(run.status == .findings)
    let lines = run.outputLines
    #expect(lines.first?.hasPrefix("web.yaml:7:5: warning: ") == true)
    let summary = try #require(lines.firstIndex { $0.hasPrefix("1 warning in 1 file") })
    let plan = try #require(lines.firstIndex { $0.hasPrefix("ALB ") })
    #expect(summary < plan)
    #expect(lines.last == "Plan: 1 ALB.")
  }

  @Test func withoutFindingsThereIsThePlanAlone() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.ingress(), to: "web.yaml")
    let run = albplan(["web.yaml"], in: workplace)
    #expect(run.status == .clean)
    #expect(run.output == albplan(["plan", "web.yaml"], in: workplace).output)
  }

  @Test func thePlanCommandShowsNoFindings() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.typo, to: "web.yaml")
    let run = albplan(["plan", "web.yaml"], in: workplace)
    #expect(run.status == .clean)
    #expect(!run.output.contains("unknown-annotation"))
  }

  @Test func aRefusalIsToldInFullOnce() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.member("a", scheme: "internal"), to: "a.yaml")
    try workplace.write(Manifest.member("b", scheme: "internet-facing"), to: "b.yaml")
    let run = albplan(["."], in: workplace)
    #expect(run.status == .findings)
    #expect(run.output.contains("\n  what to do      see the finding above\n"))
    #expect(run.output.ranges(of: "a.yaml:8:39").count == 1, "the place is named once")
    // Whoever does not want to see the finding gets the plan as it is.
    let quiet = albplan([".", "--ignore", "all"], in: workplace)
    #expect(quiet.status == .findings)
    #expect(quiet.output == albplan(["plan", "."], in: workplace).output)
    #expect(albplan([".", "--exit-zero"], in: workplace).status == .clean)
  }

  @Test func markdownHasBothParts() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.typo, to: "web.yaml")
    let output = albplan(["-f", "markdown", "web.yaml"], in: workplace).output
    #expect(output.hasPrefix("### albplan: 1 warning\n"))
    #expect(output.contains("\n\n### Plan: 1 ALB."))
  }

  @Test(arguments: ["json", "yaml", "model"])
  func programsGetThePlanAloneAndTheSameStatus(_ format: String) throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.typo, to: "web.yaml")
    let run = albplan(["-f", format, "web.yaml"], in: workplace)
    #expect(run.status == .findings)
    #expect(run.output == albplan(["plan", "-f", format, "web.yaml"], in: workplace).output)
    #expect(run.errors == "albplan: note: 1 finding: \"albplan lint\" shows it\n")
  }

  @Test func severalReportsComeFromOneRun() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.typo, to: "web.yaml")
    let run = albplan(
      ["-f", "model", "-o", "m.json", "-f", "text", "-o", "t.txt", "-f", "markdown", "web.yaml"], in: workplace)
    #expect(run.output == albplan(["-f", "markdown", "web.yaml"], in: workplace).output)
    #expect(try workplace.text(of: "t.txt") == albplan(["web.yaml"], in: workplace).output)
    #expect(try workplace.text(of: "m.json") == albplan(["plan", "-f", "model", "web.yaml"], in: workplace).output)
  }

  @Test func aControllerThatWouldNotStartIsExplained() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.ingress(), to: "web.yaml")
    try workplace.write("controller: {featureGates: {NLBSecurityGrup: true}}\n", to: "context.yaml")
    let run = albplan(["plan", "--context", "context.yaml", "web.yaml"], in: workplace)
    #expect(run.status == .findings)
    #expect(run.output.contains("unknown feature: NLBSecurityGrup\n"))
    #expect(run.output.contains("\n  hint  did you mean \"NLBSecurityGroup\"?\n"))
  }
}
