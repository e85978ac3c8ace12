/// What is known of the AWS account and the VPC. A `nil` list means "not said"; an empty list means "there are none".
///
/// Lists keep the order in which AWS would answer.
package struct AWSFacts: Hashable, Sendable {
  package var region: String?
  package var accountID: String?
  package var vpcID: String?
  package var vpcCIDRs: [String]?
  package var vpcIPv6CIDRs: [String]?
  package var subnets: [Subnet]?
  package var securityGroups: [ExistingSecurityGroup]?
  package var backendSecurityGroup: String?
  package var certificates: [ACMCertificate]?
  package var targetGroups: [NamedResource]?
  package var webACLs: [NamedResource]?
  package var trustStores: [NamedResource]?
  package var elasticIPs: [String]?
  package var loadBalancers: [ExistingLoadBalancer]?

  package init() {}

  package struct Subnet: Hashable, Sendable {
    package var id: String
    package var availabilityZone: String
    package var availabilityZoneID: String
    package var cidrBlock: String
    package var ipv6CIDRBlocks: [String] = []
    /// `nil` while it is not known, and then taken for enough.
    package var availableIPAddressCount: Int?
    /// The route table leads to an internet gateway.
    package var isPublic = false
    package var outpostARN: String?
    /// `availability-zone`, `local-zone` or `wavelength-zone`.
    package var zoneType: String?
    package var tags: [String: String] = [:]

    package init(id: String, availabilityZone: String, availabilityZoneID: String, cidrBlock: String) {
      self.id = id
      self.availabilityZone = availabilityZone
      self.availabilityZoneID = availabilityZoneID
      self.cidrBlock = cidrBlock
    }
  }

  package struct ExistingSecurityGroup: Hashable, Sendable {
    package var id: String
    package var name: String?
    package var tags: [String: String] = [:]

    package init(id: String) { self.id = id }
  }

  package struct ACMCertificate: Hashable, Sendable {
    package var arn: String
    package var domains: [String] = []
    /// `AMAZON_ISSUED`, `IMPORTED` or `PRIVATE`.
    package var type: String?
    package var certificateAuthorityARN: String?
    package var tags: [String: String] = [:]

    package init(arn: String) { self.arn = arn }
  }

  package struct NamedResource: Hashable, Sendable {
    package var name: String
    package var arn: String

    package init(name: String, arn: String) {
      self.name = name
      self.arn = arn
    }
  }

  package struct ExistingLoadBalancer: Hashable, Sendable {
    package var arn: String
    package var name: String?
    package var scheme: String?
    package var type: String?
    package var subnets: [String] = []
    package var securityGroups: [String] = []
    package var tags: [String: String] = [:]

    package init(arn: String) { self.arn = arn }
  }
}
