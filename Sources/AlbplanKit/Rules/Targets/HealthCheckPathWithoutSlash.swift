import LoadBalancerModel
import Manifests

extension LintRule {
  package static let healthCheckPathWithoutSlash = LintRule(
    id: "health-check-path-without-slash",
    summary: "The path of a health check does not begin with a slash, or is too long.",
    rationale:
      "The controller passes the path on unread. AWS takes paths of at most 1024 characters, and its guide has "
      + "them begin with a slash.",
    remedy: "Write the path from its slash on: /healthz.",
    severity: .warning, mistakes: ["M096"],
    flagged: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/healthcheck-path: healthz"), marks: ["healthz"],
        fixed: SampleManifest.ingress("web", "alb.ingress.kubernetes.io/healthcheck-path: /healthz"))
    ],
    accepted: [
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/healthcheck-path: /healthz?full=1"))
    ],
    check: .values(of: [
      AnnotationDefinition.Ingress.healthcheckPath, AnnotationDefinition.Ingress.frontendNLBHealthcheckPath,
      AnnotationDefinition.Service.healthcheckPath,
    ]) { subject, _, report in
      guard subject.isReadHere, let first = subject.value.utf8.first, !subject.value.holdsPlaceholder else {
        return
      }
      let isTooLong = subject.value.unicodeScalars.count > 1024
      // Blanks and quotes around the text are other mistakes.
      guard isTooLong || (first != UInt8(ascii: "/") && first > 0x20 && first != 0x22 && first < 0x7F) else { return }
      let edit =
        isTooLong
        ? nil
        : report.editor(for: subject.annotation.value.span)?.replaceValue(
          subject.annotation.value, with: "/" + subject.value)
      report(
        isTooLong ? .healthCheckPathTooLong : .healthCheckPathWithoutSlash, at: subject.annotation.value.span,
        in: subject.object, fix: edit.map { Finding.Fix("put a slash before it", .unsafe, edits: [$0]) })
    })
}

extension Finding.Message {
  fileprivate static let healthCheckPathWithoutSlash: Self = "a health check path begins with a slash"
  fileprivate static let healthCheckPathTooLong: Self = "AWS takes health check paths of at most 1024 characters"
}
