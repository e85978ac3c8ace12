import Manifests

/// What one member wants of one of its listeners. Mirrors `listenPortConfig` in `pkg/ingress/model_build_listener.go`.
struct ListenPort {
  var listenerProtocol: ListenerProtocol
  /// What makes the member listen on this port.
  var origin: Origin
  var inbound: InboundSources
  /// `nil` when the member leaves it to others or to the flag; always `nil` for HTTP.
  var sslPolicy: Planned<String>?
  /// The first one is the default certificate. Unknown when their number depends on what is in ACM; empty for HTTP.
  var certificates: Planned<[ListenerCertificate]>
  var mutualAuthentication: Listener.MutualAuthentication?
}

/// Whom the managed security group lets in.
struct InboundSources {
  var ipv4CIDRs: [Planned<String>] = []
  var ipv6CIDRs: [Planned<String>] = []
  var prefixLists: [Planned<String>] = []
}

/// The settings of one listener, merged from all members that listen on its port.
struct MergedListenPort {
  var listener: ListenPort
  /// The members by position in the group.
  var members: [Int]
}

extension [Planned<String>] {
  /// The distinct texts sorted bytewise, as Go's sets list them, each with the origin of its first mention.
  var sortedSet: [Planned<String>] {
    var seen: Set<String> = []
    return filter { seen.insert($0.known ?? "").inserted }
      .sorted { ($0.known ?? "").utf8.lexicographicallyPrecedes(($1.known ?? "").utf8) }
  }

  var texts: [String] { compactMap(\.known) }
}
