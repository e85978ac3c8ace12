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

/// Finds the lines of the sources that a report shows. Where the lines of a file begin is found once.
struct SourceLines {
  private let files: [SourceFile]
  /// Those of each file in the order of the text.
  private let secrets: [FileID: [SourceSpan]]
  private var lineStarts: [FileID: [Int]] = [:]

  init(_ sources: PreviewSources) {
    files = sources.files
    secrets =
      sources.secrets.isEmpty ? [:] : Dictionary(grouping: sources.secrets, by: \.file).mapValues { $0.sorted() }
  }

  /// The text of the line where a span begins, without values of Secrets; `nil` when there is no such line.
  mutating func line(of span: SourceSpan) -> String? {
    let index = Int(span.file.index)
    guard files.indices.contains(index), span.start.line > 0 else { return nil }
    let bytes = files[index].bytes
    let starts = lineStarts[span.file] ?? Self.lineStarts(of: bytes)
    lineStarts[span.file] = starts
    let number = Int(span.start.line) - 1
    guard number < starts.count else { return nil }
    var end = starts[number]
    while end < bytes.count, Self.lineBreak(in: bytes, at: end) == 0 { end += 1 }
    let text = String(decoding: bytes[starts[number]..<end], as: UTF8.self)
    return hidingSecrets(of: span.file, on: span.start.line, text)
  }

  /// Writes asterisks over the parts of secrets that stand on a line; all other columns stay where they are.
  private func hidingSecrets(of file: FileID, on line: UInt32, _ text: String) -> String {
    guard let secrets = secrets[file] else { return text }
    // Secrets do not overlap, so their ends are in order too.
    let first = secrets.partitioningIndex { $0.end.line >= line }
    guard first < secrets.count, secrets[first].start.line <= line else { return text }
    var scalars = Array(text.unicodeScalars)
    for secret in secrets[first...] {
      guard secret.start.line <= line else { break }
      let start = line == secret.start.line ? min(max(Int(secret.start.column) - 1, 0), scalars.count) : 0
      let end = line == secret.end.line ? min(max(Int(secret.end.column) - 1, start), scalars.count) : scalars.count
      for index in start..<max(start, end) { scalars[index] = "*" }
    }
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: scalars)
    return String(shown)
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var starts = [index]
    while index < bytes.count {
      let length = lineBreak(in: bytes, at: index)
      index += max(1, length)
      if length > 0 { starts.append(index) }
    }
    return starts
  }

  /// The number of bytes of the line break at this index; 0 when there is none.
  ///
  /// Lines end as YAML 1.1 ends them, because positions count by it: LF, CR, CR LF, NEL, LS and PS.
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

extension Array {
  /// The index of the first element that has a property which all after it have too, by halving.
  fileprivate func partitioningIndex(where hasProperty: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if hasProperty(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
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
    var end =
      span.end.line == span.start.line ? min(max(Int(span.end.column) - 1, start), scalars.count) : scalars.count
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
