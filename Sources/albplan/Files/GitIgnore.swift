/// One `.gitignore`, and the directory that it speaks of.
struct GitIgnore: Sendable {
  /// The directory with its slash.
  private var directory: [UInt8]
  private var patterns: [GitIgnorePattern]

  /// - Parameter directory: the absolute path that the file lies in, without a slash at its end.
  init(_ bytes: [UInt8], directory: [UInt8]) {
    self.directory = directory.last == UInt8(ascii: "/") ? directory : directory + [UInt8(ascii: "/")]
    patterns = bytes.split(separator: UInt8(ascii: "\n")).compactMap { GitIgnorePattern(line: $0) }
  }

  /// Whether the file ignores a path below its directory; `nil` when no pattern speaks of it.
  func verdict(_ path: [UInt8], isDirectory: Bool) -> Bool? {
    guard path.count > directory.count, path.starts(with: directory) else { return nil }
    return patterns.last { $0.matches(path[directory.count...], isDirectory: isDirectory) }.map { !$0.isNegated }
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
