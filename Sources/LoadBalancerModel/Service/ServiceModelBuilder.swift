package import Manifests

/// Builds what the controller would build for one Service that it handles: a network load balancer and all behind it.
///
/// The steps, their order and so the failure that wins are the controller's: `pkg/service/model_builder.go`. Each step
/// is in the extension named for the controller's file.
package struct ServiceModelBuilder {
  /// The base Service: it owns the load balancer, and its annotations count for every target group.
  let service: Service
  let world: World
  let annotations: AnnotationReader
  var stack: LoadBalancerStack
  var listenerIDs: Set<String> = []
  var targetGroupIDs: Set<String> = []
  /// Services that weighted actions name, by name; all in the base Service's namespace.
  var backendServices: [String: BackendService] = [:]
  /// Built at the first need: every resource has the same ones.
  private var builtTags: Tags?
  /// By backend; it is the same for all ports of one.
  var healthChecks: [ObjectName: BackendHealthCheck] = [:]

  package init(_ service: Service, in world: World) {
    self.service = service
    self.world = world
    annotations = AnnotationReader(service.metadata.annotations)
    stack = LoadBalancerStack(id: service.metadata.objectName.description)
  }

  /// The whole stack, or the first thing that makes the controller give up.
  package consuming func build() throws(BuildFailure) -> LoadBalancerStack {
    try buildModel()
    return stack
  }

  /// Mirrors `buildModel`.
  private mutating func buildModel() throws(BuildFailure) {
    let existing = existingLoadBalancer()
    let scheme = try scheme(existing: existing)
    let ipAddressType = try ipAddressType()
    let subnets = try subnets(scheme: scheme.value, ipAddressType: ipAddressType.value, existing: existing)
    let settings = FrontendSettings(scheme: scheme, ipAddressType: ipAddressType, subnets: subnets)
    let frontend = try buildLoadBalancer(settings, existing: existing)
    try buildListeners(frontend)
  }

  /// The load balancer of this Service that is there already; none is assumed where nobody knows.
  private func existingLoadBalancer() -> AWSFacts.ExistingLoadBalancer? {
    ExistingLoadBalancers(world).loadBalancer(ofService: service.metadata.objectName).known ?? nil
  }

  /// Records what is taken for granted.
  mutating func assume(_ assumption: Assumption) {
    stack.assume(assumption)
  }

  /// The tags of every resource of the stack.
  ///
  /// Mirrors `buildAdditionalResourceTags` in `pkg/service/model_build_load_balancer.go`.
  mutating func tags() throws(BuildFailure) -> Tags {
    if let builtTags { return builtTags }
    let definition = AnnotationDefinition.Service.additionalResourceTags
    let annotation = annotations.annotation(definition)
    let own = try AnnotationReader.placedTexts(annotation)
    let rules = ResourceTags(world.controller)
    if let key = rules.externalManagedKey(in: own) {
      throw BuildFailure(
        "external-managed-tag", "external managed tag key \(key) cannot be specified on Service",
        at: [annotation?.pairPlaces[key]?.key ?? annotation?.value.span].compactMap { $0 })
    }
    let tags = rules.mergingDefaults(into: own)
    builtTags = tags
    return tags
  }
}

/// A setting that is always known, and where it comes from.
struct Setting<Value: Sendable>: Sendable {
  var value: Value
  var origin: Origin

  init(_ value: Value, from origin: Origin) {
    self.value = value
    self.origin = origin
  }

  var planned: Planned<Value> { Planned(value, from: origin) }
}

/// What the load balancer is to be, as far as everything else depends on it.
struct FrontendSettings: Sendable {
  var scheme: Setting<LoadBalancerScheme>
  var ipAddressType: Setting<LoadBalancerIPAddressType>
  var subnets: Planned<[ResolvedSubnet]>
}

/// The load balancer as its target groups see it.
struct Frontend: Sendable {
  var settings: FrontendSettings
  var hasSecurityGroups: Bool
  /// The security group from which the targets are reached; `nil` when the controller opens nothing.
  var ruleSource: Planned<Identifier>?
}

extension AnnotationReader {
  /// The place of a setting's value, if the annotation is there.
  func spans(_ definition: AnnotationDefinition) -> [SourceSpan] {
    annotation(definition).map { [$0.value.span] } ?? []
  }
}
