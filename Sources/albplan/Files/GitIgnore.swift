/// One `.gitignore`, and the directory that it speaks of.
struct GitIgnore: Sendable {
  /// The length of the directory's path with its slash: what is to be dropped from a path to make it relative.
  private var prefix: Int
  private var patterns: [GitIgnorePattern]

  /// - Parameter directory: the absolute path that the file lies in, without a slash at its end.
  init(_ bytes: [UInt8], directory: [UInt8]) {
    prefix = directory.last == UInt8(ascii: "/") ? directory.count : directory.count + 1
    patterns = bytes.split(separator: UInt8(ascii: "\n")).compactMap { GitIgnorePattern(line: $0) }
  }

  /// Whether the file ignores a path below its directory; `nil` when no pattern speaks of it.
  func verdict(_ path: [UInt8], isDirectory: Bool) -> Bool? {
    guard path.count > prefix else { return nil }
    return patterns.last { $0.matches(path[prefix...], isDirectory: isDirectory) }.map { !$0.isNegated }
  }
}

extension [GitIgnore] {
  /// Whether a path is ignored; the file nearest to it, which is the last, has the first word.
  func ignore(_ path: [UInt8], isDirectory: Bool) -> Bool {
    for file in reversed() {
      if let verdict = file.verdict(path, isDirectory: isDirectory) { return verdict }
    }
    return false
  }
}
