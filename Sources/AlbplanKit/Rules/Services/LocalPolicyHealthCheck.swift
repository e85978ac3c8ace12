import LoadBalancerModel
import Manifests

extension LintRule {
  package static let localPolicyHealthCheck = LintRule(
    id: "local-policy-health-check",
    summary: "The health check port of a Service with the policy Local is changed, but not its protocol and path.",
    rationale: "With instance targets and externalTrafficPolicy: Local the controller asks every node over HTTP for "
      + "/healthz on the Service's healthCheckNodePort, where kube-proxy answers whether the node has a pod. With "
      + "another port it asks that one for /healthz, over HTTP, which is mostly not what answers there.",
    remedy: "Leave the health check alone, or set its protocol and path too.",
    severity: .warning, mistakes: ["M116"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-healthcheck-port: traffic-port",
          spec: "externalTrafficPolicy: Local\nports: [{port: 53}]"), marks: ["traffic-port"])
    ],
    accepted: [
      Example(SampleManifest.loadBalancer(spec: "externalTrafficPolicy: Local\nports: [{port: 53}]")),
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-healthcheck-port: traffic-port
          service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol: TCP
          """, spec: "externalTrafficPolicy: Local\nports: [{port: 53}]")),
    ],
    check: .stacks { outcome, context, report in
      guard case .service(let service) = outcome.owner, service.isLoadBalancer, service.hasLocalTrafficPolicy,
        let use = outcome.targetUses.first,
        use.targetType?.known == .instance,
        let annotation = use.reader.annotation(AnnotationDefinition.Service.healthcheckPort),
        use.reader.annotation(AnnotationDefinition.Service.healthcheckProtocol) == nil,
        use.reader.annotation(AnnotationDefinition.Service.healthcheckPath) == nil,
        annotation.value.value == "traffic-port" || (try? GoText.parseInteger(annotation.value.value) as Int32) != nil,
        service.healthCheckNodePort.map({ String($0.value) }) != annotation.value.value
      else { return }
      report(.localPolicyHealthCheck(annotation.value.value), at: annotation.value.span, in: use.object)
    })
}

extension Finding.Message {
  fileprivate static func localPolicyHealthCheck(_ port: String) -> Self {
    "because of externalTrafficPolicy: Local the check asks \(port) over HTTP for /healthz"
  }
}
