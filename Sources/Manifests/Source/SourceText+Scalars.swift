extension SourceText {
  /// Where a part of a scalar's text is written, given as a range of its UTF-8 bytes.
  ///
  /// Works for scalars on one line, with or without escapes, and for literal block scalars (`|`); for others, and
  /// whenever in doubt, the answer is the whole scalar.
  package func span(of range: Range<Int>, in scalar: Located<String>) -> SourceSpan {
    guard scalar.span.file == file.id, let bytes = byteRange(of: scalar.span),
      let places = ScalarPlaces(text: Array(scalar.value.utf8), source: file.bytes, range: bytes),
      let start = places.offset(of: range.lowerBound), let end = places.offset(of: range.upperBound), start <= end
    else { return scalar.span }
    return SourceSpan(file: file.id, start: position(ofByte: start), end: position(ofByte: end))
  }
}

/// For each byte of a scalar's text, the byte of the source that it comes from.
private struct ScalarPlaces {
  private var offsets: [Int] = []
  private var end = 0

  init?(text: [UInt8], source: [UInt8], range: Range<Int>) {
    var start = range.lowerBound
    // Anchor and tag stand before the value.
    while start < range.upperBound, source[start] == 0x26 || source[start] == 0x21 {
      while start < range.upperBound, source[start] > 0x20 { start += 1 }
      while start < range.upperBound, source[start] <= 0x20 { start += 1 }
    }
    guard start < range.upperBound else { return nil }
    let isQuoted = source[start] == 0x22 || source[start] == 0x27
    guard !isQuoted || range.upperBound - start >= 2 else { return nil }
    offsets.reserveCapacity(text.count)
    let isRead: Bool =
      switch source[start] {
      case 0x22: readDoubleQuoted(source, start + 1..<range.upperBound - 1)
      case 0x27: readSingleQuoted(source, start + 1..<range.upperBound - 1)
      case 0x7C: readLiteral(text, source, start..<range.upperBound)
      case 0x3E: false
      default: readVerbatim(source, start..<range.upperBound)
      }
    guard isRead, offsets.count == text.count else { return nil }
    for (byte, offset) in zip(text, offsets) where source[offset] != byte {
      // An escape stands for something else, and a line end may be CR LF.
      guard source[offset] == 0x5C || byte == 0x0A && source[offset] == 0x0D else { return nil }
    }
  }

  func offset(of index: Int) -> Int? {
    index == offsets.count ? end : offsets.indices.contains(index) ? offsets[index] : nil
  }

  private mutating func readVerbatim(_ source: [UInt8], _ range: Range<Int>) -> Bool {
    guard !source[range].contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return false }
    offsets.append(contentsOf: range)
    end = range.upperBound
    return true
  }

  private mutating func readSingleQuoted(_ source: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if source[index] == 0x0A || source[index] == 0x0D { return false }
      offsets.append(index)
      index += source[index] == 0x27 ? 2 : 1
    }
    end = range.upperBound
    return true
  }

  private mutating func readDoubleQuoted(_ source: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if source[index] == 0x0A || source[index] == 0x0D { return false }
      offsets.append(index)
      guard source[index] == 0x5C, index + 1 < range.upperBound else {
        index += 1
        continue
      }
      // The bytes that one escape stands for all come from its backslash.
      switch source[index + 1] {
      case 0x22, 0x5C, 0x2F, 0x61, 0x62, 0x65, 0x66, 0x6E, 0x72, 0x74, 0x76, 0x30, 0x09, 0x20: index += 2
      default: return false
      }
    }
    end = range.upperBound
    return true
  }

  private mutating func readLiteral(_ text: [UInt8], _ source: [UInt8], _ range: Range<Int>) -> Bool {
    var line = range.lowerBound
    while line < range.upperBound, source[line] != 0x0A { line += 1 }
    let header = source[range.lowerBound..<line]
    if header.prefix(while: { $0 > 0x20 }).contains(where: { (0x31...0x39).contains($0) }) { return false }
    line += 1
    // The first line with content tells how deep the block is indented.
    var indentation: Int?
    var probe = line
    while indentation == nil, probe < range.upperBound {
      var content = probe
      while content < range.upperBound, source[content] == 0x20 { content += 1 }
      guard content < range.upperBound, source[content] != 0x0A, source[content] != 0x0D else {
        probe = content
        while probe < range.upperBound, source[probe] != 0x0A { probe += 1 }
        probe += 1
        continue
      }
      indentation = content - probe
    }
    guard let indentation else { return false }
    var index = 0
    while index < text.count {
      var textEnd = index
      while textEnd < text.count, text[textEnd] != 0x0A { textEnd += 1 }
      if textEnd > index {
        guard line + indentation + (textEnd - index) <= source.count else { return false }
        offsets.append(contentsOf: line + indentation..<line + indentation + textEnd - index)
      }
      end = textEnd > index ? line + indentation + textEnd - index : line
      while line < source.count, source[line] != 0x0A { line += 1 }
      if textEnd < text.count {
        guard end < source.count else { return false }
        offsets.append(end)
      }
      line += 1
      index = textEnd + 1
    }
    return true
  }
}
