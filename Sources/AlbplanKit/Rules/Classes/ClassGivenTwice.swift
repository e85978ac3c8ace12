import LoadBalancerModel
import Manifests

extension LintRule {
  package static let classGivenTwice = LintRule(
    id: "class-given-twice",
    summary: "An Ingress names its class by the annotation kubernetes.io/ingress.class and by spec.ingressClassName.",
    rationale:
      "The annotation is looked at first, and on that way the controller loads no IngressClassParams: what they "
      + "set (scheme, group, sources, certificates) is silently left out.",
    remedy: "Keep spec.ingressClassName only.",
    severity: .warning, mistakes: ["M020"],
    flagged: [
      Example(
        withClass(
          parameters: "{inboundCIDRs: [10.0.0.0/8]}",
          """
          kubernetes.io/ingress.class: alb
          alb.ingress.kubernetes.io/target-type: ip
          """),
        marks: ["kubernetes.io/ingress.class"],
        fixed: withClass(
          parameters: "{inboundCIDRs: [10.0.0.0/8]}", "alb.ingress.kubernetes.io/target-type: ip"))
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          kubernetes.io/ingress.class: alb
      spec:
        defaultBackend: {service: {name: web, port: {number: 80}}}
      """
    ],
    check: .values(of: [AnnotationDefinition.Ingress.ingressClass]) { subject, context, report in
      guard case .ingress(let ingress) = subject.carrier, let className = ingress.ingress.className,
        !subject.value.holdsPlaceholder, !className.value.holdsPlaceholder
      else { return }
      // Two different names the API server refuses.
      guard ingress.isHandled, className.value.utf8.elementsEqual(subject.value.utf8) else { return }
      let parameters = context.objects.ingressClass(className.value)?.parameters.flatMap { reference in
        context.objects.ingressClassParams(reference.name.value)
      }
      let edit = report.editor(for: subject.annotation.key.span)?.deleteEntry(subject.annotation)
      var notes = [Finding.Note(.note, "spec.ingressClassName is \(className.value)", at: className.span)]
      if let parameters {
        notes.append(
          Finding.Note(
            .note, "IngressClassParams \(parameters.metadata.name.value) are left out",
            at: parameters.metadata.name.span))
      }
      report(
        .classTwice(hasParameters: parameters != nil), at: subject.annotation.key.span, in: subject.object,
        severity: parameters.map { $0.keepsOut(subject.siblings) ? .error : .warning } ?? .info, notes: notes,
        fix: edit.map { Finding.Fix("remove the annotation", .unsafe, edits: [$0]) })
    })
}

extension IngressClassParams {
  /// Without them more people can connect.
  fileprivate func keepsOut(_ annotations: Annotations) -> Bool {
    if !inboundCIDRs.isEmpty, annotations[AnnotationDefinition.Ingress.inboundCIDRs.key] == nil { return true }
    return scheme?.value == LoadBalancerScheme.internal.rawValue
      && annotations[AnnotationDefinition.Ingress.scheme.key]?.value.value
        == LoadBalancerScheme.internetFacing.rawValue
  }
}

extension Finding.Message {
  fileprivate static func classTwice(hasParameters: Bool) -> Self {
    hasParameters
      ? "the annotation kubernetes.io/ingress.class hides spec.ingressClassName and with it the IngressClassParams"
      : "the annotation kubernetes.io/ingress.class hides spec.ingressClassName: no IngressClassParams apply"
  }
}
