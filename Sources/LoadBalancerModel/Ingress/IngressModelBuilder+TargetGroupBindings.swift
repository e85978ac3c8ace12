import Manifests

extension IngressModelBuilder {
  /// What the targets' security groups must let in; `nil` when the controller leaves them alone.
  ///
  /// Mirrors `buildTargetGroupBindingNetworking` in `pkg/ingress/model_build_target_group.go`.
  func networking(
    _ request: TargetGroupRequest, of targetGroup: TargetGroup
  ) -> TargetGroupBinding.Networking? {
    guard let backendSecurityGroup else { return nil }
    func rule(_ port: Planned<IntOrString>?) -> TargetGroupBinding.Networking.Rule {
      TargetGroupBinding.Networking.Rule(
        from: Planned([.securityGroup(backendSecurityGroup)], from: backendSecurityGroup.origin),
        ports: Planned(
          [TargetGroupBinding.Networking.Port(protocol: "TCP", port: port)],
          from: port?.origin ?? Origin(.flag("disable-restricted-sg-rules"))))
    }
    if world.controller.flags.disableRestrictedSecurityGroupRules {
      return TargetGroupBinding.Networking(ingress: [rule(nil)])
    }
    var ports = [request.port.bindingPort(targetGroup.targetType.known ?? .instance)]
    let healthCheckPort = targetGroup.healthCheck.port
    if healthCheckPort.known != .trafficPort {
      ports.append(
        healthCheckPort.map { port in
          if case .number(let number) = port { .number(number) } else { .name("traffic-port") }
        })
    }
    if let controlPort = targetGroup.targetControlPort { ports.append(controlPort.map { .number($0) }) }
    return TargetGroupBinding.Networking(ingress: ports.map { rule($0) })
  }

  /// The labels of the nodes that become targets; `nil` for all nodes, and for pods as targets.
  ///
  /// Mirrors `buildTargetGroupBindingNodeSelector`.
  func nodeSelector(
    _ request: TargetGroupRequest, targetType: Planned<TargetType>
  ) throws(BuildFailure) -> PlannedTexts? {
    guard targetType.known == .instance else { return nil }
    let labels = try request.reader.texts(AnnotationDefinition.Ingress.targetNodeLabels)
    return labels.isEmpty ? nil : labels
  }

  /// True on the Ingress wins; otherwise the Service says.
  ///
  /// Mirrors `buildTargetGroupBindingMultiClusterFlag`.
  func isMultiCluster(_ request: TargetGroupRequest) throws(BuildFailure) -> Planned<Bool> {
    let definition = AnnotationDefinition.Ingress.multiClusterTargetGroup
    let ofIngress = try AnnotationReader(request.member.annotations).bool(definition)
    if let ofIngress, ofIngress.known == true { return ofIngress }
    return try AnnotationReader(request.service.annotations).bool(definition) ?? ofIngress
      ?? Planned(false, from: .controllerDefault)
  }

  /// `nil` when the controller is told an empty id.
  var vpcID: Planned<String>? { world.vpcIDOfBindings }
}
