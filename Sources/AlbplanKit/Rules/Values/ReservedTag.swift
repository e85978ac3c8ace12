import LoadBalancerModel
import Manifests

extension LintRule {
  package static let reservedTag = LintRule(
    id: "externally-managed-tag",
    summary: "An annotation sets a tag that the controller's flag external-managed-tags leaves to somebody else.",
    rationale: "With the flag the controller touches no tag of these keys, and refuses manifests that set one.",
    remedy: "Remove the tag, or take its key out of the flag.",
    severity: .error, mistakes: ["M143"], refusals: ["external-managed-tag"],
    flagged: [
      Example(
        ingress("alb.ingress.kubernetes.io/tags: Team=web,CostCenter=42"),
        context: "controller: {flags: {external-managed-tags: [CostCenter]}}", marks: ["CostCenter=42"])
    ],
    accepted: [
      Example(
        ingress("alb.ingress.kubernetes.io/tags: Team=web"),
        context: "controller: {flags: {external-managed-tags: [CostCenter]}}")
    ],
    check: .values(of: [AnnotationDefinition.Ingress.tags, AnnotationDefinition.Service.additionalResourceTags]) {
      subject, context, report in
      let reserved = context.controller.flags.externalManagedTags
      guard !reserved.isEmpty, subject.isReadHere else { return }
      let places = subject.annotation.pairPlaces
      for (key, _) in AnnotationReader.pairs(subject.value) ?? [] where reserved.contains(key) {
        let place = places[key].map { SourceSpan(file: $0.key.file, start: $0.key.start, end: $0.value.end) }
        report(.reservedTag(key), at: place ?? subject.annotation.value.span, in: subject.object)
      }
    })
}

extension Finding.Message {
  fileprivate static func reservedTag(_ key: String) -> Self {
    "the tag \(key) is managed outside: the controller's flag external-managed-tags names it"
  }
}
