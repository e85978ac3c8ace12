import LoadBalancerModel
import Manifests

extension LintRule {
  package static let redirectWithFixedQuery = LintRule(
    id: "redirect-with-fixed-query",
    summary: "A redirect gives a query of its own, and the query of the request is lost.",
    rationale: "Without query the redirect keeps the one of the request, #{query}; a query that is written takes its "
      + "place.",
    remedy: "Put #{query} into it where the request's own query is to be kept.",
    severity: .info, mistakes: ["M081"],
    flagged: [Example(manifest(query: "from=old"), marks: ["\"from=old\""])],
    accepted: [Example(manifest(query: "from=old&#{query}"))],
    check: .ingresses(with: [AnnotationDefinition.Ingress.actions]) { subject, _, report in
      for (_, json, action) in subject.member.actionsInUse() where action.type == ActionConfiguration.redirectType {
        guard let place = json.value("redirectConfig", "query"), let query = json.string(place), !query.isEmpty,
          !RoutingText.contains(query, "#{query}")
        else { continue }
        report(
          "the query of the request is lost: this one takes its place", at: json.span(of: place, &report),
          in: subject.object)
      }
    })

  private static func manifest(query: String) -> String {
    SampleManifest.ingress(
      "web",
      """
      alb.ingress.kubernetes.io/actions.old: |
        {"type": "redirect", "redirectConfig": {"host": "b.example.com", "query": "\(query)", "statusCode": "HTTP_301"}}
      """, spec: "defaultBackend: {service: {name: old, port: {name: use-annotation}}}")
  }
}
