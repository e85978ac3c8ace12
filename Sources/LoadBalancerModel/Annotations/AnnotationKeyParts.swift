/// An annotation key in parts: `alb.ingress.kubernetes.io`, then `actions.web`, which is `actions.` and `web`.
struct AnnotationKeyParts {
  /// Before the slash; empty without one.
  var prefix: String
  /// After the slash.
  var name: String

  init(_ key: String) {
    if let slash = key.utf8.firstIndex(of: UInt8(ascii: "/")) {
      prefix = String(key[..<slash])
      name = String(key[key.utf8.index(after: slash)...])
    } else {
      prefix = ""
      name = key
    }
  }

  /// The name up to and with its first dot, as if it were that of a family.
  var family: String {
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return name }
    return String(name[...dot])
  }

  /// What follows the first dot of the name; `nil` when nothing does.
  var variable: String? {
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    let rest = name[name.utf8.index(after: dot)...]
    return rest.isEmpty ? nil : String(rest)
  }

  /// The prefixes that may stand there or have been meant, the likeliest first.
  func likelyPrefixes(among prefixes: [String]) -> [String] {
    let written = Self.lowercased(prefix)
    guard !written.isEmpty else { return [] }
    func likelihood(_ candidate: String) -> Int {
      if candidate.utf8.elementsEqual(written.utf8) { return 3 }
      if EditDistance.between(written, candidate, atMost: 3) != nil { return 2 }
      guard written.contains("k8s") || written.contains("kubernetes") else { return 0 }
      let first = candidate.utf8.prefix { $0 != UInt8(ascii: ".") }
      if written.contains(String(decoding: first, as: UTF8.self)) { return 1 }
      return written.contains("ingress") && candidate.contains("ingress.kubernetes") ? 1 : 0
    }
    return prefixes.enumerated().map { ($0.offset, $0.element, likelihood($0.element)) }
      .filter { $0.2 > 0 }.sorted { ($1.2, $0.0) < ($0.2, $1.0) }.map { $0.1 }
  }

  /// A name in lower case without separators: `listenPorts`, `listen_ports` and `listen-ports` are one.
  static func squashed(_ name: String) -> String {
    String(decoding: lowercased(name).utf8.filter { !"-_. ".utf8.contains($0) }, as: UTF8.self)
  }

  private static func lowercased(_ text: String) -> String {
    String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
