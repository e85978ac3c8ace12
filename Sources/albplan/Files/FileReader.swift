import Glibc

/// Reads whole files into memory.
enum FileReader {
  /// The largest input: 256 MiB. An endless stream ends there, with a sentence.
  static let sizeLimit = 256 << 20

  /// Why a file could not be read, in words that follow its name.
  struct Failure: Error, Hashable, Sendable {
    var reason: String

    static let tooLarge = Failure(reason: "it is larger than \(sizeLimit >> 20) MiB")
    static let isDirectory = Failure(reason: SystemCall.words(EISDIR))
  }

  /// The bytes of the file at a path.
  static func read(_ path: [UInt8], limit: Int = sizeLimit) throws(Failure) -> [UInt8] {
    let descriptor = SystemCall.withPath(path) { path in
      Int32(truncatingIfNeeded: SystemCall.retrying { Int(open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)) })
    }
    guard descriptor >= 0 else { throw Failure(reason: SystemCall.failure) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, limit: limit)
  }

  /// All that an open descriptor still gives.
  static func read(descriptor: Int32, limit: Int = sizeLimit) throws(Failure) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Failure(reason: SystemCall.failure) }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR { throw .isDirectory }
    let expected = kind == S_IFREG ? Int(status.st_size) : 0
    if expected > limit { throw .tooLarge }

    // A regular file fills its array in one call; one byte more is asked for, so that the end shows without growing.
    var bytes = try chunk(descriptor, capacity: expected > 0 ? expected + 1 : pipeSize)
    var isAtEnd = bytes.isEmpty || (expected > 0 && bytes.count == expected)
    while !isAtEnd {
      if bytes.count > limit { throw .tooLarge }
      let more = try chunk(descriptor, capacity: max(pipeSize, min(bytes.count, growth)))
      isAtEnd = more.isEmpty
      bytes += more
    }
    return bytes
  }

  private static let pipeSize = 64 << 10
  private static let growth = 16 << 20

  /// Reads until `capacity` bytes are there or the end is reached.
  private static func chunk(_ descriptor: Int32, capacity: Int) throws(Failure) -> [UInt8] {
    var error: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity, let base = buffer.baseAddress {
        let filled = count
        let received = SystemCall.retrying { Glibc.read(descriptor, base + filled, capacity - filled) }
        if received < 0 { error = errno }
        if received <= 0 { return }
        count += received
      }
    }
    if let error { throw Failure(reason: SystemCall.words(error)) }
    return bytes
  }
}
