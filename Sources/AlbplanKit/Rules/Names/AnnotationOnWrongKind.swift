import LoadBalancerModel
import Manifests

extension LintRule {
  package static let annotationOnWrongKind = LintRule(
    id: "annotation-on-wrong-kind",
    summary: "An annotation stands on a kind of object on which the controller does not read it.",
    rationale:
      "The controller reads alb.ingress.kubernetes.io/ on Ingresses, and of these the settings of target groups "
      + "and of login on the Services behind them; it reads service.beta.kubernetes.io/ on Services of type "
      + "LoadBalancer. Anywhere else a key is passed over in silence.",
    remedy:
      "Write the annotation of the same meaning for this kind of object, or move it to the object that it is for.",
    severity: .warning, mistakes: ["M012", "M014"],
    flagged: [
      Example(
        ingress("service.beta.kubernetes.io/aws-load-balancer-ip-address-type: dualstack"),
        marks: ["service.beta.kubernetes.io/aws-load-balancer-ip-address-type"],
        fixed: ingress("alb.ingress.kubernetes.io/ip-address-type: dualstack")),
      Example(
        service("alb.ingress.kubernetes.io/scheme: internal"),
        marks: ["alb.ingress.kubernetes.io/scheme"],
        fixed: service("service.beta.kubernetes.io/aws-load-balancer-scheme: internal")),
      Example(
        SampleManifest.loadBalancer("web", "alb.ingress.kubernetes.io/healthcheck-path: /healthz"),
        marks: ["alb.ingress.kubernetes.io/healthcheck-path"]),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: alb
          annotations:
            alb.ingress.kubernetes.io/scheme: internal
        spec:
          controller: ingress.k8s.aws/alb
        """,
        marks: ["alb.ingress.kubernetes.io/scheme"]),
    ],
    accepted: [
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/healthcheck-path: /healthz
      spec:
        selector: {app: web}
        ports: [{port: 80}]
      """
    ],
    check: .annotations { subject, context, report in
      guard let definition = subject.definition, definition.since != nil || definition.isInTreeOnly,
        subject.isOfController, !subject.isOfAnotherController
      else { return }
      guard subject.location.map(definition.locations.contains) != true else {
        // Of a Service with a load balancer of its own, that no Ingress sends requests to.
        if subject.isOnHandledService, !subject.isIngressBackend,
          subject.key.startsBytewise(with: ControllerPrefix.ingress)
        {
          report(
            .onServiceWithoutIngress(subject.key, twin: AnnotationTwin(of: definition)?.key),
            at: subject.annotation.key.span, in: subject.object,
            // An Ingress that the input does not hold may name it.
            notes: context.world.isComplete
              ? [] : [Finding.Note(.note, "unless an Ingress that is not in the input sends requests to the Service")])
        }
        return
      }
      // Whether the Service is the controller's or an Ingress's shows what is wanted.
      let twin = subject.isOnIngress || subject.isOnHandledService ? AnnotationTwin(of: definition) : nil
      var fix: Finding.Fix?
      if let twin, twin.takesSameValue, !subject.hasSibling(twin.key),
        let edit = report.editor(for: subject.annotation.key.span)?.renameKey(subject.annotation.key, to: twin.key)
      {
        fix = Finding.Fix("rename it to \(twin.key)", .unsafe, edits: [edit])
      }
      report(
        .wrongKind(subject, definition, twin: twin?.key), at: subject.annotation.key.span, in: subject.object, fix: fix)
    })
}

extension AnnotationSubject {
  /// The key has one of the controller's prefixes, so that nobody else reads it.
  fileprivate var isOfController: Bool {
    key.startsBytewise(with: ControllerPrefix.ingress) || key.startsBytewise(with: "service.beta.kubernetes.io/")
  }

  fileprivate var isIngressBackend: Bool {
    if case .service(let subject) = carrier { subject.isIngressBackend } else { false }
  }
}

extension Finding.Message {
  fileprivate static func onServiceWithoutIngress(_ key: String, twin: String?) -> Self {
    Self(
      "\(key) is read for Services behind an Ingress only, and no Ingress names this one"
        + (twin.map { "; for a load balancer of its own it is \($0)" } ?? ""))
  }

  fileprivate static func wrongKind(
    _ subject: AnnotationSubject, _ definition: AnnotationDefinition, twin: String?
  ) -> Self {
    let here =
      switch subject.carrier {
      case .ingress: "an Ingress"
      case .service: "a Service"
      case .ingressClass: "an IngressClass"
      case .ingressClassParams: "an IngressClassParams"
      }
    let places = definition.locations.map { location in
      switch location {
      case .ingress: "Ingresses"
      case .service: definition.isInTreeOnly ? "Services, and there by others" : "Services"
      case .ingressClass: "IngressClasses"
      case .pod: "Pods"
      }
    }
    return Self(
      "\(subject.key) is not read on \(here), only on \(places.joined(separator: " and "))"
        + (twin.map { "; here it is \($0)" } ?? ""))
  }
}
