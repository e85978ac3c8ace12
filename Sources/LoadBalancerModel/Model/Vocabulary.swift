/// `scheme` of a load balancer.
package enum LoadBalancerScheme: String, Sendable, CaseIterable {
  case `internal` = "internal"
  case internetFacing = "internet-facing"
}

/// `type` of a load balancer.
package enum LoadBalancerType: String, Sendable {
  case application, network
}

/// `ipAddressType` of a load balancer.
package enum LoadBalancerIPAddressType: String, Sendable, CaseIterable {
  case ipv4
  case dualstack
  case dualstackWithoutPublicIPv4 = "dualstack-without-public-ipv4"

  /// The load balancer has IPv6 addresses.
  package var supportsIPv6: Bool { self != .ipv4 }
}

/// `ipAddressType` of a target group.
package enum TargetIPAddressType: String, Sendable {
  case ipv4, ipv6
}

/// `targetType` of a target group.
package enum TargetType: String, Sendable, CaseIterable {
  case instance, ip, alb
}

/// Protocol of a listener or a target group.
///
/// A Service's own protocol passes through the controller unchecked: SCTP, which AWS refuses, and whatever the API
/// server would have refused.
package enum ListenerProtocol: RawRepresentable, Hashable, Sendable {
  case http, https, tcp, tls, udp, tcpUDP, quic, tcpQUIC, sctp
  case other(String)

  package init(rawValue: String) {
    self =
      switch rawValue {
      case "HTTP": .http
      case "HTTPS": .https
      case "TCP": .tcp
      case "TLS": .tls
      case "UDP": .udp
      case "TCP_UDP": .tcpUDP
      case "QUIC": .quic
      case "TCP_QUIC": .tcpQUIC
      case "SCTP": .sctp
      default: .other(rawValue)
      }
  }

  package var rawValue: String {
    switch self {
    case .http: "HTTP"
    case .https: "HTTPS"
    case .tcp: "TCP"
    case .tls: "TLS"
    case .udp: "UDP"
    case .tcpUDP: "TCP_UDP"
    case .quic: "QUIC"
    case .tcpQUIC: "TCP_QUIC"
    case .sctp: "SCTP"
    case .other(let text): text
    }
  }

  /// Datagrams travel too: the targets' security groups must open UDP.
  package var carriesUDP: Bool {
    switch self {
    case .udp, .tcpUDP, .quic, .tcpQUIC: true
    default: false
    }
  }
}

/// `protocolVersion` of a target group.
package enum ProtocolVersion: String, Sendable, CaseIterable {
  case http1 = "HTTP1"
  case http2 = "HTTP2"
  case grpc = "GRPC"
}
