import Manifests

/// How far a value reaches, told by its indentation, as YAML's block style does.
struct ValueExtent {
  let source: IndexedSource

  /// The lines of the first key or list item below a line, with the whole value under it; `nil` when the document ends
  /// before one comes.
  func below(_ line: UInt32) -> ClosedRange<UInt32>? {
    var first = line &+ 1
    while Int(first) <= source.lineCount, isBlankOrComment(first) { first &+= 1 }
    guard Int(first) <= source.lineCount, !isMarker(first) else { return nil }
    return first...last(ofValueAt: first, indentation: indentation(of: first), isItem: isItem(first))
  }

  /// The line itself, with the block scalar that begins on it before `column`, if one does.
  func trailing(_ line: UInt32, before offset: Int) -> ClosedRange<UInt32> {
    guard endsWithBlockHeader(source.line(line).lowerBound..<offset) else { return line...line }
    // The key may follow the dashes of items.
    let key = source.bytes[source.line(line)].prefix { $0 == 0x20 || $0 == UInt8(ascii: "-") }.count
    return line...last(ofValueAt: line, indentation: key, isItem: true)
  }

  /// The last line of what begins on a line and goes on below it, further right.
  private func last(ofValueAt first: UInt32, indentation: Int, isItem: Bool) -> UInt32 {
    var last = first
    var line = first &+ 1
    while Int(line) <= source.lineCount {
      if !isBlankOrComment(line) {
        let deeper = self.indentation(of: line) > indentation
        // A list may stand as far left as its key.
        guard deeper || !isItem && self.indentation(of: line) == indentation && self.isItem(line) else { break }
        last = line
      } else if !isBlank(line), self.indentation(of: line) > indentation {
        // In a block scalar a line that looks like a comment is text.
        last = line
      }
      line &+= 1
    }
    return last
  }

  private func indentation(of line: UInt32) -> Int { source.bytes[source.line(line)].prefix { $0 == 0x20 }.count }

  private func content(of line: UInt32) -> ArraySlice<UInt8> {
    source.bytes[source.line(line)].drop { $0 == 0x20 || $0 == 0x09 }
  }

  private func isBlank(_ line: UInt32) -> Bool { content(of: line).isEmpty }

  private func isBlankOrComment(_ line: UInt32) -> Bool {
    let content = content(of: line)
    return content.isEmpty || content.first == UInt8(ascii: "#")
  }

  private func isItem(_ line: UInt32) -> Bool {
    let content = content(of: line)
    guard content.first == UInt8(ascii: "-") else { return false }
    let next = content.dropFirst().first
    return next == nil || next == 0x20 || next == 0x09
  }

  /// A line that begins or ends a document.
  private func isMarker(_ line: UInt32) -> Bool {
    let bytes = source.bytes[source.line(line)]
    guard bytes.starts(with: "---".utf8) || bytes.starts(with: "...".utf8) else { return false }
    let next = bytes.dropFirst(3).first
    return next == nil || next == 0x20 || next == 0x09
  }

  /// Whether the text ends with `|`, `>-`, `|2+` and the like, behind a blank.
  private func endsWithBlockHeader(_ range: Range<Int>) -> Bool {
    var text = source.bytes[range]
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    while let last = text.last, isBlank(last) { text = text.dropLast() }
    var indicators = 0
    while let last = text.last, indicators < 2, last == 0x2B || last == 0x2D || (0x31...0x39).contains(last) {
      text = text.dropLast()
      indicators += 1
    }
    guard text.last == UInt8(ascii: "|") || text.last == UInt8(ascii: ">") else { return false }
    return text.dropLast().last.map(isBlank) ?? true
  }
}
