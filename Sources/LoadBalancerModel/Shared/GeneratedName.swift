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
    var name = "k8s-"
    for part in parts { name += stripped(part.text, limit: part.limit) + "-" }
    var hash = SHA256()
    for text in hashed { hash.update(text.known ?? "") }
    name += hash.hexadecimal(digits: digits)
    return Planned(name, from: origin)
  }

  /// Strips everything but ASCII letters and digits, then cuts.
  package static func stripped(_ text: String, limit: Int = .max) -> String {
    let kept = text.utf8.lazy.filter { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"):
        true
      default: false
      }
    }
    return String(decoding: Array(kept.prefix(limit)), as: UTF8.self)
  }
}
