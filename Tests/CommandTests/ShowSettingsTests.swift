import Foundation
import Testing

@testable import albplan

@Suite struct ShowSettingsTests {
  @Test func whatCountsIsPrinted() throws {
    let workplace = try Workplace()
    try workplace.write(
      """
      controller: {clusterName: demo, flags: {default-target-type: ip}}
      aws: {region: eu-west-1, elasticIPs: [eipalloc-1]}
      severity: {unknown-annotation: error}
      fail-on: error
      """, to: ".albplan.yaml")
    let run = albplan(["lint", "--show-settings", "--feature-gate", "NLBSecurityGroup=false"], in: workplace)
    #expect(run.status == .clean)
    let settings = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let controller = try #require(settings["controller"] as? [String: Any])
    #expect(controller["clusterName"] as? String == "demo")
    #expect(controller["flags"] as? [String: String] == ["default-target-type": "ip"])
    #expect(controller["featureGates"] as? [String: String] == ["NLBSecurityGroup": "false"])
    #expect((settings["aws"] as? [String: String])?["region"] == "eu-west-1")
    #expect(settings["severity"] as? [String: String] == ["unknown-annotation": "error"])
    #expect(settings["fail-on"] as? String == "error")
    #expect((settings["settingsFile"] as? String)?.hasSuffix("/.albplan.yaml") == true)
  }

  @Test(arguments: [[], ["plan"], ["lint"]])
  func noInputIsNeeded(_ command: [String]) {
    #expect(albplan(command + ["--show-settings"]).status == .clean)
  }
}
