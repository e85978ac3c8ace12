/// Names files as the programs that read a report want them: relative to the repository, with `/`, without `./`.
package struct ReportPaths: Sendable {
  /// The absolute path of the directory from which the paths were given; `nil` leaves paths as they are.
  package var workingDirectory: String?
  /// The absolute path of the repository; `nil` means the working directory.
  package var repository: String?

  package init(workingDirectory: String? = nil, repository: String? = nil) {
    self.workingDirectory = workingDirectory
    self.repository = repository
  }

  /// The path within the repository; one outside keeps its absolute form, and `<stdin>` stays.
  package func callAsFunction(_ path: String) -> String {
    if path.utf8.first == UInt8(ascii: "<") { return path }
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    guard let workingDirectory else { return Self.join(Self.parts(path), isAbsolute: isAbsolute) }
    let whole = isAbsolute ? Self.parts(path) : Self.parts(workingDirectory + "/" + path)
    let root = Self.parts(repository ?? workingDirectory)
    guard whole.count > root.count, zip(root, whole).allSatisfy({ $0.utf8.elementsEqual($1.utf8) }) else {
      return Self.join(isAbsolute ? whole : Self.parts(path), isAbsolute: isAbsolute)
    }
    return Self.join(Array(whole[root.count...]), isAbsolute: false)
  }

  /// The steps of a path with `.` and, where possible, `..` carried out.
  private static func parts(_ path: String) -> [String] {
    var parts: [String] = []
    for part in path.utf8.split(separator: UInt8(ascii: "/")) {
      let name = String(Substring(part))
      if name == "." { continue }
      if name == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(name)
      }
    }
    return parts
  }

  private static func join(_ parts: [String], isAbsolute: Bool) -> String {
    (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }
}

extension ReportPaths {
  /// A path as the reference of a URI: what must not stand there as it is becomes `%20`.
  static func uri(_ path: String) -> String {
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "@"), UInt8(ascii: "="):
      true
    default: false
    }
  }
}
