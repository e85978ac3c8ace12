package import Manifests

/// Which Ingresses the controller handles, and together with which others.
package struct IngressGroupLoading: Sendable {
  /// In the order of the first member in the input.
  package var groups: [LoadedIngressGroup] = []
  /// Ingresses that the controller would handle but for a bad class or a bad group name; no model has them.
  package var withoutGroup: [IngressWithoutGroup] = []
  /// Ingresses of other controllers, of no controller, or being deleted, in the order of the input.
  package var notManaged: [ObjectName] = []

  package init() {}
}

/// An IngressGroup that the controller would try to build.
///
/// It keeps positions, not Ingresses: with many groups only the one that is being built is made in full.
package struct LoadedIngressGroup: Sendable {
  /// A member by its position among the Ingresses of the input.
  package struct Member: Sendable {
    package var position: Int
    package var settings: IngressClassSettings?
  }
  package var id: IngressGroupID
  /// In group order.
  package var members: [Member] = []
  /// Ingresses that left the group but still carry its finalizer, by position.
  package var inactiveMembers: [Int] = []
  /// Why the controller cannot even tell the members of the group.
  package var failure: BuildFailure?

  /// The group with its members in full.
  package func group(in objects: KubernetesObjects) -> IngressGroup {
    func ingress(_ position: Int) -> Ingress? {
      objects.ingresses.indices.contains(position) ? objects.ingresses[position] : nil
    }
    return IngressGroup(
      id: id,
      members: members.compactMap { member in
        ingress(member.position).map { IngressGroupMember(ingress: $0, settings: member.settings) }
      },
      inactiveMembers: inactiveMembers.compactMap(ingress))
  }
}

/// An Ingress that is meant for the controller but is in no group.
package struct IngressWithoutGroup: Sendable {
  package var ingress: ObjectName
  package var failure: BuildFailure

  package init(ingress: ObjectName, failure: BuildFailure) {
    self.ingress = ingress
    self.failure = failure
  }
}
