import LoadBalancerModel
import Manifests

extension LintRule {
  package static let tlsOnPlainPort = LintRule(
    id: "tls-on-plain-port",
    summary: "A certificate without ssl-ports makes every TCP port speak TLS, port 80 included.",
    rationale:
      "aws-load-balancer-ssl-ports says which ports speak TLS; without it all TCP ports do, and plain HTTP on port "
      + "80 is no longer answered.",
    remedy: "Name the ports that are to speak TLS in aws-load-balancer-ssl-ports.",
    severity: .warning, mistakes: ["M112"],
    flagged: [
      Example(
        SampleManifest.loadBalancer(
          "web",
          """
          service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn:aws:acm:us-west-2:111122223333:certificate/aaaa1111
          """, spec: "ports: [{name: http, port: 80}, {name: https, port: 443}]"),
        marks: ["service.beta.kubernetes.io/aws-load-balancer-ssl-cert"],
        fixed: SampleManifest.loadBalancer(
          "web",
          """
          service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn:aws:acm:us-west-2:111122223333:certificate/aaaa1111
          service.beta.kubernetes.io/aws-load-balancer-ssl-ports: "443"
          """, spec: "ports: [{name: http, port: 80}, {name: https, port: 443}]"))
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "web",
          """
          service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn:aws:acm:us-west-2:111122223333:certificate/aaaa1111
          service.beta.kubernetes.io/aws-load-balancer-ssl-ports: https
          """, spec: "ports: [{name: http, port: 80}, {name: https, port: 443}]")),
      Example(
        SampleManifest.loadBalancer(
          "web",
          """
          service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn:aws:acm:us-west-2:111122223333:certificate/aaaa1111
          """, spec: "ports: [{name: mqtts, port: 8883}, {name: https, port: 443}]")),
    ],
    check: .services { subject, _, report in
      guard subject.isHandled, let annotation = subject.annotations.annotation(AnnotationDefinition.Service.sslCert),
        !annotation.items.isEmpty,
        subject.annotations.stringList(AnnotationDefinition.Service.sslPorts)?.known?.isEmpty != false
      else { return }
      let ports = subject.service.ports.filter { $0.effectiveProtocol == "TCP" }
      guard ports.count > 1, let plain = ports.first(where: { $0.port.value == 80 }) else { return }
      let others = ports.filter { $0.port.value != 80 }.map { String($0.port.value) }
      let isWritten = subject.annotations.annotation(AnnotationDefinition.Service.sslPorts) != nil
      let edit =
        isWritten || others.isEmpty
        ? nil
        : report.editor(for: annotation.key.span)?.insert(
          AnnotationDefinition.Service.sslPorts.key, others.joined(separator: ","), after: annotation)
      report(
        .tlsOnPlainPort, at: annotation.key.span, in: subject.object,
        notes: [Finding.Note(.note, "this port speaks TLS too", at: plain.port.span)],
        fix: edit.map { Finding.Fix("let the other ports speak TLS only", .unsafe, edits: [$0]) })
    })
}

extension Finding.Message {
  fileprivate static let tlsOnPlainPort: Self =
    "without aws-load-balancer-ssl-ports every TCP port speaks TLS, port 80 included"
}
