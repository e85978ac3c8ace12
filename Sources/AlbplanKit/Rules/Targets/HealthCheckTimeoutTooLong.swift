import LoadBalancerModel
import Manifests

extension LintRule {
  package static let healthCheckTimeoutTooLong = LintRule(
    id: "health-check-timeout-too-long",
    summary: "The timeout of a health check does not fit into its interval.",
    rationale:
      "AWS refuses the target group, and then no target is registered. For an application load balancer the timeout "
      + "must be smaller than the interval; for a network load balancer it may be equal. The controller's defaults "
      + "count where only one of the two is written: 15 and 5 seconds for an Ingress, 10 and 10 for a Service.",
    remedy: "Lower the timeout, or raise the interval.",
    severity: .error, mistakes: ["M095"],
    flagged: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/healthcheck-interval-seconds: \"5\""),
        marks: ["\"5\""]),
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/healthcheck-interval-seconds: "10"
          alb.ingress.kubernetes.io/healthcheck-timeout-seconds: "12"
          """), marks: ["\"12\""]),
      Example(
        SampleManifest.loadBalancer("dns", "service.beta.kubernetes.io/aws-load-balancer-healthcheck-interval: \"5\""),
        marks: ["\"5\""]),
    ],
    accepted: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/healthcheck-interval-seconds: "5"
          alb.ingress.kubernetes.io/healthcheck-timeout-seconds: "4"
          """)),
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/aws-load-balancer-healthcheck-interval: "5"
          service.beta.kubernetes.io/aws-load-balancer-healthcheck-timeout: "5"
          """)),
      Example(
        SampleManifest.loadBalancer(
          "dns", "service.beta.kubernetes.io/aws-load-balancer-healthcheck-interval: \"6\"",
          spec: "externalTrafficPolicy: Local\nports: [{port: 53}]")),
    ],
    check: .stacks { outcome, context, report in
      for use in outcome.targetUses {
        guard let times = use.healthCheckTimes(context.controller) else { continue }
        report(times, in: use.object)
      }
      guard case .ingressGroup(let group) = outcome.owner else { return }
      for member in group.members {
        let reader = AnnotationReader(member.annotations)
        guard (try? reader.bool(AnnotationDefinition.Ingress.enableFrontendNLB))??.known == true else { continue }
        report(
          HealthCheckTimes(
            reader, AnnotationDefinition.Ingress.frontendNLBHealthcheckIntervalSeconds, default: 15,
            AnnotationDefinition.Ingress.frontendNLBHealthcheckTimeoutSeconds, default: 5, mayBeEqual: true),
          in: "Ingress \(member.name)")
      }
    })
}

/// The interval and the timeout of a health check.
private struct HealthCheckTimes {
  var interval: Planned<Int32>
  var timeout: Planned<Int32>
  var mayBeEqual: Bool

  /// Numbers that cannot be read count as absent: another rule reports them.
  init(
    _ reader: AnnotationReader, _ interval: AnnotationDefinition, default defaultInterval: Int32,
    _ timeout: AnnotationDefinition?, default defaultTimeout: Int32, mayBeEqual: Bool
  ) {
    self.interval = ((try? reader.int32(interval)) ?? nil) ?? Planned(defaultInterval, from: .controllerDefault)
    self.timeout =
      timeout.flatMap { (try? reader.int32($0)) ?? nil } ?? Planned(defaultTimeout, from: .controllerDefault)
    self.mayBeEqual = mayBeEqual
  }
}

extension TargetUse {
  private func says(_ definition: AnnotationDefinition) -> Bool { reader.annotation(definition) != nil }

  fileprivate func healthCheckTimes(_ controller: ControllerConfiguration) -> HealthCheckTimes? {
    switch kind {
    case .application:
      guard
        says(AnnotationDefinition.Ingress.healthcheckIntervalSeconds)
          || says(AnnotationDefinition.Ingress.healthcheckTimeoutSeconds)
      else { return nil }
      return HealthCheckTimes(
        reader, AnnotationDefinition.Ingress.healthcheckIntervalSeconds, default: 15,
        AnnotationDefinition.Ingress.healthcheckTimeoutSeconds, default: 5, mayBeEqual: false)
    case .network:
      guard let service,
        says(AnnotationDefinition.Service.healthcheckInterval) || says(AnnotationDefinition.Service.healthcheckTimeout)
      else { return nil }
      let isLocal =
        service.isLoadBalancer && service.hasLocalTrafficPolicy && targetType?.known == .instance
      let isRead = controller.featureGates[.nlbHealthCheckAdvancedConfig]
      return HealthCheckTimes(
        reader, AnnotationDefinition.Service.healthcheckInterval, default: 10,
        isRead ? AnnotationDefinition.Service.healthcheckTimeout : nil, default: isLocal ? 6 : 10, mayBeEqual: true)
    }
  }
}

extension LintRule.Report {
  fileprivate mutating func callAsFunction(_ times: HealthCheckTimes, in object: String) {
    guard let interval = times.interval.known, let timeout = times.timeout.known,
      times.mayBeEqual ? timeout > interval : timeout >= interval, (5...300).contains(interval),
      (2...120).contains(timeout), let span = (times.timeout.origin.spans + times.interval.origin.spans).first
    else { return }
    var notes: [Finding.Note] = []
    if times.timeout.origin.spans.isEmpty {
      notes.append(Finding.Note(.note, "without an annotation the timeout is \(timeout) seconds"))
    } else if let place = times.interval.origin.spans.first {
      notes.append(Finding.Note(.note, "the interval", at: place))
    } else {
      notes.append(Finding.Note(.note, "without an annotation the interval is \(interval) seconds"))
    }
    self(.timeoutTooLong(timeout, interval, mayBeEqual: times.mayBeEqual), at: span, in: object, notes: notes)
  }
}

extension Finding.Message {
  fileprivate static func timeoutTooLong(_ timeout: Int32, _ interval: Int32, mayBeEqual: Bool) -> Self {
    mayBeEqual
      ? "the health check's timeout of \(timeout) seconds is longer than its interval of \(interval) seconds"
      : "the health check's timeout of \(timeout) seconds is not shorter than its interval of \(interval) seconds"
  }
}
