import LoadBalancerModel
import Manifests

extension LintRule {
  package static let tlsSettingsWithoutCertificate = LintRule(
    id: "tls-settings-without-certificate",
    summary: "A Service has settings for TLS, but no certificate.",
    rationale:
      "A listener speaks TLS only if aws-load-balancer-ssl-cert names a certificate. Without one the load balancer "
      + "passes plain TCP on, whatever ssl-ports, the security policy, the ALPN policy or the backend protocol say.",
    remedy: "Add aws-load-balancer-ssl-cert with the ARN of a certificate, or remove the setting.",
    severity: .warning, mistakes: ["M111"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-ssl-ports: \"853\"", spec: "ports: [{port: 853}]"),
        marks: ["service.beta.kubernetes.io/aws-load-balancer-ssl-ports"])
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn:aws:acm:us-west-2:111122223333:certificate/aaaa1111
          service.beta.kubernetes.io/aws-load-balancer-ssl-ports: "853"
          """, spec: "ports: [{port: 853}]"))
    ],
    check: .services { subject, _, report in
      guard subject.isHandled,
        subject.annotations.stringList(AnnotationDefinition.Service.sslCert)?.known?.isEmpty != false
      else { return }
      let definitions = [
        AnnotationDefinition.Service.sslPorts, AnnotationDefinition.Service.sslNegotiationPolicy,
        AnnotationDefinition.Service.alpnPolicy, AnnotationDefinition.Service.backendProtocol,
      ]
      // Ports that the Service does not have are the worse mistake, and another rule's.
      let ports = Set(subject.service.ports.flatMap { [$0.effectiveName, String($0.port.value)] })
      let named = subject.annotations.annotation(AnnotationDefinition.Service.sslPorts)?.items ?? []
      guard named.allSatisfy({ ports.contains($0.value) }) else { return }
      // One is enough: the cure is the same.
      for definition in definitions {
        guard let annotation = subject.annotations.annotation(definition), !annotation.value.value.isEmpty,
          definition !== AnnotationDefinition.Service.backendProtocol || annotation.value.value == "ssl"
        else { continue }
        report(.tlsSettingsWithoutCertificate, at: annotation.key.span, in: subject.object)
        return
      }
    })
}

extension Finding.Message {
  fileprivate static let tlsSettingsWithoutCertificate: Self =
    "this has no effect without aws-load-balancer-ssl-cert: no listener speaks TLS"
}
