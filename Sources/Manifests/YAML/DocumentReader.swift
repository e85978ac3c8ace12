import CLibYAML

/// Reads one piece of a file, as kubectl cuts it, into the file's node table.
///
/// Mirrors `yaml.Unmarshal` of goyaml.v2: the first document of the piece counts, what follows it is passed over.
struct DocumentReader {
  enum Outcome {
    /// The piece has no document.
    case empty
    /// The document's root record, and where a text begins that kubectl passes over.
    case document(root: UInt32, ignoredText: SourcePosition?)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let origin: TextOrigin
  private var quirks: GoYAMLQuirks
  /// The bytes are a copy with characters hidden, see `HiddenCharacters`.
  private let hidesCharacters: Bool
  /// libyaml stopped at a colon that kubectl's reader takes for text.
  private var stoppedAtColon = false
  /// libyaml's own work grows with the depth at each token, so depth and length together are bounded.
  private var work: Int

  private init(_ bytes: UnsafeBufferPointer<UInt8>, origin: TextOrigin, hidesCharacters: Bool) {
    self.bytes = bytes
    self.origin = origin
    self.hidesCharacters = hidesCharacters
    quirks = GoYAMLQuirks(bytes)
    work = 120_000_000 + 8 * bytes.count
  }

  /// Reads the piece; when that fails, the table is as before.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, origin: TextOrigin, into builder: inout NodeTableBuilder
  ) throws(YAMLFault) -> Outcome {
    if hasNoContent(bytes) { return .empty }
    try checkDirectives(bytes, origin)
    if HiddenCharacters.needsHiding(bytes), let copy = HiddenCharacters.hide(in: bytes, colonsInFlow: true) {
      return try read(copy: copy, origin, into: &builder)
    }
    let state = builder.beginDocument()
    var reader = DocumentReader(bytes, origin: origin, hidesCharacters: false)
    do throws(YAMLFault) {
      return try reader.readEvents(into: &builder)
    } catch {
      builder.rollBack(to: state)
      guard reader.stoppedAtColon, let copy = HiddenCharacters.hide(in: bytes, colonsInFlow: true) else { throw error }
      return try read(copy: copy, origin, into: &builder)
    }
  }

  private static func read(
    copy: [UInt8], _ origin: TextOrigin, into builder: inout NodeTableBuilder
  ) throws(YAMLFault) -> Outcome {
    let state = builder.beginDocument()
    let result = copy.withUnsafeBufferPointer { bytes -> Result<Outcome, YAMLFault> in
      Result { () throws(YAMLFault) in
        var reader = DocumentReader(bytes, origin: origin, hidesCharacters: true)
        return try reader.readEvents(into: &builder)
      }
    }
    if case .failure = result { builder.rollBack(to: state) }
    return try result.get()
  }

  private mutating func readEvents(into builder: inout NodeTableBuilder) throws(YAMLFault) -> Outcome {
    guard let parser = LibYAMLParser(bytes, origin: origin) else {
      throw YAMLFault(.limit, "no memory left to read this", from: SourcePosition(line: origin.line &+ 1, column: 1))
    }
    let root = UInt32(truncatingIfNeeded: builder.records.count)
    var event = yaml_event_t()
    while true {
      do throws(YAMLFault) {
        try parser.next(into: &event)
      } catch {
        stoppedAtColon = parser.stoppedAtColonInFlow
        throw error
      }
      defer { yaml_event_delete(&event) }
      if event.type == YAML_DOCUMENT_END_EVENT { return .document(root: root, ignoredText: ignoredText(parser)) }
      if event.type == YAML_STREAM_END_EVENT { return .empty }
      try take(event, from: parser, into: &builder)
    }
  }

  /// Reads a whole text that has nothing special in it with one parser, which is faster: the roots of its documents.
  /// Whatever is wrong with the text, the answer is `nil`, the table is as before, and the pieces must be read singly.
  static func readAll(
    _ bytes: UnsafeBufferPointer<UInt8>, into builder: inout NodeTableBuilder
  ) -> [UInt32]? {
    guard StreamSurvey.isPlain(bytes), !HiddenCharacters.needsHiding(bytes) else { return nil }
    let state = builder.beginDocument()
    do throws(YAMLFault) {
      var reader = DocumentReader(bytes, origin: TextOrigin(), hidesCharacters: false)
      reader.work -= 110_000_000
      return try reader.readDocuments(into: &builder)
    } catch {
      builder.rollBack(to: state)
      return nil
    }
  }

  private mutating func readDocuments(into builder: inout NodeTableBuilder) throws(YAMLFault) -> [UInt32] {
    guard let parser = LibYAMLParser(bytes, origin: origin) else {
      throw YAMLFault(.limit, "no memory left to read this", from: SourcePosition(line: 1, column: 1))
    }
    var roots: [UInt32] = []
    var event = yaml_event_t()
    while true {
      try parser.next(into: &event)
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_END_EVENT: return roots
      case YAML_DOCUMENT_START_EVENT:
        _ = builder.beginDocument()
        roots.append(UInt32(truncatingIfNeeded: builder.records.count))
      default: try take(event, from: parser, into: &builder)
      }
    }
  }

  /// Takes the node that an event begins or ends.
  private mutating func take(
    _ event: yaml_event_t, from parser: borrowing LibYAMLParser, into builder: inout NodeTableBuilder
  ) throws(YAMLFault) {
    let start = parser.position(event.start_mark)
    let end = parser.position(event.end_mark)
    work &-= builder.depth
    guard work > 0 else { throw YAMLFault(.limit, "nested too deeply for so long a text", from: start) }
    switch event.type {
    case YAML_SCALAR_EVENT:
      try append(event, from: start, to: end, into: &builder)
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      try builder.beginCollection(
        isMapping: true, isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE, anchor: string(mapping.anchor), from: start)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      try builder.beginCollection(
        isMapping: false, isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE, anchor: string(sequence.anchor),
        from: start)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      try builder.endCollection(at: end)
    case YAML_ALIAS_EVENT:
      try builder.appendAlias(string(event.data.alias.anchor) ?? "", from: start, to: end)
    default: break
    }
  }

  private mutating func append(
    _ event: yaml_event_t, from start: SourcePosition, to end: SourcePosition, into builder: inout NodeTableBuilder
  ) throws(YAMLFault) {
    let scalar = event.data.scalar
    let text = UnsafeBufferPointer<UInt8>(start: scalar.value, count: scalar.length)
    let style = ScalarStyle(scalar.style)
    if let message = quirks.refusal(
      of: text, style, isTagged: scalar.tag != nil, inFlow: builder.isInFlow, from: event.start_mark.index,
      to: event.end_mark.index, in: bytes)
    {
      throw YAMLFault(.syntax, message, from: start, to: end)
    }
    let (tag, isPlain, anchor) = (NodeRecord.Tag(scalar.tag), scalar.plain_implicit != 0, string(scalar.anchor))
    if hidesCharacters {
      try builder.appendScalar(
        HiddenCharacters.show(text), style: style, tag: tag, isPlain: isPlain, anchor: anchor, from: start, to: end)
    } else {
      try builder.appendScalar(
        text, style: style, tag: tag, isPlain: isPlain, anchor: anchor, from: start, to: end)
    }
  }

  /// Where more text stands behind the end of the document.
  private func ignoredText(_ parser: borrowing LibYAMLParser) -> SourcePosition? {
    var event = yaml_event_t()
    do throws(YAMLFault) {
      try parser.next(into: &event)
    } catch {
      return error.start
    }
    defer { yaml_event_delete(&event) }
    return event.type == YAML_STREAM_END_EVENT ? nil : parser.position(event.start_mark)
  }

  private func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    text.map { String(cString: $0) }
  }

  /// Whether a piece has only blank lines, comments and a `---`: such pieces may be many, and need no parser.
  private static func hasNoContent(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    if bytes.count >= 3, bytes[0] == 0x2D, bytes[1] == 0x2D, bytes[2] == 0x2D { index = 3 }
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D: index += 1
      case 0x23 where index == 0 || bytes[index - 1] <= 0x20:
        while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D {
          // What is no plain ASCII may be a line end or no character at all; libyaml knows.
          guard bytes[index] == 0x09 || (0x20...0x7E).contains(bytes[index]) else { return false }
          index += 1
        }
      default: return false
      }
    }
    return true
  }

  /// Refuses great amounts of `%TAG`: libyaml would go through all of them at each tag.
  private static func checkDirectives(_ bytes: UnsafeBufferPointer<UInt8>, _ origin: TextOrigin) throws(YAMLFault) {
    var index = 0
    var length = 0
    while index < bytes.count, [0x25, 0x23, 0x20, 0x0A, 0x0D].contains(bytes[index]) {
      let isDirective = bytes[index] == 0x25
      let start = index
      while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      if isDirective { length += index - start }
      guard length <= 4096 else {
        throw YAMLFault(
          .limit, "more lines with % than a manifest can need", from: origin.position(ofByte: start, in: bytes))
      }
      index += 1
    }
  }
}

extension ScalarStyle {
  init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    default: self = .plain
    }
  }
}

extension NodeRecord.Tag {
  init(_ tag: UnsafeMutablePointer<yaml_char_t>?) {
    guard let tag else {
      self = .none
      return
    }
    self =
      switch String(cString: tag) {
      case "": .none
      case "tag:yaml.org,2002:str": .string
      case "tag:yaml.org,2002:int": .integer
      case "tag:yaml.org,2002:float": .float
      case "tag:yaml.org,2002:bool": .boolean
      case "tag:yaml.org,2002:null": .null
      case "tag:yaml.org,2002:timestamp": .timestamp
      case "tag:yaml.org,2002:binary": .binary
      case "tag:yaml.org,2002:merge": .merge
      default: .other
      }
  }
}
