package import Manifests

/// A context file: what manifests do not hold and the controller knows. Its keys: `ConfigurationKey.contextFile`.
package struct ContextFile: Sendable {
  package var layer: ConfigurationLayer
  /// In the order found. The layer holds what could be read all the same.
  package var problems: [ConfigurationProblem]

  package init(_ file: SourceFile) {
    var decoder = ConfigurationDecoder()
    let object = decoder.decode(file, by: ConfigurationKey.contextFile, called: "the context file")
    layer = ConfigurationLayer(object)
    problems = decoder.problems
  }
}

extension ConfigurationLayer {
  /// The keys that context files and settings share.
  init(_ object: ConfigurationObject) {
    self.init()
    isComplete = object.bool("complete")
    if let facts = object.object("aws") { aws = AWSFacts(facts) }
    guard let controller = object.object("controller") else { return }
    version = controller.version("version")
    for flag in controller.flags("flags") { add(flag) }
    featureGates += controller.featureGates("featureGates")
    hasServiceMutatorWebhook = controller.bool("serviceMutatorWebhook")
    clusterName = controller.string("clusterName") ?? clusterName
  }
}

extension AWSFacts {
  /// The key `aws`. Objects without a key that they need are left out; the decoder has reported them.
  init(_ object: ConfigurationObject) {
    self.init()
    region = object.string("region")
    accountID = object.string("accountID")
    vpcID = object.string("vpcID")
    vpcCIDRs = object.strings("vpcCIDRs")
    vpcIPv6CIDRs = object.strings("vpcIPv6CIDRs")
    subnets = object.objects("subnets")?.compactMap(Subnet.init)
    securityGroups = object.objects("securityGroups")?.compactMap(ExistingSecurityGroup.init)
    backendSecurityGroup = object.string("backendSecurityGroup")
    certificates = object.objects("certificates")?.compactMap(ACMCertificate.init)
    targetGroups = object.objects("targetGroups")?.compactMap(NamedResource.init)
    webACLs = object.objects("webACLs")?.compactMap(NamedResource.init)
    trustStores = object.objects("trustStores")?.compactMap(NamedResource.init)
    elasticIPs = object.strings("elasticIPs")
    loadBalancers = object.objects("loadBalancers")?.compactMap(ExistingLoadBalancer.init)
  }
}

extension AWSFacts.Subnet {
  fileprivate init?(_ object: ConfigurationObject) {
    guard let id = object.string("id"), let zone = object.string("availabilityZone") else { return nil }
    self.init(
      id: id, availabilityZone: zone, availabilityZoneID: object.string("availabilityZoneID") ?? zone,
      cidrBlock: object.string("cidrBlock") ?? "")
    ipv6CIDRBlocks = object.strings("ipv6CIDRBlocks") ?? []
    availableIPAddressCount = object.integer("availableIPAddressCount")
    isPublic = object.bool("public") ?? false
    outpostARN = object.string("outpostARN")
    zoneType = object.string("zoneType")
    tags = object.tags("tags")
  }
}

extension AWSFacts.ExistingSecurityGroup {
  fileprivate init?(_ object: ConfigurationObject) {
    guard let id = object.string("id") else { return nil }
    self.init(id: id)
    name = object.string("name")
    tags = object.tags("tags")
  }
}

extension AWSFacts.ACMCertificate {
  fileprivate init?(_ object: ConfigurationObject) {
    guard let arn = object.string("arn") else { return nil }
    self.init(arn: arn)
    domains = object.strings("domains") ?? []
    type = object.string("type")
    certificateAuthorityARN = object.string("certificateAuthorityARN")
    tags = object.tags("tags")
  }
}

extension AWSFacts.NamedResource {
  fileprivate init?(_ object: ConfigurationObject) {
    guard let name = object.string("name"), let arn = object.string("arn") else { return nil }
    self.init(name: name, arn: arn)
  }
}

extension AWSFacts.ExistingLoadBalancer {
  fileprivate init?(_ object: ConfigurationObject) {
    guard let arn = object.string("arn") else { return nil }
    self.init(arn: arn)
    name = object.string("name")
    scheme = object.string("scheme")
    type = object.string("type")
    subnets = object.strings("subnets") ?? []
    securityGroups = object.strings("securityGroups") ?? []
    tags = object.tags("tags")
  }
}
