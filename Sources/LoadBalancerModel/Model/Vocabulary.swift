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

/// Protocol of a listener or a target group. SCTP passes through the controller; AWS refuses it.
package enum ListenerProtocol: String, Sendable, CaseIterable {
  case http = "HTTP"
  case https = "HTTPS"
  case tcp = "TCP"
  case tls = "TLS"
  case udp = "UDP"
  case tcpUDP = "TCP_UDP"
  case quic = "QUIC"
  case tcpQUIC = "TCP_QUIC"
  case sctp = "SCTP"
}

/// `protocolVersion` of a target group.
package enum ProtocolVersion: String, Sendable, CaseIterable {
  case http1 = "HTTP1"
  case http2 = "HTTP2"
  case grpc = "GRPC"
}
