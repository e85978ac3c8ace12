import LoadBalancerModel

extension LintRule {
  package static let forwardWithoutConfiguration = LintRule(
    id: "forward-without-configuration",
    summary: "An action of a Service forwards, but says not whereto.",
    rationale:
      "The controller crashes on an annotation actions.PROTOCOL-PORT of the type forward without forwardConfig, and "
      + "does so again at every try.",
    remedy: "Add forwardConfig with the target groups, or remove the annotation.",
    severity: .error, mistakes: ["M076"], refusals: ["forward-without-configuration"],
    flagged: [
      Example(
        SampleManifest.loadBalancer("dns", "service.beta.kubernetes.io/actions.TCP-53: '{\"type\": \"forward\"}'"))
    ],
    accepted: [
      Example(
        SampleManifest.loadBalancer(
          "dns",
          """
          service.beta.kubernetes.io/actions.TCP-53: '{"type": "forward", "forwardConfig": {"baseServiceWeight": 1, "targetGroups": []}}'
          """))
    ],
    check: .refusalsOnly)
}
