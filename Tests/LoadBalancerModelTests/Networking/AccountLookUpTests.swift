import Manifests
import Testing

@testable import LoadBalancerModel

@Suite struct SecurityGroupResolverTests {
  private let groups: [AWSFacts.ExistingSecurityGroup] = ["sg-0b": "corp", "sg-0a": "web", "sg-0c": "web"]
    .sorted { $0.key < $1.key }.map {
      var group = AWSFacts.ExistingSecurityGroup(id: $0.key)
      group.tags["Name"] = $0.value
      return group
    }

  private func resolve(
    _ items: [String], in groups: [AWSFacts.ExistingSecurityGroup]?
  ) throws(BuildFailure) -> [String?]? {
    try SecurityGroupResolver(world { $0.aws.securityGroups = groups })
      .resolve(namesOrIDs: annotation(items)).known?.map(\.known)
  }

  @Test func `ids come first, then those found by name, each in the order of AWS`() throws {
    #expect(try resolve(["corp", "sg-0c", "sg-0a"], in: groups) == ["sg-0a", "sg-0c", "sg-0b"])
  }

  @Test func `a name stands for every group that carries it`() throws {
    #expect(try resolve(["web", "web"], in: groups) == ["sg-0a", "sg-0c"])
  }

  @Test func `what is missing among ids and among names is told together`() {
    #expect(
      message { () throws(BuildFailure) in _ = try resolve(["sg-0f", "nowhere", "corp"], in: groups) }
        == "couldn't find all security groups: api error InvalidGroup.NotFound: "
        + "The security group 'sg-0f' does not exist, requested names [nowhere, corp] but found [corp]")
  }

  @Test func `an id that is written twice is refused`() {
    #expect(
      message { () throws(BuildFailure) in _ = try resolve(["sg-0a", "sg-0a"], in: groups) }
        == "couldn't find all security groups: requested ids [sg-0a, sg-0a] but found [sg-0a]")
  }

  @Test func `without the VPC's groups ids pass through and each name is one unknown`() throws {
    #expect(try resolve(["web", "sg-0x", "web", "corp"], in: nil) == ["sg-0x", nil, nil])
  }
}

@Suite struct CertificateDiscoveryTests {
  private func certificate(_ arn: String, _ domains: [String], authority: String? = nil) -> AWSFacts.ACMCertificate {
    var certificate = AWSFacts.ACMCertificate(arn: arn)
    certificate.domains = domains
    certificate.certificateAuthorityARN = authority
    return certificate
  }

  private func discover(
    _ hosts: [String], _ certificates: [AWSFacts.ACMCertificate]?, _ change: (inout World) -> Void = { _ in }
  ) throws(BuildFailure) -> Planned<[String]> {
    let world = world {
      $0.aws.certificates = certificates
      change(&$0)
    }
    return try CertificateDiscovery(world).discover(hosts: hosts.map { Located($0, at: somewhere) })
  }

  @Test func `all certificates that match any host are taken, sorted by ARN`() throws {
    let all = [certificate("arn:2", ["a.example.com"]), certificate("arn:1", ["x.org", "*.example.com"])]
    #expect(try discover(["a.example.com"], all).known == ["arn:1", "arn:2"])
    #expect(try discover(["*.example.com"], all).known == ["arn:1"])
  }

  @Test(arguments: ["example.com", "a.b.example.com", "A.EXAMPLE.COM", "a.example.org"])
  func `a star stands for exactly one label and case counts`(host: String) {
    let refusal = message { () throws(BuildFailure) in
      _ = try discover([host], [certificate("arn:1", ["*.example.com"])])
    }
    #expect(refusal == "no certificate found for host: \(host)")
  }

  @Test func `certificates of other authorities have no domains`() throws {
    let all = [certificate("arn:1", ["a.org"], authority: "ca:1"), certificate("arn:2", ["a.org"])]
    let found = try discover(["a.org"], all) { $0.controller.flags.allowedCertificateAuthorityARNs = ["ca:1"] }
    #expect(found.known == ["arn:1"])
  }

  @Test func `certificates that the controller made are passed over when it manages certificates`() throws {
    var own = certificate("arn:1", ["a.org"])
    own.tags = ["elbv2.k8s.aws/cluster": "any", "ingress.k8s.aws/stack": "any"]
    let all = [own, certificate("arn:2", ["a.org"])]
    #expect(try discover(["a.org"], all).known == ["arn:1", "arn:2"])
    let found = try discover(["a.org"], all) { $0.controller.featureGates[.enableCertificateManagement] = true }
    #expect(found.known == ["arn:2"])
  }

  @Test func `without the account's certificates they are unknown, but no host needs none`() throws {
    #expect(try discover(["a.org"], nil).missingFact == .certificates)
    #expect(try discover([], nil).known == [])
  }
}

@Suite struct NameLookUpTests {
  private let resource = AWSFacts.NamedResource(name: "one", arn: "arn:1")
  private func name(_ text: String) -> Located<String> { Located(text, at: somewhere) }

  @Test func `trust stores, target groups and web ACLs are found by name`() throws {
    let world = world {
      $0.aws.trustStores = [resource]
      $0.aws.targetGroups = [resource]
      $0.aws.webACLs = [resource]
    }
    #expect(try TrustStoreResolver(world).arns(forNames: [name("one")])["one"]?.known == "arn:1")
    #expect(try TargetGroupNameResolver(world).arn(forName: name("one")).known == "arn:1")
    #expect(try WebACLNameResolver(world).arn(forName: name("one")).known == "arn:1")
  }

  @Test func `a name that does not exist is refused in the words of AWS or of the controller`() {
    let world = world {
      $0.aws.trustStores = []
      $0.aws.targetGroups = []
      $0.aws.webACLs = []
    }
    #expect(
      message { () throws(BuildFailure) in _ = try TrustStoreResolver(world).arns(forNames: [name("x")]) }
        == "api error TrustStoreNotFound: One or more trust stores not found")
    #expect(
      message { () throws(BuildFailure) in _ = try TargetGroupNameResolver(world).arn(forName: name("x")) }
        == "api error TargetGroupNotFound: One or more target groups not found")
    #expect(
      message { () throws(BuildFailure) in _ = try WebACLNameResolver(world).arn(forName: name("x")) }
        == "couldn't find WAFv2 WebACL with name: x")
  }

  @Test func `a name is unknown while the account's list is`() throws {
    let world = world { _ in }
    #expect(try TrustStoreResolver(world).arns(forNames: [name("x")])["x"]?.missingFact == .trustStores)
    #expect(try TargetGroupNameResolver(world).arn(forName: name("x")).missingFact == .targetGroups)
    #expect(try WebACLNameResolver(world).arn(forName: name("x")).missingFact == .webACLs)
  }
}

@Suite struct ExistingLoadBalancersTests {
  private func existing(_ stackTag: String, _ stack: String, cluster: String) -> AWSFacts.ExistingLoadBalancer {
    var loadBalancer = AWSFacts.ExistingLoadBalancer(arn: "arn:\(stack)")
    loadBalancer.tags = ["elbv2.k8s.aws/cluster": cluster, stackTag: stack]
    return loadBalancer
  }

  @Test func `a load balancer belongs to the stack and the cluster that its tags name`() {
    let world = world {
      $0.aws.loadBalancers = [
        existing("ingress.k8s.aws/stack", "shop/web", cluster: "other"),
        existing("ingress.k8s.aws/stack", "edge", cluster: "demo"),
        existing("service.k8s.aws/stack", "shop/web", cluster: "demo"),
      ]
    }
    let finder = ExistingLoadBalancers(world)
    let name = ObjectName(namespace: "shop", name: "web")
    #expect(finder.loadBalancer(of: .implicit(name)).known == .some(nil))
    #expect(finder.loadBalancer(of: .explicit("edge")).known??.arn == "arn:edge")
    #expect(finder.loadBalancer(ofService: name).known??.arn == "arn:shop/web")
  }

  @Test func `none is taken to exist while they are not known, and the cluster decides`() {
    let name = ObjectName(namespace: "shop", name: "web")
    #expect(ExistingLoadBalancers(world { _ in }).loadBalancer(ofService: name).known == .some(nil))
    let unnamed = world {
      $0.controller.clusterName = nil
      $0.aws.loadBalancers = [existing("service.k8s.aws/stack", "shop/web", cluster: "demo")]
    }
    #expect(ExistingLoadBalancers(unnamed).loadBalancer(ofService: name).missingFact == .clusterName)
  }
}

@Suite struct BackendSecurityGroupProviderTests {
  @Test func `the flag counts, then the known group, else it is unknown`() {
    let known = world { $0.aws.backendSecurityGroup = "sg-fact" }
    #expect(BackendSecurityGroupProvider(known).id().known == "sg-fact")
    let flagged = world {
      $0.aws.backendSecurityGroup = "sg-fact"
      $0.controller.flags.backendSecurityGroup = "sg-flag"
    }
    #expect(BackendSecurityGroupProvider(flagged).id().known == "sg-flag")
    #expect(BackendSecurityGroupProvider(world { _ in }).id().missingFact == .backendSecurityGroup)
  }

  @Test func `the group that the controller made before is known by its tags`() {
    var group = AWSFacts.ExistingSecurityGroup(id: "sg-shared")
    group.tags = ["elbv2.k8s.aws/cluster": "demo", "elbv2.k8s.aws/resource": "backend-sg"]
    let ours = world { $0.aws.securityGroups = [.init(id: "sg-0"), group] }
    #expect(BackendSecurityGroupProvider(ours).id().known == "sg-shared")
    let others = world {
      $0.aws.securityGroups = [group]
      $0.controller.clusterName = "other"
    }
    #expect(BackendSecurityGroupProvider(others).id().missingFact == .backendSecurityGroup)
  }
}
