import LoadBalancerModel
import Manifests

extension LintRule {
  package static let refusedRedirect = LintRule(
    id: "refused-redirect",
    summary: "AWS does not take a redirect: its path, host, port, protocol or query, or because it leads to itself.",
    rationale: "The path of a redirect begins with a slash, also before #{path}; the port is a number or #{port}; "
      + "the protocol HTTP, HTTPS or #{protocol}, and never from HTTPS to HTTP; at least one of protocol, host, port "
      + "and path must differ from that of the request. The controller passes on whatever is written.",
    remedy: "Write the parts as AWS wants them, and leave out what is to stay as in the request.",
    severity: .error, mistakes: ["M081"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/actions.a: |
              {"type": "redirect", "redirectConfig": {
                "host": "b.example.com", "path": "#{path}", "port": "https", "protocol": "https", "query": "?a=b",
                "statusCode": "HTTP_301"
              }}
            alb.ingress.kubernetes.io/actions.b: |
              {"type": "redirect", "redirectConfig": {"query": "a=b", "statusCode": "HTTP_301"}}
        spec:
          ingressClassName: alb
          rules:
            - http:
                paths:
                  - {path: /a, pathType: Prefix, backend: {service: {name: a, port: {name: use-annotation}}}}
                  - {path: /b, pathType: Prefix, backend: {service: {name: b, port: {name: use-annotation}}}}
        """,
        marks: [
          "\"#{path}\"", "\"https\"", "\"https\"", "\"?a=b\"", #"{"query": "a=b", "statusCode": "HTTP_301"}"#,
        ],
        fixed: """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: web
            annotations:
              alb.ingress.kubernetes.io/actions.a: |
                {"type": "redirect", "redirectConfig": {
                  "host": "b.example.com", "path": "/#{path}", "port": "https", "protocol": "HTTPS", "query": "a=b",
                  "statusCode": "HTTP_301"
                }}
              alb.ingress.kubernetes.io/actions.b: |
                {"type": "redirect", "redirectConfig": {"query": "a=b", "statusCode": "HTTP_301"}}
          spec:
            ingressClassName: alb
            rules:
              - http:
                  paths:
                    - {path: /a, pathType: Prefix, backend: {service: {name: a, port: {name: use-annotation}}}}
                    - {path: /b, pathType: Prefix, backend: {service: {name: b, port: {name: use-annotation}}}}
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
            {"type": "redirect", "redirectConfig": {
              "host": "www.#{host}", "path": "/new/#{path}", "port": "#{port}", "query": "#{query}&a=b",
              "statusCode": "HTTP_301"
            }}
      spec:
        ingressClassName: alb
        rules:
          - http:
              paths:
                - {path: /a, pathType: Prefix, backend: {service: {name: a, port: {name: use-annotation}}}}
      """
    ],
    check: .ingresses(with: [AnnotationDefinition.Ingress.actions]) { subject, _, report in
      let defaultName = subject.ingress.defaultBackend?.service.flatMap { $0.usesAction ? $0.name.value : nil }
      for (name, json, action) in subject.member.actionsInUse() {
        guard let redirect = action.redirect, action.type == ActionConfiguration.redirectType,
          let config = json.value("redirectConfig")
        else { continue }
        for part in RedirectPart.all {
          guard let place = json.value(part.name, in: config), let text = json.string(place),
            !text.holdsPlaceholder, let problem = part.problem(text)
          else { continue }
          let edit = problem.cure.flatMap { json.replace(place, with: $0, &report) }
          report(
            Finding.Message(problem.text), at: json.span(of: place, &report), in: subject.object,
            severity: problem.severity,
            fix: edit.map { Finding.Fix("write \(problem.cure ?? "")", .safe, edits: [$0]) })
        }
        // The controller drops the rule where the query stays too; see redirect-to-itself.
        if redirect.keepsAddress, !redirect.keepsQuery || name == defaultName {
          report(.loop, at: json.span(of: config, &report), in: subject.object)
        }
      }
    })
}

/// One part of a redirect, and what AWS wants it to be.
private struct RedirectPart: Sendable {
  struct Problem {
    var text: String
    var severity = Severity.error
    /// What to write instead.
    var cure: String?
  }
  var name: String
  var problem: @Sendable (String) -> Problem?

  static let all = [
    RedirectPart(name: "path") { path in
      if !path.startsBytewise(with: "/") {
        return Problem(
          text: "the path \(GoText.quote(path)) of the redirect does not begin with a slash",
          cure: path.isEmpty ? nil : "/\(path)")
      }
      return tooLong("path", path)
    },
    RedirectPart(name: "host") { host in
      host.isEmpty ? Problem(text: "the host of the redirect is empty") : tooLong("host", host)
    },
    RedirectPart(name: "port") { port in
      if port == "#{port}" { return nil }
      let number = try? GoText.parseInteger(port) as Int32
      if let number, (1...65535).contains(number), port.utf8.allSatisfy(RoutingText.isDigit) { return nil }
      return Problem(text: "the port \(GoText.quote(port)) of the redirect is neither 1 to 65535 nor #{port}")
    },
    RedirectPart(name: "protocol") { text in
      if ["HTTP", "HTTPS", "#{protocol}"].contains(text) { return nil }
      let upper = text.uppercased()
      return Problem(
        text: "the protocol \(GoText.quote(text)) of the redirect is none of HTTP, HTTPS and #{protocol}",
        cure: upper == "HTTP" || upper == "HTTPS" ? upper : nil)
    },
    RedirectPart(name: "query") { query in
      if query.utf8.starts(with: "?".utf8) {
        return Problem(
          text: "the query of the redirect begins with a question mark, which AWS adds by itself", severity: .warning,
          cure: String(query.dropFirst()))
      }
      return tooLong("query", query)
    },
  ]

  private static func tooLong(_ name: String, _ text: String) -> Problem? {
    let length = text.unicodeScalars.count
    return length > 128
      ? Problem(text: "the \(name) of the redirect has \(length) characters; AWS takes 128 at most") : nil
  }
}

extension ActionConfiguration.RedirectConfiguration {
  /// Protocol, host, port and path are those of the request, whatever it is.
  fileprivate var keepsAddress: Bool {
    (host ?? "#{host}") == "#{host}" && (path ?? "/#{path}") == "/#{path}" && (port ?? "#{port}") == "#{port}"
      && (`protocol` ?? "#{protocol}") == "#{protocol}"
  }

  fileprivate var keepsQuery: Bool { (query ?? "#{query}") == "#{query}" }
}

extension Finding.Message {
  fileprivate static let loop: Self =
    "AWS refuses the redirect as a loop: protocol, host, port and path are all those of the request"
}
