package import Manifests

/// The Ingresses that share one application load balancer.
package struct IngressGroup: Sendable {
  package var id: IngressGroupID
  /// In group order: by `group.order`, then by `namespace/name` bytewise.
  package var members: [IngressGroupMember]

  package init(id: IngressGroupID, members: [IngressGroupMember]) {
    self.id = id
    self.members = members
  }
}

/// An Ingress of a group with the class settings that apply to it.
package struct IngressGroupMember: Sendable {
  package var ingress: Ingress
  /// The IngressClassParams of its class, when there are any.
  package var classParameters: IngressClassParams?

  package init(ingress: Ingress, classParameters: IngressClassParams?) {
    self.ingress = ingress
    self.classParameters = classParameters
  }

  package var name: ObjectName { ingress.metadata.objectName }
  package var annotations: Annotations { ingress.metadata.annotations }
}
