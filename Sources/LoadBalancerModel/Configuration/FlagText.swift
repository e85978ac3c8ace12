/// Reads the text of a flag as the controller's flag library does.
///
/// Source: `github.com/spf13/pflag`. A failure is the library's reason, to stand behind
/// `invalid argument "…" for "--…" flag: `.
enum FlagText {
  struct Failure: Error, Sendable { var reason: String }

  static func bool(_ text: String) throws(Failure) -> Bool {
    guard let value = GoText.parseBool(text) else {
      throw Failure(reason: "strconv.ParseBool: parsing \(GoText.quote(text)): invalid syntax")
    }
    return value
  }

  /// Checks an `int`: decimal, or with the prefix `0x`, `0o`, `0b` or `0`.
  static func checkInteger(_ text: String) throws(Failure) {
    var digits = Substring(text)
    if digits.hasPrefix("-") || digits.hasPrefix("+") { digits.removeFirst() }
    let radix: Int
    switch digits.prefix(2).lowercased() {
    case "0x": radix = 16
    case "0o": radix = 8
    case "0b": radix = 2
    default: radix = digits.utf8.count > 1 && digits.hasPrefix("0") ? 8 : 10
    }
    if radix != 10 { digits = digits.dropFirst(radix == 8 && digits.lowercased().prefix(2) != "0o" ? 1 : 2) }
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && ($0.hexDigitValue ?? 16) < radix }) else {
      throw Failure(reason: "strconv.ParseInt: parsing \(GoText.quote(text)): invalid syntax")
    }
    guard Int64(digits, radix: radix) != nil else {
      throw Failure(reason: "strconv.ParseInt: parsing \(GoText.quote(text)): value out of range")
    }
  }

  /// Checks a duration such as `1h30m` (`time.ParseDuration`).
  static func checkDuration(_ text: String) throws(Failure) {
    let invalid = Failure(reason: "time: invalid duration \(GoText.quote(text))")
    var rest = Substring(text)
    if rest.hasPrefix("-") || rest.hasPrefix("+") { rest.removeFirst() }
    if rest == "0" { return }
    guard !rest.isEmpty else { throw invalid }
    while !rest.isEmpty {
      let number = rest.prefix { $0 == "." || ("0"..."9").contains($0) }
      guard number.contains(where: { $0 != "." }), number.filter({ $0 == "." }).count <= 1 else { throw invalid }
      rest = rest.dropFirst(number.count)
      let unit = rest.prefix { $0 != "." && !("0"..."9").contains($0) }
      guard !unit.isEmpty else { throw Failure(reason: "time: missing unit in duration \(GoText.quote(text))") }
      guard ["ns", "us", "µs", "μs", "ms", "s", "m", "h"].contains(String(unit)) else {
        throw Failure(reason: "time: unknown unit \(GoText.quote(String(unit))) in duration \(GoText.quote(text))")
      }
      rest = rest.dropFirst(unit.count)
    }
  }

  /// The fields of one line of comma-separated values; a field in double quotes may hold commas.
  static func list(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    var fields: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = text.unicodeScalars.makeIterator()
    var pending: Unicode.Scalar?
    while let scalar = pending ?? scalars.next() {
      pending = nil
      switch scalar {
      case "\"" where isQuoted:
        // Two quotes inside a quoted field are one quote.
        pending = scalars.next()
        if pending == "\"" {
          field.append(scalar)
          pending = nil
        } else {
          isQuoted = false
        }
      case "\"" where field.isEmpty: isQuoted = true
      case "," where !isQuoted:
        fields.append(String(field))
        field = String.UnicodeScalarView()
      default: field.append(scalar)
      }
    }
    fields.append(String(field))
    return fields
  }

  /// `key=value` pairs; of a repeated key the last counts.
  static func map(_ text: String) throws(Failure) -> [String: String] {
    let equals = text.unicodeScalars.lazy.filter { $0 == "=" }.count
    guard equals > 0 else { throw Failure(reason: "\(text) must be formatted as key=value") }
    // Quirk: with one equals sign there is one pair, whatever commas its value holds.
    let items = equals == 1 ? [trimQuotes(text)] : list(text)
    var pairs: [String: String] = [:]
    for item in items {
      let scalars = item.unicodeScalars
      guard let sign = scalars.firstIndex(of: "=") else {
        throw Failure(reason: "\(item) must be formatted as key=value")
      }
      pairs[String(scalars[..<sign])] = String(scalars[scalars.index(after: sign)...])
    }
    return pairs
  }

  private static func trimQuotes(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while scalars.first == "\"" { scalars.removeFirst() }
    while scalars.last == "\"" { scalars.removeLast() }
    return String(scalars)
  }
}
