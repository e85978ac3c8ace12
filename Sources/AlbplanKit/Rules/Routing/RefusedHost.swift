import LoadBalancerModel
import Manifests

extension LintRule {
  package static let refusedHost = LintRule(
    id: "refused-host",
    summary: "A host is none that AWS takes in a rule.",
    rationale: "Kubernetes lets a host be a single word or end in a number; AWS wants a domain name with a dot, "
      + "whose last part begins with a letter, in at most 128 characters. The controller passes on whatever is "
      + "written, and AWS refuses the rule.",
    remedy: "Write the whole domain name.",
    severity: .error, mistakes: ["M067"],
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
            - host: localhost
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["localhost"])
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
          - host: "*.example.com"
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 80}}}
          - http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 80}}}
      """
    ],
    check: .ingresses { subject, _, report in
      for rule in subject.ingress.rules where rule.paths?.isEmpty == false {
        // What Kubernetes refuses is not looked at again.
        guard let host = rule.host, !host.value.isEmpty, !host.value.holdsPlaceholder,
          RoutingText.firstCharacter(of: host.value, outside: kubernetesCharacters) == nil,
          let problem = ConditionLimits.problem(ofHost: host.value), IPAddress(host.value) == nil
        else { continue }
        report(.refused(host.value, problem), at: host.span, in: subject.object)
      }
    })

  private static let kubernetesCharacters = RoutingText.lettersDigits(and: "-.*")
}

extension Finding.Message {
  fileprivate static func refused(_ host: String, _ problem: ConditionLimits.Problem) -> Self {
    "the host \(GoText.quote(host)) \(problem.text)"
  }
}
