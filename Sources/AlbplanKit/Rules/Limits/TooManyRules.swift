import LoadBalancerModel
import Manifests

extension LintRule {
  package static let tooManyRules = LintRule(
    id: "too-many-rules",
    summary: "A load balancer has more rules than AWS allows by default.",
    rationale:
      "100 rules, default rules not counted, is the quota of one application load balancer over all its listeners. "
      + "Each path makes a rule on every listener of its Ingress, so that HTTP and HTTPS double them. AWS then refuses "
      + "some of the rules (TooManyRules); the quota can be raised.",
    remedy:
      "Let ssl-redirect drop the rules of the HTTP listener, merge paths, split the IngressGroup, or have the quota "
      + "raised.",
    severity: .warning, mistakes: ["M150"],
    flagged: [
      Example(
        SampleManifest.ingress(
          "web", "alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": 80}, {\"HTTP\": 8080}]'", spec: paths(60)),
        marks: ["/p41"])
    ],
    accepted: [
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/scheme: internal", spec: paths(60)))
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result, stack.listenerRules.count > quota,
        let span = stack.listenerRules[quota].origin.spans.first
      else { return }
      report(
        .tooManyRules(stack.listenerRules.count, outcome.words), at: outcome.pathMarks[span] ?? span,
        in: outcome.carrier(at: span))
    })

  private static let quota = 100

  private static func paths(_ count: Int) -> String {
    "rules:\n  - http:\n      paths:\n"
      + (1...count).map { number in
        "        - {path: /p\(number), pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}"
      }.joined(separator: "\n")
  }
}

extension Finding.Message {
  fileprivate static func tooManyRules(_ count: Int, _ stack: String) -> Self {
    "\(stack) has \(count) rules over all listeners; AWS allows 100 by default, and this is the first beyond them"
  }
}
