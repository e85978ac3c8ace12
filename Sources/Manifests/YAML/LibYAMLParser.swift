import CLibYAML

/// libyaml's event parser over one piece of text.
struct LibYAMLParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The number of lines before the piece.
  private let firstLine: UInt32

  /// The bytes must outlive the parser. `nil` when there is no memory.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: UInt32) {
    parser = .allocate(capacity: 1)
    self.firstLine = firstLine
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// Parses the next event into `event`, which the caller deletes.
  func next(into event: inout yaml_event_t) throws(YAMLFault) {
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault }
  }

  func position(_ mark: yaml_mark_t) -> SourcePosition {
    SourcePosition(
      line: UInt32(truncatingIfNeeded: mark.line) &+ firstLine &+ 1,
      column: UInt32(truncatingIfNeeded: mark.column) &+ 1)
  }

  private var fault: YAMLFault {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "the text is not YAML"
    let isReaderError = parser.pointee.error == YAML_READER_ERROR
    let mark = isReaderError ? parser.pointee.mark : parser.pointee.problem_mark
    return YAMLFault(.syntax, problem, from: position(mark))
  }
}
