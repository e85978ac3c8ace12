import LoadBalancerModel

/// What AWS takes as values of conditions, beyond what the controller checks.
///
/// Source: the ELBv2 API's shapes and the user guide's page on condition types.
enum ConditionLimits {
  struct Problem {
    /// The second half of a sentence about the value.
    var text: String
    /// What to write instead, where that is plain.
    var cure: String?
  }

  /// All kinds of patterns.
  static let longest = 128

  static func problem(ofPath path: String) -> Problem? {
    if let problem = problem(ofLength: path, "path") { return problem }
    guard let scalar = RoutingText.firstCharacter(of: path, outside: pathCharacters) else { return nil }
    return Problem(text: "holds \(RoutingText.name(of: scalar)), which AWS does not take in a path pattern")
  }

  static func problem(ofHost host: String) -> Problem? {
    if let problem = problem(ofLength: host, "host") { return problem }
    if let scalar = RoutingText.firstCharacter(of: host, outside: hostCharacters) {
      return Problem(text: "holds \(RoutingText.name(of: scalar)), which AWS does not take in a host pattern")
    }
    let labels = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last else {
      return Problem(text: "has no dot: AWS wants a domain name, be it a pattern")
    }
    if let first = last.first, RoutingText.isDigit(first) {
      return Problem(text: "ends in a number: AWS wants a domain name, no address")
    }
    return nil
  }

  static func problem(ofLength text: String, _ what: String) -> Problem? {
    let length = text.unicodeScalars.count
    if length == 0 { return Problem(text: "is empty") }
    guard length > longest else { return nil }
    return Problem(text: "has \(length) characters, and AWS takes \(longest) at most in a \(what)")
  }

  static func problem(ofMethod method: String) -> Problem? {
    let allowed = method.utf8.allSatisfy {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    if allowed, (1...40).contains(method.utf8.count) { return nil }
    let upper = method.uppercased()
    let isOnlyCase = upper != method && problem(ofMethod: upper) == nil
    return Problem(
      text: "is no method that AWS takes: capitals, hyphens and underscores only, and no wildcards",
      cure: isOnlyCase ? upper : nil)
  }

  static func problem(ofHeaderName name: String) -> Problem? {
    if name.lowercased() == "host" {
      return Problem(text: "cannot be the header of a condition: hosts have the field host-header")
    }
    guard (1...40).contains(name.utf8.count) else {
      return Problem(text: name.isEmpty ? "names no header" : "is longer than the 40 characters of AWS")
    }
    guard let scalar = RoutingText.firstCharacter(of: name, outside: tokenCharacters) else { return nil }
    return Problem(text: "holds \(RoutingText.name(of: scalar)), which no header name has")
  }

  static func problem(ofSourceAddress text: String) -> Problem? {
    if text == "255.255.255.255/32" { return Problem(text: "is the one range that AWS does not take") }
    if CIDR(text) != nil { return nil }
    let cure = IPAddress(text).flatMap { $0.zone.isEmpty ? "\(text)/\($0.bitWidth)" : nil }
    return Problem(
      text: cure == nil ? "is no address range: address/length" : "is an address; AWS wants a range: address/length",
      cure: cure)
  }

  private static let pathCharacters = RoutingText.lettersDigits(and: "_-.$/~\"'@:+&*?")
  private static let hostCharacters = RoutingText.lettersDigits(and: "-.*?")
  private static let tokenCharacters = RoutingText.lettersDigits(and: "!#$%&'*+.^_`|~-")
}
