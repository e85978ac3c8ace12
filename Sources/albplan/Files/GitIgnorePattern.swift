/// One line of a `.gitignore`.
struct GitIgnorePattern: Sendable {
  /// The line begins with `!`: what it matches is not ignored after all.
  private(set) var isNegated = false
  private var matchesDirectoriesOnly = false
  /// The pattern speaks of the path from the file's own directory, not of a name at any depth.
  private var isAnchored = false
  fileprivate var tokens: [Token] = []

  fileprivate enum Token {
    case byte(UInt8)
    /// `?`
    case anyByte
    /// `[…]`
    case set(ranges: [ClosedRange<UInt8>], isNegated: Bool)
    /// `*`: any bytes but slashes.
    case star
    /// `**/`: any number of directories, none too.
    case directories
    /// `/**` at the end: all that is inside.
    case everything
  }

  /// The pattern of a line; `nil` for an empty line or a comment.
  init?(line: some Collection<UInt8>) {
    var bytes = Self.withoutTrailingSpaces(Array(line))[...]
    if bytes.first == UInt8(ascii: "#") { return nil }
    if bytes.first == UInt8(ascii: "!") {
      isNegated = true
      bytes = bytes.dropFirst()
    }
    if bytes.last == Self.slash {
      matchesDirectoriesOnly = true
      bytes = bytes.dropLast()
    }
    if bytes.isEmpty { return nil }
    isAnchored = bytes.contains(Self.slash)
    if bytes.first == Self.slash { bytes = bytes.dropFirst() }
    tokens = Self.tokens(Array(bytes))
  }

  /// Whether the pattern matches a path relative to the `.gitignore`'s directory.
  func matches(_ path: ArraySlice<UInt8>, isDirectory: Bool) -> Bool {
    if matchesDirectoriesOnly, !isDirectory { return false }
    if isAnchored { return matches(path) }
    let name = path.lastIndex(of: Self.slash).map { path[($0 + 1)...] } ?? path
    return matches(name)
  }

  private static let slash = UInt8(ascii: "/")
  private static let backslash = UInt8(ascii: "\\")
}

// MARK: - Reading

extension GitIgnorePattern {
  private static func withoutTrailingSpaces(_ line: [UInt8]) -> [UInt8] {
    var line = line
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    while line.last == UInt8(ascii: " "), line.dropLast().last != backslash { line.removeLast() }
    return line
  }

  private static func tokens(_ bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    while index < bytes.count {
      let isSegmentStart = index == 0 || bytes[index - 1] == slash
      switch bytes[index] {
      case UInt8(ascii: "*"):
        let start = index
        while index < bytes.count, bytes[index] == UInt8(ascii: "*") { index += 1 }
        let isDouble = index - start == 2 && isSegmentStart
        if isDouble, index < bytes.count, bytes[index] == slash {
          tokens.append(.directories)
          index += 1
        } else if isDouble, index == bytes.count {
          tokens.append(.everything)
        } else {
          tokens.append(.star)
        }
      case UInt8(ascii: "?"):
        tokens.append(.anyByte)
        index += 1
      case UInt8(ascii: "["):
        if let (token, end) = set(bytes, from: index) {
          tokens.append(token)
          index = end
        } else {
          tokens.append(.byte(bytes[index]))
          index += 1
        }
      case backslash where index + 1 < bytes.count:
        tokens.append(.byte(bytes[index + 1]))
        index += 2
      default:
        tokens.append(.byte(bytes[index]))
        index += 1
      }
    }
    return tokens
  }

  /// The set that begins at a `[`, and the index after its `]`.
  private static func set(_ bytes: [UInt8], from start: Int) -> (Token, Int)? {
    var index = start + 1
    var isNegated = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "^") {
      isNegated = true
      index += 1
    }
    var ranges: [ClosedRange<UInt8>] = []
    let first = index
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "]"), index > first {
        return (.set(ranges: ranges, isNegated: isNegated), index + 1)
      }
      if bytes[index] == backslash, index + 1 < bytes.count { index += 1 }
      let low = bytes[index]
      var high = low
      if index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "-"), bytes[index + 2] != UInt8(ascii: "]") {
        high = bytes[index + 2]
        index += 2
      }
      if low <= high { ranges.append(low...high) }
      index += 1
    }
    return nil
  }
}

// MARK: - Matching

extension GitIgnorePattern {
  /// Walks pattern and text together. A mismatch goes back to the last star, and if that can take no more, to the last
  /// `**/`; the ones before need no second try, so the work is bounded by the product of the lengths.
  private func matches(_ text: ArraySlice<UInt8>) -> Bool {
    var position = text.startIndex
    var token = 0
    var afterStar: (token: Int, position: Int)?
    var afterDirectories: (token: Int, position: Int)?
    while true {
      if token == tokens.count {
        if position == text.endIndex { return true }
      } else {
        switch tokens[token] {
        case .star:
          token += 1
          afterStar = (token, position)
          continue
        case .directories:
          token += 1
          afterDirectories = (token, position)
          afterStar = nil
          continue
        case .everything:
          if position < text.endIndex { return true }
        case .anyByte, .byte, .set:
          if position < text.endIndex, tokens[token].accepts(text[position]) {
            token += 1
            position += 1
            continue
          }
        }
      }
      if let star = afterStar, star.position < text.endIndex, text[star.position] != Self.slash {
        afterStar = (star.token, star.position + 1)
        (token, position) = (star.token, star.position + 1)
      } else if let directories = afterDirectories,
        let next = text[directories.position...].firstIndex(of: Self.slash)
      {
        afterStar = nil
        afterDirectories = (directories.token, next + 1)
        (token, position) = (directories.token, next + 1)
      } else {
        return false
      }
    }
  }
}

extension GitIgnorePattern.Token {
  /// Whether a token for one byte takes this one. No wildcard takes a slash.
  fileprivate func accepts(_ byte: UInt8) -> Bool {
    switch self {
    case .byte(let own): byte == own
    case .anyByte: byte != UInt8(ascii: "/")
    case .set(let ranges, let isNegated):
      byte != UInt8(ascii: "/") && ranges.contains { $0.contains(byte) } != isNegated
    case .star, .directories, .everything: false
    }
  }
}
