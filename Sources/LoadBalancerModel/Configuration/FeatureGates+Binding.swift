import Manifests

extension FeatureGates {
  /// Sets gates as `--feature-gates` of that release would; throws when the controller would not start.
  ///
  /// Source: `pkg/config/feature_gates.go`. The controller reads all items before it looks at their names.
  mutating func set(_ settings: [FeatureGateSetting], in version: ControllerVersion) throws(StartupRefusal) {
    func refusal(_ reason: String, hint: String? = nil, by setting: FeatureGateSetting, atName: Bool) -> StartupRefusal
    {
      let argument = settings.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
      return StartupRefusal(
        "invalid argument \(GoText.quote(argument)) for \"--feature-gates\" flag: \(reason)", hint: hint,
        at: atName ? setting.nameSpan : setting.valueSpan)
    }
    if let first = settings.first, version < FeatureGate.first {
      throw StartupRefusal(
        "unknown flag: --feature-gates", hint: version.lacks(since: FeatureGate.first), at: first.nameSpan)
    }
    for setting in settings where GoText.parseBool(AnnotationReader.trim(setting.value)) == nil {
      throw refusal(
        "failed to parse feature-gates settings due to invalid mapStringBool: \(setting.name)=\(setting.value)",
        by: setting, atName: false)
    }
    for setting in settings {
      if let retired = FeatureGate.retired[setting.name], retired.since <= version, version < retired.removed {
        continue
      }
      guard let gate = FeatureGate(rawValue: setting.name) else {
        throw refusal(
          "unknown feature: \(setting.name)", hint: FeatureGate.hint(for: setting.name), by: setting, atName: true)
      }
      guard gate.since <= version else {
        throw refusal(
          "unknown feature: \(setting.name)", hint: version.lacks(since: gate.since), by: setting, atName: true)
      }
      self[gate] = GoText.parseBool(AnnotationReader.trim(setting.value)) ?? gate.isOnByDefault
    }
  }
}

extension FeatureGate {
  /// What was probably meant by a name that the controller does not know.
  package static func hint(for name: String) -> String? {
    if let gate = documentedMisspellings[name] {
      return "the documentation spells it so, but the controller knows it as \"\(gate.rawValue)\""
    }
    if let retired = retired[name] {
      return "\(retired.removed) replaced it by \"\(retired.successor.rawValue)\""
    }
    return NearestName.of(name, among: allCases.map(\.rawValue)).map { "did you mean \"\($0)\"?" }
  }

  /// Names that the controller's documentation gives and the controller refuses.
  package static let documentedMisspellings: [String: FeatureGate] = [
    "EnableTCPUDPListenerType": .enableTCPUDPListener,
    "NLBHealthCheckAdvancedConfiguration": .nlbHealthCheckAdvancedConfig,
  ]

  /// Gates of older releases, none of which does anything to a plan.
  static let retired: [String: (since: ControllerVersion, removed: ControllerVersion, successor: FeatureGate)] = [
    "AGAController": (.init(2, 14, 1), .init(2, 17), .globalAcceleratorController)
  ]

  /// The first release with feature gates.
  static let first = ControllerVersion(2, 3, 1)

  /// What the gate does to a plan; `nil` for one that does nothing to it.
  package var effect: String? {
    switch self {
    case .serviceTypeLoadBalancerOnly: "Only Services of type LoadBalancer are handled."
    case .enableServiceController: "Off: no Service is handled."
    case .enableIPTargetType: "Off: the target type `ip` is refused."
    case .subnetsClusterTagCheck: "Off: subnets that are tagged for other clusters only stay eligible."
    case .nlbHealthCheckAdvancedConfig: "Off: success codes and timeout of a network load balancer are ignored."
    case .nlbSecurityGroup: "Off: network load balancers get no security groups."
    case .albSingleSubnet: "On: one subnet is enough for an application load balancer."
    case .subnetDiscoveryByReachability: "Subnets without role tags are chosen by their route tables."
    case .lbCapacityReservation: "Off: the minimum capacity is ignored."
    case .enableTCPUDPListener: "The default of the annotation `aws-load-balancer-enable-tcp-udp-listener`."
    case .enableDefaultTagsLowPriority: "On: a manifest's tags win over `--default-tags`."
    case .enableCertificateManagement: "On: `create-acm-cert` makes certificates, and discovery passes them over."
    default: nil
    }
  }

  /// The first release that knows the gate.
  package var since: ControllerVersion {
    switch self {
    case .listenerRulesTagging, .weightedTargetGroups: .init(2, 3, 1)
    case .serviceTypeLoadBalancerOnly: .init(2, 4)
    case .endpointsFailOpen: .init(2, 4, 1)
    case .enableServiceController, .enableIPTargetType, .subnetsClusterTagCheck: .init(2, 4, 3)
    case .nlbHealthCheckAdvancedConfig: .init(2, 4, 6)
    case .enableRGTAPI: .init(2, 5, 2)
    case .nlbSecurityGroup: .init(2, 6)
    case .albSingleSubnet: .init(2, 7)
    case .lbCapacityReservation: .init(2, 11)
    case .enableTCPUDPListener, .subnetDiscoveryByReachability, .nlbGatewayAPI, .albGatewayAPI: .init(2, 13)
    case .enhancedDefaultBehavior: .init(2, 14)
    case .enableDefaultTagsLowPriority: .init(2, 14, 1)
    case .albTargetControlAgent: .init(2, 16)
    case .globalAcceleratorController: .init(2, 17)
    case .gatewayListenerSet: .init(3, 2, 2)
    case .enableCertificateManagement: .init(3, 3)
    case .ingressPlanAnnotation: .init(3, 4)
    }
  }
}
