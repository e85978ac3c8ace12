import Manifests

/// The settings that all listeners of a Service share.
///
/// Mirrors `listenerConfig` and `buildListenerConfig` in `pkg/service/model_build_listener.go`.
struct ListenerConfiguration {
  private typealias Keys = AnnotationDefinition.Service

  let certificates: Planned<[String]>
  let sslPolicy: Planned<String>
  private let tlsPorts: Planned<[String]>?
  private let quicPorts: Planned<[String]>?
  private let backendProtocol: Planned<String>?
  private let mergedNumbers: Set<Int32>

  init(_ builder: ServiceModelBuilder, mergedNumbers: Set<Int32>) throws(BuildFailure) {
    let annotations = builder.annotations
    certificates = annotations.stringList(Keys.sslCert) ?? Planned([], from: .controllerDefault)
    tlsPorts = annotations.stringList(Keys.sslPorts)
    quicPorts = annotations.stringList(Keys.quicEnabledPorts)
    backendProtocol = annotations.string(Keys.backendProtocol)
    sslPolicy =
      annotations.string(Keys.sslNegotiationPolicy)
      ?? Planned(builder.world.controller.flags.defaultSSLPolicy, from: Origin(.flag("default-ssl-policy")))
    self.mergedNumbers = mergedNumbers
    try checkTLSPorts(of: builder.service)
  }

  /// Every item must be the name or the number of a port, also without a certificate. Mirrors `validateTLSPortsSet`.
  private func checkTLSPorts(of service: Service) throws(BuildFailure) {
    guard let tlsPorts, let items = tlsPorts.known else { return }
    let unused = items.filter { item in !service.ports.contains { Self.names([item], $0) } }
    guard unused.isEmpty else {
      throw BuildFailure(
        "unused-ssl-port", "Unused port in ssl-ports annotation \(GoText.list(unused))", at: tlsPorts.origin.spans)
    }
  }

  /// Whether a list of names and numbers has a port.
  private static func names(_ items: [String], _ port: ServicePort) -> Bool {
    let number = String(port.port.value)
    return items.contains { $0.isSameText(as: port.effectiveName) || $0.isSameText(as: number) }
  }

  struct Protocols {
    var listener: ListenerProtocol
    var target: ListenerProtocol
    /// The port, and the annotations that changed its protocol.
    var origin: Origin
  }

  /// What a port's listener and target group speak. Mirrors the beginning of `buildListenerSpec`.
  func protocols(of port: ServicePort) throws(BuildFailure) -> Protocols {
    let own: ListenerProtocol =
      mergedNumbers.contains(port.port.value) ? .tcpUDP : ListenerProtocol(rawValue: port.effectiveProtocol)
    var result = Protocols(listener: own, target: own, origin: .field("spec.ports[]", at: port.span))
    if isTLS(port, own) {
      result.listener = .tls
      if backendProtocol?.known == "ssl" { result.target = .tls }
      result.origin.spans += certificates.origin.spans + (tlsPorts?.origin.spans ?? [])
    }
    guard let quicPorts, Self.names(quicPorts.known ?? [], port) else { return result }
    switch result.listener {
    case .udp: result.listener = .quic
    case .tcpUDP: result.listener = .tcpQUIC
    default:
      throw BuildFailure(
        "quic-on-other-protocol", "Unsupported QUIC upgrade for protocol \(result.listener.rawValue)",
        at: quicPorts.origin.spans + [port.span])
    }
    result.target = result.listener
    result.origin.spans += quicPorts.origin.spans
    return result
  }

  private func isTLS(_ port: ServicePort, _ own: ListenerProtocol) -> Bool {
    guard own != .udp, own != .tcpUDP, certificates.known?.isEmpty == false else { return false }
    let items = tlsPorts?.known ?? []
    return items.isEmpty || Self.names(items, port)
  }
}
