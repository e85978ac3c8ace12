package import Manifests

/// The texts that a preview names and quotes.
package struct PreviewSources: Sendable {
  /// In the order in which they were given: a `FileID` is an index into them.
  package var files: [SourceFile]
  /// Values of Secrets, which no report may show.
  package var secrets: [SourceSpan]

  package init(_ files: [SourceFile], secrets: [SourceSpan] = []) {
    self.files = files
    self.secrets = secrets
  }
}

/// The lines of the sources that a report shows, found in one pass over each file that has any.
struct SourceExcerpts {
  private var texts: [Place: String] = [:]

  private struct Place: Hashable {
    var file: FileID
    var line: UInt32
  }

  /// Finds the first line of each span.
  init(_ sources: PreviewSources, for spans: [SourceSpan]) {
    var wanted: [FileID: Set<UInt32>] = [:]
    for span in spans { wanted[span.file, default: []].insert(span.start.line) }
    for (file, lines) in wanted where sources.files.indices.contains(Int(file.index)) {
      collect(lines, of: file, in: sources.files[Int(file.index)].bytes)
    }
    let shown = wanted.mapValues { $0.sorted() }
    for secret in sources.secrets {
      guard let lines = shown[secret.file] else { continue }
      for line in lines[Self.firstIndex(in: lines, notBefore: secret.start.line)...] {
        guard line <= secret.end.line else { break }
        hide(secret, on: line)
      }
    }
  }

  /// The index of the first line that is not before this one, by halving.
  private static func firstIndex(in lines: [UInt32], notBefore line: UInt32) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = low + (high - low) / 2
      if lines[middle] < line { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Writes asterisks over the part of a secret that stands on this line; all other columns stay where they are.
  private mutating func hide(_ secret: SourceSpan, on line: UInt32) {
    let place = Place(file: secret.file, line: line)
    guard let text = texts[place] else { return }
    var scalars = Array(text.unicodeScalars)
    let start = line == secret.start.line ? min(max(Int(secret.start.column) - 1, 0), scalars.count) : 0
    let end = line == secret.end.line ? min(max(Int(secret.end.column) - 1, start), scalars.count) : scalars.count
    for index in start..<max(start, end) { scalars[index] = "*" }
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: scalars)
    texts[place] = String(shown)
  }

  /// The text of the line where a span begins; `nil` when there is no such line.
  func line(of span: SourceSpan) -> String? { texts[Place(file: span.file, line: span.start.line)] }

  /// Lines end as YAML 1.1 ends them, because positions count by it: LF, CR, CR LF, NEL, LS and PS.
  private mutating func collect(_ wanted: Set<UInt32>, of file: FileID, in bytes: [UInt8]) {
    var number: UInt32 = 1
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var index = start
    var remaining = wanted.count
    while index < bytes.count {
      let length = Self.lineBreak(in: bytes, at: index)
      guard length > 0 else {
        index += 1
        continue
      }
      if wanted.contains(number) {
        texts[Place(file: file, line: number)] = String(decoding: bytes[start..<index], as: UTF8.self)
        remaining -= 1
        if remaining == 0 { return }
      }
      number &+= 1
      index += length
      start = index
    }
    if wanted.contains(number) {
      texts[Place(file: file, line: number)] = String(decoding: bytes[start...], as: UTF8.self)
    }
  }

  /// The number of bytes of the line break at this index; 0 when there is none.
  private static func lineBreak(in bytes: [UInt8], at index: Int) -> Int {
    switch bytes[index] {
    case 0x0A: return 1
    case 0x0D: return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] & 0xFE == 0xA8 else { return 0 }
      return 3
    default: return 0
    }
  }
}

/// One source line with the stretch to mark, made safe to show.
struct MarkedLine {
  /// The line, cut on both sides where it is very long.
  var text: String
  /// Columns of the screen before the mark.
  var indent: Int
  /// Columns of the screen to mark, at least one.
  var width: Int

  /// At most this many scalars of a line are shown.
  private static let limit = 160

  init(_ line: String, _ span: SourceSpan) {
    let scalars = Array(line.unicodeScalars)
    let start = min(max(Int(span.start.column) - 1, 0), scalars.count)
    var end = span.end.line == span.start.line ? min(max(Int(span.end.column) - 1, start), scalars.count) : scalars.count
    // A span over several lines is marked to the end of its first; blanks there are not part of it.
    while end > start, scalars[end - 1] == " " || scalars[end - 1] == "\t" { end -= 1 }
    let from = scalars.count > Self.limit ? max(0, min(start - 40, scalars.count - Self.limit)) : 0
    let to = min(scalars.count, from + Self.limit)
    end = min(end, to)
    let before = (from > 0 ? "…" : "") + Self.shown(scalars[from..<start])
    let marked = Self.shown(scalars[start..<max(start, end)])
    text = before + marked + Self.shown(scalars[max(start, end)..<to]) + (to < scalars.count ? "…" : "")
    indent = DisplayWidth.of(before)
    width = max(1, DisplayWidth.of(marked))
  }

  private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.map { $0 == "\t" ? " " : $0 })
    return SafeText.escaped(String(text))
  }
}
