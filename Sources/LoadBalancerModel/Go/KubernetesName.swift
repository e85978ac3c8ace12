/// Kubernetes' rules for names and labels, with its words for what is wrong.
///
/// Source: `k8s.io/apimachinery/pkg/api/validate/content`.
package enum KubernetesName {
  /// What is wrong with a label key: an optional DNS subdomain and `/`, then a name.
  package static func problems(ofLabelKey key: String) -> [String] {
    if isOrdinary(key) { return [] }
    let parts = key.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let name = parts.last, parts.count <= 2 else {
      return [
        "a valid label key \(labelKeyWords) with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"
      ]
    }
    var problems: [String] = []
    if parts.count == 2, let prefix = parts.first {
      problems +=
        prefix.isEmpty
        ? ["prefix part must be non-empty"]
        : Self.problems(ofSubdomain: String(Substring(prefix))).map { "prefix part \($0)" }
    }
    if name.isEmpty {
      problems.append("name part must be non-empty")
    } else if name.count > 63 {
      problems.append("name part must be no more than 63 bytes")
    }
    if !isLabelText(name) { problems.append("name part \(labelKeyWords)") }
    return problems
  }

  /// Most keys are: a name of letters, digits and single signs within, perhaps behind one slash. Nothing is made for them.
  private static func isOrdinary(_ key: String) -> Bool {
    key.utf8.withContiguousStorageIfAvailable { isOrdinary($0) } ?? false
  }

  static func isOrdinary(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    // A prefix may have 253 bytes, a name 63.
    guard key.count <= 253 else { return false }
    var hasSlash = false
    var isAfterSign = true
    var nameLength = 0
    for byte in key {
      nameLength &+= 1
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): isAfterSign = false
      case UInt8(ascii: "-"), UInt8(ascii: "."):
        if isAfterSign { return false }
        isAfterSign = true
      case UInt8(ascii: "/"):
        if hasSlash || isAfterSign { return false }
        hasSlash = true
        isAfterSign = true
        nameLength = 0
      default: return false
      }
    }
    return !isAfterSign && nameLength <= 63
  }

  /// The value of a label with which nothing is wrong.
  static func isLabelValue(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    value.count <= 63 && (value.isEmpty || isLabelText(value))
  }

  /// What is wrong with a label value; an empty one is fine.
  package static func problems(ofLabelValue value: String) -> [String] {
    var problems: [String] = []
    if value.utf8.count > 63 { problems.append("must be no more than 63 bytes") }
    if !value.isEmpty, !isLabelText(value.utf8) {
      problems.append(
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start "
          + "and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', "
          + "regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')")
    }
    return problems
  }

  /// What is wrong with a DNS subdomain (RFC 1123), the form of most objects' names.
  package static func problems(ofSubdomain name: String) -> [String] {
    var problems: [String] = []
    if name.utf8.count > 253 { problems.append("must be no more than 253 bytes") }
    if !isSubdomain(name.utf8) {
      problems.append(
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start "
          + "and end with an alphanumeric character (e.g. 'example.com', regex used for validation is "
          + #"'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"#)
    }
    return problems
  }

  /// What is wrong with a DNS label (RFC 1123), the form of namespaces' names.
  package static func problems(ofDNSLabel name: String) -> [String] {
    var problems: [String] = []
    if name.utf8.count > 63 { problems.append("must be no more than 63 bytes") }
    guard !isDNSLabel(name.utf8[...]) else { return problems }
    if isSubdomain(name.utf8) { return problems + ["must not contain dots"] }
    return problems + [
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end "
        + "with an alphanumeric character (e.g. 'my-name',  or '123-abc', "
        + "regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
    ]
  }

  /// What is wrong with a DNS label (RFC 1035), the form of Services' names.
  package static func problems(ofServiceName name: String) -> [String] {
    var problems: [String] = []
    if name.utf8.count > 63 { problems.append("must be no more than 63 bytes") }
    let startsWithLetter = name.utf8.first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ?? false
    if !startsWithLetter || !isDNSLabel(name.utf8[...]) {
      problems.append(
        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
          + "character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', "
          + "regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')")
    }
    return problems
  }

  /// What is wrong with a host of an Ingress: a DNS subdomain, the first label of which may be `*`.
  package static func problems(ofHost host: String) -> [String] {
    guard host.utf8.contains(UInt8(ascii: "*")) else { return problems(ofSubdomain: host) }
    var problems: [String] = []
    if host.utf8.count > 253 { problems.append("must be no more than 253 bytes") }
    if !host.utf8.starts(with: "*.".utf8) || !isSubdomain(String(host.unicodeScalars.dropFirst(2)).utf8) {
      problems.append(
        "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of "
          + "lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character "
          + #"(e.g. '*.example.com', regex used for validation is '\*\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"#
      )
    }
    return problems
  }

  /// What is wrong with the name of a container's port, to which `targetPort` and a backend's `port.name` belong.
  package static func problems(ofPortName name: String) -> [String] {
    // Most are one word.
    if (1...15).contains(name.utf8.count), name.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) { return [] }
    let bytes = Array(name.utf8)
    let hyphen = UInt8(ascii: "-")
    var problems: [String] = []
    if bytes.count > 15 { problems.append("must be no more than 15 characters") }
    if !bytes.allSatisfy({ isLower($0) || $0 == hyphen }) || bytes.isEmpty {
      problems.append("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)")
    }
    if !bytes.contains(where: { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) {
      problems.append("must contain at least one letter (a-z)")
    }
    if zip(bytes, bytes.dropFirst()).contains(where: { $0 == hyphen && $1 == hyphen }) {
      problems.append("must not contain consecutive hyphens")
    }
    if bytes.first == hyphen || bytes.last == hyphen { problems.append("must not begin or end with a hyphen") }
    return problems
  }

  /// What is wrong with a name that becomes a part of a path.
  package static func problems(ofPathSegment name: String) -> [String] {
    if name == "." || name == ".." { return ["may not be '\(name)'"] }
    return ["/", "%"].filter { name.contains($0) }.map { "may not contain '\($0)'" }
  }

  private static let labelKeyWords =
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character "
    + "(e.g. 'MyName',  or 'my.name',  or '123-abc', "
    + "regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"

  private static func isLabelText(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last, isAlphanumeric(first), isAlphanumeric(last) else {
      return false
    }
    return text.allSatisfy {
      isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
    }
  }

  private static func isSubdomain(_ name: String.UTF8View) -> Bool {
    // What stands before: the beginning of a label, a letter or digit, or a hyphen.
    var isAtStart = true
    var isAfterHyphen = false
    for byte in name {
      switch byte {
      case UInt8(ascii: "."):
        if isAtStart || isAfterHyphen { return false }
        isAtStart = true
      case UInt8(ascii: "-"):
        if isAtStart { return false }
        isAfterHyphen = true
      default:
        guard isLower(byte) else { return false }
        isAtStart = false
        isAfterHyphen = false
      }
    }
    return !isAtStart && !isAfterHyphen
  }

  private static func isDNSLabel(_ name: Substring.UTF8View) -> Bool {
    guard let first = name.first, let last = name.last, isLower(first), isLower(last) else { return false }
    return name.allSatisfy { isLower($0) || $0 == UInt8(ascii: "-") }
  }

  private static func isLower(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLower(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
