package import Manifests

/// What one source says of the controller and of AWS: the command line, the environment, a context file, a project's
/// settings. What it does not say is `nil` or empty.
package struct ConfigurationLayer: Sendable {
  package var version: ControllerVersion?
  package var clusterName: String?
  /// In the order set; of a flag that is set twice the last counts.
  package var flags: [FlagSetting] = []
  package var featureGates: [FeatureGateSetting] = []
  package var hasServiceMutatorWebhook: Bool?
  package var aws = AWSFacts()
  package var isComplete: Bool?

  package init() {}

  /// Adds a flag; those that say the same as a key of their own become that key.
  package mutating func add(_ flag: FlagSetting) {
    switch flag.name {
    case "cluster-name": clusterName = flag.value.text
    case "aws-region": aws.region = flag.value.text
    case "aws-vpc-id": aws.vpcID = flag.value.text
    case "feature-gates":
      // An item without an equals sign is kept: the controller refuses it when it starts.
      for item in flag.value.text.split(separator: ",") {
        var gate = FeatureGateSetting(assignment: String(item)) ?? FeatureGateSetting(String(item), "")
        gate.nameSpan = flag.valueSpan
        gate.valueSpan = flag.valueSpan
        featureGates.append(gate)
      }
    default: flags.append(flag)
    }
  }

  /// This layer above another one: what this one says counts, flag by flag, gate by gate, list by list.
  package func over(_ lower: ConfigurationLayer) -> ConfigurationLayer {
    var merged = lower
    merged.version = version ?? lower.version
    merged.clusterName = clusterName ?? lower.clusterName
    let ownFlags = Set(flags.map(\.name))
    merged.flags = lower.flags.filter { !ownFlags.contains($0.name) } + flags
    let ownGates = Set(featureGates.map(\.name))
    merged.featureGates = lower.featureGates.filter { !ownGates.contains($0.name) } + featureGates
    merged.hasServiceMutatorWebhook = hasServiceMutatorWebhook ?? lower.hasServiceMutatorWebhook
    merged.aws = aws.over(lower.aws)
    merged.isComplete = isComplete ?? lower.isComplete
    return merged
  }

  /// The controller as it is set up by this layer, with the controller's own defaults below it.
  package func controllerConfiguration() -> ControllerConfiguration {
    var configuration = ControllerConfiguration()
    configuration.version = version ?? .reference
    configuration.clusterName = clusterName
    configuration.hasServiceMutatorWebhook = hasServiceMutatorWebhook ?? true
    for flag in flags {
      configuration.flagSpans[flag.name] = flag.valueSpan
    }
    do throws(StartupRefusal) {
      for flag in flags { try configuration.flags.set(flag, in: configuration.version) }
      try configuration.featureGates.set(featureGates, in: configuration.version)
    } catch {
      configuration.flagProblem = error
    }
    // The id of the shared group is what the flag of that name says.
    if configuration.flags.backendSecurityGroup.isEmpty, let group = aws.backendSecurityGroup {
      configuration.flags.backendSecurityGroup = group
    }
    return configuration
  }
}

extension AWSFacts {
  /// These facts where they say something, else the other ones; a list counts as a whole.
  func over(_ lower: AWSFacts) -> AWSFacts {
    var merged = lower
    if let region { merged.region = region }
    if let accountID { merged.accountID = accountID }
    if let vpcID { merged.vpcID = vpcID }
    if let vpcCIDRs { merged.vpcCIDRs = vpcCIDRs }
    if let vpcIPv6CIDRs { merged.vpcIPv6CIDRs = vpcIPv6CIDRs }
    if let subnets { merged.subnets = subnets }
    if let securityGroups { merged.securityGroups = securityGroups }
    if let backendSecurityGroup { merged.backendSecurityGroup = backendSecurityGroup }
    if let certificates { merged.certificates = certificates }
    if let targetGroups { merged.targetGroups = targetGroups }
    if let webACLs { merged.webACLs = webACLs }
    if let trustStores { merged.trustStores = trustStores }
    if let elasticIPs { merged.elasticIPs = elasticIPs }
    if let loadBalancers { merged.loadBalancers = loadBalancers }
    return merged
  }
}

extension World {
  /// The objects of the input with what all layers, merged into one, say around them.
  package init(objects: KubernetesObjects, layer: ConfigurationLayer) {
    self.init(
      objects: objects, controller: layer.controllerConfiguration(), aws: layer.aws,
      isComplete: layer.isComplete ?? false)
  }
}
