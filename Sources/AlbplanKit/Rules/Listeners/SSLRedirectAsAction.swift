import LoadBalancerModel
import Manifests

extension LintRule {
  package static let sslRedirectAsAction = LintRule(
    id: "ssl-redirect-as-action",
    summary: "A port stands in actions.ssl-redirect, where ssl-redirect is meant.",
    rationale: "An annotation actions.NAME holds the JSON of an action, and is read only for a backend with this name "
      + "and the port use-annotation. A port in it redirects nothing: plain HTTP is served as before.",
    remedy: "Write alb.ingress.kubernetes.io/ssl-redirect.",
    severity: .warning, mistakes: ["M033"],
    flagged: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
          alb.ingress.kubernetes.io/actions.ssl-redirect: "443"
          """),
        marks: ["alb.ingress.kubernetes.io/actions.ssl-redirect"],
        fixed: ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-redirect: "443"
          """))
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-redirect: "443"
          """))
    ],
    check: .values(of: [AnnotationDefinition.Ingress.actions]) { subject, _, report in
      guard let ingress = subject.handledIngress, let port = subject.annotation.portInPlaceOfAction,
        !ingress.ingress.usesAction("ssl-redirect")
      else { return }
      let key = AnnotationDefinition.Ingress.sslRedirect.key
      let edit =
        subject.siblings[key] == nil
        ? report.editor(for: subject.annotation.key.span)?.renameKey(subject.annotation.key, to: key) : nil
      report(
        .noAction(port), at: subject.annotation.key.span, in: subject.object,
        fix: edit.map { Finding.Fix("rename it to ssl-redirect", .unsafe, edits: [$0]) })
    })
}

extension Annotation {
  /// The port that stands in `actions.ssl-redirect`, where JSON should.
  var portInPlaceOfAction: Int32? {
    guard key.value == AnnotationDefinition.Ingress.actions.key("ssl-redirect"),
      let port: Int32 = try? GoText.parseInteger(GoText.trim(value.value)), (1...65535).contains(port)
    else { return nil }
    return port
  }
}

extension Ingress {
  /// Some backend stands for the action of that name.
  fileprivate func usesAction(_ name: String) -> Bool {
    func isAction(_ backend: IngressBackend?) -> Bool {
      backend?.service?.portName?.value == "use-annotation" && backend?.service?.name.value == name
    }
    return isAction(defaultBackend) || rules.contains { $0.paths?.contains { isAction($0.backend) } == true }
  }
}

extension Finding.Message {
  fileprivate static func noAction(_ port: Int32) -> Self {
    "\(port) is no action, and nothing is redirected: the annotation for it is ssl-redirect"
  }
}
