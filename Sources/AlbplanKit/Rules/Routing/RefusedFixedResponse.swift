import LoadBalancerModel
import Manifests

extension LintRule {
  package static let refusedFixedResponse = LintRule(
    id: "refused-fixed-response",
    summary: "A fixed response has a body or a content type that AWS does not take.",
    rationale: "AWS takes at most 1024 characters and five content types, without parameters such as a charset. The "
      + "controller passes on whatever is written, and AWS refuses the rule.",
    remedy: "Shorten the body; use text/plain, text/css, text/html, application/javascript or application/json.",
    severity: .error, mistakes: ["M079"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/actions.a: |
              {"type": "fixed-response", "fixedResponseConfig": {
                "contentType": "text/html; charset=utf-8", "statusCode": "200", "messageBody": "hello"
              }}
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: a, port: {name: use-annotation}}}
        """,
        marks: ["\"text/html; charset=utf-8\""],
        fixed: """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
            annotations:
              alb.ingress.kubernetes.io/actions.a: |
                {"type": "fixed-response", "fixedResponseConfig": {
                  "contentType": "text/html", "statusCode": "200", "messageBody": "hello"
                }}
          spec:
            ingressClassName: alb
            defaultBackend: {service: {name: a, port: {name: use-annotation}}}
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
            {"type": "fixed-response", "fixedResponseConfig": {
              "contentType": "application/json", "statusCode": "200", "messageBody": "{}"
            }}
      spec:
        ingressClassName: alb
        defaultBackend: {service: {name: a, port: {name: use-annotation}}}
      """
    ],
    check: .ingresses(with: [AnnotationDefinition.Ingress.actions]) { subject, _, report in
      for (_, json, action) in subject.member.actionsInUse() where action.type == ActionConfiguration.fixedResponseType
      {
        if let place = json.value("fixedResponseConfig", "messageBody"), let body = json.string(place),
          body.unicodeScalars.count > 1024
        {
          report(.tooLong(body.unicodeScalars.count), at: json.span(of: place, &report), in: subject.object)
        }
        guard let place = json.value("fixedResponseConfig", "contentType"), let type = json.string(place),
          !contentTypes.contains(type), !type.holdsPlaceholder
        else { continue }
        let bare = String(decoding: type.utf8.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 }, as: UTF8.self)
        let edit = contentTypes.contains(bare) ? json.replace(place, with: bare, &report) : nil
        report(
          .contentType(type), at: json.span(of: place, &report), in: subject.object,
          fix: edit.map { Finding.Fix("write \(bare)", .safe, edits: [$0]) })
      }
    })

  private static let contentTypes = [
    "text/plain", "text/css", "text/html", "application/javascript", "application/json",
  ]
}

extension Finding.Message {
  fileprivate static func tooLong(_ length: Int) -> Self {
    "the body of the fixed response has \(length) characters; AWS takes 1024 at most"
  }

  fileprivate static func contentType(_ type: String) -> Self {
    "AWS takes no fixed response of the content type \(GoText.quote(type))"
  }
}
