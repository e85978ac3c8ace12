import Foundation
import Testing

@testable import albplan

@Suite struct SettingsTests {
  private static let service = """
    apiVersion: v1
    kind: Service
    metadata: {name: x, namespace: n}
    spec: {type: LoadBalancer, loadBalancerClass: service.k8s.aws/nlb, ports: [{port: 80, targetPort: 80}]}

    """

  /// The cluster's name that the plan's tags show.
  private func clusterName(_ run: CommandRun) -> String? {
    let marker = "\"elbv2.k8s.aws/cluster\":\""
    guard let range = run.output.range(of: marker) else { return nil }
    return String(run.output[range.upperBound...].prefix { $0 != "\"" })
  }

  private func plan(_ arguments: [String] = [], in workplace: Workplace, environment: [String: String] = [:]) -> CommandRun {
    albplan(["plan", "-f", "model", "x.yaml"] + arguments, in: workplace, environment: environment)
  }

  // MARK: Which file

  @Test(arguments: [".albplan.yaml", ".albplan.yml", "albplan.yaml"])
  func theNearestSettingsFileCounts(_ name: String) throws {
    let workplace = try Workplace()
    try workplace.makeDirectory("repository/.git")
    try workplace.write("controller: {clusterName: far}\n", to: "repository/.albplan.yaml")
    try workplace.write("controller: {clusterName: near}\n", to: "repository/team/\(name)")
    try workplace.write(Self.service, to: "repository/team/app/x.yaml")
    try workplace.write(Self.service, to: "repository/other/x.yaml")
    #expect(clusterName(plan(in: workplace.subdirectory("repository/team/app"))) == "near")
    #expect(clusterName(plan(in: workplace.subdirectory("repository/other"))) == "far")
  }

  @Test func nothingAboveTheRepositoryCounts() throws {
    let workplace = try Workplace()
    try workplace.makeDirectory("repository/.git")
    try workplace.write("controller: {clusterName: outside}\n", to: ".albplan.yaml")
    try workplace.write(Self.service, to: "repository/x.yaml")
    #expect(clusterName(plan(in: workplace.subdirectory("repository"))) == "(known after apply)")
  }

  @Test func aFileCanBeNamedOrRefused() throws {
    let workplace = try Workplace()
    try workplace.makeDirectory(".git")
    try workplace.write(Self.service, to: "x.yaml")
    try workplace.write("controller: {clusterName: found}\n", to: ".albplan.yaml")
    try workplace.write("controller: {clusterName: named}\n", to: "other/settings.yaml")
    #expect(clusterName(plan(["-c", "other/settings.yaml"], in: workplace)) == "named")
    #expect(clusterName(plan(in: workplace, environment: ["ALBPLAN_CONFIG": "other/settings.yaml"])) == "named")
    #expect(clusterName(plan(["--no-config"], in: workplace)) == "(known after apply)")
  }

  // MARK: Who counts before whom

  @Test func theCommandLineCountsBeforeTheEnvironmentBeforeTheContextBeforeTheSettings() throws {
    let workplace = try Workplace()
    try workplace.makeDirectory(".git")
    try workplace.write(Self.service, to: "x.yaml")
    try workplace.write("controller: {clusterName: settings}\n", to: ".albplan.yaml")
    try workplace.write("controller: {clusterName: context}\n", to: "context.yaml")
    let variables = ["ALBPLAN_CLUSTER_NAME": "environment"]
    let context = ["--context", "context.yaml"]
    #expect(clusterName(plan(in: workplace)) == "settings")
    #expect(clusterName(plan(context, in: workplace)) == "context")
    #expect(clusterName(plan(context, in: workplace, environment: variables)) == "environment")
    #expect(clusterName(plan(context + ["--cluster-name=x"], in: workplace, environment: variables)) == "x")
  }

  @Test func aContextFileThatTheSettingsNameStandsBesideThem() throws {
    let workplace = try Workplace()
    try workplace.makeDirectory(".git")
    try workplace.write("context: aws/demo.yaml\n", to: ".albplan.yaml")
    try workplace.write("controller: {clusterName: demo}\n", to: "aws/demo.yaml")
    try workplace.write(Self.service, to: "app/x.yaml")
    #expect(clusterName(plan(in: workplace.subdirectory("app"))) == "demo")
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
    (["--controller-version", "new"], "\"--controller-version new\" is no release; write one such as v3.5.0"),
  ])
  func whatCannotBeReadOrMeantIsTrouble(_ arguments: [String], _ sentence: String) throws {
    let workplace = try Workplace()
    try workplace.write(Self.service, to: "x.yaml")
    let run = plan(arguments, in: workplace)
    #expect(run.status == .trouble)
    #expect(run.output.isEmpty)
    #expect(run.errors == "albplan: \(sentence)\n")
  }

  @Test(arguments: [["schema"], ["schema", "context-file"]])
  func theSchemasArePrinted(_ arguments: [String]) throws {
    let run = albplan(["config"] + arguments)
    #expect(run.status == .clean)
    let schema = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(schema?["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
  }
}
