import Foundation
import Testing

@testable import albplan

@Suite struct ControllerVersionTests {
  private func settings(_ arguments: [String], in workplace: Workplace? = nil) -> CommandRun {
    albplan(["lint", "--show-settings"] + arguments, in: workplace)
  }

  @Test(arguments: [
    ("v2.8.1", "v2.8.1"), ("2.8.1", "v2.8.1"), ("2.8", "v2.8.3"), ("3.5", "v3.5.0"), ("v2.0.0", "v2.0.0"),
  ])
  func aReleaseIsNamedInWholeOrByItsLine(_ name: String, _ release: String) {
    #expect(settings(["--controller-version", name]).output.contains("\"version\": \"\(release)\""))
  }

  @Test(arguments: ["1.1", "2.8.9", "2.99", "3.6.0", "latest", "3"])
  func whatIsNoReleaseIsTrouble(_ name: String) {
    let run = settings(["--controller-version", name])
    #expect(run.status == .trouble)
    #expect(
      run.errors == "albplan: \"--controller-version \(name)\" is no release of the controller; "
        + "the releases are v2.0.0 to v3.5.0\n")
  }

  @Test func theCommandLineCountsBeforeTheContextBeforeTheSettings() throws {
    let workplace = try Workplace()
    try workplace.write("controller: {version: 2.4.7}\n", to: ".albplan.yaml")
    try workplace.write("controller: {version: v2.6.0}\n", to: "context.yaml")
    #expect(settings([], in: workplace).output.contains("\"version\": \"v2.4.7\""))
    #expect(settings(["--context", "context.yaml"], in: workplace).output.contains("\"version\": \"v2.6.0\""))
    let all = ["--context", "context.yaml", "--controller-version", "2.10"]
    #expect(settings(all, in: workplace).output.contains("\"version\": \"v2.10.1\""))
  }

  @Test func flagsAndGatesThatTheReleaseDoesNotKnowAreRefusedWithTheOneThatDoes() throws {
    let flag = settings(["--controller-version=2.8", "--controller-flag=default-load-balancer-scheme=internal"])
    #expect(flag.status == .trouble)
    #expect(
      flag.errors
        == "albplan: unknown flag: --default-load-balancer-scheme; v2.8.3 does not know it; v2.11.0 brought it\n")
    let gate = settings(["--controller-version=2.5", "--feature-gate=NLBSecurityGroup=true"])
    #expect(gate.errors.hasSuffix("unknown feature: NLBSecurityGroup; v2.5.4 does not know it; v2.6.0 brought it\n"))
    #expect(settings(["--controller-version=2.6", "--feature-gate=NLBSecurityGroup=true"]).status == .clean)
    #expect(settings(["--controller-version=2.3.0", "--feature-gate=X=true"]).errors.contains("--feature-gates"))
    #expect(settings(["--controller-version=2.16", "--feature-gate=AGAController=true"]).status == .clean)
    #expect(settings(["--feature-gate=AGAController=true"]).errors.contains("GlobalAcceleratorController"))
  }

  @Test func aPlanSaysWhichReleaseItIsOf() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.ingress(), to: "web.yaml")
    let sentence = "albplan: note: the plan is what v3.5.0 builds; v2.8.3 may build something else\n"
    for command in [[], ["plan"]] {
      let run = albplan(command + ["--controller-version", "2.8", "-f", "json", "web.yaml"], in: workplace)
      #expect(run.errors == sentence)
      #expect(run.output.contains("\"controllerVersion\": \"v3.5.0\""))
    }
    #expect(albplan(["lint", "--controller-version", "2.8", "web.yaml"], in: workplace).errors.isEmpty)
  }

  /// The version may stand in a file and the flag on the command line.
  @Test func theVersionOfTheContextCountsForTheCommandLine() throws {
    let workplace = try Workplace()
    try workplace.write("controller: {version: v2.8.0}\n", to: ".albplan.yaml")
    #expect(
      settings(["--controller-flag=default-load-balancer-scheme=internal"], in: workplace).errors
        .contains("v2.8.0 does not know it"))
  }
}
