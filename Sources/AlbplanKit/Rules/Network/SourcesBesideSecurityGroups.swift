import LoadBalancerModel
import Manifests

extension LintRule {
  package static let sourcesBesideSecurityGroups = LintRule(
    id: "sources-beside-security-groups",
    summary: "Sources are limited, but the load balancer has security groups of its own that decide instead.",
    rationale:
      "Address ranges and prefix lists go into the security group that the controller manages, and it makes none "
      + "where security-groups names others; in an IngressGroup one member's security-groups does that to all. Who may "
      + "connect is then what those groups allow.",
    remedy: "Limit the sources in the security group itself, or remove security-groups.",
    severity: .warning, mistakes: ["M118", "M125"],
    flagged: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/security-groups: sg-1
          alb.ingress.kubernetes.io/inbound-cidrs: 10.0.0.0/8
          """), marks: ["alb.ingress.kubernetes.io/inbound-cidrs"]),
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-security-groups: sg-1
          service.beta.kubernetes.io/load-balancer-source-ranges: 10.0.0.0/8
          """), marks: ["service.beta.kubernetes.io/load-balancer-source-ranges"]),
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-security-groups: sg-1",
          spec: "loadBalancerSourceRanges: [10.0.0.0/8]\nports: [{port: 53}]"), marks: ["10.0.0.0/8"]),
    ],
    accepted: [
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/inbound-cidrs: 10.0.0.0/8")),
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/security-groups: sg-1")),
    ],
    check: .stacks { outcome, context, report in
      switch outcome.owner {
      case .ingressGroup(let group):
        guard let groups = group.members.lazy.compactMap(\.securityGroups).first else { return }
        let note = Finding.Note(.note, "these security groups decide", at: groups.key.span)
        for member in group.members {
          for definition in [
            AnnotationDefinition.Ingress.inboundCIDRs, AnnotationDefinition.Ingress.securityGroupPrefixLists,
          ] {
            guard let annotation = member.annotations[definition.key], !annotation.items.isEmpty else { continue }
            report(
              .sourcesBesideSecurityGroups, at: annotation.key.span, in: "Ingress \(member.name)", notes: [note])
          }
        }
      case .service(let service):
        guard service.namesSecurityGroups, !service.declinesSecurityGroup(context.controller),
          let groups = service.metadata.annotations[AnnotationDefinition.Service.securityGroups.key]
        else { return }
        let note = Finding.Note(.note, "these security groups decide", at: groups.key.span)
        let object = "Service \(service.metadata.objectName)"
        if let range = service.loadBalancerSourceRanges.first {
          report(.sourcesBesideSecurityGroups, at: range.span, in: object, notes: [note])
        }
        for definition in [
          AnnotationDefinition.Service.loadBalancerSourceRanges, AnnotationDefinition.Service.securityGroupPrefixLists,
        ] {
          guard let annotation = service.metadata.annotations[definition.key], !annotation.items.isEmpty else {
            continue
          }
          report(.sourcesBesideSecurityGroups, at: annotation.key.span, in: object, notes: [note])
        }
      }
    })
}

extension IngressGroupMember {
  /// The annotation that gives the load balancer security groups of its own.
  var securityGroups: Annotation? {
    guard let annotation = annotations[AnnotationDefinition.Ingress.securityGroups.key], !annotation.items.isEmpty
    else { return nil }
    return annotation
  }
}

extension Finding.Message {
  fileprivate static let sourcesBesideSecurityGroups: Self =
    "this limits nothing: the load balancer has security groups of its own, and they decide who may connect"
}
