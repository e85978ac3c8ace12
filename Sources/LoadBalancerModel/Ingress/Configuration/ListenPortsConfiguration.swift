/// What the annotation `listen-ports` says. Mirrors `computeIngressListenPorts` in
/// `pkg/ingress/model_build_listener.go`.
package struct ListenPortsConfiguration: Sendable {
  /// A port and its protocol, as text.
  package struct Entry: Hashable, Sendable {
    package var listenerProtocol: String
    package var port: Int32
  }
  /// In the order in which the controller reads them: array order; within one object bytewise by key, where the
  /// controller's own order is random; a key written twice counts once, with its last value.
  package var entries: [Entry]
  /// The annotation.
  package var origin: Origin

  /// Refuses a port, then a protocol, entry by entry.
  package func validate() throws(BuildFailure) { _ = try listeners() }

  /// The listeners by port; a later entry for the same port wins. Empty for `[{}]`.
  package func listeners() throws(BuildFailure) -> [Int32: ListenerProtocol] {
    var listeners: [Int32: ListenerProtocol] = [:]
    for entry in entries {
      guard (1...65535).contains(entry.port) else {
        throw BuildFailure(
          "listen-port-out-of-range", "listen port must be within [1, 65535]: \(entry.port)", at: origin.spans)
      }
      switch entry.listenerProtocol {
      case ListenerProtocol.http.rawValue: listeners[entry.port] = .http
      case ListenerProtocol.https.rawValue: listeners[entry.port] = .https
      default:
        throw BuildFailure(
          "unknown-listen-protocol", "listen protocol must be within [HTTP, HTTPS]: \(entry.listenerProtocol)",
          at: origin.spans)
      }
    }
    return listeners
  }
}
