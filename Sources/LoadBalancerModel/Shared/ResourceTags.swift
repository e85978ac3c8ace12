/// What the controller's flags do to the tags of a resource.
///
/// Source: `pkg/ingress/model_build_tags.go`, `buildAdditionalResourceTags` of `pkg/service/model_build_load_balancer.go`.
package struct ResourceTags: Sendable {
  /// `--default-tags`, each with its origin.
  package let defaultTags: Tags
  /// `--external-managed-tags`.
  package let externalManagedKeys: Set<String>
  /// Gate `EnableDefaultTagsLowPriority`: the manifest's tags win over the default tags.
  package let defaultTagsYield: Bool

  package init(_ controller: ControllerConfiguration) {
    defaultTags = PlannedTexts(Planned(controller.flags.defaultTags, from: Origin(.flag("default-tags"))))
    externalManagedKeys = Set(controller.flags.externalManagedTags)
    defaultTagsYield = controller.featureGates[.enableDefaultTagsLowPriority]
  }

  /// The key that a manifest must not set because it is managed elsewhere; of several the bytewise smallest.
  package func externalManagedKey(in tags: Tags) -> String? {
    guard !externalManagedKeys.isEmpty else { return nil }
    return tags.keys.first { externalManagedKeys.contains($0) }
  }

  /// The tags of a resource: the manifest's with the default tags, as the gate says which wins.
  package func mergingDefaults(into tags: Tags) -> Tags {
    defaultTagsYield ? tags.over(defaultTags) : defaultTags.over(tags)
  }
}
