import LoadBalancerModel
import Manifests

extension LintRule {
  package static let tlsWithoutHTTPSListener = LintRule(
    id: "tls-without-https-listener",
    summary: "An Ingress says something about TLS, but has no HTTPS listener.",
    rationale: "The controller opens HTTPS:443 by itself only where certificates are named; spec.tls merely gives host "
      + "names for the discovery of certificates, its Secrets are never used, and all of it is passed over without "
      + "an HTTPS port (pkg/ingress/model_build_listener.go). The site is served in plain text.",
    remedy: "Let listen-ports hold an HTTPS port, or name a certificate with certificate-arn and leave listen-ports "
      + "away.",
    severity: .warning, mistakes: ["M026"],
    flagged: [
      Example(
        ListenerSample.ingress(
          "alb.ingress.kubernetes.io/scheme: 'internal'",
          spec: "tls:\n- {hosts: [web.example.com], secretName: web-tls}\n" + ListenerSample.paths()),
        marks: ["tls"],
        fixed: ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/scheme: 'internal'
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
          """,
          spec: "tls:\n- {hosts: [web.example.com], secretName: web-tls}\n" + ListenerSample.paths())),
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}]'
          alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:eu-west-1:111122223333:certificate/web
          """),
        marks: ["alb.ingress.kubernetes.io/certificate-arn"],
        fixed: ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
          alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:eu-west-1:111122223333:certificate/web
          """)),
      Example(
        ListenerSample.ingress("alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-TLS13-1-2-2021-06"),
        marks: ["alb.ingress.kubernetes.io/ssl-policy"]),
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          "alb.ingress.kubernetes.io/listen-ports: '[{\"HTTPS\": 443}]'",
          spec: "tls:\n- hosts: [web.example.com]\n" + ListenerSample.paths())),
      Example(
        ListenerSample.ingress(
          "alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:eu-west-1:111122223333:certificate/web",
          spec: "tls:\n- hosts: [web.example.com]\n" + ListenerSample.paths())),
    ],
    check: .ingresses { subject, context, report in
      let settings = tlsSettings(of: subject)
      guard let first = settings.first, let listeners = subject.listeners,
        !listeners.hasHTTPS, listeners.annotation.map({ !$0.value.value.holdsPlaceholder }) ?? true
      else { return }
      let isDefault = listeners.annotation == nil
      var notes = settings.dropFirst().map { Finding.Note(.note, "\($0.name) does nothing either", at: $0.span) }
      if isDefault { notes += subject.member.classNote("certificateArn") }
      report(
        .noListener(first.name, isDefault: isDefault), at: first.span, in: subject.object, notes: notes,
        fix: addHTTPS(to: listeners, of: subject, isSafeToFind: first.hasCertificate, &report))
    })

  private struct TLSSetting {
    var name: String
    var span: SourceSpan
    /// With it an HTTPS listener has a certificate.
    var hasCertificate: Bool
  }

  /// What the Ingress itself says about TLS, the most telling first.
  private static func tlsSettings(of subject: IngressSubject) -> [TLSSetting] {
    let ingress = subject.ingress
    var settings: [TLSSetting] = []
    if let entry = ingress.tls.first {
      let key = ingress.metadata.node?["spec"]?.entries.first { $0.key.keyText == "tls" }?.key.span
      settings.append(
        TLSSetting(
          name: "spec.tls", span: key ?? entry.span, hasCertificate: ingress.tls.contains { !$0.hosts.isEmpty }))
    }
    if let annotation = subject.member.certificateAnnotation {
      settings.append(TLSSetting(name: "certificate-arn", span: annotation.key.span, hasCertificate: true))
    }
    if let annotation = subject.member.annotations[AnnotationDefinition.Ingress.sslPolicy.key] {
      settings.append(TLSSetting(name: "ssl-policy", span: annotation.key.span, hasCertificate: false))
    }
    return settings
  }

  private static func addHTTPS(
    to listeners: MemberListeners, of subject: IngressSubject, isSafeToFind: Bool, _ report: inout Report
  ) -> Finding.Fix? {
    guard isSafeToFind, listeners.protocols[443] == nil else { return nil }
    var edit: Finding.Edit?
    if let annotation = listeners.annotation {
      guard let text = ListenPortsText(annotation), !text.objects.isEmpty else { return nil }
      let end = text.list.upperBound - 1
      edit = report.replace(end..<end, of: annotation, with: ", {\"HTTPS\": 443}")
    } else if let sibling = subject.member.annotations.entries.last {
      edit = report.editor(for: sibling.key.span)?.insert(
        AnnotationDefinition.Ingress.listenPorts.key, "[{\"HTTPS\": 443}]", after: sibling)
    }
    return edit.map { Finding.Fix("listen on HTTPS:443", .unsafe, edits: [$0]) }
  }
}

extension Finding.Message {
  fileprivate static func noListener(_ name: String, isDefault: Bool) -> Self {
    isDefault
      ? "\(name) does nothing: without listen-ports and certificate-arn the Ingress listens on HTTP:80 only"
      : "\(name) does nothing: listen-ports holds no HTTPS port"
  }
}
