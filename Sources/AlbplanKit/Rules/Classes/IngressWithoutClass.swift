import LoadBalancerModel
import Manifests

extension LintRule {
  package static let ingressWithoutClass = LintRule(
    id: "ingress-without-class",
    summary: "An Ingress with annotations of the controller names no class.",
    rationale:
      "With its usual flag --ingress-class=alb the controller takes an Ingress without a class only when exactly "
      + "one IngressClass is marked as the default; else nothing is built, or another controller takes it.",
    remedy: "Set spec.ingressClassName.",
    severity: .warning, mistakes: ["M021"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: alb
        spec:
          controller: ingress.k8s.aws/alb
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/scheme: internal
        spec:
          defaultBackend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["web"])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata:
        name: alb
        annotations:
          ingressclass.kubernetes.io/is-default-class: "true"
      spec:
        controller: ingress.k8s.aws/alb
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/scheme: internal
      spec:
        defaultBackend: {service: {name: web, port: {number: 80}}}
      """
    ],
    check: .input { context, report in
      let notManaged = Set(context.pipeline.loading.notManaged)
      guard !notManaged.isEmpty else { return }
      let isKnown = context.world.isComplete || !context.objects.ingressClasses.isEmpty
      for ingress in context.objects.ingresses where notManaged.contains(ingress.metadata.objectName) {
        let annotations = ingress.metadata.annotations
        guard ingress.className == nil, annotations[AnnotationDefinition.Ingress.ingressClass.key] == nil,
          !ingress.metadata.hasDeletionTimestamp, context.controller.flags.watchNamespace.isEmpty,
          annotations.entries.contains(where: { $0.key.value.startsBytewise(with: ControllerPrefix.ingress) })
        else { continue }
        report(
          .noClass(isKnown: isKnown), at: ingress.metadata.name.span, in: "Ingress \(ingress.metadata.objectName)",
          // A default class may stand elsewhere.
          severity: isKnown ? .warning : .info)
      }
    })
}

extension Finding.Message {
  fileprivate static func noClass(isKnown: Bool) -> Self {
    let start = "the Ingress has annotations of the controller and names no class"
    return isKnown
      ? "\(start), and no IngressClass is the default: nothing is built for it"
      : "\(start): only a default IngressClass brings it there"
  }
}
