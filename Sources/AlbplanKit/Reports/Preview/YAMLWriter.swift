/// Writes YAML in block style: two blanks a level, strings plain where no YAML version reads them as something else.
struct YAMLWriter: StructuredWriter {
  private(set) var bytes: [UInt8] = []
  private var frames: [Frame] = []
  private var place = Place.root

  /// Where the next value goes.
  private enum Place { case root, afterKey, afterDash }

  private struct Frame {
    var isList: Bool
    var place: Place
    var indent: Int
    var isEmpty = true
  }

  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Every value ends its line.
  mutating func endDocument() {}

  mutating func beginObject() { begin(isList: false) }
  mutating func endObject() { end("{}") }
  mutating func beginList() { begin(isList: true) }
  mutating func endList() { end("[]") }

  mutating func key(_ name: String) {
    startChild()
    let shown = Self.scalar(name)
    if shown.utf8.count > Self.longestPlainKey, let indent = frames.last?.indent {
      write("? \(shown)\n")
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    } else {
      write(shown)
    }
    write(":")
    place = .afterKey
  }

  mutating func string(_ value: String) { scalar(Self.scalar(value)) }
  mutating func number(_ value: some BinaryInteger) { scalar(String(value)) }
  mutating func bool(_ value: Bool) { scalar(value ? "true" : "false") }
  mutating func null() { scalar("null") }

  private mutating func begin(isList: Bool) {
    startElement()
    // An object in a list begins on the line of its dash, so its members stand two columns to the right of that.
    let indent = frames.last.map { $0.indent + 2 } ?? 0
    frames.append(Frame(isList: isList, place: place, indent: indent))
    place = .root
  }

  private mutating func end(_ empty: String) {
    guard let frame = frames.popLast() else { return }
    if frame.isEmpty {
      if frame.place == .afterKey { write(" ") }
      write(empty)
      write("\n")
    }
  }

  private mutating func scalar(_ text: String) {
    startElement()
    if place == .afterKey { write(" ") }
    write(text)
    write("\n")
  }

  /// The dash of a list's entry.
  private mutating func startElement() {
    guard frames.last?.isList == true else { return }
    startChild()
    write("- ")
    place = .afterDash
  }

  /// Moves to where the next child of the innermost container is written.
  private mutating func startChild() {
    guard let top = frames.indices.last else { return }
    let frame = frames[top]
    let isInline = frame.isEmpty && frame.place == .afterDash
    if frame.isEmpty, frame.place == .afterKey { write("\n") }
    if !isInline { bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: frame.indent)) }
    frames[top].isEmpty = false
    place = .root
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

extension YAMLWriter {
  /// YAML looks for the colon no more than 1024 characters behind the beginning of a key; a longer one needs `?`.
  private static let longestPlainKey = 1000

  /// Words that some YAML version reads as a boolean, a null or a number.
  private static let reserved: Set<String> = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf",
  ]

  private static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) || first == UInt8(ascii: "/") || first == UInt8(ascii: "(")
    else {
      return false
    }
    var previous: UInt8 = 0
    for byte in text.utf8 {
      guard
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || " /()._-:=+@".utf8.contains(byte)
      else { return false }
      if previous == UInt8(ascii: ":"), byte == UInt8(ascii: " ") { return false }
      previous = byte
    }
    guard previous != UInt8(ascii: ":"), previous != UInt8(ascii: " ") else { return false }
    return !reserved.contains(text.lowercased())
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }

  /// Double quotes with escapes for all that is not printed as it is.
  private static func quoted(_ text: String) -> String {
    var shown = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": shown += "\\\""
      case "\\": shown += "\\\\"
      case "\n": shown += "\\n"
      case "\r": shown += "\\r"
      case "\t": shown += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        shown += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown + "\""
  }
}
