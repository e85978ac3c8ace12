import Manifests

extension IngressModelBuilder {
  /// Builds the listener of one port.
  ///
  /// Mirrors `buildListenerSpec` in `pkg/ingress/model_build_listener.go`.
  func buildListener(port: Int32, _ settings: MergedListenPort) throws(BuildFailure) {
    let listener = settings.listener
    let defaultActions = try defaultActions(settings)
    let tags = try groupTags(ofMembers: settings.members)
    let attributes = try listenerAttributes(port: port, settings)
    stack.listeners.append(
      Listener(
        id: String(port), loadBalancer: .loadBalancer(), port: port, listenerProtocol: listener.listenerProtocol,
        defaultActions: defaultActions, certificates: listener.certificates, sslPolicy: listener.sslPolicy,
        mutualAuthentication: listener.mutualAuthentication, tags: tags, attributes: attributes,
        origin: listener.origin))
  }

  /// The redirect, the only default backend among the members, or an answer 404.
  ///
  /// Mirrors `buildListenerDefaultActions`.
  private func defaultActions(_ settings: MergedListenPort) throws(BuildFailure) -> [Action] {
    let listenerProtocol = settings.listener.listenerProtocol
    if let sslRedirectPort, listenerProtocol == .http { return [sslRedirectAction(to: sslRedirectPort)] }
    let candidates = settings.members.filter { group.members[$0].ingress.defaultBackend != nil }
    guard let index = candidates.first, let backend = group.members[index].ingress.defaultBackend else {
      return [Action(kind: .fixedResponse(.notFound), origin: .controllerDefault)]
    }
    guard candidates.count == 1 else {
      let names = candidates.map { group.members[$0].name.description }
      throw BuildFailure(
        "several-default-backends", "multiple ingress defined default backend: \(GoText.list(names))",
        at: candidates.compactMap { group.members[$0].ingress.defaultBackend?.span })
    }
    let member = group.members[index]
    let built = try backends.build(backend, of: member, at: index)
    return try actions(of: built, listenerProtocol: listenerProtocol, member: member)
  }

  /// The attributes of a listener: those of the first member's class before those of the members that use it.
  ///
  /// Mirrors `buildIngressGroupListenerAttributes`.
  private func listenerAttributes(
    port: Int32, _ settings: MergedListenPort
  ) throws(BuildFailure) -> [ResourceAttribute] {
    let listenerProtocol = settings.listener.listenerProtocol.rawValue
    let ofClass = classListenerAttributes(port: port, listenerProtocol: listenerProtocol, members: settings.members)
    let key = AnnotationDefinition.Ingress.listenerAttributes.key("\(listenerProtocol)-\(port)")
    var attributes: [String: Planned<String>] = [:]
    for index in settings.members {
      let member = group.members[index]
      guard let annotation = member.annotations[key] else { continue }
      let own = try [String: Planned<String>](of: annotation)
      try attributes.add(own, settled: ofClass) { key, old, new in
        BuildFailure(
          "conflicting-listener-attributes",
          "conflicting listener attributes \(key): \(old.known ?? "") | \(new.known ?? "") for ingress \(member.name)",
          at: old.origin.spans + new.origin.spans)
      }
    }
    return ofClass.over(attributes).attributeList
  }

  /// Mirrors `buildIngressClassListenerAttributes`.
  private func classListenerAttributes(
    port: Int32, listenerProtocol: String, members: [Int]
  ) -> [String: Planned<String>] {
    // Quirk: only the class of the first member that uses the port counts, and of its entries only the first that fits.
    guard let first = members.first,
      let entry = group.members[first].settings?.parameters?.listeners.first(where: { entry in
        (entry.listenerProtocol?.value ?? "") == listenerProtocol && (entry.port?.value ?? 0) == port
      })
    else { return [:] }
    return [String: Planned<String>](entry.attributes, field: "spec.listeners[].listenerAttributes")
  }
}

extension Action.FixedResponse {
  /// Mirrors `build404Action` in `pkg/ingress/model_build_actions.go`.
  fileprivate static let notFound = Action.FixedResponse(contentType: "text/plain", statusCode: "404")
}
