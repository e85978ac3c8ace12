/// Bytes that are written one after the other.
///
/// The array is longer than what is written. Appending to an array asks at each call whether there is room and whether
/// anybody else holds it, which is most of the work of a short token; here a token asks once.
struct ByteBuffer: Sendable {
  private var storage: [UInt8] = []
  private(set) var count = 0

  /// What is written.
  var bytes: ArraySlice<UInt8> { storage[..<count] }

  /// Forgets what is written, and keeps the room.
  mutating func removeAll() { count = 0 }

  mutating func append(_ byte: UInt8) {
    makeRoom(for: 1)
    storage[count] = byte
    count += 1
  }

  mutating func append(_ text: String.UTF8View) {
    for byte in text { append(byte) }
  }

  mutating func append(repeating byte: UInt8, count: Int) {
    for _ in 0..<count { append(byte) }
  }

  /// Writes through a pointer: `body` gets room for `limit` bytes and returns how many it wrote.
  @inline(__always)
  mutating func append(atMost limit: Int, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
    makeRoom(for: limit)
    let start = count
    count += storage.withUnsafeMutableBufferPointer { body(UnsafeMutableBufferPointer(rebasing: $0[start...])) }
  }

  private mutating func makeRoom(for additional: Int) {
    if storage.count - count < additional {
      storage.append(contentsOf: repeatElement(0, count: max(additional, storage.count, 4096)))
    }
  }
}
