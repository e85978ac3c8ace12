import Manifests

/// Mirrors `pkg/service/model_build_listener.go`.
extension ServiceModelBuilder {
  private typealias Keys = AnnotationDefinition.Service

  /// Adds the listeners and the target groups behind them.
  mutating func buildListeners(_ frontend: Frontend) throws(BuildFailure) {
    let (ports, mergedNumbers) = try listenerPorts()
    let configuration = try ListenerConfiguration(self, mergedNumbers: mergedNumbers)
    for port in ports { try buildListener(port, configuration, frontend) }
  }

  /// The entries of `spec.ports` that become listeners, and the numbers under which TCP and UDP share one.
  ///
  /// Mirrors `buildListenersLegacy` and `buildListenersWithTCPUDPSupport`. The latter walks a hash map; the order here
  /// is that in which the numbers appear.
  private func listenerPorts() throws(BuildFailure) -> (ports: [ServicePort], mergedNumbers: Set<Int32>) {
    guard mergesTCPAndUDP else { return (service.ports, []) }
    var first: [ServicePort] = []
    var groups: [Int32: [ServicePort]] = [:]
    for port in service.ports {
      if groups[port.port.value] == nil { first.append(port) }
      groups[port.port.value, default: []].append(port)
    }
    var merged: Set<Int32> = []
    for port in first {
      guard let group = groups[port.port.value], group.count > 1 else { continue }
      try checkMerge(group)
      merged.insert(port.port.value)
    }
    return (first, merged)
  }

  /// Mirrors `shouldUseTCPUDP`.
  private var mergesTCPAndUDP: Bool {
    // Quirk (since v2.13): a value that is no boolean counts as absent.
    (try? annotations.bool(Keys.enableTCPUDPListener))?.known
      ?? world.controller.featureGates[.enableTCPUDPListener]
  }

  /// Mirrors `validateMultiProtocolUsage`.
  private func checkMerge(_ ports: [ServicePort]) throws(BuildFailure) {
    guard ports.count == 2 else {
      throw BuildFailure(
        "merge-of-more-than-two-ports",
        "can only merge two ports, not \(ports.count) (\(GoText.list(ports.map(\.goDump))))", at: ports.map(\.span))
    }
    if let port = ports.first(where: { $0.effectiveProtocol != "TCP" && $0.effectiveProtocol != "UDP" }) {
      throw BuildFailure(
        "merge-of-other-protocol", "unsupported protocol for merging: \(port.effectiveProtocol)",
        at: [port.networkProtocol?.span ?? port.span])
    }
    guard ports[0].effectiveProtocol != ports[1].effectiveProtocol else {
      throw BuildFailure(
        "merge-of-same-protocol", "protocols can't match for merging: \(ports[0].effectiveProtocol)",
        at: ports.map(\.span))
    }
  }

  /// Mirrors `buildListener` and `buildListenerSpec`.
  private mutating func buildListener(
    _ port: ServicePort, _ configuration: ListenerConfiguration, _ frontend: Frontend
  ) throws(BuildFailure) {
    let protocols = try configuration.protocols(of: port)
    let number = port.port.value
    let tags = try tags()
    let action = try defaultAction(port, protocols, frontend)
    let alpnPolicy = try alpnPolicy(protocols.listener)
    let attributes = try listenerAttributes(port, protocols.listener)
    let isTLS = protocols.listener == .tls
    // Quirk: TCP and UDP of one number make one id; the second is dropped after all its checks. Its other target groups
    // stay.
    guard listenerIDs.insert(String(number)).inserted else { return }
    stack.listeners.append(
      Listener(
        id: String(number), loadBalancer: .loadBalancer(), port: number, listenerProtocol: protocols.listener,
        defaultActions: [action],
        certificates: Planned(isTLS ? configuration.certificates : [], from: protocols.origin),
        sslPolicy: isTLS ? configuration.sslPolicy : nil, alpnPolicy: alpnPolicy, tags: tags, attributes: attributes,
        origin: protocols.origin))
  }

  /// Mirrors `buildListenerALPNPolicy`.
  private func alpnPolicy(_ listener: ListenerProtocol) throws(BuildFailure) -> Planned<String>? {
    guard listener == .tls, let annotation = annotations.annotation(Keys.alpnPolicy) else { return nil }
    let policies = ["None", "HTTP1Only", "HTTP2Only", "HTTP2Optional", "HTTP2Preferred"]
    let text = annotation.value.value
    guard policies.contains(where: { $0.isSameText(as: text) }) else {
      throw BuildFailure(
        "unknown-alpn-policy",
        "invalid ALPN policy \(text), policy must be one of [\(policies.joined(separator: ", "))]",
        at: [annotation.value.span])
    }
    return Planned(text, from: .annotation(annotation))
  }

  /// Mirrors `buildListenerAttributes`.
  private func listenerAttributes(
    _ port: ServicePort, _ listener: ListenerProtocol
  ) throws(BuildFailure) -> [ResourceAttribute] {
    let key = Keys.listenerAttributes.key("\(listener.rawValue)-\(port.port.value)")
    return try AnnotationReader.placedTexts(annotations.annotation(key: key)).attributeList
  }
}

extension ServicePort {
  /// `%+v` of a `ServicePort`. An `appProtocol` prints as an address in memory there; here as its text.
  fileprivate var goDump: String {
    let target =
      switch effectiveTargetPort.value {
      case .number(let number): "{Type:0 IntVal:\(number) StrVal:}"
      case .name(let name): "{Type:1 IntVal:0 StrVal:\(name)}"
      }
    return "{Name:\(effectiveName) Protocol:\(effectiveProtocol) AppProtocol:\(appProtocol?.value ?? "<nil>") "
      + "Port:\(port.value) TargetPort:\(target) NodePort:\(nodePort?.value ?? 0)}"
  }
}
