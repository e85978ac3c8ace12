import LoadBalancerModel
import Manifests

extension LintRule {
  package static let refusedStatusCode = LintRule(
    id: "refused-status-code",
    summary: "The status code of a redirect or a fixed response is none that AWS takes.",
    rationale: "AWS knows HTTP_301 and HTTP_302 for redirects, and three digits beginning with 2, 4 or 5 for fixed "
      + "responses. The controller passes on whatever is written, and AWS refuses the rule.",
    remedy: "Write HTTP_301 or HTTP_302 for a redirect, 200 or the like for a fixed response, in quotes.",
    severity: .error, mistakes: ["M072"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/actions.a: '{"type": "redirect", "redirectConfig": {"host": "b.example.com", "statusCode": "301"}}'
            alb.ingress.kubernetes.io/actions.b: '{"type": "fixed-response", "fixedResponseConfig": {"statusCode": "HTTP_404"}}'
            alb.ingress.kubernetes.io/actions.c: '{"type": "fixed-response", "fixedResponseConfig": {"statusCode": "301"}}'
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - {path: /a, pathType: Prefix, backend: {service: {name: a, port: {name: use-annotation}}}}
                  - {path: /b, pathType: Prefix, backend: {service: {name: b, port: {name: use-annotation}}}}
                  - {path: /c, pathType: Prefix, backend: {service: {name: c, port: {name: use-annotation}}}}
        """,
        marks: ["\"301\"", "\"HTTP_404\"", "\"301\""],
        fixed: """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
            annotations:
              alb.ingress.kubernetes.io/actions.a: '{"type": "redirect", "redirectConfig": {"host": "b.example.com", "statusCode": "HTTP_301"}}'
              alb.ingress.kubernetes.io/actions.b: '{"type": "fixed-response", "fixedResponseConfig": {"statusCode": "404"}}'
              alb.ingress.kubernetes.io/actions.c: '{"type": "fixed-response", "fixedResponseConfig": {"statusCode": "301"}}'
          spec:
            ingressClassName: alb
            rules:
              - http:
                  paths:
                    - {path: /a, pathType: Prefix, backend: {service: {name: a, port: {name: use-annotation}}}}
                    - {path: /b, pathType: Prefix, backend: {service: {name: b, port: {name: use-annotation}}}}
                    - {path: /c, pathType: Prefix, backend: {service: {name: c, port: {name: use-annotation}}}}
          """)
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/actions.a: |
            {"type": "redirect", "redirectConfig": {"host": "b.example.com", "statusCode": "HTTP_302"}}
          alb.ingress.kubernetes.io/actions.b: |
            {"type": "fixed-response", "fixedResponseConfig": {"statusCode": "503"}}
      spec:
        ingressClassName: alb
        rules:
          - http:
              paths:
                - {path: /a, pathType: Prefix, backend: {service: {name: a, port: {name: use-annotation}}}}
                - {path: /b, pathType: Prefix, backend: {service: {name: b, port: {name: use-annotation}}}}
      """
    ],
    check: .ingresses(with: [AnnotationDefinition.Ingress.actions]) { subject, _, report in
      for (_, json, action) in subject.member.actionsInUse() {
        let config: String
        switch action.type {
        case ActionConfiguration.redirectType: config = "redirectConfig"
        case ActionConfiguration.fixedResponseType: config = "fixedResponseConfig"
        default: continue
        }
        guard let position = json.value(config, "statusCode"), let code = json.string(position), !code.isEmpty,
          !code.holdsPlaceholder
        else { continue }
        let isRedirect = action.type == ActionConfiguration.redirectType
        guard !(isRedirect ? isRedirectCode(code) : isResponseCode(code)) else { continue }
        let digits = String(decoding: code.utf8.filter(RoutingText.isDigit), as: UTF8.self)
        let meant = isRedirect ? "HTTP_\(digits)" : digits
        let isCertain =
          isRedirect ? isRedirectCode(meant) : code.utf8.starts(with: "HTTP".utf8) && isResponseCode(meant)
        let edit = isCertain ? json.replace(position, with: meant, &report) : nil
        report(
          isRedirect ? .redirectCode(code) : .responseCode(code), at: json.span(of: position, &report),
          in: subject.object, fix: edit.map { Finding.Fix("write \(meant)", .safe, edits: [$0]) })
      }
    })

  private static func isRedirectCode(_ code: String) -> Bool { code == "HTTP_301" || code == "HTTP_302" }

  private static func isResponseCode(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    return bytes.count == 3 && bytes.allSatisfy(RoutingText.isDigit) && "245".utf8.contains(bytes[0])
  }
}

extension Finding.Message {
  fileprivate static func redirectCode(_ code: String) -> Self {
    "AWS takes no redirect with the status code \(GoText.quote(code)); it knows HTTP_301 and HTTP_302"
  }

  fileprivate static func responseCode(_ code: String) -> Self {
    "AWS takes no fixed response with the status code \(GoText.quote(code)); it must be 2xx, 4xx or 5xx in digits"
  }
}
