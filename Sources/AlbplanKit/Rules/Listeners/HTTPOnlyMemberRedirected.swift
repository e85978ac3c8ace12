import LoadBalancerModel
import Manifests

extension LintRule {
  package static let httpOnlyMemberRedirected = LintRule(
    id: "http-only-member-redirected",
    summary: "A member listens with HTTP only, and the group's ssl-redirect takes its listener away.",
    rationale: "One ssl-redirect turns every HTTP listener of the group into a redirect without rules. The rules of a "
      + "member without an HTTPS port then exist nowhere, and its visitors end at the 404 of the HTTPS listener "
      + "(pkg/ingress/model_build_listener_rules.go).",
    remedy: "Let the member listen on the HTTPS port too, or give it a group of its own.",
    severity: .error, mistakes: ["M036"],
    flagged: [
      Example(
        SampleManifest.file(
          ListenerSample.ingress(
            """
            alb.ingress.kubernetes.io/group.name: shared
            alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
            alb.ingress.kubernetes.io/ssl-redirect: "443"
            """),
          ListenerSample.ingress(
            """
            alb.ingress.kubernetes.io/group.name: shared
            alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}]'
            """, name: "health", spec: ListenerSample.paths("health.example.com"))),
        marks: ["80"])
    ],
    accepted: [
      Example(
        SampleManifest.file(
          ListenerSample.ingress(
            """
            alb.ingress.kubernetes.io/group.name: shared
            alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
            alb.ingress.kubernetes.io/ssl-redirect: "443"
            """),
          ListenerSample.ingress(
            """
            alb.ingress.kubernetes.io/group.name: shared
            alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
            """, name: "health", spec: ListenerSample.paths("health.example.com"))))
    ],
    check: .stacks { outcome, context, report in
      guard case .ingressGroup(let group) = outcome.owner, group.members.count > 1,
        let redirect = outcome.sslRedirects?.first
      else { return }
      let listeners = outcome.listeners
      guard listeners.isComplete, listeners.contains(.https) else { return }
      let asking = group.members[redirect.member]
      for (member, own) in zip(group.members, listeners.members) {
        guard let own, !own.hasHTTPS, let port = own.ports(.http).first, member.sslRedirect == nil,
          !member.ingress.rules.isEmpty || member.ingress.defaultBackend != nil
        else { continue }
        let isDefault = own.annotation == nil
        report(
          .unreachable(port, isDefault: isDefault),
          at: own.place(of: port, &report) ?? member.ingress.metadata.name.span,
          in: member.object, severity: isDefault ? member.severity(.error) : .error,
          notes: [Finding.Note(.note, "\(asking.object) asks for the redirect", at: redirect.span)]
            + (isDefault ? member.classNote("certificateArn") : []))
      }
    })
}

extension Finding.Message {
  fileprivate static func unreachable(_ port: Int32, isDefault: Bool) -> Self {
    Finding.Message(
      "no rule of this Ingress is served: it listens on HTTP:\(port) only\(isDefault ? " (the default)" : ""), "
        + "which the group redirects to HTTPS")
  }
}
