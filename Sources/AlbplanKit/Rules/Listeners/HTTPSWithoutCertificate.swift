import LoadBalancerModel
import Manifests

extension LintRule {
  package static let httpsWithoutCertificate = LintRule(
    id: "https-without-certificate",
    summary: "An HTTPS listener, or a certificate to request, has no host name to go by.",
    rationale: "Without certificate-arn the controller looks for certificates by the hosts of the rules and of "
      + "spec.tls. With no host at all it finds none: AWS refuses an HTTPS listener without certificate, and the "
      + "controller a certificate to request (pkg/ingress/model_build_listener.go, model_build_certificates.go).",
    remedy: "Name a host in the rules or in spec.tls, or the certificate itself in certificate-arn.",
    severity: .error, mistakes: ["M028"], refusals: ["certificate-without-hosts"],
    flagged: [
      Example(
        SampleManifest.file(
          ListenerSample.ingress(
            "alb.ingress.kubernetes.io/listen-ports: '[{\"HTTP\": 80}, {\"HTTPS\": 443}]'",
            spec: ListenerSample.defaultBackend), ListenerSample.ingressClass),
        marks: ["443"]),
      Example(
        ListenerSample.ingress(
          "alb.ingress.kubernetes.io/create-acm-cert: \"true\"", spec: ListenerSample.defaultBackend),
        context: "controller: {featureGates: {EnableCertificateManagement: true}}", marks: ["\"true\""]),
    ],
    accepted: [
      Example(ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTPS\": 443}]'")),
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
          alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:eu-west-1:111122223333:certificate/web
          """, spec: ListenerSample.defaultBackend)),
    ],
    check: .stacks { outcome, context, report in
      guard case .ingressGroup(let group) = outcome.owner else { return }
      for member in group.members where member.ingress.hasNoHost {
        guard member.requestsCertificate(in: context.world), member.certificateAnnotation == nil,
          let request = member.annotations[AnnotationDefinition.Ingress.createACMCert.key]
        else { continue }
        report(.noHostToRequest, at: request.value.span, in: member.object)
      }
      guard group.members.contains(where: { $0.ingress.hasNoHost && !$0.namesCertificates }) else { return }
      let listeners = outcome.listeners
      guard listeners.isComplete else { return }
      reportListeners(of: group, listeners, context, &report)
    })

  /// The HTTPS ports for which no member brings a certificate or a host.
  private static func reportListeners(
    of group: IngressGroup, _ listeners: GroupListeners, _ context: LintContext, _ report: inout Report
  ) {
    var provided: Set<Int32> = []
    for (member, own) in zip(group.members, listeners.members) {
      guard let own, own.hasCertificates || !member.ingress.hasNoHost else { continue }
      provided.formUnion(own.ports(.https))
    }
    for (member, own) in zip(group.members, listeners.members) {
      guard let own, let annotation = own.annotation,
        let port = own.ports(.https).first(where: { !provided.contains($0) })
      else { continue }
      let notes = member.classNote("certificateArn")
      report(
        .noHost(port), at: own.place(of: port, &report) ?? annotation.value.span, in: member.object,
        severity: member.severity(.error), notes: notes)
    }
  }
}

extension Ingress {
  /// No rule and no TLS entry names a host.
  fileprivate var hasNoHost: Bool {
    rules.allSatisfy { $0.host?.value.isEmpty ?? true } && tls.allSatisfy(\.hosts.isEmpty)
  }
}

extension Finding.Message {
  fileprivate static func noHost(_ port: Int32) -> Self {
    "the HTTPS listener \(port) gets no certificate: none is named, and there is no host to look for one"
  }
  fileprivate static let noHostToRequest: Self = "no host is named that the certificate could be requested for"
}
