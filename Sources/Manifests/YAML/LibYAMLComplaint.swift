/// What libyaml says when it stops, and the sentence that we say instead.
struct LibYAMLComplaint {
  var problem: String
  var context: String
  var position: SourcePosition
  /// Where the thing began in which libyaml stopped.
  var contextPosition: SourcePosition
  /// The byte or character that a reader error is about.
  var value: Int32

  /// The sentence for a text that is not made of YAML's characters.
  func readerFault(at place: SourcePosition) -> YAMLFault {
    switch problem {
    case "control characters are not allowed":
      let code = value < 0 ? "" : " U+" + hexadecimal(value, digits: 4)
      return fault(.syntax, "the control character\(code) cannot stand in YAML", from: place)
    case _ where problem.contains("UTF-16") || problem.contains("surrogate"):
      return fault(.encoding, "the text begins like UTF-16 and is not: save the file as UTF-8", from: place)
    case _ where problem.contains("UTF-8") || problem.contains("Unicode"):
      return fault(
        .encoding, "the byte 0x\(hexadecimal(value, digits: 2)) is not UTF-8: save the file as UTF-8", from: place)
    default:
      return fault(.limit, "the text is too long", from: place)
    }
  }

  /// The sentence for a text that breaks YAML's grammar; `offset` is the place's in `bytes`.
  func fault(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> YAMLFault {
    var fault = sentence(at: offset, in: bytes)
    // At the end of a line there is no character to mark.
    let isAtLineEnd = offset >= bytes.count || bytes.lineEndLength(at: offset) > 0
    if fault.start == position, isAtLineEnd { fault.end = fault.start }
    return fault
  }

  private func sentence(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> YAMLFault {
    let character = character(at: offset, in: bytes)
    switch problem {
    case "found character that cannot start any token": return cannotStart(character)
    case "mapping values are not allowed in this context": return misplacedColon(at: offset, in: bytes)
    case "could not find expected ':'":
      return fault("expected a colon and a blank after this key", from: contextPosition)
    case "block sequence entries are not allowed in this context":
      return fault("a list item cannot begin here: put \"- \" on a line of its own, in line with the other items")
    case "mapping keys are not allowed in this context":
      return fault("a key cannot begin here: put it on a line of its own")
    case "found unexpected end of stream":
      return fault("the quote that opens here is never closed", from: contextPosition)
    case "found unexpected document indicator":
      return fault("the quote that opens here is not closed before the next ---", from: contextPosition)
    case "found unknown escape character":
      let escape = self.character(at: offset + 1, in: bytes)
      return fault("double quotes know no escape \\\(escape): write \\\\ for a backslash, or use single quotes")
    case "did not find expected hexdecimal number":
      return fault("expected hexadecimal digits after \\x, \\u or \\U")
    case "found invalid Unicode character escape code":
      return fault("this escape names no character: YAML has no surrogate pairs, write \\U and eight digits")
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      return fault("a tab cannot indent YAML: use blanks")
    case "found an indentation indicator equal to 0":
      return fault("the digit after | or > counts blanks of indentation, from 1 to 9")
    case "did not find expected comment or line break" where context == "while scanning a block scalar":
      return fault("after | or > only + - a digit or a comment may stand on the line: put the value in quotes")
    case "did not find expected alphabetic or numeric character":
      let sign = context.contains("alias") ? "* begins an alias" : "& begins an anchor"
      return fault("\(sign), which needs a name of letters and digits: put the value in quotes if it is text")
    case "found undefined tag handle":
      return fault("this tag has a prefix that no %TAG line declares: put the value in quotes if it is text")
    case _ where context.contains("tag") && !context.contains("directive"):
      return fault("! begins a tag, and this is none: put the value in quotes if it is text")
    case "did not find expected <document start>":
      return fault("kubectl cuts the text at ---, so that a line with % never meets its document: remove that line")
    case _ where context.contains("directive") || problem.contains("directive") || problem.contains("YAML document"):
      return fault("a line that begins with % must be %YAML 1.1 or %TAG: put the value in quotes if it is text")
    case "did not find expected node content":
      return fault("expected a value here" + (character == "" ? "" : ", not \(quoted(character))"))
    case "did not find expected key": return expectedKey(character)
    case "did not find expected '-' indicator":
      return fault(
        "expected \"- \" here, in line with the list that begins on line \(contextPosition.line), or less indented",
        related: contextPosition)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return unclosed(character)
    default:
      return fault(problem.isEmpty ? "this is not YAML" : "this is not YAML: \(problem)")
    }
  }

  private func cannotStart(_ character: String) -> YAMLFault {
    switch character {
    case "\t": fault("a tab cannot indent YAML: use blanks")
    case "|", ">": fault("\(character) cannot stand inside [] or {}: put the value in quotes")
    case "": fault("this character cannot begin a value: put the value in quotes")
    default: fault("a value cannot begin with \(character): put it in quotes")
    }
  }

  /// A colon where no key can be: either the value holds one, or the line is indented wrongly.
  private func misplacedColon(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> YAMLFault {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    let before = bytes[start..<offset]
    var hasColon = false
    for index in before.indices where before[index] == 0x3A {
      hasColon = hasColon || index + 1 < offset && before[index + 1] == 0x20
    }
    if hasColon { return fault("a value cannot hold a colon and a blank: put it in quotes") }
    if before.count > 1024 { return fault("a key cannot be longer than 1024 characters") }
    // A line without a colon runs on into this one.
    var end = start
    while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
    var above = end
    while above > 0, bytes[above - 1] != 0x0A { above -= 1 }
    let indentation = before.prefix { $0 == 0x20 }.count
    if !bytes[above..<end].contains(0x3A), bytes[above..<end].prefix(while: { $0 == 0x20 }).count >= indentation {
      return fault("a key cannot stand here: the line above has no colon, so its text goes on")
    }
    return fault("a key cannot stand here: the line above already has its value, so check the indentation")
  }

  private func expectedKey(_ character: String) -> YAMLFault {
    if character == "\t" { return fault("a tab cannot indent YAML: use blanks") }
    return fault(
      "expected a key here, in line with the mapping that begins on line \(contextPosition.line)",
      related: contextPosition)
  }

  private func unclosed(_ character: String) -> YAMLFault {
    let isList = problem.hasSuffix("']'")
    let (opening, closing) = isList ? ("[", "]") : ("{", "}")
    let found = character.isEmpty || character == "\n" ? "" : ", not \(quoted(character))"
    return fault(
      "expected a comma or \(closing) here\(found): the \(opening) on line \(contextPosition.line) is still open",
      related: contextPosition)
  }

  private func fault(
    _ kind: ManifestProblem.Kind = .syntax, _ message: String, from start: SourcePosition? = nil,
    related: SourcePosition? = nil
  ) -> YAMLFault {
    let start = start ?? position
    var end = start
    end.column &+= 1
    return YAMLFault(kind, message, from: start, to: end, related: related)
  }

  private func fault(_ message: String, from start: SourcePosition? = nil, related: SourcePosition? = nil) -> YAMLFault
  {
    fault(.syntax, message, from: start, related: related)
  }

  /// The character at an offset, or nothing at the end.
  private func character(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard offset < bytes.count else { return "" }
    let end = Swift.min(bytes.count, offset + 4)
    return String(decoding: bytes[offset..<end], as: UTF8.self).unicodeScalars.first.map { String($0) } ?? ""
  }

  private func quoted(_ character: String) -> String {
    switch character {
    case "\n", "\r": "the end of the line"
    case "\t": "a tab"
    default: character
    }
  }

  private func hexadecimal(_ value: Int32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
  }
}
