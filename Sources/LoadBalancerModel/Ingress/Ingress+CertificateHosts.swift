package import Manifests

extension Ingress {
  /// The hosts of rules and TLS entries, distinct and sorted bytewise: those that need a certificate.
  ///
  /// Quirk: an empty host counts in `spec.tls[].hosts`, not in `spec.rules[].host`.
  package var certificateHosts: [Located<String>] {
    var seen: Set<String> = []
    var hosts: [Located<String>] = []
    func add(_ host: Located<String>) {
      if seen.insert(host.value).inserted { hosts.append(host) }
    }
    for case let host? in rules.lazy.map(\.host) where !host.value.isEmpty { add(host) }
    for host in tls.lazy.flatMap(\.hosts) { add(host) }
    return hosts.sorted { $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) }
  }
}
