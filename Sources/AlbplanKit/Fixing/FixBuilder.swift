package import Manifests

/// Makes the edits of a fix: the fewest bytes, in the style in which the manifest is written.
///
/// Every function answers `nil` when the edit is not surely safe: behind anchors and aliases, in folded scalars, where
/// comments stand in the way. A finding then has no fix. Works for block and flow style and for JSON.
package struct FixBuilder: Sendable {
  package let source: IndexedSource
  let text: SourceText

  package init(_ file: SourceFile) {
    source = IndexedSource(file)
    text = SourceText(file)
  }

  // MARK: Values and keys

  /// Gives a scalar another value, in the same quotes. One without quotes gets them if it needs them.
  package func replaceValue(_ scalar: Located<String>, with value: String) -> Finding.Edit? {
    replace(scalar, with: value, inFlow: isInFlow(after: source.range(of: scalar.span).upperBound))
  }

  /// Gives a key another name, in the same quotes.
  package func renameKey(_ key: Located<String>, to name: String) -> Finding.Edit? {
    guard key.span.start.line == key.span.end.line else { return nil }
    return replace(key, with: name, inFlow: true)
  }

  private func replace(_ scalar: Located<String>, with value: String, inFlow: Bool) -> Finding.Edit? {
    guard let written = written(scalar), written.style != .literal, written.style != .folded else { return nil }
    return edit(written.range, ScalarWriter.write(value, as: written.style, inFlow: inFlow))
  }

  /// Replaces a part of a scalar, given in bytes of its value, and leaves the rest as it is written.
  package func replacePart(_ part: Range<Int>, of scalar: Located<String>, with replacement: String) -> Finding.Edit? {
    let bytes = Array(scalar.value.utf8)
    guard part.lowerBound >= 0, part.upperBound <= bytes.count, ScalarWriter.isOnOneLine(replacement) else {
      return nil
    }
    let range = source.range(of: scalar.span)
    guard !range.isEmpty, let style = WrittenStyle(firstByte: source.bytes[range.lowerBound]), style != .folded else {
      return nil
    }
    let span = text.span(of: part, in: scalar)
    // The whole scalar is the answer when the part's place is in doubt.
    guard span != scalar.span || style == .plain && part == 0..<bytes.count else { return nil }
    switch style {
    case .plain:
      let value = String(
        decoding: bytes[..<part.lowerBound] + Array(replacement.utf8) + bytes[part.upperBound...], as: UTF8.self)
      guard ScalarWriter.isPlain(value, inFlow: isInFlow(after: range.upperBound)) else { return nil }
      return Finding.Edit(span, replacement)
    case .singleQuoted: return Finding.Edit(span, ScalarWriter.doublingQuotes(replacement))
    case .doubleQuoted: return Finding.Edit(span, ScalarWriter.escaped(replacement))
    case .literal: return Finding.Edit(span, replacement)
    case .folded: return nil
    }
  }

  /// Puts a bare scalar, such as a number, into double quotes, its text as it stands.
  package func quote(_ span: SourceSpan) -> Finding.Edit? {
    let range = source.range(of: span)
    guard let first = source.bytes[range].first, WrittenStyle(firstByte: first) == .plain else { return nil }
    let text = source.text(range)
    guard text.utf8.elementsEqual(source.bytes[range]), ScalarWriter.isPlainText(text, inFlow: false) || isNumber(text)
    else { return nil }
    return edit(range, ScalarWriter.doubleQuoted(text))
  }

  /// Writes a string where a list or mapping in flow style stands: `[{"HTTP": 80}]` becomes `'[{"HTTP": 80}]'`.
  package func replaceFlowCollection(_ span: SourceSpan, with value: String) -> Finding.Edit? {
    let range = source.range(of: span)
    guard let first = source.bytes[range].first, let last = source.bytes[range].last,
      (first == UInt8(ascii: "[") && last == UInt8(ascii: "]"))
        || (first == UInt8(ascii: "{") && last == UInt8(ascii: "}")),
      !source.bytes[range].contains(UInt8(ascii: "#"))
    else { return nil }
    // JSON around it knows double quotes only.
    let style = isInFlow(after: range.upperBound) ? WrittenStyle.doubleQuoted : .singleQuoted
    return edit(range, ScalarWriter.write(value, as: style, inFlow: true))
  }

  /// Negative numbers begin with what else begins a list item.
  private func isNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first, first == UInt8(ascii: "-"), text.utf8.count > 1 else { return false }
    return text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x65 || $0 == 0x45 }
  }

  // MARK: Entries

  /// Removes a key with its value: in block style its lines, comments behind it included; in flow style and JSON the
  /// entry with one comma. A mapping may be left empty, which Kubernetes takes as absent.
  package func deleteEntry(key: SourceSpan, value: SourceSpan) -> Finding.Edit? {
    guard let entry = entryRange(key, value) else { return nil }
    return isInFlow(after: entry.upperBound) ? deleteInFlow(entry) : deleteInBlock(entry)
  }

  package func deleteEntry(_ annotation: Annotation) -> Finding.Edit? {
    deleteEntry(key: annotation.key.span, value: annotation.value.span)
  }

  /// Adds an annotation behind another one, in the same quotes and at the same indentation.
  package func insert(_ key: String, _ value: String, after sibling: Annotation) -> Finding.Edit? {
    guard let entry = entryRange(sibling.key.span, sibling.value.span), let keyStyle = style(at: entry.lowerBound),
      let valueStyle = style(at: source.range(of: sibling.value.span).lowerBound)
    else { return nil }
    let inFlow = isInFlow(after: entry.upperBound)
    let quotes: WrittenStyle = valueStyle == .literal || valueStyle == .folded ? .plain : valueStyle
    let text =
      ScalarWriter.write(key, as: keyStyle, inFlow: inFlow) + ": "
      + ScalarWriter.write(value, as: quotes, inFlow: inFlow)
    let keyLine = source.position(at: entry.lowerBound).line
    let before = source.bytes[source.line(keyLine).lowerBound..<entry.lowerBound]
    let isFirstOnLine = before.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    let lineEnd = lineEnd(of: keyLine)
    let indentation = String(decoding: before.map { $0 == 0x09 ? 0x09 : 0x20 }, as: UTF8.self)
    if inFlow {
      let separator = isFirstOnLine ? "," + lineEnd + indentation : ", "
      return edit(entry.upperBound..<entry.upperBound, separator + text)
    }
    guard before.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) else { return nil }
    let lastLine = source.lineWithEnd(source.position(at: entry.upperBound).line)
    guard isEndOfLine(from: entry.upperBound) else { return nil }
    let hasEnd = source.line(source.position(at: entry.upperBound).line).upperBound < lastLine.upperBound
    let at = lastLine.upperBound
    return edit(at..<at, hasEnd ? indentation + text + lineEnd : lineEnd + indentation + text)
  }

  private func deleteInBlock(_ entry: Range<Int>) -> Finding.Edit? {
    let first = source.position(at: entry.lowerBound).line
    let last = source.position(at: entry.upperBound).line
    let start = source.line(first).lowerBound
    guard source.bytes[start..<entry.lowerBound].allSatisfy({ $0 == 0x20 }), isEndOfLine(from: entry.upperBound) else {
      return nil
    }
    return edit(start..<source.lineWithEnd(last).upperBound, "")
  }

  private func deleteInFlow(_ entry: Range<Int>) -> Finding.Edit? {
    let next = skipWhiteSpace(from: entry.upperBound)
    guard next < source.bytes.count else { return nil }
    if source.bytes[next] == UInt8(ascii: ",") {
      let behind = skipBlanks(from: next + 1)
      let line = source.line(source.position(at: entry.lowerBound).line)
      let isAlone = source.bytes[line.lowerBound..<entry.lowerBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      let endLine = source.position(at: next).line
      if isAlone, behind == source.line(endLine).upperBound {
        return edit(line.lowerBound..<source.lineWithEnd(endLine).upperBound, "")
      }
      return edit(entry.lowerBound..<behind, "")
    }
    guard source.bytes[next] == UInt8(ascii: "}") else { return nil }
    var before = entry.lowerBound
    while before > 0, isWhiteSpace(source.bytes[before - 1]) { before -= 1 }
    guard before > 0 else { return nil }
    switch source.bytes[before - 1] {
    case UInt8(ascii: ","): return edit(before - 1..<entry.upperBound, "")
    case UInt8(ascii: "{"): return edit(entry, "")
    default: return nil
    }
  }

  /// From the key's first byte to the value's last visible one; `nil` unless just a colon stands between them.
  private func entryRange(_ key: SourceSpan, _ value: SourceSpan) -> Range<Int>? {
    guard key.file == source.file, value.file == source.file else { return nil }
    let (keyRange, valueRange) = (source.range(of: key), source.range(of: value))
    guard !keyRange.isEmpty, keyRange.upperBound <= valueRange.lowerBound, style(at: keyRange.lowerBound) != nil else {
      return nil
    }
    let between = source.bytes[keyRange.upperBound..<valueRange.lowerBound].filter { !isWhiteSpace($0) }
    guard between.elementsEqual(":".utf8) else { return nil }
    if let first = source.bytes[valueRange].first, first == UInt8(ascii: "&") || first == UInt8(ascii: "*") {
      return nil
    }
    // An anchor within the value may be wanted elsewhere.
    if source.bytes[valueRange].contains(UInt8(ascii: "&")), style(at: valueRange.lowerBound) == nil { return nil }
    var end = valueRange.upperBound
    while end > valueRange.lowerBound, isWhiteSpace(source.bytes[end - 1]) { end -= 1 }
    return keyRange.lowerBound..<end
  }

  // MARK: Looking around

  /// The bytes of a scalar and its style; `nil` when what stands there is not surely this value.
  private func written(_ scalar: Located<String>) -> (range: Range<Int>, style: WrittenStyle)? {
    guard scalar.span.file == source.file else { return nil }
    let range = source.range(of: scalar.span)
    guard let style = style(at: range.lowerBound), !range.isEmpty else { return nil }
    let text = source.bytes[range]
    switch style {
    case .plain:
      guard text.elementsEqual(scalar.value.utf8) else { return nil }
    case .singleQuoted, .doubleQuoted:
      guard range.count >= 2, text.first == text.last else { return nil }
      // Quotes within the value shift nothing, but what is folded over lines is not looked into.
      let first = source.line(scalar.span.start.line)
      guard range.upperBound <= first.upperBound else { return nil }
    case .literal, .folded: break
    }
    return (range, style)
  }

  private func style(at offset: Int) -> WrittenStyle? {
    offset < source.bytes.count ? WrittenStyle(firstByte: source.bytes[offset]) : nil
  }

  /// Whether what ends here is an entry in `{…}`. In block style neither comma nor bracket can follow a value.
  private func isInFlow(after offset: Int) -> Bool {
    var index = offset
    while index < source.bytes.count {
      index = skipWhiteSpace(from: index)
      guard index < source.bytes.count, source.bytes[index] == UInt8(ascii: "#") else { break }
      while index < source.bytes.count, source.bytes[index] != 0x0A, source.bytes[index] != 0x0D { index += 1 }
    }
    guard index < source.bytes.count else { return false }
    switch source.bytes[index] {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"): return true
    default: return false
    }
  }

  /// Whether nothing but blanks and a comment follows on the line.
  private func isEndOfLine(from offset: Int) -> Bool {
    let line = source.line(source.position(at: offset).line)
    let next = skipBlanks(from: offset)
    return next >= line.upperBound || source.bytes[next] == UInt8(ascii: "#") && next > offset
  }

  private func skipBlanks(from offset: Int) -> Int {
    var index = offset
    while index < source.bytes.count, source.bytes[index] == 0x20 || source.bytes[index] == 0x09 { index += 1 }
    return index
  }

  private func skipWhiteSpace(from offset: Int) -> Int {
    var index = offset
    while index < source.bytes.count, isWhiteSpace(source.bytes[index]) { index += 1 }
    return index
  }

  private func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// How the line ends; a line feed at the end of the text.
  private func lineEnd(of line: UInt32) -> String {
    let end = source.bytes[source.line(line).upperBound..<source.lineWithEnd(line).upperBound]
    return end.isEmpty ? "\n" : String(decoding: end, as: UTF8.self)
  }

  private func edit(_ range: Range<Int>, _ replacement: String) -> Finding.Edit {
    Finding.Edit(source.span(of: range), replacement)
  }
}
