import LoadBalancerModel
import Manifests

extension LintRule {
  package static let shadowedRule = LintRule(
    id: "shadowed-rule",
    summary: "A path never gets a request: a rule before it answers all of them, with another backend.",
    rationale: "A listener takes the first rule that matches. Rules stand in the order of the group's members "
      + "(group.order, then namespace and name), then of spec.rules; within one entry of spec.rules Exact paths come "
      + "first, then Prefix paths from the longest to the shortest, then ImplementationSpecific ones as written "
      + "(pkg/ingress/model_build_listener_rules.go).",
    remedy: "Put the special path before the general one: in an entry of spec.rules of its own, further up, or in an "
      + "Ingress with a smaller group.order.",
    severity: .error, mistakes: ["M042", "M055", "M056", "M065"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          ingressClassName: alb
          rules:
            - host: app.example.com
              http:
                paths:
                  - path: /foo*/bar
                    pathType: ImplementationSpecific
                    backend: {service: {name: a, port: {number: 80}}}
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: b, port: {number: 80}}}
        """,
        marks: ["/foo*/bar"]),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - path: /*
                    pathType: ImplementationSpecific
                    backend: {service: {name: web, port: {number: 80}}}
                  - path: /api/*
                    pathType: ImplementationSpecific
                    backend: {service: {name: api, port: {number: 80}}}
            - host: admin.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: admin, port: {number: 80}}}
        """,
        marks: ["/api/*", "/"]),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: a
          annotations:
            alb.ingress.kubernetes.io/group.name: shop
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - pathType: ImplementationSpecific
                    backend: {service: {name: web, port: {number: 80}}}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: b
          annotations:
            alb.ingress.kubernetes.io/group.name: shop
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - path: /api
                    pathType: Prefix
                    backend: {service: {name: api, port: {number: 80}}}
        """,
        marks: ["/api"]),
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        ingressClassName: alb
        rules:
          - host: app.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: b, port: {number: 80}}}
                - path: /foo
                  pathType: Prefix
                  backend: {service: {name: a, port: {number: 80}}}
          - host: "*.example.com"
            http:
              paths:
                - path: /api/*
                  pathType: ImplementationSpecific
                  backend: {service: {name: a, port: {number: 80}}}
                - path: /api
                  pathType: ImplementationSpecific
                  backend: {service: {name: b, port: {number: 80}}}
                - path: /*/api
                  pathType: ImplementationSpecific
                  backend: {service: {name: b, port: {number: 80}}}
      """
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result, case .ingressGroup(let group) = outcome.owner,
        stack.listenerRules.count > 1
      else { return }
      let shadowed = ShadowedPaths(stack, of: group).all
      guard !shadowed.isEmpty else { return }
      let entries = PathEntries(group)
      for (place, cover) in shadowed {
        guard let entry = entries[place] else { continue }
        let other = entries[cover.path]
        var notes = [Finding.Note(.note, "this rule comes first", at: other?.path.mark ?? cover.path)]
        if let other, other.member.name == entry.member.name, other.rule.span == entry.rule.span,
          other.path.pathType?.value != entry.path.pathType?.value
        {
          notes.append(
            Finding.Note(
              .help, "in one entry of spec.rules Exact and Prefix paths come before ImplementationSpecific ones"))
        }
        report(
          .shadowed(entry.path.path?.value ?? "/*", by: cover.address), at: entry.path.mark,
          in: "Ingress \(entry.member.name)", notes: notes)
      }
    })
}

/// The paths none of whose rules ever matches, each with a rule that stands before one of them.
private struct ShadowedPaths {
  private(set) var all: [(path: SourceSpan, cover: ListenerRule)] = []

  init(_ stack: LoadBalancerStack, of group: IngressGroup) {
    let rules = stack.listenerRules
    var coverages: [Int32: RuleCoverage] = [:]
    // By position, the position of the rule that answers before; mostly there is none.
    var covered: [Int: Int] = [:]
    var members: [ObjectName: Bool]?
    for position in rules.indices where rules[position].path != nil {
      let cover = coverages[rules[position].port, default: RuleCoverage()].add(rules[position], at: position)
      guard let cover else { continue }
      let hasNamespace =
        members
        ?? Dictionary(group.members.map { ($0.name, $0.ingress.metadata.namespace != nil) }, uniquingKeysWith: { $1 })
      members = hasNamespace
      if Self.isCertain(rules[cover], rules[position], hasNamespace: hasNamespace) { covered[position] = cover }
    }
    guard !covered.isEmpty else { return }
    var covers: [SourceSpan: ListenerRule] = [:]
    var alive: Set<SourceSpan> = []
    for (position, rule) in rules.enumerated() {
      guard let path = rule.path else { continue }
      if let cover = covered[position] {
        if covers[path] == nil { covers[path] = rules[cover] }
      } else {
        alive.insert(path)
      }
    }
    all = covers.filter { !alive.contains($0.key) }.map { ($0.key, $0.value) }.sorted { $0.path < $1.path }
  }

  /// The order of the two is known, and the first does something else.
  private static func isCertain(
    _ cover: ListenerRule, _ rule: ListenerRule, hasNamespace: [ObjectName: Bool]
  ) -> Bool {
    let isSame =
      cover.actions.count == 1 && rule.actions.count == 1 && cover.transforms.isEmpty && rule.transforms.isEmpty
      && cover.actions[0].hasSameEffect(as: rule.actions[0])
    guard !isSame else { return false }
    // Members of one order go by namespace; one that is not written may turn out to be any.
    return cover.member == rule.member || hasNamespace[cover.member] == hasNamespace[rule.member]
  }
}

extension Finding.Message {
  fileprivate static func shadowed(_ path: String, by cover: String) -> Self {
    "the path \(path) never gets a request: the rule for \(cover) before it answers all of them"
  }
}
