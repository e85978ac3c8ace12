import Manifests

extension IngressModelBuilder {
  /// The pool of public IPv4 addresses: of the first member's class, or what the members agree on.
  ///
  /// Mirrors `buildIPv4IPAMPoolID` in `pkg/ingress/model_build_ipam.go`.
  func ipv4IPAMPool() throws(BuildFailure) -> Planned<String>? {
    if let pool = group.members.first?.settings?.parameters?.ipv4IPAMPoolID {
      return Planned(pool.value, from: .classParameters("spec.ipamConfiguration.ipv4IPAMPoolId", at: pool.span))
    }
    var agreed: Planned<String>?
    for member in group.members {
      guard let pool = AnnotationReader(member.annotations).string(AnnotationDefinition.Ingress.ipamIPv4PoolID),
        let id = pool.known, !id.isEmpty
      else { continue }
      if let other = agreed, let otherID = other.known, !otherID.isSameText(as: id) {
        throw BuildFailure(
          "conflicting-ipam-pools", "conflicting ipv4 ipam pools \(otherID): \(id)",
          at: other.origin.spans + pool.origin.spans)
      }
      agreed = pool
    }
    return agreed
  }
}
