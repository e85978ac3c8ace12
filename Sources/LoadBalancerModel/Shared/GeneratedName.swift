/// The names that the controller makes up: `k8s-{parts}-{hash}`.
package enum GeneratedName {
  /// `k8s-{part}-…-{first `digits` hexadecimal digits of the SHA-256 over the hashed texts}`, unknown when a hashed text
  /// is. `parts` are stripped of everything but ASCII letters and digits, then cut.
  package static func make(
    _ parts: [(text: String, limit: Int)], hashing hashed: [Planned<String>], digits: Int = 10,
    from origin: Origin
  ) -> Planned<String> {
    for text in hashed {
      if let fact = text.missingFact { return Planned(unknown: fact, from: origin) }
    }
    let pieces =
      ["k8s"] + parts.map { stripped($0.text, limit: $0.limit) }
      + [SHA256.hexadecimal(of: hashed.map { $0.known ?? "" }, digits: digits)]
    return Planned(pieces.joined(separator: "-"), from: origin)
  }

  /// Strips everything but ASCII letters and digits, then cuts.
  package static func stripped(_ text: String, limit: Int = .max) -> String {
    let kept = text.unicodeScalars.lazy.filter { scalar in
      switch scalar {
      case "0"..."9", "a"..."z", "A"..."Z": true
      default: false
      }
    }
    var result = String.UnicodeScalarView()
    for scalar in kept.prefix(limit) { result.append(scalar) }
    return String(result)
  }
}
