import LoadBalancerModel
import Manifests

extension LintRule {
  package static let tooFewSubnets = LintRule(
    id: "too-few-subnets",
    summary: "An application load balancer is given one subnet.",
    rationale:
      "It needs subnets in two availability zones; the controller refuses it otherwise, unless the subnet is one of "
      + "a local zone or an Outpost, or the feature gate ALBSingleSubnet is on.",
    remedy: "Name subnets of two availability zones, or none and let the controller find them.",
    severity: .error, mistakes: ["M132"], refusals: ["too-few-subnets"],
    flagged: [
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/subnets: subnet-0a1"), marks: ["subnet-0a1"])
    ],
    accepted: [
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/subnets: subnet-0a1, subnet-0b1")),
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/subnets: subnet-0a1"),
        context: "controller: {featureGates: {ALBSingleSubnet: true}}"),
    ],
    check: .values(of: [AnnotationDefinition.Ingress.subnets]) { subject, context, report in
      guard case .ingress(let ingress) = subject.carrier, ingress.isHandled, subject.annotation.items.count == 1,
        !context.controller.featureGates[.albSingleSubnet], !subject.value.holdsPlaceholder,
        ingress.member.classParameters?.subnets == nil, !context.isOutsideOrdinaryZones(subject.annotation.items)
      else { return }
      let note = Finding.Note(.note, "unless it lies in a local zone or on an Outpost, which a context file can tell")
      report(
        .tooFewSubnets, at: subject.annotation.value.span, in: subject.object,
        notes: context.world.aws.subnets == nil ? [note] : [])
    })

  package static let repeatedSubnet = LintRule(
    id: "repeated-subnet",
    summary: "A subnet is named twice.",
    rationale:
      "The controller asks AWS for each id of the list and wants as many answers; it refuses a load balancer whose "
      + "list names one twice, or a Name tag more often than subnets have it.",
    remedy: "Name each once.",
    severity: .error, mistakes: ["M133"], refusals: ["subnet-repeated", "subnet-name-repeated"],
    flagged: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/subnets: subnet-0a1, subnet-0a1"),
        marks: ["subnet-0a1"])
    ],
    accepted: [
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/subnets: private, private"))
    ],
    check: .values(of: [
      AnnotationDefinition.Ingress.subnets, AnnotationDefinition.Ingress.frontendNLBSubnets,
      AnnotationDefinition.Service.subnets,
    ]) { subject, _, report in
      report.repeatedItems(of: subject, beginning: "subnet-")
    })

  package static let unsuitableSubnets = LintRule(
    id: "unsuitable-subnets",
    summary: "The subnets do not fit the load balancer.",
    rationale:
      "The controller refuses subnets that share a zone, are of several kinds, have no IPv6 range for a dualstack "
      + "load balancer, or do not exist, and a load balancer for which it finds none by tags or routes. It needs the "
      + "subnets of a context file to be seen.",
    remedy: "Name one subnet for each zone, all of one kind, or tag them for the controller to find.",
    severity: .error, mistakes: ["M131", "M132", "M133", "M137"],
    refusals: [
      "no-subnet", "no-suitable-subnet", "unknown-subnet", "subnets-share-zone", "subnets-in-several-locales",
      "subnet-without-ipv6", "unknown-zone-type",
    ],
    flagged: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/subnets: subnet-0a1, subnet-0a2"),
        context: twoSubnetsOfOneZone),
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/scheme: internet-facing
          alb.ingress.kubernetes.io/subnets: subnet-0a1, subnet-0c1
          """), context: twoSubnetsOfOneZone),
    ],
    accepted: [Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/subnets: subnet-0a1, subnet-0b1"))],
    check: .refusalsOnly)

  package static let privateSubnets = LintRule(
    id: "private-subnets-for-internet-facing",
    summary: "An internet-facing load balancer stands in subnets for internal ones.",
    rationale:
      "A subnet that is tagged kubernetes.io/role/internal-elb and has no route to an internet gateway answers "
      + "nobody outside; AWS refuses a VPC without an internet gateway. It needs the subnets of a context file to be "
      + "seen.",
    remedy: "Name public subnets, or make the load balancer internal.",
    severity: .warning, mistakes: ["M134"],
    flagged: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/scheme: internet-facing
          alb.ingress.kubernetes.io/subnets: subnet-0a1, subnet-0b1
          """), context: internalSubnets, marks: ["subnet-0a1, subnet-0b1"])
    ],
    accepted: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/scheme: internal
          alb.ingress.kubernetes.io/subnets: subnet-0a1, subnet-0b1
          """), context: internalSubnets)
    ],
    check: .stacks { outcome, context, report in
      guard case .plan(let stack) = outcome.result, let subnets = context.world.aws.subnets else { return }
      // Where some are said to be public the others are not.
      let tellsPublic = subnets.contains(where: \.isPublic)
      let privateIDs = Set(
        subnets.lazy.filter { subnet in
          !subnet.isPublic && (tellsPublic || subnet.tags["kubernetes.io/role/internal-elb"] != nil)
            && subnet.tags["kubernetes.io/role/elb"] == nil
        }.map(\.id))
      for loadBalancer in stack.loadBalancers where loadBalancer.scheme.known == .internetFacing {
        guard let span = loadBalancer.subnetMappings.origin.spans.first,
          let mapping = (loadBalancer.subnetMappings.known ?? []).first(where: {
            privateIDs.contains($0.subnetID.known ?? "")
          })
        else { continue }
        report(
          .privateSubnet(mapping.subnetID.known ?? ""), at: span, in: outcome.carrier(at: span),
          severity: tellsPublic ? .error : nil)
      }
    })

  package static let unknownSecurityGroup = LintRule(
    id: "unknown-security-group",
    summary: "A security group does not exist, is named by something else than its Name tag, or is named twice.",
    rationale:
      "Items that begin with sg- are ids; others are compared with the Name tag, not with the group's name. The "
      + "controller refuses the load balancer where it does not find as many as are named. It needs the security "
      + "groups of a context file to be seen, unless an id is named twice.",
    remedy: "Give the id, or the value of the Name tag.",
    severity: .error, mistakes: ["M138"], refusals: ["unknown-security-group"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-security-groups: sg-1,sg-2,sg-1"), marks: ["sg-1"]),
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/security-groups: web"),
        context: "aws: {securityGroups: [{id: sg-1, name: web}]}"),
    ],
    accepted: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/security-groups: web"),
        context: "aws: {securityGroups: [{id: sg-1, tags: {Name: web}}]}")
    ],
    check: .values(of: [
      AnnotationDefinition.Ingress.securityGroups, AnnotationDefinition.Ingress.frontendNLBSecurityGroups,
      AnnotationDefinition.Service.securityGroups,
    ]) { subject, _, report in
      report.repeatedItems(of: subject, beginning: "sg-")
    })

  private static let twoSubnetsOfOneZone = """
    aws:
      subnets:
        - {id: subnet-0a1, availabilityZone: us-west-2a, cidrBlock: 10.0.0.0/20}
        - {id: subnet-0a2, availabilityZone: us-west-2a, cidrBlock: 10.0.16.0/20}
    """

  private static let internalSubnets = """
    aws:
      subnets:
        - id: subnet-0a1
          availabilityZone: us-west-2a
          cidrBlock: 10.0.0.0/20
          tags: {kubernetes.io/role/internal-elb: "1"}
        - id: subnet-0b1
          availabilityZone: us-west-2b
          cidrBlock: 10.0.16.0/20
          tags: {kubernetes.io/role/internal-elb: "1"}
    """
}

extension LintRule.Report {
  /// Reports the ids that a list names again.
  fileprivate mutating func repeatedItems(of subject: AnnotationSubject, beginning prefix: String) {
    guard subject.isReadHere else { return }
    var seen: Set<String> = []
    for item in subject.annotation.items where item.value.startsBytewise(with: prefix) {
      guard !seen.insert(item.value).inserted else { continue }
      self(.repeatedItem(item.value), at: item.span, in: subject.object)
    }
  }
}

extension LintContext {
  /// The subnets are known to be in a local zone, a wavelength zone or on an Outpost, or not to exist.
  fileprivate func isOutsideOrdinaryZones(_ items: [Located<String>]) -> Bool {
    guard let subnets = world.aws.subnets else { return false }
    let named = subnets.filter { subnet in
      items.contains { $0.value == subnet.id || $0.value == subnet.tags["Name"] }
    }
    return named.isEmpty
      || named.contains {
        $0.outpostARN?.isEmpty == false || ($0.zoneType ?? "availability-zone") != "availability-zone"
      }
  }
}

extension Finding.Message {
  fileprivate static let tooFewSubnets: Self =
    "an application load balancer needs subnets of two availability zones, not one subnet"
  fileprivate static func repeatedItem(_ item: String) -> Self { "\(item) is named twice" }
  fileprivate static func privateSubnet(_ id: String) -> Self {
    "the load balancer is internet-facing, but \(id) is no public subnet"
  }
}
