/// A pattern for paths: `*` and `?` within a step, `**` across steps, `[a-z]` and `{a,b}`.
///
/// A pattern without a slash fits a step of any depth, as in `.gitignore`: `charts` fits `deploy/charts/web.yaml`. One
/// with a slash begins at the root. A pattern that fits a directory fits all below it.
package struct PathPattern: Sendable {
  package let text: String
  private let alternatives: [[Token]]

  private enum Token: Sendable {
    case byte(UInt8)
    /// `?`: any byte but a slash.
    case one
    /// `*`: any bytes but slashes.
    case many
    /// `**` at the end: anything.
    case rest
    /// `**/`: no step or any number of them.
    case steps
    case set([ClosedRange<UInt8>], isInverted: Bool)
  }

  /// More alternatives than this are not looked at: `{a,b}` many times over would multiply without end.
  private static let alternativeLimit = 64

  package init(_ text: String) {
    self.text = text
    var bytes = Array(text.utf8)
    if bytes.starts(with: "./".utf8) { bytes.removeFirst(2) }
    while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    if bytes.contains(UInt8(ascii: "/")) {
      if bytes.first == UInt8(ascii: "/") { bytes.removeFirst() }
    } else {
      bytes = Array("**/".utf8) + bytes
    }
    alternatives = Self.expand(bytes).map { Self.tokens($0) }
  }

  /// Whether the pattern fits a relative path, or a directory above it.
  package func matches(_ path: String) -> Bool {
    var bytes = ArraySlice(path.utf8)
    while bytes.starts(with: "./".utf8) { bytes = bytes.dropFirst(2) }
    return alternatives.contains { Self.matches($0, bytes, orDirectoryAbove: true) }
  }

  /// Whether a pattern of `*` and `?` alone fits a whole name.
  static func matches(_ pattern: String, _ name: String) -> Bool {
    let tokens = pattern.utf8.map { byte -> Token in
      switch byte {
      case UInt8(ascii: "*"): .many
      case UInt8(ascii: "?"): .one
      default: .byte(byte)
      }
    }
    return matches(tokens, ArraySlice(name.utf8), orDirectoryAbove: false)
  }

  // MARK: Reading

  /// Carries out `{a,b}`, the first of each text before those within it.
  private static func expand(_ pattern: [UInt8]) -> [[UInt8]] {
    var done: [[UInt8]] = []
    var pending = [pattern]
    while let text = pending.popLast(), done.count + pending.count < alternativeLimit {
      guard let group = firstGroup(of: text) else {
        done.append(text)
        continue
      }
      for choice in group.choices.reversed() {
        pending.append(Array(text[..<group.range.lowerBound]) + choice + Array(text[group.range.upperBound...]))
      }
    }
    return done
  }

  private static func firstGroup(of text: [UInt8]) -> (range: Range<Int>, choices: [[UInt8]])? {
    guard let start = text.firstIndex(of: UInt8(ascii: "{")) else { return nil }
    var depth = 0
    var choices: [[UInt8]] = [[]]
    for index in start..<text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return (start..<index + 1, choices) }
      if index == start { continue }
      if depth == 1, byte == UInt8(ascii: ",") {
        choices.append([])
      } else {
        choices[choices.count - 1].append(byte)
      }
    }
    return nil
  }

  private static func tokens(_ text: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "*"):
        var end = index
        while end < text.count, text[end] == UInt8(ascii: "*") { end += 1 }
        let isWholeStep = index == 0 || text[index - 1] == UInt8(ascii: "/")
        if end - index > 1, isWholeStep, end == text.count {
          tokens.append(.rest)
        } else if end - index > 1, isWholeStep, text[end] == UInt8(ascii: "/") {
          tokens.append(.steps)
          end += 1
        } else {
          tokens.append(.many)
        }
        index = end
      case UInt8(ascii: "?"):
        tokens.append(.one)
        index += 1
      case UInt8(ascii: "["):
        if let (set, end) = set(text, at: index) {
          tokens.append(set)
          index = end
        } else {
          tokens.append(.byte(text[index]))
          index += 1
        }
      case UInt8(ascii: "\\") where index + 1 < text.count:
        tokens.append(.byte(text[index + 1]))
        index += 2
      default:
        tokens.append(.byte(text[index]))
        index += 1
      }
    }
    return tokens
  }

  private static func set(_ text: [UInt8], at start: Int) -> (Token, Int)? {
    var index = start + 1
    var isInverted = false
    if index < text.count, text[index] == UInt8(ascii: "!") || text[index] == UInt8(ascii: "^") {
      isInverted = true
      index += 1
    }
    var ranges: [ClosedRange<UInt8>] = []
    while index < text.count, text[index] != UInt8(ascii: "]") || ranges.isEmpty {
      let low = text[index]
      if index + 2 < text.count, text[index + 1] == UInt8(ascii: "-"), text[index + 2] != UInt8(ascii: "]") {
        let high = text[index + 2]
        ranges.append(min(low, high)...max(low, high))
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    return index < text.count ? (.set(ranges, isInverted: isInverted), index + 1) : nil
  }

  // MARK: Matching

  /// Follows all ways through the pattern at once, so that no pattern takes more than length times length.
  private static func matches(_ tokens: [Token], _ path: ArraySlice<UInt8>, orDirectoryAbove: Bool) -> Bool {
    // Two states a token: before it, and within the step that `**/` is taking in.
    var states = Array(repeating: false, count: tokens.count * 2 + 2)
    func enter(_ token: Int, _ states: inout [Bool]) {
      var token = token
      while true {
        states[token * 2] = true
        guard token < tokens.count else { return }
        switch tokens[token] {
        case .many, .steps, .rest: token += 1
        default: return
        }
      }
    }
    enter(0, &states)
    for byte in path {
      let isSlash = byte == UInt8(ascii: "/")
      if isSlash, orDirectoryAbove, states[tokens.count * 2] { return true }
      var next = Array(repeating: false, count: states.count)
      for token in tokens.indices {
        if states[token * 2] {
          switch tokens[token] {
          case .byte(let wanted): if byte == wanted { enter(token + 1, &next) }
          case .one: if !isSlash { enter(token + 1, &next) }
          case .set(let ranges, let isInverted):
            if !isSlash, ranges.contains(where: { $0.contains(byte) }) != isInverted { enter(token + 1, &next) }
          case .many: if !isSlash { enter(token, &next) }
          case .rest: enter(token, &next)
          case .steps: if isSlash { enter(token, &next) } else { next[token * 2 + 1] = true }
          }
        }
        if states[token * 2 + 1] {
          if isSlash { enter(token, &next) } else { next[token * 2 + 1] = true }
        }
      }
      states = next
    }
    return states[tokens.count * 2]
  }
}
