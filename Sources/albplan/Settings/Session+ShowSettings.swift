import AlbplanKit
import LoadBalancerModel
import Manifests

/// `--show-settings`: what counts after the command line, the environment and the files are taken together, as JSON.
extension Session {
  func showSettings() throws(Trouble) -> ExitStatus {
    let project = try ProjectFile.find(for: self)
    let layer = try configurationLayer(over: project)
    var json = JSONWriter(layout: .indented(2), escapesHTML: false)
    json.beginObject()
    json.member("settingsFile", orNull: project?.path)
    json.member("contextFile", orNull: invocation[.context] ?? project?.contextPath)
    json.member("complete", layer.isComplete ?? false)
    write(layer, to: &json)
    write(layer.aws, to: &json)
    json.member("exclude", project?.settings.lint.exclude?.map(\.value) ?? [])
    if invocation.command.option(.format) != nil {
      json.member("format", try invocation.reports(preferring: project?.settings.lint.format?.value).map(\.format))
    }
    if invocation.command.option(.select) != nil { write(try lintSetup(over: project), to: &json) }
    json.endObject()
    json.newline()
    surroundings.output.write(json.bytes)
    return .clean
  }

  private func write(_ layer: ConfigurationLayer, to json: inout JSONWriter) {
    json.key("controller")
    json.beginObject()
    json.member("version", (layer.version ?? .reference).description)
    json.member("clusterName", orNull: layer.clusterName)
    json.key("flags")
    json.beginObject()
    for flag in layer.flags { json.member(flag.name, flag.value.text) }
    json.endObject()
    json.key("featureGates")
    json.beginObject()
    for gate in layer.featureGates { json.member(gate.name, gate.value) }
    json.endObject()
    json.member("serviceMutatorWebhook", layer.hasServiceMutatorWebhook ?? true)
    json.endObject()
  }

  /// Single facts by value, lists by their length: their file can be read as well.
  private func write(_ facts: AWSFacts, to json: inout JSONWriter) {
    json.key("aws")
    json.beginObject()
    for (name, value) in [
      ("region", facts.region), ("accountID", facts.accountID), ("vpcID", facts.vpcID),
      ("backendSecurityGroup", facts.backendSecurityGroup),
    ] {
      if let value { json.member(name, value) }
    }
    for (name, count) in [
      ("vpcCIDRs", facts.vpcCIDRs?.count), ("vpcIPv6CIDRs", facts.vpcIPv6CIDRs?.count),
      ("subnets", facts.subnets?.count), ("securityGroups", facts.securityGroups?.count),
      ("certificates", facts.certificates?.count), ("targetGroups", facts.targetGroups?.count),
      ("webACLs", facts.webACLs?.count), ("trustStores", facts.trustStores?.count),
      ("elasticIPs", facts.elasticIPs?.count), ("loadBalancers", facts.loadBalancers?.count),
    ] {
      if let count { json.member(name, "\(count) in the file") }
    }
    json.endObject()
  }

  private func write(_ setup: LintSetup, to json: inout JSONWriter) {
    json.member("rules", setup.rules.map(\.id))
    json.key("severity")
    json.beginObject()
    for (rule, severity) in setup.policy.severities.sorted(by: { $0.key < $1.key }) {
      json.member(rule, severity.rawValue)
    }
    json.endObject()
    json.key("per-file-ignores")
    json.beginObject()
    for entry in setup.policy.perFileIgnores { json.member(entry.pattern.text, entry.rules.select ?? []) }
    json.endObject()
    json.member("ignores", setup.policy.honoursSuppressions)
    json.member("minimumSeverity", setup.policy.minimumSeverity.rawValue)
    json.member("fail-on", setup.failOn?.rawValue ?? "never")
    json.member("baseline", orNull: setup.baselineName)
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: String, orNull value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }
}
