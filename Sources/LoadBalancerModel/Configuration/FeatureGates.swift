/// The controller's feature gates. The raw value is the spelling that the controller accepts.
///
/// Source: `pkg/config/feature_gates.go`.
package enum FeatureGate: String, Sendable, CaseIterable {
  case listenerRulesTagging = "ListenerRulesTagging"
  case weightedTargetGroups = "WeightedTargetGroups"
  case serviceTypeLoadBalancerOnly = "ServiceTypeLoadBalancerOnly"
  case endpointsFailOpen = "EndpointsFailOpen"
  case enableServiceController = "EnableServiceController"
  case enableIPTargetType = "EnableIPTargetType"
  case enableRGTAPI = "EnableRGTAPI"
  case subnetsClusterTagCheck = "SubnetsClusterTagCheck"
  case nlbHealthCheckAdvancedConfig = "NLBHealthCheckAdvancedConfig"
  case nlbSecurityGroup = "NLBSecurityGroup"
  case albSingleSubnet = "ALBSingleSubnet"
  case subnetDiscoveryByReachability = "SubnetDiscoveryByReachability"
  case lbCapacityReservation = "LBCapacityReservation"
  case nlbGatewayAPI = "NLBGatewayAPI"
  case albGatewayAPI = "ALBGatewayAPI"
  case gatewayListenerSet = "GatewayListenerSet"
  case globalAcceleratorController = "GlobalAcceleratorController"
  case enableTCPUDPListener = "EnableTCPUDPListener"
  case enhancedDefaultBehavior = "EnhancedDefaultBehavior"
  case enableDefaultTagsLowPriority = "EnableDefaultTagsLowPriority"
  case albTargetControlAgent = "ALBTargetControlAgent"
  case enableCertificateManagement = "EnableCertificateManagement"
  case ingressPlanAnnotation = "IngressPlanAnnotation"

  /// Whether the gate is on when nobody sets it.
  package var isOnByDefault: Bool {
    switch self {
    case .serviceTypeLoadBalancerOnly, .enableRGTAPI, .albSingleSubnet, .globalAcceleratorController,
      .enableTCPUDPListener, .enhancedDefaultBehavior, .enableDefaultTagsLowPriority, .albTargetControlAgent,
      .enableCertificateManagement, .ingressPlanAnnotation:
      false
    default: true
    }
  }
}

/// Which gates are on.
package struct FeatureGates: Sendable {
  /// What was set, whatever the default.
  package private(set) var settings: [FeatureGate: Bool] = [:]

  package init() {}

  package subscript(gate: FeatureGate) -> Bool {
    get { settings[gate] ?? gate.isOnByDefault }
    set { settings[gate] = newValue }
  }
}
