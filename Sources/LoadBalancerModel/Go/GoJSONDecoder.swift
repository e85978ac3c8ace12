import Manifests

/// Decodes a JSON tree into a Go type by Go's rules: a key matches a field exactly or in any case, unknown keys are
/// passed over, a repeated key is decoded on top of what is there, `null` empties pointers, lists and maps and leaves
/// the rest alone.
///
/// Mirrors `decodeState` in Go's `encoding/json`. It recurses as deep as the schema, never as deep as the text.
struct GoJSONDecoder {
  private let tree: JSONTree
  /// The structure around the place, and the JSON names from the outermost structure to the place.
  private var structureName: String?
  private var path: [String] = []
  /// The first value of a wrong type. Decoding goes on behind it.
  private var firstFailure: GoJSON.Failure?

  init(_ tree: JSONTree) { self.tree = tree }

  mutating func decode(as type: GoType) throws(GoJSON.Failure) -> GoValue {
    var value = GoValue(zero: type)
    try decode(tree.root, into: &value, as: type)
    if let firstFailure { throw firstFailure }
    return value
  }

  /// - Throws: only what ends the decoding at once, with precedence over earlier failures.
  private mutating func decode(
    _ position: JSONTree.Position, into value: inout GoValue, as type: GoType
  ) throws(GoJSON.Failure) {
    if case .pointer(let element) = type {
      if tree.nodes[position].kind == .null {
        value = .null
      } else {
        if case .null = value { value = GoValue(zero: element) }
        try decode(position, into: &value, as: element)
      }
      return
    }
    if case .intOrString = type {
      value = .intOrString(try intOrString(position, over: value))
      return
    }
    switch tree.nodes[position].kind {
    case .object: try decodeObject(position, into: &value, as: type)
    case .array: try decodeArray(position, into: &value, as: type)
    case .null: if type.isNilable { value = .null }
    case .string:
      if case .string = type { value = .string(tree.text(of: position)) } else { refuse("string", position, type) }
    case .bool:
      if case .bool = type {
        value = .bool(tree.bytes[tree.nodes[position].range.lowerBound] == UInt8(ascii: "t"))
      } else {
        refuse("bool", position, type)
      }
    case .number:
      guard let limits = type.integerLimits else { return refuse("number", position, type) }
      let text = tree.text(of: position)
      if let number = try? GoText.parseInteger(text) as Int64, limits.contains(number) {
        value = .integer(number)
      } else {
        refuse("number \(text)", position, type)
      }
    }
  }

  private mutating func decodeObject(
    _ object: JSONTree.Position, into value: inout GoValue, as type: GoType
  ) throws(GoJSON.Failure) {
    switch type {
    case .map(let elementType):
      var map = value.takeMap()
      for (key, member) in tree.members(of: object) {
        var element = GoValue(zero: elementType)
        try decode(member, into: &element, as: elementType)
        map.set(tree.text(of: key), element)
      }
      value = .map(map)
    case .structure(let structure):
      var record = value.takeRecord() ?? GoRecord(zero: structure)
      let outer = structureName
      for (key, member) in tree.members(of: object) {
        guard let index = structure.index(ofKey: tree.text(of: key)) else { continue }
        structureName = structure.name
        path.append(structure.fields[index].name)
        try decode(member, into: &record.values[index], as: structure.fields[index].type)
        path.removeLast()
        structureName = outer
      }
      value = .structure(record)
    default: refuse("object", object, type)
    }
  }

  private mutating func decodeArray(
    _ array: JSONTree.Position, into value: inout GoValue, as type: GoType
  ) throws(GoJSON.Failure) {
    guard case .slice(let elementType) = type else { return refuse("array", array, type) }
    var slice = value.takeSlice()
    slice.count = 0
    for element in tree.elements(of: array) {
      if slice.count == slice.storage.count { slice.storage.append(GoValue(zero: elementType)) }
      try decode(element, into: &slice.storage[slice.count], as: elementType)
      slice.count += 1
    }
    value = .list(slice.count == 0 ? GoSlice() : slice)
  }

  /// Mirrors `IntOrString.UnmarshalJSON`. What it dislikes ends the decoding.
  private func intOrString(
    _ position: JSONTree.Position, over old: GoValue
  ) throws(GoJSON.Failure) -> IntOrString {
    switch tree.nodes[position].kind {
    case .string: return .name(tree.text(of: position))
    case .null:
      if case .intOrString(.number(let number)) = old { return .number(number) }
      return .number(0)
    case .number:
      let text = tree.text(of: position)
      guard let number = try? GoText.parseInteger(text) as Int32 else {
        throw failure("number \(text)", position, .int32)
      }
      return .number(number)
    case .bool: throw failure("bool", position, .int32)
    case .object: throw failure("object", position, .int32)
    case .array: throw failure("array", position, .int32)
    }
  }

  private mutating func refuse(_ what: String, _ position: JSONTree.Position, _ type: GoType) {
    if firstFailure == nil { firstFailure = failure(what, position, type) }
  }

  /// Mirrors `UnmarshalTypeError.Error`.
  private func failure(_ what: String, _ position: JSONTree.Position, _ type: GoType) -> GoJSON.Failure {
    let place =
      structureName.map { "struct field \($0).\(path.joined(separator: "."))" } ?? "value"
    return GoJSON.Failure(
      message: "json: cannot unmarshal \(what) into Go \(place) of type \(type.description)",
      range: tree.nodes[position].range)
  }
}
