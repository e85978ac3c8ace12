import LoadBalancerModel
import Manifests

extension LintRule {
  package static let overriddenTag = LintRule(
    id: "overridden-tag",
    summary: "A tag has another value than the controller's default tags, and the default tags win.",
    rationale: "Tags of the flag default-tags go before those of manifests, unless the feature gate "
      + "EnableDefaultTagsLowPriority is on (pkg/ingress/model_build_tags.go).",
    remedy: "Change the flag, turn the gate on, or leave the key out.",
    severity: .warning, mistakes: ["M143"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/tags: Env=prod,Team=shop
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
        """,
        context: "controller: {flags: {default-tags: {Env: dev}}}", marks: ["prod"])
    ],
    accepted: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/tags: Env=prod,Team=shop
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
        """,
        context: "controller: {flags: {default-tags: {Env: prod}}}")
    ],
    check: .tags { source, context, report in
      let defaults = context.controller.flags.defaultTags
      guard !defaults.isEmpty, !context.controller.featureGates[.enableDefaultTagsLowPriority] else { return }
      for position in source.positionsOfTags {
        let (key, own) = source.pairs[position]
        guard let value = defaults[key], value != own else { continue }
        report(.overridden(key, own, by: value), at: source.places(ofPairAt: position).value, in: source.object)
      }
    })
}

extension Finding.Message {
  fileprivate static func overridden(_ key: String, _ own: String, by value: String) -> Self {
    "the tag \(key) is \(GoText.quote(value)) by the controller's default tags, and not \(GoText.quote(own))"
  }
}
