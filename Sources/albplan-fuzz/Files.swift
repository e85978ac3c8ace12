import Glibc
import Manifests

/// Files, as far as a fuzzer needs them.
enum Files {
  static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return count == 0 ? bytes : nil }
      bytes += buffer[..<count]
    }
  }

  @discardableResult static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) } == bytes.count
  }

  /// All regular files below a directory, in the order of their names.
  static func all(below directory: String) -> [SourceFile] {
    var paths: [String] = []
    var pending = [directory]
    while let path = pending.popLast() {
      guard let stream = opendir(path) else { continue }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name.hasPrefix(".") { continue }
        if Int32(entry.pointee.d_type) == 4 {
          pending.append("\(path)/\(name)")
        } else {
          paths.append("\(path)/\(name)")
        }
      }
    }
    return paths.sorted().enumerated().compactMap { index, path in
      read(path).map { SourceFile(id: FileID(index), name: path, bytes: $0) }
    }
  }
}

/// Says something on standard error.
func complain(_ text: String) {
  _ = Array("albplan-fuzz: \(text)\n".utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
