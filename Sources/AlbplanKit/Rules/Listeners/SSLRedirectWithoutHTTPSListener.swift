import LoadBalancerModel
import Manifests

extension LintRule {
  package static let sslRedirectWithoutHTTPSListener = LintRule(
    id: "ssl-redirect-without-https-listener",
    summary: "The port of ssl-redirect is no HTTPS listener of the group.",
    rationale: "The controller checks that some member listens with HTTPS on this port and refuses the group otherwise "
      + "(pkg/ingress/model_builder.go).",
    remedy: "Let ssl-redirect name a port that listen-ports makes HTTPS.",
    severity: .error, mistakes: ["M034"], refusals: ["ssl-redirect-without-listener", "ssl-redirect-to-http"],
    flagged: [
      Example(ListenerSample.ingress("alb.ingress.kubernetes.io/ssl-redirect: \"443\""), marks: ["\"443\""]),
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-redirect: '80'
          """),
        marks: ["'80'"]),
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 8443}]'
          alb.ingress.kubernetes.io/ssl-redirect: "8443"
          """))
    ],
    check: .stacks { outcome, context, report in
      guard case .ingressGroup(let group) = outcome.owner, let redirects = outcome.sslRedirects else { return }
      let listeners = outcome.listeners
      guard listeners.isComplete else { return }
      var protocols: [Int32: ListenerProtocol] = [:]
      for (port, listenerProtocol) in listeners.members.lazy.compactMap({ $0?.protocols }).joined() {
        // Members that do not agree are a finding of their own.
        protocols[port] = protocols[port] == .https ? .https : listenerProtocol
      }
      for redirect in redirects where protocols[redirect.port] != .https {
        let member = group.members[redirect.member]
        let isDefault = member.annotations[AnnotationDefinition.Ingress.listenPorts.key] == nil
        var notes: [Finding.Note] = []
        if isDefault {
          notes.append(
            Finding.Note(.note, "without listen-ports and certificate-arn the Ingress listens on HTTP:80 only"))
          notes += member.classNote("certificateArn")
        }
        report(
          .noListener(redirect.port, isHTTP: protocols[redirect.port] != nil), at: redirect.span, in: member.object,
          notes: notes)
      }
    })
}

extension IngressGroup {
  /// The redirects that members ask for; `nil` when there are none, or when one cannot be read.
  var sslRedirects: [(member: Int, port: Int32, span: SourceSpan)]? {
    var redirects: [(member: Int, port: Int32, span: SourceSpan)] = []
    for (index, member) in members.enumerated() {
      if let redirect = member.sslRedirect {
        redirects.append((index, redirect.port, redirect.span))
      } else if member.hasUnreadableRedirect {
        return nil
      }
    }
    return redirects.isEmpty ? nil : redirects
  }
}

extension Finding.Message {
  fileprivate static func noListener(_ port: Int32, isHTTP: Bool) -> Self {
    isHTTP
      ? "ssl-redirect leads to port \(port), which listens with plain HTTP"
      : "ssl-redirect leads to port \(port), where nothing listens"
  }
}
