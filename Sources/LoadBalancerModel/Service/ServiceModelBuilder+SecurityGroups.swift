import Manifests

/// The security groups of the load balancer, and which of them the targets must let in.
///
/// Mirrors `buildLoadBalancerSecurityGroups` in `pkg/service/model_build_load_balancer.go`.
extension ServiceModelBuilder {
  private typealias Keys = AnnotationDefinition.Service

  struct FrontendSecurityGroups {
    var groups: Planned<[Planned<Identifier>]>
    /// `nil` when the controller opens nothing to the targets.
    var ruleSource: Planned<Identifier>?
  }

  mutating func securityGroups(
    _ ipAddressType: Setting<LoadBalancerIPAddressType>, existing: AWSFacts.ExistingLoadBalancer?
  ) throws(BuildFailure) -> FrontendSecurityGroups {
    let isDisabled = try annotations.bool(Keys.disableNLBSG)
    if let existing, existing.securityGroups.isEmpty {
      // A network load balancer that was made without groups can never get any.
      return FrontendSecurityGroups(groups: Planned([], from: Origin(.context("aws.loadBalancers"))))
    }
    let isGateOff = !world.controller.featureGates[.nlbSecurityGroup]
    if isGateOff || isDisabled?.known == true {
      let origin = isGateOff ? Origin(.featureGate(FeatureGate.nlbSecurityGroup.rawValue)) : isDisabled?.origin
      guard existing == nil else {
        throw BuildFailure(
          "conflicting-security-groups", "conflicting security groups configuration",
          at: annotations.spans(Keys.disableNLBSG))
      }
      return FrontendSecurityGroups(groups: Planned([], from: origin ?? .controllerDefault))
    }
    if let named = annotations.stringList(Keys.securityGroups), named.known?.isEmpty == false {
      return try customSecurityGroups(named)
    }
    return try managedSecurityGroups(ipAddressType)
  }

  private mutating func managedSecurityGroups(
    _ ipAddressType: Setting<LoadBalancerIPAddressType>
  ) throws(BuildFailure) -> FrontendSecurityGroups {
    let group = try managedSecurityGroup(ipAddressType)
    stack.securityGroups = [group]
    let managed = Planned(Identifier.reference(.managedSecurityGroup()), from: .controllerDefault)
    guard world.controller.flags.enableBackendSecurityGroup else {
      return FrontendSecurityGroups(groups: Planned([managed], from: .controllerDefault), ruleSource: managed)
    }
    let backend = backendSecurityGroup
    return FrontendSecurityGroups(groups: Planned([managed, backend], from: .controllerDefault), ruleSource: backend)
  }

  private mutating func customSecurityGroups(_ named: Planned<[String]>) throws(BuildFailure) -> FrontendSecurityGroups {
    let managesRules = try managesBackendRules(default: world.controller.flags.enableManageBackendSecurityGroupRules)
    let resolved = try SecurityGroupResolver(world).resolve(namesOrIDs: named)
    if let assumption = Assumption.securityGroupsExist(resolved) { assume(assumption) }
    let groups = resolved.map { $0.map { $0.map(Identifier.literal) } }
    guard managesRules else { return FrontendSecurityGroups(groups: groups) }
    guard world.controller.flags.enableBackendSecurityGroup else {
      throw BuildFailure(
        "backend-security-group-off",
        "backendSG feature is required to manage worker node SG rules when frontendSG is manually specified",
        at: annotations.spans(Keys.manageBackendSecurityGroupRules) + annotations.spans(Keys.securityGroups))
    }
    let backend = backendSecurityGroup
    return FrontendSecurityGroups(groups: groups.map { $0 + [backend] }, ruleSource: backend)
  }

  private var backendSecurityGroup: Planned<Identifier> {
    BackendSecurityGroupProvider(world).id().map(Identifier.literal)
  }

  /// Whether the controller opens the targets' security groups to the load balancer.
  ///
  /// Mirrors `buildManageSecurityGroupRulesFlag` and `…Legacy`, which differ in their default.
  func managesBackendRules(default defaultValue: Bool) throws(BuildFailure) -> Bool {
    try annotations.bool(Keys.manageBackendSecurityGroupRules)?.known ?? defaultValue
  }
}
