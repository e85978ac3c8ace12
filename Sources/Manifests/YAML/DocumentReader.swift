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

  /// Reads the piece; when that fails, the table is as before.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, firstLine: UInt32, into builder: inout NodeTableBuilder
  ) throws(YAMLFault) -> Outcome {
    let state = builder.beginDocument()
    do throws(YAMLFault) {
      return try readEvents(bytes, firstLine: firstLine, into: &builder)
    } catch {
      builder.rollBack(to: state)
      throw error
    }
  }

  private static func readEvents(
    _ bytes: UnsafeBufferPointer<UInt8>, firstLine: UInt32, into builder: inout NodeTableBuilder
  ) throws(YAMLFault) -> Outcome {
    guard let parser = LibYAMLParser(bytes, firstLine: firstLine) else {
      throw YAMLFault(.limit, "no memory left", from: SourcePosition(line: firstLine &+ 1, column: 1))
    }
    let root = UInt32(builder.records.count)
    // libyaml's own work grows with the depth at each token, so depth and length together are bounded.
    var work = 100_000_000 + 64 * bytes.count
    var event = yaml_event_t()
    while true {
      try parser.next(into: &event)
      defer { yaml_event_delete(&event) }
      let start = parser.position(event.start_mark)
      let end = parser.position(event.end_mark)
      work -= builder.depth
      guard work > 0 else { throw YAMLFault(.limit, "nested too deeply for so long a text", from: start) }
      switch event.type {
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        try builder.appendScalar(
          UnsafeBufferPointer(start: scalar.value, count: scalar.length), style: ScalarStyle(scalar.style),
          tag: NodeRecord.Tag(scalar.tag), isPlain: scalar.plain_implicit != 0, anchor: string(scalar.anchor),
          from: start, to: end)
      case YAML_MAPPING_START_EVENT:
        let mapping = event.data.mapping_start
        try builder.beginCollection(
          isMapping: true, isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE, anchor: string(mapping.anchor),
          from: start)
      case YAML_SEQUENCE_START_EVENT:
        let sequence = event.data.sequence_start
        try builder.beginCollection(
          isMapping: false, isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE, anchor: string(sequence.anchor),
          from: start)
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
        try builder.endCollection(at: end)
      case YAML_ALIAS_EVENT:
        try builder.appendAlias(string(event.data.alias.anchor) ?? "", from: start, to: end)
      case YAML_DOCUMENT_END_EVENT:
        return .document(root: root, ignoredText: ignoredText(parser))
      case YAML_STREAM_END_EVENT:
        return .empty
      default: break
      }
    }
  }

  /// Where more text stands behind the end of the document.
  private static func ignoredText(_ parser: borrowing LibYAMLParser) -> SourcePosition? {
    var event = yaml_event_t()
    do throws(YAMLFault) {
      try parser.next(into: &event)
    } catch {
      return error.start
    }
    defer { yaml_event_delete(&event) }
    return event.type == YAML_STREAM_END_EVENT ? nil : parser.position(event.start_mark)
  }

  private static func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    text.map { String(cString: $0) }
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
