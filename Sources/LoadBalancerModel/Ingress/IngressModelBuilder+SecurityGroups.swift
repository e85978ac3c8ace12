import Manifests

extension IngressModelBuilder {
  /// The security groups of the application load balancer, and the one that its targets open themselves to.
  ///
  /// Mirrors `buildLoadBalancerSecurityGroups` in `pkg/ingress/model_build_load_balancer.go`.
  func loadBalancerSecurityGroups(
    ipAddressType: Planned<LoadBalancerIPAddressType>
  ) throws(BuildFailure) -> Planned<[Planned<Identifier>]> {
    let explicit = try agreedSecurityGroups(AnnotationDefinition.Ingress.securityGroups)
    guard let explicit, explicit.known?.isEmpty == false else {
      return try managedSecurityGroups(ipAddressType: ipAddressType)
    }
    let managesRules = try managesBackendRules()
    let groups = try resolvedSecurityGroups(explicit)
    guard managesRules.known == true else { return groups }
    guard world.controller.flags.enableBackendSecurityGroup else {
      throw BuildFailure(
        "backend-security-group-required",
        "backendSG feature is required to manage worker node SG rules when frontendSG manually specified",
        at: managesRules.origin.spans + explicit.origin.spans)
    }
    let backend = sharedBackendSecurityGroup
    backendSecurityGroup = backend
    return groups.map { $0 + [backend] }
  }

  /// A managed group, with the shared backend group unless that is switched off.
  private func managedSecurityGroups(
    ipAddressType: Planned<LoadBalancerIPAddressType>
  ) throws(BuildFailure) -> Planned<[Planned<Identifier>]> {
    try buildManagedSecurityGroup(ipAddressType: ipAddressType)
    let managed = Planned(Identifier.reference(.managedSecurityGroup()), from: .controllerDefault)
    guard world.controller.flags.enableBackendSecurityGroup else {
      backendSecurityGroup = managed
      return Planned([managed], from: .controllerDefault)
    }
    let backend = sharedBackendSecurityGroup
    backendSecurityGroup = backend
    return Planned([managed, backend], from: .controllerDefault)
  }

  private var sharedBackendSecurityGroup: Planned<Identifier> {
    BackendSecurityGroupProvider(world).id().map { .literal($0) }
  }

  /// The ids of the groups that an annotation names.
  func resolvedSecurityGroups(_ namesOrIDs: Planned<[String]>) throws(BuildFailure) -> Planned<[Planned<Identifier>]> {
    let groups = try SecurityGroupResolver(world).resolve(namesOrIDs: namesOrIDs)
    if let assumption = Assumption.securityGroupsExist(groups) { assume(assumption) }
    return groups.map { ids in ids.map { id in id.map { .literal($0) } } }
  }

  /// The list that all members with the annotation agree on, order included.
  ///
  /// Mirrors `buildFrontendSGNameOrIDsFromAnnotation`.
  func agreedSecurityGroups(_ definition: AnnotationDefinition) throws(BuildFailure) -> Planned<[String]>? {
    try agreedList(memberLists(definition)) { first, other, culprits in
      BuildFailure(
        "conflicting-security-groups",
        "conflicting securityGroups: \(GoText.list(first)) | \(GoText.list(other))", at: culprits)
    }
  }

  /// Mirrors `buildManageSecurityGroupRulesFlag` in `pkg/ingress/model_builder.go`.
  private func managesBackendRules() throws(BuildFailure) -> Planned<Bool> {
    try agreedBool(
      AnnotationDefinition.Ingress.manageBackendSecurityGroupRules,
      code: "conflicting-manage-backend-security-group-rules",
      conflict: "conflicting manage backend security group rules settings")
      ?? Planned(
        world.controller.flags.enableManageBackendSecurityGroupRules,
        from: Origin(.flag("enable-manage-backend-security-group-rules")))
  }
}
