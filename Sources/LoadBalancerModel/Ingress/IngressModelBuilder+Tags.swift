import Manifests

extension IngressModelBuilder {
  /// The tags of a resource that several members share, with the default tags.
  ///
  /// Mirrors `buildIngressGroupResourceTags` in `pkg/ingress/model_build_tags.go`.
  func groupTags(ofMembers members: some Collection<Int>) throws(BuildFailure) -> Tags {
    var tags: Tags = [:]
    for index in members {
      try tags.add(self.tags(ofMember: index)) { key, old, new in
        BuildFailure(
          "conflicting-tags", "conflicting tag \(key): \(old.known ?? "") | \(new.known ?? "")",
          at: old.origin.spans + new.origin.spans)
      }
    }
    return resourceTags.mergingDefaults(into: tags)
  }

  /// The tags of one member, without the default tags: those of its class before those of its annotation.
  ///
  /// Mirrors `buildIngressResourceTags`.
  func resourceTags(of member: IngressGroupMember) throws(BuildFailure) -> Tags {
    let tags = try AnnotationReader(member.annotations).texts(AnnotationDefinition.Ingress.tags)
    try checkExternalManagedTags(tags, of: "Ingress \(member.name)")
    return try classTags(of: member).over(tags)
  }

  /// The tags of a target group: those of the class, the Service and the Ingress, in this order, with the default tags.
  ///
  /// Mirrors `buildIngressBackendResourceTags`.
  func targetGroupTags(_ member: IngressGroupMember, service: BackendService) throws(BuildFailure) -> Tags {
    let definition = AnnotationDefinition.Ingress.tags
    let ofService = try AnnotationReader(service.annotations).texts(definition)
    let ofIngress = try AnnotationReader(member.annotations).texts(definition)
    let tags = ofService.over(ofIngress)
    try checkExternalManagedTags(tags, of: "Ingress \(member.name) and Service \(service.name)")
    return resourceTags.mergingDefaults(into: try classTags(of: member).over(tags))
  }

  /// Mirrors `buildIngressClassResourceTags`.
  private func classTags(of member: IngressGroupMember) throws(BuildFailure) -> Tags {
    guard let parameters = member.settings?.parameters, !parameters.tags.isEmpty else { return [:] }
    let tags = Tags(parameters.tags, field: "spec.tags")
    try checkExternalManagedTags(tags, of: "IngressClassParams \(parameters.metadata.name.value)")
    return tags
  }

  /// Mirrors `validateTagCollisionWithExternalManagedTags`.
  private func checkExternalManagedTags(_ tags: Tags, of owner: @autoclosure () -> String) throws(BuildFailure) {
    guard let key = resourceTags.externalManagedKey(in: tags) else { return }
    throw BuildFailure(
      "external-managed-tag",
      "failed build tags for \(owner()): external managed tag key \(key) cannot be specified",
      at: tags[key]?.origin.spans ?? [])
  }
}
