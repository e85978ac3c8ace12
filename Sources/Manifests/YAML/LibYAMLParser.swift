import CLibYAML

/// libyaml's event parser over one piece of text.
struct LibYAMLParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let origin: TextOrigin

  /// The bytes must outlive the parser. `nil` when there is no memory.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, origin: TextOrigin) {
    parser = .allocate(capacity: 1)
    self.bytes = bytes
    self.origin = origin
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
      line: UInt32(truncatingIfNeeded: mark.line) &+ origin.line &+ 1,
      column: UInt32(truncatingIfNeeded: mark.column) &+ (mark.line == 0 ? origin.column : 0) &+ 1)
  }

  /// libyaml stopped at a colon in a plain scalar of a flow collection, which kubectl's reader takes for text.
  var stoppedAtColonInFlow: Bool {
    guard parser.pointee.error == YAML_SCANNER_ERROR, let problem = parser.pointee.problem else { return false }
    return String(cString: problem) == "found unexpected ':'"
  }

  private var fault: YAMLFault {
    let state = parser.pointee
    var complaint = LibYAMLComplaint(
      problem: state.problem.map { String(cString: $0) } ?? "",
      context: state.context.map { String(cString: $0) } ?? "",
      position: position(state.error == YAML_READER_ERROR ? state.mark : state.problem_mark),
      contextPosition: position(state.context_mark), value: state.problem_value)
    switch state.error {
    case YAML_MEMORY_ERROR:
      return YAMLFault(.limit, "no memory left to read this", from: position(state.mark))
    case YAML_READER_ERROR:
      // libyaml reads ahead of its mark, so the place is counted anew; a broken character is shown at its first byte.
      var offset = state.problem_offset
      for candidate in (offset - 3...offset).reversed() where bytes.indices.contains(candidate) {
        guard complaint.problem.contains("UTF-8"), bytes[candidate] >= 0xC0 else { continue }
        offset = candidate
        break
      }
      if complaint.problem.contains("UTF-8"), offset < bytes.count { complaint.value = Int32(bytes[offset]) }
      let place = origin.position(ofByte: offset, in: bytes)
      var fault = complaint.readerFault(at: place)
      // The byte may be the first of a line end.
      if offset >= bytes.count || bytes.lineEndLength(at: offset) > 0 { fault.end = fault.start }
      return fault
    default:
      let offset = bytes.offset(ofCharacter: state.problem_mark.index)
      return complaint.fault(at: offset, in: bytes)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The offset of a character, counted as libyaml counts.
  func offset(ofCharacter index: Int) -> Int {
    var offset = starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var rest = index
    while offset < count {
      // A character begins at every byte that does not continue one.
      if self[offset] & 0xC0 != 0x80 {
        if rest == 0 { break }
        rest -= 1
      }
      offset += 1
    }
    return offset
  }
}

extension TextOrigin {
  /// The position of a byte of a piece that begins here.
  func position(ofByte offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> SourcePosition {
    var position = SourcePosition(line: line &+ 1, column: column &+ 1)
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < offset, index < bytes.count {
      let length = bytes.lineEndLength(at: index)
      if length > 0 {
        position.line &+= 1
        position.column = 1
        index += length
      } else {
        if bytes[index] & 0xC0 != 0x80 { position.column &+= 1 }
        index += 1
      }
    }
    return position
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// How many bytes the line end at this index has: LF, CR LF, CR, NEL, LS or PS, as in YAML 1.1; 0 if there is none.
  func lineEndLength(at index: Int) -> Int {
    switch self[index] {
    case 0x0A: 1
    case 0x0D: index + 1 < endIndex && self[index + 1] == 0x0A ? 2 : 1
    case 0xC2: index + 1 < endIndex && self[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      index + 2 < endIndex && self[index + 1] == 0x80 && (self[index + 2] == 0xA8 || self[index + 2] == 0xA9) ? 3 : 0
    default: 0
    }
  }
}
