import LoadBalancerModel
import Manifests

extension LintRule {
  package static let sharedLoadBalancerName = LintRule(
    id: "shared-load-balancer-name",
    summary: "Two load balancers are to have the same name.",
    rationale: "A name joins nothing: Ingresses share a load balancer only through group.name. AWS refuses the second "
      + "load balancer with DuplicateLoadBalancerName, or, with equal settings, two of them change one load balancer "
      + "in turns. Names are unique in an account and region, for both kinds of load balancer.",
    remedy: "Give Ingresses that are to share a load balancer the same group.name, and others names of their own.",
    severity: .error, mistakes: ["M045", "M109"],
    flagged: [
      Example(
        SampleManifest.file(
          ListenerSample.ingress("alb.ingress.kubernetes.io/load-balancer-name: shop", name: "first"),
          ListenerSample.ingress("alb.ingress.kubernetes.io/load-balancer-name: shop", name: "second")),
        marks: ["shop"]),
      Example(
        SampleManifest.file(
          SampleManifest.loadBalancer("dns", "service.beta.kubernetes.io/aws-load-balancer-name: primary"),
          SampleManifest.loadBalancer("mail", "service.beta.kubernetes.io/aws-load-balancer-name: primary")),
        marks: ["primary"]),
      Example(
        ListenerSample.ingress("alb.ingress.kubernetes.io/load-balancer-name: shop"),
        context: """
          controller: {clusterName: demo}
          aws:
            loadBalancers:
            - {arn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/0123456789abcdef", name: shop}
          """,
        marks: ["shop"]),
    ],
    accepted: [
      Example(
        SampleManifest.file(
          ListenerSample.ingress(
            """
            alb.ingress.kubernetes.io/group.name: shop
            alb.ingress.kubernetes.io/load-balancer-name: shop
            """, name: "first"),
          ListenerSample.ingress(
            """
            alb.ingress.kubernetes.io/group.name: shop
            alb.ingress.kubernetes.io/load-balancer-name: shop
            """, name: "second", spec: ListenerSample.paths("second.example.com"))))
    ],
    check: .input { context, report in
      let existing = Dictionary(
        (context.world.aws.loadBalancers ?? []).compactMap { one in one.name.map { ($0, one) } },
        uniquingKeysWith: { first, _ in first })
      var first: [String: NamedLoadBalancer] = [:]
      for named in NamedLoadBalancer.all(in: context) {
        guard let other = first[named.name] else {
          first[named.name] = named
          // A load balancer that is there already and is not this group's own.
          if let group = named.group, let taken = existing[named.name],
            case .known(let own) = ExistingLoadBalancers(context.world).loadBalancer(of: group).knowledge,
            own?.arn != taken.arn
          {
            report(.exists(named.name, taken.arn), at: named.span, in: "\(named.kind) \(named.object)")
          }
          continue
        }
        // Manifests for several clusters often lie side by side, but seldom in one namespace.
        let isCertain = other.object.namespace == named.object.namespace
        report(
          .taken(named.name, by: "\(other.kind) \(other.object)"), at: named.span, in: "\(named.kind) \(named.object)",
          severity: isCertain ? .error : .warning,
          notes: [Finding.Note(.note, "\(other.kind) \(other.object) has the name too", at: other.span)])
      }
    })
}

/// A load balancer with a name of its own, one a group or Service.
private struct NamedLoadBalancer {
  var name: String
  var span: SourceSpan
  var kind: String
  var object: ObjectName
  /// `nil` for a Service.
  var group: IngressGroupID? = nil

  static func all(in context: LintContext) -> [NamedLoadBalancer] {
    var all: [NamedLoadBalancer] = []
    let ingresses = context.objects.ingresses
    for group in context.pipeline.loading.groups {
      for member in group.members where ingresses.indices.contains(member.position) {
        let ingress = ingresses[member.position]
        let ofClass = member.settings?.parameters?.loadBalancerName.flatMap { $0.value.isEmpty ? nil : $0 }
        let annotation = ingress.metadata.annotations[AnnotationDefinition.Ingress.loadBalancerName.key]?.value
        guard let name = ofClass ?? annotation, !name.value.holdsPlaceholder else { continue }
        let span = ofClass == nil ? name.span : ingress.className?.span ?? ingress.metadata.name.span
        all.append(
          NamedLoadBalancer(
            name: name.value, span: span, kind: "Ingress", object: ingress.metadata.objectName, group: group.id))
        break
      }
    }
    for (service, classification) in zip(context.objects.services, context.pipeline.classifications)
    where classification.isHandled {
      guard let name = service.metadata.annotations[AnnotationDefinition.Service.name.key]?.value,
        !name.value.isEmpty, !name.value.holdsPlaceholder
      else { continue }
      all.append(
        NamedLoadBalancer(name: name.value, span: name.span, kind: "Service", object: service.metadata.objectName))
    }
    return all
  }
}

extension Finding.Message {
  fileprivate static func taken(_ name: String, by other: String) -> Self {
    "the load balancer of \(other) is named \(name) already, and they are not in one group"
  }
  fileprivate static func exists(_ name: String, _ arn: String) -> Self {
    "a load balancer named \(name) exists already and is not this group's: \(arn)"
  }
}
