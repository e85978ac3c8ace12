import Manifests

extension IngressModelBuilder {
  /// The attributes of the application load balancer: those of the first member's class before those of all members.
  ///
  /// Mirrors `buildIngressGroupLoadBalancerAttributes` in `pkg/ingress/model_build_load_balancer_attributes.go`.
  func loadBalancerAttributes() throws(BuildFailure) -> [ResourceAttribute] {
    // Quirk: the classes of later members do not count.
    let ofClass = [String: Planned<String>](
      group.members.first?.settings?.parameters?.loadBalancerAttributes ?? [], field: "spec.loadBalancerAttributes")
    var attributes: [String: Planned<String>] = [:]
    for member in group.members {
      let own = try [String: Planned<String>](
        of: member.annotations[AnnotationDefinition.Ingress.loadBalancerAttributes.key])
      try attributes.add(own, settled: ofClass) { key, old, new in
        BuildFailure(
          "conflicting-load-balancer-attributes",
          "conflicting load balancer attributes \(key): \(old.known ?? "") | \(new.known ?? "")",
          at: old.origin.spans + new.origin.spans)
      }
    }
    return ofClass.over(attributes).attributeList
  }
}
