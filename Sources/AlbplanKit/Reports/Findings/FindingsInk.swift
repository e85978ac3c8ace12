/// How the words of the text formats look: colours, links, and foreign text made harmless.
struct FindingsInk {
  let isColored: Bool
  let isASCII: Bool
  let links: Bool

  init(_ options: FindingsOptions) {
    isColored = options.usesColor
    isASCII = options.isASCII
    links = options.linksRules
  }

  /// Foreign text on one line that does nothing to a terminal.
  func shown(_ text: String) -> String {
    let safe = SafeText.escaped(text)
    return isASCII ? Self.ascii(SafeText.ascii(safe)) : safe
  }

  /// A file's name at the start of a line. A name that a CI system could take for a command begins with `./`.
  func path(_ name: String) -> String {
    var name = shown(name)
    while name.utf8.starts(with: "./".utf8), name.utf8.count > 2 { name = String(name.dropFirst(2)) }
    let first = name.utf8.first
    return first == UInt8(ascii: ":") || first == UInt8(ascii: "#") ? "./" + name : name
  }

  /// Where text was left out.
  var ellipsis: String { isASCII ? "..." : "…" }

  func bold(_ text: String) -> String { colored(text, "1") }
  /// The lines around the source.
  func frame(_ text: String) -> String { colored(text, "1;34") }
  func paint(_ text: String, _ severity: Severity?) -> String {
    switch severity {
    case .error: colored(text, "1;31")
    case .warning: colored(text, "1;33")
    case .info: colored(text, "1;36")
    case nil: colored(text, "1;34")
    }
  }

  /// A link that terminals can follow.
  func link(_ text: String, to url: String?) -> String {
    guard let url else { return text }
    return links ? "\u{1B}]8;;\(url)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\" : text
  }

  private func colored(_ text: String, _ code: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private static func ascii(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
  }
}
