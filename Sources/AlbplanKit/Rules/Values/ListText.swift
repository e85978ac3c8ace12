import LoadBalancerModel
import Manifests

/// What is wrong with a comma list, and the list that was meant.
struct ListProblem {
  enum Kind {
    case brackets
    case quotes
    case lines
    case otherSeparators
  }
  var kind: Kind
  var meant: String?

  init?(_ text: String) {
    guard text.utf8.contains(where: Self.isSign) else { return nil }
    let trimmed = AnnotationReader.trim(text)
    if trimmed.hasPrefix("["), trimmed.hasSuffix("]") {
      kind = .brackets
      meant = Self.list(trimmed.dropFirst().dropLast().split(separator: ",").map { Self.unquoted(String($0)) })
      return
    }
    let items = AnnotationReader.items(text)
    if items.contains(where: { Self.isQuoted($0) }) {
      kind = .quotes
      meant = Self.list(items.map(Self.unquoted))
      return
    }
    if items.contains(where: { $0.utf8.contains(0x0A) }) {
      kind = .lines
      let lines = trimmed.split { $0 == "\n" || $0 == "\r\n" || $0 == "," }.map { line in
        let item = AnnotationReader.trim(String(line))
        return Self.unquoted(item.hasPrefix("- ") ? String(item.dropFirst(2)) : item)
      }
      meant = Self.list(lines)
      return
    }
    if items.contains(where: { Self.holdsSeveral($0) }) {
      kind = .otherSeparators
      meant = Self.list(trimmed.split { " ;|,\t".contains($0) }.map(String.init))
      return
    }
    return nil
  }

  /// Something of which a list without problems has nothing.
  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ";"), UInt8(ascii: "|"), 0x09...0x20:
      true
    default: false
    }
  }

  private static func list(_ items: [String]) -> String? {
    let items = items.filter { !$0.isEmpty }
    guard !items.isEmpty, items.allSatisfy({ !$0.utf8.contains { "[]{}\"'\n\r".utf8.contains($0) } }) else {
      return nil
    }
    return items.joined(separator: ",")
  }

  private static func isQuoted(_ item: String) -> Bool {
    guard item.utf8.count > 1, let first = item.utf8.first, item.utf8.last == first else { return false }
    return first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
  }

  private static func unquoted(_ item: String) -> String {
    let trimmed = AnnotationReader.trim(item)
    return isQuoted(trimmed) ? AnnotationReader.trim(String(trimmed.dropFirst().dropLast())) : trimmed
  }

  /// Whether an item is plainly more than one: blanks or semicolons between ids, ARNs or ranges. Names may hold blanks.
  private static func holdsSeveral(_ item: String) -> Bool {
    guard item.utf8.contains(where: { " ;|\t".utf8.contains($0) }) else { return false }
    let parts = item.split { " ;|\t".contains($0) }
    return parts.count > 1 && parts.allSatisfy { isOfAWS(String($0)) }
  }

  private static func isOfAWS(_ text: String) -> Bool {
    ["subnet-", "sg-", "pl-", "arn:", "eipalloc-"].contains { text.utf8.starts(with: $0.utf8) } || CIDR(text) != nil
      || IPAddress(text) != nil
  }
}
