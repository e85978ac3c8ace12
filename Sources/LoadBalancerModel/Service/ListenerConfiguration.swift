import Manifests

/// The settings that all listeners of a Service share.
///
/// Mirrors `listenerConfig` and `buildListenerConfig` in `pkg/service/model_build_listener.go`.
struct ListenerConfiguration {
  private typealias Keys = AnnotationDefinition.Service

  /// In the order written; the first is the default one.
  let certificates: [ListenerCertificate]
  let sslPolicy: Planned<String>
  private let certificateSpans: [SourceSpan]
  private let tlsPorts: PortList
  private let quicPorts: PortList
  private let backendProtocol: Planned<String>?
  private let mergedNumbers: Set<Int32>

  init(_ builder: ServiceModelBuilder, mergedNumbers: Set<Int32>) throws(BuildFailure) {
    let annotations = builder.annotations
    certificates = (annotations.annotation(Keys.sslCert)?.items ?? []).map { item in
      .existing(Planned(item.value, from: Origin(.annotation(Keys.sslCert.key), at: item.span)))
    }
    certificateSpans = annotations.spans(Keys.sslCert)
    tlsPorts = PortList(annotations.annotation(Keys.sslPorts))
    quicPorts = PortList(annotations.annotation(Keys.quicEnabledPorts))
    backendProtocol = annotations.string(Keys.backendProtocol)
    sslPolicy =
      annotations.string(Keys.sslNegotiationPolicy)
      ?? Planned(builder.world.controller.flags.defaultSSLPolicy, from: Origin(.flag("default-ssl-policy")))
    self.mergedNumbers = mergedNumbers
    try checkTLSPorts(of: builder.service)
  }

  /// Every item must be the name or the number of a port, also without a certificate. Mirrors `validateTLSPortsSet`.
  private func checkTLSPorts(of service: Service) throws(BuildFailure) {
    guard !tlsPorts.items.isEmpty else { return }
    let ports = Set(service.ports.flatMap { [$0.effectiveName, String($0.port.value)] })
    let unused = tlsPorts.items.filter { !ports.contains($0.value) }
    guard unused.isEmpty else {
      throw BuildFailure(
        "unused-ssl-port", "Unused port in ssl-ports annotation \(GoText.list(unused.map(\.value)))",
        at: unused.map(\.span))
    }
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
      result.origin.add(certificateSpans + tlsPorts.spans(naming: port))
    }
    guard quicPorts.names(port) else { return result }
    switch result.listener {
    case .udp: result.listener = .quic
    case .tcpUDP: result.listener = .tcpQUIC
    default:
      throw BuildFailure(
        "quic-on-other-protocol", "Unsupported QUIC upgrade for protocol \(result.listener.rawValue)",
        at: quicPorts.spans(naming: port) + [port.span])
    }
    result.target = result.listener
    result.origin.add(quicPorts.spans(naming: port))
    return result
  }

  private func isTLS(_ port: ServicePort, _ own: ListenerProtocol) -> Bool {
    guard own != .udp, own != .tcpUDP, !certificates.isEmpty else { return false }
    return tlsPorts.items.isEmpty || tlsPorts.names(port)
  }
}

/// A list annotation that names ports by name or number.
private struct PortList {
  let items: [Located<String>]
  private let spans: [String: SourceSpan]

  init(_ annotation: Annotation?) {
    items = annotation?.items ?? []
    spans = Dictionary(items.map { ($0.value, $0.span) }, uniquingKeysWith: { first, _ in first })
  }

  func names(_ port: ServicePort) -> Bool { !spans(naming: port).isEmpty }

  /// The places of the items that name a port.
  func spans(naming port: ServicePort) -> [SourceSpan] {
    guard !items.isEmpty else { return [] }
    return [spans[port.effectiveName], spans[String(port.port.value)]].compactMap { $0 }
  }
}
