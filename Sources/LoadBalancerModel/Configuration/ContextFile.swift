package import Manifests

/// The context file: facts that manifests do not hold.
///
/// `docs/context-file.md` describes the keys. A list that is not given is not known; an empty list means "none".
package struct ContextFile: Sendable {
  package var controller = ControllerConfiguration()
  package var aws = AWSFacts()
  package var isComplete = false

  package init() {}

  /// Reads the file. Everything that is wrong in it is reported, and nothing of it counts then.
  package static func read(_ file: ParsedFile) -> (context: ContextFile, problems: [ConfigurationProblem]) {
    var reader = SettingsReader()
    var context = ContextFile()
    for problem in file.problems { reader.report(problem.message, at: problem.span) }
    if let document = file.documents.first { reader.read(document.root, path: "", into: &context, keys: keys) }
    return (context, reader.problems)
  }

  private typealias Key<Target> = (name: String, read: (YAMLNode, inout Target, inout SettingsReader) -> Void)

  private static var keys: [Key<ContextFile>] {
    [
      ("complete", { $1.isComplete = $2.bool($0, "complete") ?? false }),
      ("controller", { $2.read($0, path: "controller", into: &$1.controller, keys: controllerKeys) }),
      ("aws", { $2.read($0, path: "aws", into: &$1.aws, keys: awsKeys) }),
    ]
  }

  private static var controllerKeys: [Key<ControllerConfiguration>] {
    [
      (
        "version",
        { node, configuration, reader in
          guard let text = reader.string(node, "controller.version") else { return }
          guard let version = ControllerVersion(text) else {
            reader.report("\"controller.version\" must be a release such as v3.5.0, not \"\(text)\"", at: node.span)
            return
          }
          configuration.version = version
        }
      ),
      ("clusterName", { $1.clusterName = $2.string($0, "controller.clusterName") }),
      ("flags", { readFlags($0, &$1, &$2) }),
      ("featureGates", { readGates($0, &$1, &$2) }),
      (
        "serviceMutatorWebhook",
        { $1.hasServiceMutatorWebhook = $2.bool($0, "controller.serviceMutatorWebhook") ?? true }
      ),
    ]
  }

  private static func readFlags(
    _ node: YAMLNode, _ configuration: inout ControllerConfiguration, _ reader: inout SettingsReader
  ) {
    if node.isNull { return }
    guard node.kind == .mapping else {
      reader.report("\"controller.flags\" must be a mapping of the controller's flags", at: node.span)
      return
    }
    for entry in node.entries {
      let name = entry.key.keyText
      let value: FlagValue
      switch entry.value.kind {
      case .sequence: value = .list(reader.strings(entry.value, "controller.flags.\(name)"))
      case .mapping: value = .map(reader.stringMap(entry.value, "controller.flags.\(name)"))
      case .scalar:
        switch entry.value.scalar {
        case .string(let text)?: value = .text(text)
        case .bool(let isOn)?: value = .text(isOn ? "true" : "false")
        default: value = .text(entry.value.text)
        }
      }
      if let refusal = ControllerFlag.set(name, to: value, in: &configuration) {
        configuration.flagRefusals.append(refusal)
      }
    }
  }

  private static func readGates(
    _ node: YAMLNode, _ configuration: inout ControllerConfiguration, _ reader: inout SettingsReader
  ) {
    if node.isNull { return }
    guard node.kind == .mapping else {
      reader.report("\"controller.featureGates\" must be a mapping of gates to true or false", at: node.span)
      return
    }
    for entry in node.entries {
      let name = entry.key.keyText
      guard let isOn = reader.bool(entry.value, "controller.featureGates.\(name)") else { continue }
      if let refusal = ControllerFlag.setGate(name, to: isOn ? "true" : "false", in: &configuration) {
        configuration.flagRefusals.append(refusal)
      }
    }
  }

  private static var awsKeys: [Key<AWSFacts>] {
    [
      ("region", { $1.region = $2.string($0, "aws.region") }),
      ("accountID", { $1.accountID = $2.string($0, "aws.accountID") }),
      ("vpcID", { $1.vpcID = $2.string($0, "aws.vpcID") }),
      ("vpcCIDRs", { $1.vpcCIDRs = $2.strings($0, "aws.vpcCIDRs") }),
      ("vpcIPv6CIDRs", { $1.vpcIPv6CIDRs = $2.strings($0, "aws.vpcIPv6CIDRs") }),
      ("subnets", { $1.subnets = records($0, "aws.subnets", &$2, blankSubnet, subnetKeys) }),
      (
        "securityGroups",
        { $1.securityGroups = records($0, "aws.securityGroups", &$2, .init(id: ""), securityGroupKeys) }
      ),
      ("backendSecurityGroup", { $1.backendSecurityGroup = $2.string($0, "aws.backendSecurityGroup") }),
      ("certificates", { $1.certificates = records($0, "aws.certificates", &$2, .init(arn: ""), certificateKeys) }),
      ("targetGroups", { $1.targetGroups = named($0, "aws.targetGroups", &$2) }),
      ("webACLs", { $1.webACLs = named($0, "aws.webACLs", &$2) }),
      ("trustStores", { $1.trustStores = named($0, "aws.trustStores", &$2) }),
      ("elasticIPs", { $1.elasticIPs = $2.strings($0, "aws.elasticIPs") }),
      ("loadBalancers", { $1.loadBalancers = records($0, "aws.loadBalancers", &$2, .init(arn: ""), loadBalancerKeys) }),
    ]
  }

  /// A list of mappings with the same keys.
  private static func records<Record>(
    _ node: YAMLNode, _ path: String, _ reader: inout SettingsReader, _ blank: Record, _ keys: [Key<Record>]
  ) -> [Record] {
    var records: [Record] = []
    for element in reader.list(node, path) {
      var record = blank
      reader.read(element, path: path, into: &record, keys: keys)
      records.append(record)
    }
    return records
  }

  private static func named(
    _ node: YAMLNode, _ path: String, _ reader: inout SettingsReader
  ) -> [AWSFacts.NamedResource] {
    records(
      node, path, &reader, AWSFacts.NamedResource(name: "", arn: ""),
      [
        ("name", { $1.name = $2.string($0, "\(path).name") ?? "" }),
        ("arn", { $1.arn = $2.string($0, "\(path).arn") ?? "" }),
      ])
  }

  private static var blankSubnet: AWSFacts.Subnet {
    AWSFacts.Subnet(id: "", availabilityZone: "", availabilityZoneID: "", cidrBlock: "")
  }

  private static var subnetKeys: [Key<AWSFacts.Subnet>] {
    [
      ("id", { $1.id = $2.string($0, "aws.subnets.id") ?? "" }),
      ("availabilityZone", { $1.availabilityZone = $2.string($0, "aws.subnets.availabilityZone") ?? "" }),
      ("availabilityZoneID", { $1.availabilityZoneID = $2.string($0, "aws.subnets.availabilityZoneID") ?? "" }),
      ("cidrBlock", { $1.cidrBlock = $2.string($0, "aws.subnets.cidrBlock") ?? "" }),
      ("ipv6CIDRBlocks", { $1.ipv6CIDRBlocks = $2.strings($0, "aws.subnets.ipv6CIDRBlocks") }),
      (
        "availableIPAddressCount",
        { $1.availableIPAddressCount = $2.integer($0, "aws.subnets.availableIPAddressCount") }
      ),
      ("public", { $1.isPublic = $2.bool($0, "aws.subnets.public") ?? false }),
      ("outpostARN", { $1.outpostARN = $2.string($0, "aws.subnets.outpostARN") }),
      ("zoneType", { $1.zoneType = $2.string($0, "aws.subnets.zoneType") }),
      ("tags", { $1.tags = $2.stringMap($0, "aws.subnets.tags") }),
    ]
  }

  private static var securityGroupKeys: [Key<AWSFacts.ExistingSecurityGroup>] {
    [
      ("id", { $1.id = $2.string($0, "aws.securityGroups.id") ?? "" }),
      ("name", { $1.name = $2.string($0, "aws.securityGroups.name") }),
      ("tags", { $1.tags = $2.stringMap($0, "aws.securityGroups.tags") }),
    ]
  }

  private static var certificateKeys: [Key<AWSFacts.ACMCertificate>] {
    [
      ("arn", { $1.arn = $2.string($0, "aws.certificates.arn") ?? "" }),
      ("domains", { $1.domains = $2.strings($0, "aws.certificates.domains") }),
      ("type", { $1.type = $2.string($0, "aws.certificates.type") }),
      (
        "certificateAuthorityARN",
        { $1.certificateAuthorityARN = $2.string($0, "aws.certificates.certificateAuthorityARN") }
      ),
      ("tags", { $1.tags = $2.stringMap($0, "aws.certificates.tags") }),
    ]
  }

  private static var loadBalancerKeys: [Key<AWSFacts.ExistingLoadBalancer>] {
    [
      ("arn", { $1.arn = $2.string($0, "aws.loadBalancers.arn") ?? "" }),
      ("name", { $1.name = $2.string($0, "aws.loadBalancers.name") }),
      ("scheme", { $1.scheme = $2.string($0, "aws.loadBalancers.scheme") }),
      ("type", { $1.type = $2.string($0, "aws.loadBalancers.type") }),
      ("subnets", { $1.subnets = $2.strings($0, "aws.loadBalancers.subnets") }),
      ("securityGroups", { $1.securityGroups = $2.strings($0, "aws.loadBalancers.securityGroups") }),
      ("tags", { $1.tags = $2.stringMap($0, "aws.loadBalancers.tags") }),
    ]
  }
}
