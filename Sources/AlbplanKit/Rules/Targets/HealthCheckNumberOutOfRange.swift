import LoadBalancerModel
import Manifests

extension LintRule {
  package static let healthCheckNumberOutOfRange = LintRule(
    id: "health-check-number-out-of-range",
    summary: "An interval, timeout or threshold of a health check is not in the range that AWS takes.",
    rationale: "The controller passes the number on and AWS refuses the target group, so that no target is registered: "
      + "intervals are 5 to 300 seconds, timeouts 2 to 120 seconds, thresholds 2 to 10 checks.",
    remedy: "Use a number within the range.",
    severity: .error, mistakes: ["M095"],
    flagged: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/healthy-threshold-count: \"1\""), marks: ["\"1\""]),
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-healthcheck-interval: \"600\""),
        marks: ["\"600\""]),
    ],
    accepted: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/healthy-threshold-count: "10"
          alb.ingress.kubernetes.io/healthcheck-interval-seconds: "300"
          alb.ingress.kubernetes.io/healthcheck-timeout-seconds: "2"
          """))
    ],
    check: .values(of: ranges.map(\.definition)) { subject, _, report in
      guard subject.isReadHere, let range = ranges.first(where: { $0.definition === subject.definition }),
        let number: Int32 = try? GoText.parseInteger(subject.value), !range.numbers.contains(number)
      else { return }
      report(
        .outOfRange(number, range.numbers), at: subject.annotation.value.span, in: subject.object)
    })

  private typealias Ingresses = AnnotationDefinition.Ingress
  private typealias Services = AnnotationDefinition.Service

  /// Source: the shapes of the ELBv2 API.
  private static let ranges: [(definition: AnnotationDefinition, numbers: ClosedRange<Int32>)] = [
    (Ingresses.healthcheckIntervalSeconds, 5...300),
    (Ingresses.frontendNLBHealthcheckIntervalSeconds, 5...300),
    (Services.healthcheckInterval, 5...300),
    (Ingresses.healthcheckTimeoutSeconds, 2...120),
    (Ingresses.frontendNLBHealthcheckTimeoutSeconds, 2...120),
    (Services.healthcheckTimeout, 2...120),
    (Ingresses.healthyThresholdCount, 2...10),
    (Ingresses.unhealthyThresholdCount, 2...10),
    (Ingresses.frontendNLBHealthcheckHealthyThresholdCount, 2...10),
    (Ingresses.frontendNLBHealthcheckUnhealthyThresholdCount, 2...10),
    (Services.healthcheckHealthyThreshold, 2...10),
    (Services.healthcheckUnhealthyThreshold, 2...10),
  ]
}

extension Finding.Message {
  fileprivate static func outOfRange(_ number: Int32, _ range: ClosedRange<Int32>) -> Self {
    "AWS takes \(range.lowerBound) to \(range.upperBound) here, not \(number)"
  }
}
