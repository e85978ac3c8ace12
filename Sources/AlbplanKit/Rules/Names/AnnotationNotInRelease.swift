import LoadBalancerModel
import Manifests

extension LintRule {
  package static let annotationNotInRelease = LintRule(
    id: "annotation-not-in-release",
    summary: "The release of the controller that is set does not read the annotation, or does not know its value.",
    rationale: "An older release passes over a key that came later, in silence, and refuses a value that came later.",
    remedy: "Upgrade the controller to the release that the finding names, or remove the annotation.",
    severity: .warning, mistakes: ["M016"],
    flagged: [
      Example(
        ingress("alb.ingress.kubernetes.io/use-regex-path-match: \"true\""),
        context: "controller: {version: v2.8.0}", marks: ["alb.ingress.kubernetes.io/use-regex-path-match"]),
      Example(
        ingress("alb.ingress.kubernetes.io/ip-address-type: dualstack-without-public-ipv4"),
        context: "controller: {version: v2.7.2}", marks: ["dualstack-without-public-ipv4"]),
    ],
    accepted: [
      Example(
        ingress("alb.ingress.kubernetes.io/use-regex-path-match: \"true\""),
        context: "controller: {version: v2.14.1}")
    ],
    check: .annotations { subject, context, report in
      let version = context.controller.version
      guard let definition = subject.definition, let since = definition.since, subject.isReadHere else { return }
      if version < since {
        report(
          .keyTooNew(subject.key, since, version), at: subject.annotation.key.span, in: subject.object)
      } else if let removed = definition.removed, version >= removed {
        report(.keyRemoved(subject.key, removed), at: subject.annotation.key.span, in: subject.object)
      } else if let valueSince = definition.valuesSince[subject.value], version < valueSince {
        report(
          .valueTooNew(subject.value, subject.shortKey, valueSince, version), at: subject.annotation.value.span,
          in: subject.object, severity: .error)
      }
    })
}

extension Finding.Message {
  fileprivate static func keyTooNew(_ key: String, _ since: ControllerVersion, _ version: ControllerVersion) -> Self {
    "\(key) is read since \(since), and the controller is \(version)"
  }

  fileprivate static func keyRemoved(_ key: String, _ removed: ControllerVersion) -> Self {
    "\(key) is not read any more since \(removed)"
  }

  fileprivate static func valueTooNew(
    _ value: String, _ key: String, _ since: ControllerVersion, _ version: ControllerVersion
  ) -> Self {
    "\(key) knows the value \(value) since \(since), and the controller is \(version)"
  }
}
