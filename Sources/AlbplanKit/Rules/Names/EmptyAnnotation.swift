import LoadBalancerModel
import Manifests

extension LintRule {
  package static let emptyAnnotation = LintRule(
    id: "empty-annotation",
    summary: "An annotation is there and has no value, as a template leaves it.",
    rationale:
      "An empty value is not the same as no annotation: the controller looks at whether the key is there. Lists "
      + "without items count as not set, which opens a load balancer or takes its TLS away; an empty web ACL "
      + "is taken off; words and numbers are refused.",
    remedy: "Leave the whole line out when there is no value, in a Helm template with {{- with … }}.",
    severity: .warning, mistakes: ["M017"],
    refusals: ["empty-customer-owned-ipv4-pool"],
    explains: .ofFlawedText + [
      "elastic-ip-count", "private-ipv4-count", "ipv6-address-count", "source-nat-prefix-count",
      "elastic-ips-on-internal-load-balancer",
    ],
    flagged: [
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/inbound-cidrs: ""
          alb.ingress.kubernetes.io/tags: Env=prod
          """),
        marks: ["\"\""], fixed: ingress("alb.ingress.kubernetes.io/tags: Env=prod")),
      // Open to the whole internet.
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/scheme: internet-facing
          alb.ingress.kubernetes.io/inbound-cidrs: ""
          """),
        marks: ["\"\""]),
      Example(ingress("alb.ingress.kubernetes.io/scheme: \"\""), marks: ["\"\""]),
      Example(
        ingress("alb.ingress.kubernetes.io/security-groups:"), marks: ["alb.ingress.kubernetes.io/security-groups:"]),
      Example(
        service("service.beta.kubernetes.io/aws-load-balancer-security-group-prefix-lists: \"\""), marks: ["\"\""]),
    ],
    accepted: [
      Example(
        ingress(
          """
          alb.ingress.kubernetes.io/inbound-cidrs: 10.0.0.0/8
          alb.ingress.kubernetes.io/tags: ""
          """))
    ],
    check: .annotations { subject, _, report in
      guard subject.isReadHere, subject.textFlaw == .empty,
        let verdict = EmptyValue.verdict(on: subject)
      else { return }
      let edit = report.editor(for: subject.annotation.key.span)?.deleteEntry(subject.annotation)
      report(
        .empty(subject.shortKey, verdict.text), at: subject.spanOfEmptyValue, in: subject.object,
        severity: subject.leavesLoadBalancerOpen ? .error : verdict.severity,
        fix: edit.map { Finding.Fix("remove the annotation", .unsafe, edits: [$0]) })
    })
}

extension AnnotationSubject {
  /// Who may connect was to be said here, and the load balancer is internet-facing.
  fileprivate var leavesLoadBalancerOpen: Bool {
    func isInternetFacing(_ scheme: AnnotationDefinition) -> Bool {
      siblings[scheme.key]?.value.value == LoadBalancerScheme.internetFacing.rawValue
    }
    func isSet(_ other: AnnotationDefinition) -> Bool { siblings[other.key].map { !$0.items.isEmpty } ?? false }
    typealias OfIngress = AnnotationDefinition.Ingress
    typealias OfService = AnnotationDefinition.Service
    if definition === OfIngress.inboundCIDRs || definition === OfIngress.securityGroups {
      guard case .ingress(let subject) = carrier, subject.member.classParameters?.inboundCIDRs.isEmpty != false else {
        return false
      }
      return isInternetFacing(OfIngress.scheme) && !isSet(OfIngress.inboundCIDRs) && !isSet(OfIngress.securityGroups)
        && !isSet(OfIngress.securityGroupPrefixLists)
    }
    if definition === OfService.loadBalancerSourceRanges || definition === OfService.securityGroups {
      guard case .service(let subject) = carrier, subject.service.loadBalancerSourceRanges.isEmpty else { return false }
      return isInternetFacing(OfService.scheme) && !isSet(OfService.loadBalancerSourceRanges)
        && !isSet(OfService.securityGroups) && !isSet(OfService.securityGroupPrefixLists)
    }
    return false
  }

  /// The quotes without anything between them; with neither quotes nor value, the key.
  fileprivate var spanOfEmptyValue: SourceSpan {
    let (key, value) = (annotation.key.span, annotation.value.span)
    guard value.start == value.end else { return value }
    return SourceSpan(file: key.file, start: key.start, end: Swift.max(key.end, value.end))
  }
}

/// What the controller makes of an annotation without a value.
private enum EmptyValue {
  static func verdict(on subject: AnnotationSubject) -> (text: String, severity: Severity)? {
    guard let definition = subject.definition, !toldElsewhere.contains(where: { $0 === definition }) else { return nil }
    if let text = consequences.first(where: { $0.definition === definition }) { return (text.text, text.severity) }
    switch definition.type {
    case .bool, .int32, .int64, .json:
      if definition === AnnotationDefinition.Service.isInternal,
        subject.siblings[AnnotationDefinition.Service.scheme.key] != nil
      {
        return nil
      }
      return ("the controller refuses it", .error)
    case .oneOf:
      switch definition.otherValues {
      case .refused, .refusedIgnoringCase: return ("the controller refuses it", .error)
      case .passedOn: return ("AWS refuses it", .error)
      case .ignored: return nil
      }
    case .string: return ("an empty text takes the place of the default", .warning)
    case .stringList: return ("a list without items counts as not set", .warning)
    // Nothing is set and nothing is lost.
    case .stringMap: return nil
    }
  }

  /// Other rules look at empty values of these settings, or they do no harm.
  private static let toldElsewhere = [
    AnnotationDefinition.Ingress.groupName, AnnotationDefinition.Ingress.listenPorts,
    AnnotationDefinition.Ingress.mutualAuthentication, AnnotationDefinition.Ingress.frontendNLBHealthcheckPort,
    AnnotationDefinition.Ingress.authType,
    AnnotationDefinition.Ingress.authOnUnauthenticatedRequest, AnnotationDefinition.Ingress.customerOwnedIPv4Pool,
    AnnotationDefinition.Ingress.ingressClass,
    AnnotationDefinition.Ingress.acmPCAARN,
  ]

  private static let consequences: [(definition: AnnotationDefinition, text: String, severity: Severity)] = [
    (
      AnnotationDefinition.Ingress.inboundCIDRs,
      "the security group that the controller makes is open to everyone then", .warning
    ),
    (
      AnnotationDefinition.Ingress.securityGroups,
      "the controller makes a security group of its own then, open to everyone unless inbound-cidrs says otherwise",
      .warning
    ),
    (
      AnnotationDefinition.Ingress.certificateARN,
      "no certificate is named then: without listen-ports the ALB listens on HTTP port 80 only", .warning
    ),
    (AnnotationDefinition.Ingress.wafv2ACLARN, "the web ACL of the ALB is taken off then", .warning),
    (AnnotationDefinition.Ingress.wafv2ACLName, "it counts as not set", .warning),
    (AnnotationDefinition.Ingress.wafACLID, "it counts as not set, and hides web-acl-id", .warning),
    (AnnotationDefinition.Ingress.createACMCert, "it counts as false", .warning),
    (AnnotationDefinition.Ingress.subnets, "the controller refuses a list without subnets", .error),
    (AnnotationDefinition.Ingress.ipamIPv4PoolID, "it counts as not set", .warning),
    (AnnotationDefinition.Service.enableTCPUDPListener, "it counts as not set", .warning),
    (
      AnnotationDefinition.Service.proxyProtocolPerTargetGroup, "it switches proxy protocol off for all ports", .warning
    ),
    (
      AnnotationDefinition.Service.loadBalancerSourceRanges,
      "the security group that the controller makes is open to everyone then", .warning
    ),
    (
      AnnotationDefinition.Service.securityGroupPrefixLists,
      "its mere presence takes the opening to everyone away: without source ranges nobody can connect", .error
    ),
    (
      AnnotationDefinition.Service.sslCert, "no certificate is named then: the listeners stay TCP without TLS", .warning
    ),
    (
      AnnotationDefinition.Service.securityGroups,
      "the controller makes a security group of its own then, open to everyone unless source ranges are given", .warning
    ),
  ]
}

extension Finding.Message {
  fileprivate static func empty(_ key: String, _ consequence: String) -> Self {
    "\(key) is there but empty: \(consequence)"
  }
}
