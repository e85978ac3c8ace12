import Glibc

/// Calls of the operating system that fail, in words.
enum SystemCall {
  /// Why the last call failed.
  static var failure: String { words(errno) }

  /// An error number in words, without a full stop.
  static func words(_ number: Int32) -> String {
    switch number {
    case ENOENT: "no such file or directory"
    case EACCES, EPERM: "permission denied"
    case EISDIR: "it is a directory"
    case ENOTDIR: "a part of its path is not a directory"
    case ENOSPC: "no space left on device"
    case EFBIG: "the file grows too large"
    case ELOOP: "too many symbolic links"
    case ENAMETOOLONG: "its name is too long"
    case EROFS: "the file system is read-only"
    default: strerror(number).map { String(cString: $0) } ?? "error \(number)"
    }
  }

  /// Repeats a call that a signal interrupts.
  static func retrying(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result != -1 || errno != EINTR { return result }
    }
  }

  /// Writes all bytes, however many calls it takes; the error number of the first failure.
  static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let written = retrying { write(descriptor, piece.baseAddress, piece.count) }
      guard written >= 0 else { return errno }
      rest = rest.dropFirst(written)
    }
    return nil
  }

  /// Gives a path to C, whatever bytes it holds.
  static func withPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      // Never nil: the buffer holds at least the zero.
      buffer.baseAddress.map(body) ?? body("")
    }
  }
}
