import Manifests

extension IngressModelBuilder {
  /// The reserved capacity: of the first member's class, or what the members agree on.
  ///
  /// Mirrors `pkg/ingress/model_build_load_balancer_capacity_reservation.go`.
  func minimumCapacity() throws(BuildFailure) -> Planned<Int32>? {
    guard world.controller.featureGates[.lbCapacityReservation] else { return nil }
    if let units = group.members.first?.settings?.parameters?.minimumCapacityUnits {
      return Planned(
        units.value, from: .classParameters("spec.minimumLoadBalancerCapacity.capacityUnits", at: units.span))
    }
    var capacity = PlannedTexts()
    for member in group.members {
      let own = try AnnotationReader(member.annotations).texts(
        AnnotationDefinition.Ingress.minimumLoadBalancerCapacity)
      try capacity.add(own) { key, old, new in
        BuildFailure(
          "conflicting-capacity", "conflicting capacity reservation \(key): \(old.known ?? "") | \(new.known ?? "")",
          at: old.origin.spans + new.origin.spans)
      }
    }
    return try MinimumCapacity.units(from: capacity)
  }
}
