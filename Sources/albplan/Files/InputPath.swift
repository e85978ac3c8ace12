/// How inputs are called, and where they are.
enum InputPath {
  /// A path as reports show it: as it was given, without a leading `./`.
  static func displayName(_ path: String) -> String {
    var bytes = Array(path.utf8)[...]
    while bytes.starts(with: "./".utf8) {
      bytes = bytes.dropFirst(2).drop { $0 == UInt8(ascii: "/") }
    }
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes = bytes.dropLast() }
    return bytes.isEmpty ? "." : String(decoding: bytes, as: UTF8.self)
  }

  /// A path seen from a directory other than the process's own.
  static func resolve(_ path: String, in directory: String?) -> String {
    guard let directory, !path.utf8.starts(with: "/".utf8) else { return path }
    return directory + "/" + path
  }
}
