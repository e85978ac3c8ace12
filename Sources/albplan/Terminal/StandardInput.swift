import Glibc

/// Where standard input comes from.
enum StandardInput: Sendable {
  case descriptor(Int32)
  /// A text that a test gives.
  case bytes([UInt8])

  /// All of it.
  func read() throws(FileReader.Failure) -> [UInt8] {
    switch self {
    case .descriptor(let descriptor): try FileReader.read(descriptor: descriptor)
    case .bytes(let bytes): bytes
    }
  }

  /// Whether reading would wait for someone to type.
  var isTerminal: Bool {
    if case .descriptor(let descriptor) = self { isatty(descriptor) == 1 } else { false }
  }

  /// Whether something was sent here: a pipe or a file, not a terminal and not `/dev/null`.
  var isFed: Bool {
    guard case .descriptor(let descriptor) = self else { return true }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    return [S_IFIFO, S_IFREG, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }
}
