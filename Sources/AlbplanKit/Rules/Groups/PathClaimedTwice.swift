import LoadBalancerModel
import Manifests

extension LintRule {
  package static let pathClaimedTwice = LintRule(
    id: "path-claimed-twice",
    summary: "Two members of an IngressGroup claim the same host and path; only the first gets the requests.",
    rationale: "Rules stand in the order of group.order, then of namespace and name, and the first that fits decides. "
      + "Nobody is told that a later rule with the same conditions never gets a request; and whoever may create an "
      + "Ingress may join a group by its name and so take over what belongs to others.",
    remedy: "Claim each host and path once. Restrict who may join the group with IngressClassParams and their "
      + "namespaceSelector.",
    severity: .warning, mistakes: ["M044"],
    flagged: [
      Example(
        SampleManifest.file(
          ListenerSample.ingress("alb.ingress.kubernetes.io/group.name: shared", name: "first"),
          ListenerSample.ingress(
            "alb.ingress.kubernetes.io/group.name: shared", name: "second", spec: ListenerSample.paths(service: "other")
          )),
        // The path of the second one.
        marks: ["/"])
    ],
    accepted: [
      Example(
        SampleManifest.file(
          ListenerSample.ingress(
            "alb.ingress.kubernetes.io/group.name: shared", name: "first", spec: ListenerSample.paths(path: "/api")),
          ListenerSample.ingress("alb.ingress.kubernetes.io/group.name: shared", name: "second"))),
      // The redirect of one member stands before the other's rule on port 80, as it should.
      Example(
        SampleManifest.file(
          ListenerSample.ingress(
            """
            alb.ingress.kubernetes.io/group.name: shared
            alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}]'
            alb.ingress.kubernetes.io/actions.to-https: '{"type": "redirect", "redirectConfig": {"protocol": "HTTPS", "port": "443", "statusCode": "HTTP_301"}}'
            """, name: "first",
            spec: """
              rules:
              - host: web.example.com
                http:
                  paths:
                  - {path: /, pathType: Prefix, backend: {service: {name: to-https, port: {name: use-annotation}}}}
              """),
          ListenerSample.ingress(
            """
            alb.ingress.kubernetes.io/group.name: shared
            alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
            """, name: "second"))),
    ],
    check: .stacks { outcome, _, report in
      guard case .ingressGroup(let group) = outcome.owner, group.members.count > 1,
        case .plan(let stack) = outcome.result
      else { return }
      for claim in RepeatedClaim.all(in: stack.listenerRules) {
        var notes = [Finding.Note(.note, "Ingress \(claim.first.member) claims it first", at: claim.first.claimSpan)]
        if claim.first.member.namespace != claim.second.member.namespace {
          notes.append(Finding.Note(.note, "the two are in different namespaces: see whether both may claim it"))
        }
        report(
          .taken(by: claim.first.member), at: claim.span, in: "Ingress \(claim.second.member)",
          severity: claim.goesElsewhere(stack) ? .error : nil, notes: notes)
      }
    })
}

/// A path whose rule never gets a request on any listener, because another member's has the same conditions.
private struct RepeatedClaim {
  var first: ListenerRule
  var second: ListenerRule
  var span: SourceSpan

  static func all(in rules: [ListenerRule]) -> [RepeatedClaim] {
    struct Conditions: Hashable {
      var port: Int32
      var text: String
    }
    var owners: [Conditions: Int] = [:]
    var claims: [SourceSpan: RepeatedClaim] = [:]
    var served: Set<SourceSpan> = []
    var order: [SourceSpan] = []
    for (position, rule) in rules.enumerated() {
      guard let place = rule.origin.spans.first else { continue }
      let key = Conditions(port: rule.port, text: rule.conditionText)
      guard let owner = owners[key] else {
        owners[key] = position
        served.insert(place)
        continue
      }
      // Within one Ingress the order is the author's own.
      guard rules[owner].member != rule.member else { continue }
      if claims[place] == nil { order.append(place) }
      claims[place] = RepeatedClaim(first: rules[owner], second: rule, span: rule.claimSpan ?? place)
    }
    return order.compactMap { served.contains($0) ? nil : claims[$0] }
  }
}

extension RepeatedClaim {
  /// The requests that were meant for one Service go to another.
  func goesElsewhere(_ stack: LoadBalancerStack) -> Bool {
    guard let here = Self.service(behind: second, stack), let there = Self.service(behind: first, stack) else {
      return false
    }
    return here != there
  }

  private static func service(behind rule: ListenerRule, _ stack: LoadBalancerStack) -> ObjectName? {
    guard case .forward(let forward)? = rule.actions.last?.kind, let targets = forward.targets, targets.count == 1,
      case .reference(let reference)? = targets[0].targetGroup.known
    else { return nil }
    return stack.targetGroups.first { $0.id == reference.id }?.service
  }
}

extension ListenerRule {
  /// The path as written, else the path's entry.
  fileprivate var claimSpan: SourceSpan? {
    for condition in conditions {
      if case .pathPattern = condition.kind, case .field = condition.origin.source,
        let span = condition.origin.spans.first
      {
        return span
      }
    }
    return origin.spans.first
  }

  /// Equal for rules that fit the same requests by the same words.
  fileprivate var conditionText: String {
    var texts: [String] = []
    for condition in conditions {
      switch condition.kind {
      case .hostHeader(let pattern):
        texts.append("host \(pattern.values.map { $0.lowercased() }) \(pattern.regexValues)")
      case .pathPattern(let pattern): texts.append("path \(pattern.values) \(pattern.regexValues)")
      case .httpHeader(let name, let pattern):
        texts.append("header \(name.lowercased()) \(pattern.values) \(pattern.regexValues)")
      case .httpRequestMethod(let methods): texts.append("method \(methods)")
      case .queryString(let pairs): texts.append("query \(pairs.map { [$0.key ?? "", $0.value] })")
      case .sourceIP(let sources): texts.append("source \(sources)")
      }
    }
    return GoText.sortedBytewise(texts).joined(separator: "\n")
  }
}

extension Finding.Message {
  fileprivate static func taken(by other: ObjectName) -> Self {
    "Ingress \(other) of the same group gets all requests for this host and path"
  }
}
