import LoadBalancerModel
import Manifests

extension LintRule {
  package static let healthCheckSettingIgnored = LintRule(
    id: "health-check-setting-ignored",
    summary: "A health check over TCP has a path or success codes.",
    rationale: "Targets of a network load balancer are checked over TCP unless an annotation says otherwise, and the "
      + "controller then leaves path and success codes out without a word: an open port counts as healthy.",
    remedy: "Set aws-load-balancer-healthcheck-protocol to http or https, or remove the setting.",
    severity: .warning, mistakes: ["M096"],
    flagged: [
      Example(
        SampleManifest.loadBalancer("dns", "service.beta.kubernetes.io/aws-load-balancer-healthcheck-path: /healthz"),
        marks: ["service.beta.kubernetes.io/aws-load-balancer-healthcheck-path"],
        fixed: SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-healthcheck-path: /healthz
          service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol: HTTP
          """)),
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol: TCP
          service.beta.kubernetes.io/aws-load-balancer-healthcheck-success-codes: "200"
          """), marks: ["service.beta.kubernetes.io/aws-load-balancer-healthcheck-success-codes"],
        fixed: SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol: HTTP
          service.beta.kubernetes.io/aws-load-balancer-healthcheck-success-codes: "200"
          """)),
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol: http
          service.beta.kubernetes.io/aws-load-balancer-healthcheck-path: /healthz
          """)),
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-healthcheck-path: /healthz",
          spec: "externalTrafficPolicy: Local\nports: [{port: 53}]")),
    ],
    check: .stacks { outcome, context, report in
      guard case .service(let service) = outcome.owner else { return }
      let reader = AnnotationReader(service.metadata.annotations)
      let protocolAnnotation = reader.annotation(AnnotationDefinition.Service.healthcheckProtocol)
      if let protocolAnnotation {
        guard protocolAnnotation.value.value.uppercased() == "TCP" else { return }
      } else {
        // A Service that shares the traffic, or this one, may have the policy Local, which changes the protocol.
        guard !service.hasLocalTrafficPolicy, !service.sharesTraffic else { return }
      }
      for definition in [
        AnnotationDefinition.Service.healthcheckPath, AnnotationDefinition.Service.healthcheckSuccessCodes,
      ] {
        guard let annotation = reader.annotation(definition) else { continue }
        let edit =
          if let protocolAnnotation {
            report.editor(for: protocolAnnotation.value.span)?.replaceValue(protocolAnnotation.value, with: "HTTP")
          } else {
            report.editor(for: annotation.key.span)?.insert(
              AnnotationDefinition.Service.healthcheckProtocol.key, "HTTP", after: annotation)
          }
        report(
          .healthCheckSettingIgnored, at: annotation.key.span, in: "Service \(service.metadata.objectName)",
          fix: edit.map { Finding.Fix("check over HTTP", .unsafe, edits: [$0]) })
      }
    })
}

extension Service {
  /// An annotation `actions.…` sends part of the traffic to other Services.
  var sharesTraffic: Bool {
    metadata.annotations.entries.contains {
      AnnotationDefinition.Service.actions.variable(ofKey: $0.key.value) != nil
    }
  }
}

extension Finding.Message {
  fileprivate static let healthCheckSettingIgnored: Self =
    "the controller ignores this: the health check is over TCP, which asks for no path and gets no code"
}
