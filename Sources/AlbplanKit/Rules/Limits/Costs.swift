import LoadBalancerModel
import Manifests

extension LintRule {
  package static let loadBalancerForEachIngress = LintRule(
    id: "load-balancer-for-each-ingress",
    summary: "Several Ingresses of a namespace have a load balancer each.",
    rationale:
      "An Ingress without a group has a load balancer of its own, and each is billed by the hour, with a public "
      + "IPv4 address in each zone. Ingresses of one IngressGroup share one.",
    remedy: "Give those that may share a load balancer the same alb.ingress.kubernetes.io/group.name.",
    severity: .info, mistakes: ["M154"],
    flagged: [
      Example(
        SampleManifest.file(
          SampleManifest.ingress("a", "alb.ingress.kubernetes.io/scheme: internal"),
          SampleManifest.ingress("b", "alb.ingress.kubernetes.io/scheme: internal"),
          SampleManifest.ingress("c", "alb.ingress.kubernetes.io/scheme: internal")), marks: ["a"])
    ],
    accepted: [
      Example(
        SampleManifest.file(
          SampleManifest.ingress("a", "alb.ingress.kubernetes.io/group.name: shop"),
          SampleManifest.ingress(
            "b", "alb.ingress.kubernetes.io/group.name: shop",
            spec: """
              rules:
                - host: b.example.com
                  http:
                    paths:
                      - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
              """)))
    ],
    check: .input { context, report in
      var namespaces: [String: [Ingress]] = [:]
      var order: [String] = []
      for group in context.pipeline.loading.groups {
        guard case .implicit(let name) = group.id, let position = group.members.first?.position,
          context.objects.ingresses.indices.contains(position)
        else { continue }
        if namespaces[name.namespace] == nil { order.append(name.namespace) }
        namespaces[name.namespace, default: []].append(context.objects.ingresses[position])
      }
      for namespace in order {
        guard let ingresses = namespaces[namespace], ingresses.count > 2, let first = ingresses.first else { continue }
        report(
          .loadBalancerForEachIngress(ingresses.count, namespace), at: first.metadata.name.span,
          in: "Ingress \(first.metadata.objectName)",
          notes: [Finding.Note(.help, "with one alb.ingress.kubernetes.io/group.name they share a load balancer")])
      }
    })

  package static let crossZoneTraffic = LintRule(
    id: "cross-zone-traffic",
    summary: "A network load balancer sends traffic to targets in all zones.",
    rationale: "With load_balancing.cross_zone.enabled=true traffic between zones is billed; it is off by default.",
    remedy: "Leave it off where every zone has enough targets.",
    severity: .info, mistakes: ["M155"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-attributes: load_balancing.cross_zone.enabled=true"),
        marks: ["true"])
    ],
    accepted: [Example(SampleManifest.loadBalancer())],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result else { return }
      for loadBalancer in stack.loadBalancers where loadBalancer.type == .network {
        guard
          let attribute = loadBalancer.attributes.first(where: { $0.key == "load_balancing.cross_zone.enabled" }),
          attribute.value.known == "true", let span = attribute.value.origin.spans.first
        else { continue }
        report(.crossZoneTraffic, at: span, in: outcome.carrier(at: span))
      }
    })

  package static let reservedCapacity = LintRule(
    id: "reserved-capacity",
    summary: "A load balancer reserves capacity.",
    rationale:
      "Reserved capacity units are billed while they are reserved, and AWS's default quota for a region is 0. Where "
      + "the annotation is removed the reservation stays: only CapacityUnits=0 takes it back.",
    remedy: "Reserve capacity for as long as it is needed, then set CapacityUnits=0.",
    severity: .info, mistakes: ["M155"],
    flagged: [
      Example(
        SampleManifest.ingress(
          "web", "alb.ingress.kubernetes.io/minimum-load-balancer-capacity: CapacityUnits=1000"))
    ],
    accepted: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/minimum-load-balancer-capacity: CapacityUnits=0"))
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result else { return }
      for loadBalancer in stack.loadBalancers {
        guard let units = loadBalancer.minimumCapacityUnits, let count = units.known, count > 0,
          let span = units.origin.spans.first
        else { continue }
        report(.reservedCapacity(count), at: span, in: outcome.carrier(at: span))
      }
    })
}

extension Finding.Message {
  fileprivate static func loadBalancerForEachIngress(_ count: Int, _ namespace: String) -> Self {
    "\(count) Ingresses of the namespace \(namespace) have a load balancer each"
  }
  fileprivate static let crossZoneTraffic: Self = "traffic between zones is billed"
  fileprivate static func reservedCapacity(_ count: Int32) -> Self {
    "\(count) capacity units are billed while reserved"
  }
}
