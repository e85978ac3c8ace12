import Glibc

/// A stream that the command prints on: buffered, with the first failure kept.
final class ByteOutput: TextOutputStream {
  /// The stream's descriptor; `nil` collects everything in memory.
  private let descriptor: Int32?
  private(set) var bytes: [UInt8] = []
  /// Why something could not be written. A reader that went away is no failure.
  private(set) var failure: String?
  private var isClosed = false

  init(descriptor: Int32?) { self.descriptor = descriptor }

  func write(_ string: String) {
    guard !string.isEmpty, !isClosed else { return }
    var string = string
    string.withUTF8 { bytes.append(contentsOf: $0) }
    if bytes.count >= Self.capacity { flush() }
  }

  func write(_ more: some Collection<UInt8>) {
    guard !isClosed else { return }
    bytes.append(contentsOf: more)
    if bytes.count >= Self.capacity { flush() }
  }

  /// Hands everything to the system.
  func flush() {
    guard let descriptor, !bytes.isEmpty, !isClosed else { return }
    let error = bytes.withUnsafeBytes { SystemCall.writeAll($0, to: descriptor) }
    bytes.removeAll(keepingCapacity: true)
    guard let error else { return }
    isClosed = true
    if error != EPIPE { failure = SystemCall.words(error) }
  }

  /// Whether a person looks at it.
  var isTerminal: Bool { descriptor.map { isatty($0) == 1 } ?? false }

  /// The columns of the terminal behind it.
  var terminalColumns: Int? {
    var size = winsize()
    guard let descriptor, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static let capacity = 64 << 10
}
