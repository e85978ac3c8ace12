import Foundation
import Testing

@testable import albplan

@Suite struct SettingsTests {
  private static let service = """
    apiVersion: v1
    kind: Service
    metadata: {name: x, namespace: shop}
    spec: {type: LoadBalancer, loadBalancerClass: service.k8s.aws/nlb, ports: [{port: 80, targetPort: 80}]}

    """

  /// The value of the tag `who` in the plan: each source of settings gives it another one.
  private func who(_ run: CommandRun) -> String? {
    guard let range = run.output.range(of: "\"who\":\"") else { return nil }
    return String(run.output[range.upperBound...].prefix { $0 != "\"" })
  }

  /// Settings that give the tag `who`.
  private func settings(_ who: String) -> String { "controller: {flags: {default-tags: {who: \(who)}}}\n" }

  private func plan(_ arguments: [String] = [], in workplace: Workplace, environment: [String: String] = [:])
    -> CommandRun
  {
    albplan(["plan", "-f", "model", "x.yaml"] + arguments, in: workplace, environment: environment)
  }

  // MARK: Which file

  @Test(arguments: [".albplan.yaml", ".albplan.yml", "albplan.yaml"])
  func theNearestSettingsFileCounts(_ name: String) throws {
    let workplace = try Workplace()
    try workplace.makeDirectory("repository/.git")
    try workplace.write(settings("far"), to: "repository/.albplan.yaml")
    try workplace.write(settings("near"), to: "repository/team/\(name)")
    try workplace.write(Self.service, to: "repository/team/app/x.yaml")
    try workplace.write(Self.service, to: "repository/other/x.yaml")
    #expect(who(plan(in: workplace.subdirectory("repository/team/app"))) == "near")
    #expect(who(plan(in: workplace.subdirectory("repository/other"))) == "far")
  }

  @Test func nothingAboveTheRepositoryCounts() throws {
    let workplace = try Workplace()
    try workplace.makeDirectory("repository/.git")
    try workplace.write(settings("outside"), to: ".albplan.yaml")
    try workplace.write(Self.service, to: "repository/x.yaml")
    #expect(who(plan(in: workplace.subdirectory("repository"))) == nil)
  }

  @Test func aFileCanBeNamedOrRefused() throws {
    let workplace = try Workplace()
    try workplace.makeDirectory(".git")
    try workplace.write(Self.service, to: "x.yaml")
    try workplace.write(settings("found"), to: ".albplan.yaml")
    try workplace.write(settings("named"), to: "other/settings.yaml")
    #expect(who(plan(["-c", "other/settings.yaml"], in: workplace)) == "named")
    #expect(who(plan(in: workplace, environment: ["ALBPLAN_CONFIG": "other/settings.yaml"])) == "named")
    #expect(who(plan(["--no-config"], in: workplace)) == nil)
  }

  // MARK: Who counts before whom

  @Test func theCommandLineCountsBeforeTheEnvironmentBeforeTheContextBeforeTheSettings() throws {
    let workplace = try Workplace()
    try workplace.makeDirectory(".git")
    try workplace.write(Self.service, to: "x.yaml")
    try workplace.write(settings("settings"), to: ".albplan.yaml")
    try workplace.write(settings("context"), to: "context.yaml")
    let variables = ["ALBPLAN_CONTROLLER_FLAG": "default-tags=who=environment"]
    let context = ["--context", "context.yaml"]
    #expect(who(plan(in: workplace)) == "settings")
    #expect(who(plan(context, in: workplace)) == "context")
    #expect(who(plan(context, in: workplace, environment: variables)) == "environment")
    #expect(who(plan(context + ["--controller-flag=default-tags=who=x"], in: workplace, environment: variables)) == "x")
  }

  @Test func aContextFileThatTheSettingsNameStandsBesideThem() throws {
    let workplace = try Workplace()
    try workplace.makeDirectory(".git")
    try workplace.write("context: aws/demo.yaml\n", to: ".albplan.yaml")
    try workplace.write(settings("demo"), to: "aws/demo.yaml")
    try workplace.write(Self.service, to: "app/x.yaml")
    #expect(who(plan(in: workplace.subdirectory("app"))) == "demo")
  }

  // MARK: What they say

  @Test func theSettingsNameTheFormatWhereTheCommandHasIt() throws {
    let workplace = try Workplace()
    try workplace.write(Self.service, to: "x.yaml")
    try workplace.write("format: markdown\n", to: ".albplan.yaml")
    #expect(albplan(["x.yaml"], in: workplace).output.hasPrefix("#"))
    #expect(albplan(["x.yaml", "-f", "yaml"], in: workplace).output.hasPrefix("formatVersion"))
  }

  @Test func theSettingsExcludeFilesFromDirectories() throws {
    let workplace = try Workplace()
    for name in ["a.yaml", "b.yaml", "build/c.yaml", "deep/build/d.yaml", "charts/x/templates/e.yaml"] {
      try workplace.write(to: "deploy/" + name)
    }
    try workplace.write("exclude: [/deploy/b.yaml, build/, '**/templates/**']\n", to: ".albplan.yaml")
    #expect(albplan(["plan", "--show-files", "deploy"], in: workplace).outputLines == ["deploy/a.yaml"])
    #expect(albplan(["plan", "--show-files", "."], in: workplace.subdirectory("deploy")).outputLines == ["a.yaml"])
    #expect(albplan(["plan", "--show-files", "deploy/b.yaml"], in: workplace).outputLines == ["deploy/b.yaml"])
  }

  // MARK: Troubles

  @Test func anUnknownKeyIsTroubleAtItsLine() throws {
    let workplace = try Workplace()
    try workplace.write(Self.service, to: "x.yaml")
    try workplace.write("controller:\n  clusterNam: x\n", to: "settings.yaml")
    let run = plan(["-c", "settings.yaml"], in: workplace)
    #expect(run.status == .trouble)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("albplan: settings.yaml:2:3: "))
    #expect(run.errors.contains("clusterName"))
  }

  @Test(arguments: [
    (["-c", "nowhere.yaml"], "cannot read the settings file \"nowhere.yaml\": no such file or directory"),
    (["--context", "nowhere.yaml"], "cannot read the context file \"nowhere.yaml\": no such file or directory"),
  ])
  func whatCannotBeReadOrMeantIsTrouble(_ arguments: [String], _ sentence: String) throws {
    let workplace = try Workplace()
    try workplace.write(Self.service, to: "x.yaml")
    let run = plan(arguments, in: workplace)
    #expect(run.status == .trouble)
    #expect(run.output.isEmpty)
    #expect(run.errors == "albplan: \(sentence)\n")
  }

  @Test func aFeatureGateThatTheControllerDoesNotKnowIsTrouble() throws {
    let workplace = try Workplace()
    try workplace.write(Self.service, to: "x.yaml")
    let run = plan(["--feature-gate", "NLBSecurityGrup=true"], in: workplace)
    #expect(run.status == .trouble)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasSuffix("did you mean \"NLBSecurityGroup\"?\n"))
  }

  @Test(arguments: [["schema"], ["schema", "context-file"]])
  func theSchemasArePrinted(_ arguments: [String]) throws {
    let run = albplan(["config"] + arguments)
    #expect(run.status == .clean)
    let schema = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(schema?["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
  }
}
