import LoadBalancerModel
import Manifests

extension LintRule {
  package static let overriddenByService = LintRule(
    id: "overridden-by-service",
    summary: "All Services of an Ingress override an annotation of the Ingress.",
    rationale: "What an annotation says of target groups and health checks is read on the Service first, and on the "
      + "Ingress only where the Service has no such annotation. Here every Service has it, with another value, so that "
      + "the Ingress's counts for nothing.",
    remedy: "Keep the setting in one place: remove it here or on the Services.",
    severity: .warning, mistakes: ["M103"],
    flagged: [
      Example(
        SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/healthcheck-path: /healthz"),
          SampleManifest.service("web", "alb.ingress.kubernetes.io/healthcheck-path: /")),
        marks: ["alb.ingress.kubernetes.io/healthcheck-path"])
    ],
    accepted: [
      Example(
        SampleManifest.file(
          SampleManifest.ingress("web", "alb.ingress.kubernetes.io/healthcheck-path: /healthz"),
          SampleManifest.service("web", "alb.ingress.kubernetes.io/healthcheck-path: /healthz"))),
      Example(
        SampleManifest.file(
          SampleManifest.ingress(
            "web", "alb.ingress.kubernetes.io/healthcheck-path: /healthz",
            spec: """
              defaultBackend: {service: {name: web, port: {number: 80}}}
              rules:
                - host: shop.example.com
                  http:
                    paths:
                      - {path: /, pathType: Prefix, backend: {service: {name: shop, port: {number: 80}}}}
              """),
          SampleManifest.service("web", "alb.ingress.kubernetes.io/healthcheck-path: /"))),
    ],
    check: .ingresses { subject, context, report in
      let definitions = overridable.filter { subject.ingress.metadata.annotations[$0.key] != nil }
      guard !definitions.isEmpty else { return }
      var services: [Service] = []
      var seen: Set<String> = []
      for backend in subject.ingress.serviceBackends where seen.insert(backend.service).inserted {
        let name = ObjectName(namespace: subject.member.name.namespace, name: backend.service)
        guard let service = context.objects.service(name) else { return }
        services.append(service)
      }
      for definition in definitions {
        guard let annotation = subject.ingress.metadata.annotations[definition.key] else { continue }
        let overriding = services.compactMap { $0.metadata.annotations[definition.key] }
        guard let first = overriding.first, overriding.count == services.count,
          overriding.allSatisfy({ !$0.value.value.isSameText(as: annotation.value.value) })
        else { continue }
        report(
          .overriddenByService(first.value.value, count: services.count), at: annotation.key.span, in: subject.object,
          notes: [Finding.Note(.note, "the Service's own", at: first.key.span)])
      }
    })

  private static let overridable: [AnnotationDefinition] = [
    AnnotationDefinition.Ingress.targetType, AnnotationDefinition.Ingress.backendProtocol,
    AnnotationDefinition.Ingress.backendProtocolVersion, AnnotationDefinition.Ingress.targetGroupAttributes,
    AnnotationDefinition.Ingress.healthcheckPort, AnnotationDefinition.Ingress.healthcheckProtocol,
    AnnotationDefinition.Ingress.healthcheckPath, AnnotationDefinition.Ingress.healthcheckIntervalSeconds,
    AnnotationDefinition.Ingress.healthcheckTimeoutSeconds, AnnotationDefinition.Ingress.healthyThresholdCount,
    AnnotationDefinition.Ingress.unhealthyThresholdCount, AnnotationDefinition.Ingress.successCodes,
    AnnotationDefinition.Ingress.targetNodeLabels,
  ]
}

extension Finding.Message {
  fileprivate static func overriddenByService(_ value: String, count: Int) -> Self {
    count == 1
      ? "this has no effect: the Service behind it has its own, \(value)"
      : "this has no effect: all \(count) Services behind it have their own, such as \(value)"
  }
}
