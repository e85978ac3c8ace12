package import Manifests

/// The Ingresses that share one application load balancer.
package struct IngressGroup: Sendable {
  package var id: IngressGroupID
  /// In group order: by `group.order`, then by `namespace/name` bytewise.
  package var members: [IngressGroupMember]
  /// Ingresses that left the group but still carry its finalizer.
  package var inactiveMembers: [Ingress]

  package init(id: IngressGroupID, members: [IngressGroupMember], inactiveMembers: [Ingress] = []) {
    self.id = id
    self.members = members
    self.inactiveMembers = inactiveMembers
  }
}

/// An Ingress of a group with the class settings that apply to it.
package struct IngressGroupMember: Sendable {
  package var ingress: Ingress
  /// `nil` when the Ingress names its class by annotation, or has none.
  package var settings: IngressClassSettings?

  package init(ingress: Ingress, settings: IngressClassSettings? = nil) {
    self.ingress = ingress
    self.settings = settings
  }

  /// The IngressClassParams of its class, when there are any.
  package var classParameters: IngressClassParams? { settings?.parameters }
  package var name: ObjectName { ingress.metadata.objectName }
  package var annotations: Annotations { ingress.metadata.annotations }
}
