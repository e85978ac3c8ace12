import AlbplanKit
import TestSupport
import Testing

/// One mistake in an annotation is one finding, whatever the controller says to it.
@Suite struct OneFindingPerMistakeTests {
  private static let ofIngress: [(annotation: String, rules: [String])] = [
    ("alb.ingress.kubernetes.io/scheme: \"internal \"", ["blank-around-value"]),
    ("alb.ingress.kubernetes.io/scheme: “internal”", ["lookalike-characters"]),
    ("alb.ingress.kubernetes.io/scheme: \"\"", ["empty-annotation"]),
    ("alb.ingress.kubernetes.io/scheme:", ["empty-annotation"]),
    ("alb.ingress.kubernetes.io/scheme: publik", ["unknown-value"]),
    ("alb.ingress.kubernetes.io/scheme: ${SCHEME}", ["unfilled-placeholder"]),
    ("alb.ingress.kubernetes.io/scheme: \"__SCHEME__\"", []),
    ("alb.ingress.kubernetes.io/inbound-cidrs: $INBOUND_CIDRS", ["unfilled-placeholder"]),
    ("alb.ingress.kubernetes.io/inbound-cidrs: '[\"10.0.0.0/8\"]'", ["malformed-list"]),
    ("alb.ingress.kubernetes.io/inbound-cidrs: 10.0.0.0", ["malformed-address-range"]),
    ("alb.ingress.kubernetes.io/ssl-redirect: \"\"", ["empty-annotation"]),
    ("alb.ingress.kubernetes.io/group.order: ten", ["malformed-integer"]),
    ("alb.ingress.kubernetes.io/shield-advanced-protection: \"yes\"", ["malformed-boolean"]),
    ("alb.ingress.kubernetes.io/tags: \"Env: prod\"", ["malformed-pairs"]),
    ("alb.ingress.kubernetes.io/minimum-load-balancer-capacity: Units=3", ["malformed-capacity"]),
    ("alb.ingress.kubernetes.io/healthcheck-port: 8080", ["unquoted-annotation"]),
    ("alb.ingress.kubernetes.io/listenPorts: '[]'", ["unknown-annotation"]),
  ]

  @Test(arguments: ofIngress)
  func onAnIngress(_ annotation: String, _ rules: [String]) {
    let run = LintRun(
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/target-type: ip
          \(annotation)
      spec:
        ingressClassName: alb
        defaultBackend: {service: {name: web, port: {number: 80}}}
      """)
    #expect(run.findings.filter { $0.severity > .info }.map(\.rule) == rules)
  }

  private static let ofService: [(annotation: String, rules: [String])] = [
    ("service.beta.kubernetes.io/aws-load-balancer-scheme: Internal", ["unknown-value"]),
    ("service.beta.kubernetes.io/aws-load-balancer-internal: 0.0.0.0/0", ["malformed-boolean"]),
    ("service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol: ‘HTTP’", ["lookalike-characters"]),
    ("service.beta.kubernetes.io/aws-load-balancer-healthcheck-interval: 10s", ["malformed-integer"]),
    ("service.beta.kubernetes.io/aws-load-balancer-proxy-protocol: \"true\"", ["unknown-value"]),
    ("service.beta.kubernetes.io/aws-load-balancer-target-group-attributes: a", ["malformed-pairs"]),
    ("service.beta.kubernetes.io/aws-load-balancer-target-type: ip", ["unknown-annotation"]),
    ("service.beta.kubernetes.io/aws-load-balancer-extra-security-groups: sg-1", ["in-tree-annotation"]),
    ("alb.ingress.kubernetes.io/scheme: internal", ["annotation-on-wrong-kind"]),
    ("service.beta.kubernetes.io/linode-loadbalancer-throttle: \"4\"", []),
  ]

  @Test(arguments: ofService)
  func onAService(_ annotation: String, _ rules: [String]) {
    let isOnScheme = annotation.contains("load-balancer-scheme") || annotation.contains("-internal:")
    let scheme = isOnScheme ? "" : "service.beta.kubernetes.io/aws-load-balancer-scheme: internal"
    let run = LintRun(
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        annotations:
          \(annotation)
          \(scheme)
      spec:
        type: LoadBalancer
        loadBalancerClass: service.k8s.aws/nlb
        selector: {app: web}
        ports: [{port: 80}]
      """)
    #expect(run.findings.filter { $0.severity > .info && $0.rule != "scheme-left-out" }.map(\.rule) == rules)
  }
}
