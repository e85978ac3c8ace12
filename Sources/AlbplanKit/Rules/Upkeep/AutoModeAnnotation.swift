import LoadBalancerModel
import Manifests

extension LintRule {
  package static let autoModeAnnotation = LintRule(
    id: "annotation-ignored-by-auto-mode",
    summary: "An Ingress of EKS Auto Mode has an annotation that only this controller reads.",
    rationale: "A class with the controller eks.amazonaws.com/alb belongs to EKS Auto Mode, which does without "
      + "groups by annotation, WAF Classic, Shield, logins by OpenID Connect and listener attributes (EKS user "
      + "guide, Create an IngressClass to configure an Application Load Balancer).",
    remedy: "Set the group in the IngressClassParams of eks.amazonaws.com/v1; for the rest use the class of this "
      + "controller, ingress.k8s.aws/alb.",
    severity: .warning, mistakes: ["M163"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/group.name: shop
        spec:
          ingressClassName: auto
          defaultBackend: {service: {name: web, port: {number: 80}}}
        ---
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: auto
        spec:
          controller: eks.amazonaws.com/alb
        """,
        marks: ["alb.ingress.kubernetes.io/group.name"])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/group.name: shop
      spec:
        ingressClassName: alb
        defaultBackend: {service: {name: web, port: {number: 80}}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata:
        name: alb
      spec:
        controller: ingress.k8s.aws/alb
      """
    ],
    check: .values(of: [
      AnnotationDefinition.Ingress.groupName, AnnotationDefinition.Ingress.wafACLID,
      AnnotationDefinition.Ingress.webACLID, AnnotationDefinition.Ingress.shieldAdvancedProtection,
      AnnotationDefinition.Ingress.authType, AnnotationDefinition.Ingress.listenerAttributes,
      AnnotationDefinition.Ingress.conditions, AnnotationDefinition.Ingress.transforms,
      AnnotationDefinition.Ingress.ipamIPv4PoolID,
    ]) { subject, context, report in
      guard case .ingress(let ingress) = subject.carrier, !ingress.isHandled,
        let className = ingress.ingress.className,
        let controller = context.objects.ingressClass(className.value)?.controller,
        controller.value == "eks.amazonaws.com/alb",
        subject.definition !== AnnotationDefinition.Ingress.authType || subject.value == "oidc"
      else { return }
      report(
        .ignored(subject.key), at: subject.annotation.key.span, in: subject.object,
        notes: [Finding.Note(.note, "the class belongs to EKS Auto Mode", at: controller.span)])
    })
}

extension Finding.Message {
  fileprivate static func ignored(_ key: String) -> Self {
    "EKS Auto Mode, whose class the Ingress has, does not support \(key)"
  }
}
