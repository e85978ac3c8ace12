import Manifests

/// Builds what the controller would build for one IngressGroup, or throws the controller's refusal.
///
/// An instance builds one stack and is dropped. The order of the steps is the controller's, for it decides which of
/// several errors wins; where the controller walks a hash map (ports), this walks in ascending order.
/// Mirrors `defaultModelBuildTask` in `pkg/ingress/model_builder.go`.
package final class IngressModelBuilder {
  let world: World
  let group: IngressGroup
  let resourceTags: ResourceTags
  var stack: LoadBalancerStack
  /// What a member listens on, by port; in the order of the members.
  var listenPortsByMember: [[Int32: ListenPort]] = []
  /// The merged settings of a port, and the members that listen on it.
  var listenPorts: [Int32: MergedListenPort] = [:]
  /// Where HTTP listeners redirect to.
  var sslRedirectPort: Planned<Int32>?
  /// The security group that targets open themselves to; `nil` when the controller leaves their rules alone.
  var backendSecurityGroup: Planned<Identifier>?
  var backends: EnhancedBackendBuilder
  /// References to the target groups built so far, by id.
  var targetGroupIDs: Set<String> = []
  private var tagsByMember: [Tags?]
  private var ruleTagsByMember: [Tags?]

  package init(world: World, group: IngressGroup) {
    self.world = world
    self.group = group
    resourceTags = ResourceTags(world.controller)
    stack = LoadBalancerStack(id: group.id.description)
    backends = EnhancedBackendBuilder(world: world)
    tagsByMember = group.members.map { _ in nil }
    ruleTagsByMember = tagsByMember
  }

  /// Mirrors `Build` and `run`.
  package func build() throws(BuildFailure) -> LoadBalancerStack {
    try checkDeletionProtection()
    stack.frontendNLBTargets = []
    guard !group.members.isEmpty else { return stack }
    recordClassAssumptions()
    try computeListenPorts()
    try mergeListenPorts()
    try buildLoadBalancer()
    sslRedirectPort = try sslRedirect()
    for (port, settings) in sortedListenPorts {
      try buildListener(port: port, settings)
      try buildListenerRules(port: port, settings)
    }
    try buildAddOns()
    try buildFrontendNLB()
    for assumption in backends.assumptions { assume(assumption) }
    return stack
  }

  /// The merged listeners in ascending order of their ports.
  var sortedListenPorts: [(port: Int32, settings: MergedListenPort)] {
    listenPorts.map { ($0.key, $0.value) }.sorted { $0.port < $1.port }
  }

  /// The listeners of each member, then the certificate that it asks for.
  private func computeListenPorts() throws(BuildFailure) {
    for (index, member) in group.members.enumerated() {
      let certificate = try managedCertificate(of: member, at: index)
      listenPortsByMember.append(
        try wrapping("ingress: \(member.name)") { () throws(BuildFailure) in
          try listenPorts(of: member, managedCertificate: certificate)
        })
    }
  }

  private func mergeListenPorts() throws(BuildFailure) {
    var membersByPort: [Int32: [Int]] = [:]
    for (index, ports) in listenPortsByMember.enumerated() {
      for port in ports.keys { membersByPort[port, default: []].append(index) }
    }
    for (port, members) in membersByPort.sorted(by: { $0.key < $1.key }) {
      listenPorts[port] = try wrapping("failed to merge listenPort config for port: \(port)") {
        () throws(BuildFailure) in
        try merge(members.compactMap { index in listenPortsByMember[index][port].map { (index, $0) } })
      }
    }
  }
}

// MARK: Helpers

extension IngressModelBuilder {
  /// Runs a step; its failure gets the controller's wrapper in front.
  func wrapping<Result>(
    _ prefix: @autoclosure () -> String, _ step: () throws(BuildFailure) -> Result
  ) throws(BuildFailure) -> Result {
    do {
      return try step()
    } catch {
      throw error.wrapped(prefix())
    }
  }

  /// Notes something that the plan takes for granted, once.
  func assume(_ assumption: Assumption) {
    stack.assume(assumption)
  }

  private func recordClassAssumptions() {
    for member in group.members {
      for var assumption in member.settings?.assumptions ?? [] {
        if assumption.spans.isEmpty, let span = member.ingress.className?.span { assumption.spans = [span] }
        assume(assumption)
      }
    }
  }

  /// The cluster's name, which generated names hash.
  var clusterName: Planned<String> { world.clusterName }

  /// The group's id, as generated names hash it.
  var hashedGroupID: Planned<String> { Planned(group.id.description, from: Origin(.computed("the group's id"))) }

  /// The resource tags of a member, computed once. Mirrors `buildIngressResourceTags`.
  func tags(ofMember index: Int) throws(BuildFailure) -> Tags {
    if let tags = tagsByMember[index] { return tags }
    let tags = try resourceTags(of: group.members[index])
    tagsByMember[index] = tags
    return tags
  }

  /// The tags of a member's listener rules, computed once. Mirrors `buildListenerRuleTags`.
  func ruleTags(ofMember index: Int) throws(BuildFailure) -> Tags {
    if let tags = ruleTagsByMember[index] { return tags }
    let tags = resourceTags.mergingDefaults(into: try tags(ofMember: index))
    ruleTagsByMember[index] = tags
    return tags
  }

  /// Refuses to let go of an Ingress that is being deleted while it asks for deletion protection.
  ///
  /// Mirrors `getDeletionProtectionViaAnnotation`.
  private func checkDeletionProtection() throws(BuildFailure) {
    for ingress in group.inactiveMembers where ingress.metadata.hasDeletionTimestamp {
      guard let annotation = ingress.metadata.annotations[AnnotationDefinition.Ingress.loadBalancerAttributes.key],
        let text = try AnnotationReader.stringMap(annotation).known?["deletion_protection.enabled"]
      else { continue }
      guard let isEnabled = GoText.parseBool(text) else {
        throw BuildFailure(
          "malformed-bool", "strconv.ParseBool: parsing \(GoText.quote(text)): invalid syntax",
          at: [annotation.value.span])
      }
      if isEnabled {
        throw BuildFailure(
          "deletion-protection",
          "deletion_protection is enabled, cannot delete the ingress: \(ingress.metadata.name.value)",
          at: [annotation.value.span])
      }
    }
  }
}
