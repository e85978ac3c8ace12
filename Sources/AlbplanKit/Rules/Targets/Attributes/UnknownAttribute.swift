import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unknownAttribute = LintRule(
    id: "unknown-attribute",
    summary: "An attribute is none that AWS knows.",
    rationale: "The controller passes attributes on unread, and AWS refuses a key that it does not know; what else was "
      + "to be changed is then not changed either. A key that is newer than albplan's list (ELBv2 API of May 2026) is "
      + "reported too.",
    remedy: "Write the key as the ELBv2 API spells it.",
    severity: .warning, mistakes: ["M122"],
    flagged: [
      Example(
        SampleManifest.ingress(
          "web", "alb.ingress.kubernetes.io/load-balancer-attributes: idle_timeout.timeout_second=600"),
        marks: ["idle_timeout.timeout_second"],
        fixed: SampleManifest.ingress(
          "web", "alb.ingress.kubernetes.io/load-balancer-attributes: idle_timeout.timeout_seconds=600")),
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-attributes: proxy_protocol.v2.enabled=true"),
        marks: ["proxy_protocol.v2.enabled"]),
    ],
    accepted: [
      Example(
        SampleManifest.ingress(
          "web", "alb.ingress.kubernetes.io/load-balancer-attributes: idle_timeout.timeout_seconds=600"))
    ],
    check: .attributes { list, report in
      let keys = AttributeKeys.standard
      for (position, (key, _)) in list.pairs.enumerated() where !keys.isKnown(key) && !key.holdsPlaceholder {
        let place = list.source.places(ofPairAt: position).key
        if let nearest = keys.nearest(to: key, of: list.resource) {
          let edit = Finding.Edit(place, nearest)
          report(
            .unknownAttribute(key, list.resource, nearest), at: place, in: list.object,
            fix: Finding.Fix("write \(nearest)", .unsafe, edits: [edit]))
        } else if let (nearest, resource) = keys.nearestElsewhere(to: key, than: list.resource) {
          report(
            .unknownAttribute(key, list.resource, nearest), at: place, in: list.object,
            notes: [.belongs(nearest, to: resource)])
        } else {
          report(.unknownAttribute(key, list.resource, nil), at: place, in: list.object)
        }
      }
    })

  package static let misplacedAttribute = LintRule(
    id: "misplaced-attribute",
    summary: "An attribute stands at a resource that it does not belong to.",
    rationale: "Load balancers, listeners and target groups have attributes of their own, and those of application and "
      + "network load balancers differ. The controller passes attributes on unread, and AWS refuses the key.",
    remedy: "Move the attribute to the annotation of the resource that it belongs to.",
    severity: .error, mistakes: ["M122"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-attributes: proxy_protocol_v2.enabled=true"),
        marks: ["proxy_protocol_v2.enabled"]),
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-attributes: idle_timeout.timeout_seconds=600"),
        marks: ["idle_timeout.timeout_seconds"]),
      Example(
        SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/scheme: internal"),
          """
          apiVersion: elbv2.k8s.aws/v1beta1
          kind: IngressClassParams
          metadata:
            name: shared
          spec:
            loadBalancerAttributes:
              - {key: stickiness.enabled, value: "true"}
          """), marks: ["stickiness.enabled"]),
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes: proxy_protocol_v2.enabled=true"
        ))
    ],
    check: .attributes { list, report in
      let keys = AttributeKeys.standard
      for (position, (key, _)) in list.pairs.enumerated() where keys.definition(key, of: list.resource) == nil {
        guard let resource = keys.owner(of: key, otherThan: list.resource) else { continue }
        report(
          .misplacedAttribute(key, list.resource), at: list.source.places(ofPairAt: position).key, in: list.object,
          notes: [.belongs(key, to: resource)])
      }
    })

  package static let attributeValueRefused = LintRule(
    id: "attribute-value-refused",
    summary: "The value of an attribute is none that AWS takes.",
    rationale: "The controller passes values on unread, but for dns_record.client_routing_policy and "
      + "preserve_client_ip.enabled, and AWS refuses the whole change.",
    remedy: "Write one of the values that the finding names.",
    severity: .error, mistakes: ["M122"],
    refusals: ["unknown-client-routing-policy", "malformed-preserve-client-ip"],
    flagged: [
      Example(
        SampleManifest.ingress(
          "web", "alb.ingress.kubernetes.io/load-balancer-attributes: idle_timeout.timeout_seconds=5000"),
        marks: ["5000"]),
      Example(
        SampleManifest.ingress(
          "web", "alb.ingress.kubernetes.io/target-group-attributes: slow_start.duration_seconds=10"), marks: ["10"]),
      Example(
        SampleManifest.ingress(
          "web", "alb.ingress.kubernetes.io/target-group-attributes: stickiness.enabled=yes"), marks: ["yes"]),
      Example(
        SampleManifest.loadBalancer(
          "dns",
          "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes: preserve_client_ip.enabled=no"),
        marks: ["no"]),
      Example(
        SampleManifest.loadBalancer(
          "dns",
          "service.beta.kubernetes.io/aws-load-balancer-attributes: dns_record.client_routing_policy=any_zone"),
        marks: ["any_zone"]),
    ],
    accepted: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/load-balancer-attributes: idle_timeout.timeout_seconds=4000,routing.http2.enabled=false
          alb.ingress.kubernetes.io/target-group-attributes: slow_start.duration_seconds=0
          """))
    ],
    check: .attributes { list, report in
      let keys = AttributeKeys.standard
      for (position, (key, value)) in list.pairs.enumerated() {
        // An empty value of proxy_protocol_v2.enabled and the like takes the attribute out again.
        // A comma at the end, or one that is missing before the next pair, is a mistake of its own.
        guard let definition = keys.definition(key, of: list.resource),
          let last = value.utf8.last, last != UInt8(ascii: ","),
          let demand = definition.demand(instead: value), !value.holdsAnotherPair, !value.holdsPlaceholder
        else { continue }
        report(
          .attributeValueRefused(key, value, demand), at: list.source.places(ofPairAt: position).value,
          in: list.object)
      }
    })
}

extension String {
  /// A line end, or a blank, stands where a comma has to part two pairs.
  fileprivate var holdsAnotherPair: Bool {
    utf8.contains(0x0A) || utf8.contains(0x20) && utf8.contains(UInt8(ascii: "="))
  }
}

/// Looks attributes up.
private struct AttributeKeys {
  static let standard = AttributeKeys()

  private var known: Set<String> = []
  private var definitions: [AttributeResource: [AttributeDefinition]] = [:]

  init() {
    for resource in [AttributeResource.applicationLoadBalancer]
      + AttributeDefinition.others(than: .applicationLoadBalancer)
    {
      let own = AttributeDefinition.all(of: resource)
      definitions[resource] = own
      known.formUnion(own.map(\.key))
    }
  }

  /// A resource has few: they are looked through faster than hashed.
  func definition(_ key: String, of resource: AttributeResource) -> AttributeDefinition? {
    definitions[resource]?.first { $0.key.isSameText(as: key) }
  }

  /// Some resource has an attribute of that name.
  func isKnown(_ key: String) -> Bool { known.contains(key) }

  func owner(of key: String, otherThan resource: AttributeResource) -> AttributeResource? {
    AttributeDefinition.others(than: resource).first { definition(key, of: $0) != nil }
  }

  func nearest(to key: String, of resource: AttributeResource) -> String? {
    NearestName.of(key, among: AttributeDefinition.all(of: resource).map(\.key))
  }

  func nearestElsewhere(to key: String, than resource: AttributeResource) -> (String, AttributeResource)? {
    for other in AttributeDefinition.others(than: resource) {
      if let nearest = nearest(to: key, of: other) { return (nearest, other) }
    }
    return nil
  }
}

extension Finding.Note {
  fileprivate static func belongs(_ key: String, to resource: AttributeResource) -> Self {
    let place = resource.setting.map { "; set it with \($0)" } ?? ", which the controller makes none of"
    return Finding.Note(.help, "\(key) is an attribute of \(resource.words)\(place)")
  }
}

extension Finding.Message {
  fileprivate static func unknownAttribute(_ key: String, _ resource: AttributeResource, _ nearest: String?) -> Self {
    let isWord = key.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    let start = "AWS knows no attribute \(isWord ? key : GoText.quote(key)) of \(resource.words)"
    return Self(nearest.map { "\(start); did you mean \($0)?" } ?? start)
  }
  fileprivate static func misplacedAttribute(_ key: String, _ resource: AttributeResource) -> Self {
    "\(key) is no attribute of \(resource.words); AWS refuses it"
  }
  fileprivate static func attributeValueRefused(_ key: String, _ value: String, _ demand: String) -> Self {
    let isWord = value.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    return "AWS refuses \(isWord ? value : GoText.quote(value)) for \(key): it must be \(demand)"
  }
}
