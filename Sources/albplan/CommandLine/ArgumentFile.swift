/// Arguments that stand in a file: `@args.txt` is replaced by the file's lines, one argument a line.
enum ArgumentFile {
  /// The arguments with every `@FILE` before a `--` replaced. A line that itself begins with `@` is taken as it is.
  static func expand(
    _ arguments: [String], read: (String) throws(Trouble) -> [UInt8]
  ) throws(Trouble) -> [String] {
    var expanded: [String] = []
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { return expanded + arguments[index...] }
      guard argument.utf8.first == UInt8(ascii: "@"), argument.utf8.count > 1 else {
        expanded.append(argument)
        continue
      }
      expanded += lines(try read(String(argument.dropFirst())))
    }
    return expanded
  }

  /// The lines that are not empty, without their ends.
  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let content = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      return content.isEmpty ? nil : String(decoding: content, as: UTF8.self)
    }
  }
}
