/// Compares an object with its type: finds what the API server refuses to decode, and fields that it drops.
///
/// Field names are matched by case, as Kubernetes' own JSON decoder does; null is taken anywhere and means "not set".
struct ShapeChecker {
  /// Where in the object something is, innermost step last.
  fileprivate enum Step {
    case field(String)
    case mapKey(String)
    case element(Int)
  }

  fileprivate struct Mismatch {
    var node: YAMLNode
    var shape: FieldShape
    /// Innermost step first: filled on the way out.
    var path: [Step] = []
  }

  fileprivate struct Unknown {
    var key: YAMLNode
    var shape: ObjectShape
    var path: [Step] = []
  }

  private var mismatches: [Mismatch] = []
  private var unknowns: [Unknown] = []

  /// Problems and unknown fields of one object.
  static func check(
    _ node: YAMLNode, against shape: ObjectShape, object: String
  ) -> (problems: [ManifestProblem], unknownFields: [UnknownField]) {
    var checker = ShapeChecker()
    checker.check(node, .object(shape))
    if checker.mismatches.isEmpty, checker.unknowns.isEmpty { return ([], []) }
    return (
      checker.mismatches.map { $0.problem(object: object) }, checker.unknowns.map { $0.field(object: object) }
    )
  }

  private mutating func check(_ node: YAMLNode, _ shape: FieldShape) {
    switch shape {
    case .anything: return
    case .object(let object):
      guard node.kind == .mapping else { return checkNull(node, shape) }
      for entry in node.entries { check(entry, in: object) }
    case .map(let value):
      guard node.kind == .mapping else { return checkNull(node, shape) }
      for entry in node.entries {
        let (mismatchCount, unknownCount) = (mismatches.count, unknowns.count)
        check(entry.value, value)
        prefix(from: mismatchCount, unknownCount) { .mapKey(entry.key.keyText) }
      }
    case .list(let element):
      guard node.kind == .sequence else { return checkNull(node, shape) }
      for (position, child) in node.elements.enumerated() {
        let (mismatchCount, unknownCount) = (mismatches.count, unknowns.count)
        check(child, element)
        prefix(from: mismatchCount, unknownCount) { .element(position) }
      }
    case .string, .boolean, .int32, .int64, .intOrString, .time:
      if !node.isTaken(as: shape) { mismatches.append(Mismatch(node: node, shape: shape)) }
    }
  }

  private mutating func check(_ entry: YAMLEntry, in object: ObjectShape) {
    guard let field = object.fields.first(where: { entry.key.table.key(entry.key.index, is: $0.name) }) else {
      unknowns.append(Unknown(key: entry.key, shape: object))
      return
    }
    let (mismatchCount, unknownCount) = (mismatches.count, unknowns.count)
    check(entry.value, field.shape)
    prefix(from: mismatchCount, unknownCount) { .field(field.name) }
  }

  private mutating func checkNull(_ node: YAMLNode, _ shape: FieldShape) {
    if !node.isNull { mismatches.append(Mismatch(node: node, shape: shape)) }
  }

  /// Adds a step to the path of what was found inside it.
  private mutating func prefix(from mismatchCount: Int, _ unknownCount: Int, _ step: () -> Step) {
    for position in mismatches.indices[mismatchCount...] { mismatches[position].path.append(step()) }
    for position in unknowns.indices[unknownCount...] { unknowns[position].path.append(step()) }
  }

  fileprivate static func text(_ path: some Sequence<Step>) -> String {
    var text = ""
    for step in path {
      switch step {
      case .field(let name): text += text.isEmpty ? name : ".\(name)"
      case .mapKey(let name): text += "[\"\(name)\"]"
      case .element(let position): text += "[\(position)]"
      }
    }
    return text
  }
}

extension ShapeChecker.Mismatch {
  func problem(object: String) -> ManifestProblem {
    let path = ShapeChecker.text(self.path.reversed())
    if let variable = node.variable {
      return ManifestProblem(
        kind: .unrenderedTemplate,
        message: "passed over: \(path) must be \(shape.description), and still is \(variable): fill in the template first",
        span: node.span, object: object)
    }
    let found = node.kind == .scalar ? node.scalar?.typeName ?? "a scalar" : node.kind == .mapping ? "a mapping" : "a list"
    var message: String
    switch (shape, node.scalar) {
    case (.int32, .integer), (.int32, .largeInteger), (.int64, .largeInteger), (.intOrString, .integer),
      (.intOrString, .largeInteger):
      message = "\(path) is out of range: \(node.text)"
    case (.int32, .float), (.int64, .float), (.intOrString, .float):
      message = "\(path) must be \(shape.description), \(node.text) is not"
    case (.time, .string):
      message = "\(path) must be \(shape.description)"
    default:
      message = "\(path.isEmpty ? "the object" : path) must be \(shape.description), this is \(found)"
    }
    if case .string = shape, node.kind == .scalar { message += ": put it in quotes" }
    return ManifestProblem(kind: .wrongType, message: message, span: node.span, object: object)
  }
}

extension ShapeChecker.Unknown {
  func field(object: String) -> UnknownField {
    UnknownField(
      path: ShapeChecker.text(path.reversed() + [.field(key.keyText)]), span: key.span,
      knownNames: shape.fields.map(\.name), object: object)
  }
}

extension YAMLNode {
  /// The text of an unquoted scalar that waits for a shell or kustomize to replace it: `$PORT`, `${PORT}`, `$(PORT)`.
  fileprivate var variable: String? {
    guard record.kind == .scalar, style == .plain, record.count > 1 else { return nil }
    let bytes = table.bytes(index)
    guard let sign = bytes.firstIndex(of: 0x24), sign + 1 < bytes.endIndex else { return nil }
    switch bytes[sign + 1] {
    case 0x7B, 0x28, 0x5F, 0x41...0x5A, 0x61...0x7A: return text
    default: return nil
    }
  }

  /// Whether the API server's decoder takes a scalar in a place of this shape.
  fileprivate func isTaken(as shape: FieldShape) -> Bool {
    guard record.kind == .scalar else { return false }
    if case .string = shape, !record.mayBeOtherThanString(table.text) { return true }
    switch (shape, scalar) {
    case (_, .null): return true
    case (.string, .string), (.intOrString, .string): return true
    case (.boolean, .bool): return true
    case (.time, .string): return GoTimestamp.isRFC3339(table.bytes(index))
    case (.int32, _), (.intOrString, _): return integer.map { Int32(exactly: $0) != nil } ?? false
    case (.int64, _): return integer != nil
    default: return false
    }
  }

  /// The number as an integer where JSON would show one: `8e1` is 80.
  var integer: Int64? {
    switch scalar {
    case .integer(let value): value
    case .float(let value) where value.magnitude < 1e18 && Double(Int64(value)) == value: Int64(value)
    default: nil
    }
  }
}
