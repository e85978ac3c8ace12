import LoadBalancerModel

/// Names in a form in which capitals and separators do not matter.
enum NameForm {
  /// In lower case without separators: `listenPorts`, `listen_ports` and `listen-ports` are one.
  static func squashed(_ name: String) -> String {
    String(decoding: name.utf8.compactMap { "-_. ".utf8.contains($0) ? nil : lowercased($0) }, as: UTF8.self)
  }

  static func lowercased(_ name: String) -> String { String(decoding: name.utf8.map(lowercased), as: UTF8.self) }

  private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

/// The prefixes of the controller's annotations.
enum ControllerPrefix {
  static let ingress = "alb.ingress.kubernetes.io/"
  static let service = "service.beta.kubernetes.io/aws-load-balancer-"

  /// Whether a key is the controller's by its prefix alone.
  static func isStart(of key: String) -> Bool {
    key.startsBytewise(with: ingress) || key.startsBytewise(with: service)
  }
}
