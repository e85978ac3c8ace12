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
    var kind: CompiledShape.Kind
    /// Innermost step first: filled on the way out.
    var path: [Step] = []
  }

  fileprivate struct Unknown {
    var key: YAMLNode
    /// The names of the fields that could stand there.
    var known: [String]
    var path: [Step] = []
  }

  private let table: NodeTable
  private let shape: CompiledShape
  private var mismatches: [Mismatch] = []
  private var unknowns: [Unknown] = []

  private init(table: NodeTable, shape: CompiledShape) {
    self.table = table
    self.shape = shape
  }

  /// Problems and unknown fields of one object; its description is asked for only when there are any.
  static func check(
    _ node: YAMLNode, against shape: CompiledShape, object: @autoclosure () -> String
  ) -> (problems: [ManifestProblem], unknownFields: [UnknownField]) {
    var checker = ShapeChecker(table: node.table, shape: shape)
    checker.check(node.index, at: shape.root)
    if checker.mismatches.isEmpty, checker.unknowns.isEmpty { return ([], []) }
    let object = object()
    return (
      checker.mismatches.map { $0.problem(object: object) }, checker.unknowns.map { $0.field(object: object) }
    )
  }

  /// The depth is bounded by the shape's, which is a few levels deep.
  private mutating func check(_ site: UInt32, at placeIndex: Int) {
    let index = table.resolve(site)
    let record = table.records[Int(index)]
    let place = shape.places[placeIndex]
    switch place.kind {
    case .anything: return
    case .object:
      guard record.kind == .mapping else { return checkNull(index, place.kind) }
      forEachEntry(of: index, record) { checker, key, value in checker.check(key, value, in: place.fields) }
    case .map:
      guard record.kind == .mapping else { return checkNull(index, place.kind) }
      forEachEntry(of: index, record) { checker, key, value in
        let (mismatchCount, unknownCount) = (checker.mismatches.count, checker.unknowns.count)
        checker.check(value, at: place.values)
        checker.prefix(from: mismatchCount, unknownCount) { .mapKey($0.keyText($0.resolve(key))) }
      }
    case .list:
      guard record.kind == .sequence else { return checkNull(index, place.kind) }
      var (position, element) = (0, index + 1)
      while element < index + record.size {
        let (mismatchCount, unknownCount) = (mismatches.count, unknowns.count)
        check(element, at: place.values)
        prefix(from: mismatchCount, unknownCount) { _ in .element(position) }
        element = table.next(element)
        position += 1
      }
    case .string where record.flags.contains(.string): return
    case .string, .boolean, .int32, .int64, .intOrString, .time:
      let node = YAMLNode(index, in: table)
      if !node.isTaken(as: place.kind) { note(node, place.kind) }
    }
  }

  private mutating func check(_ key: UInt32, _ value: UInt32, in fields: Range<Int>) {
    guard let field = field(named: table.resolve(key), among: fields) else {
      guard unknowns.count < ManifestLimits.problems else { return }
      let known = shape.fields[fields].map(shape.name)
      unknowns.append(Unknown(key: YAMLNode(key, in: table), known: known))
      return
    }
    let (mismatchCount, unknownCount) = (mismatches.count, unknowns.count)
    check(value, at: field.place)
    prefix(from: mismatchCount, unknownCount) { [shape] _ in .field(shape.name(field)) }
  }

  private func field(named key: UInt32, among fields: Range<Int>) -> CompiledShape.Field? {
    shape.names.withUnsafeBufferPointer { names in
      for position in fields {
        let field = shape.fields[position]
        if table.key(key, is: UnsafeBufferPointer(rebasing: names[field.name])) { return field }
      }
      return nil
    }
  }

  private mutating func forEachEntry(
    of mapping: UInt32, _ record: NodeRecord, _ body: (inout ShapeChecker, _ key: UInt32, _ value: UInt32) -> Void
  ) {
    if record.flags.contains(.merges) {
      for entry in table.mergedEntries(of: mapping) { body(&self, entry.key, entry.value) }
      return
    }
    var key = mapping + 1
    while key < mapping + record.size {
      let value = table.next(key)
      body(&self, key, value)
      key = table.next(value)
    }
  }

  private mutating func checkNull(_ index: UInt32, _ kind: CompiledShape.Kind) {
    let node = YAMLNode(index, in: table)
    if !node.isNull { note(node, kind) }
  }

  private mutating func note(_ node: YAMLNode, _ kind: CompiledShape.Kind) {
    if mismatches.count < ManifestLimits.problems { mismatches.append(Mismatch(node: node, kind: kind)) }
  }

  /// Adds a step to the path of what was found inside it.
  private mutating func prefix(from mismatchCount: Int, _ unknownCount: Int, _ step: (NodeTable) -> Step) {
    if mismatches.count == mismatchCount, unknowns.count == unknownCount { return }
    let step = step(table)
    for position in mismatches.indices[mismatchCount...] { mismatches[position].path.append(step) }
    for position in unknowns.indices[unknownCount...] { unknowns[position].path.append(step) }
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
        message:
          "passed over: \(path) must be \(kind.description), and still is \(variable): fill in the template first",
        span: node.span, object: object)
    }
    let found =
      node.kind == .scalar ? node.scalar?.typeName ?? "a scalar" : node.kind == .mapping ? "a mapping" : "a list"
    var message: String
    switch (kind, node.scalar) {
    case (.int32, .integer), (.int32, .largeInteger), (.int64, .largeInteger), (.intOrString, .integer),
      (.intOrString, .largeInteger):
      message = "\(path) is out of range: \(node.text)"
    case (.int32, .float), (.int64, .float), (.intOrString, .float):
      message = "\(path) must be \(kind.description), \(node.text) is not"
    case (.time, .string):
      message = "\(path) must be \(kind.description)"
    default:
      message = "\(path.isEmpty ? "the object" : path) must be \(kind.description), this is \(found)"
    }
    if kind == .string, node.kind == .scalar { message += ": put it in quotes" }
    return ManifestProblem(kind: .wrongType, message: message, span: node.span, object: object)
  }
}

extension ShapeChecker.Unknown {
  func field(object: String) -> UnknownField {
    UnknownField(
      path: ShapeChecker.text(path.reversed() + [.field(key.keyText)]), span: key.span,
      knownNames: known, object: object)
  }
}

extension YAMLNode {
  /// The text of an unquoted scalar that waits for a shell or kustomize to replace it: `$PORT`, `${PORT}`, `$(PORT)`.
  fileprivate var variable: String? {
    guard record.kind == .scalar, style == .plain, record.extent > 1 else { return nil }
    let bytes = table.bytes(index)
    guard let sign = bytes.firstIndex(of: 0x24), sign + 1 < bytes.endIndex else { return nil }
    switch bytes[sign + 1] {
    case 0x7B, 0x28, 0x5F, 0x41...0x5A, 0x61...0x7A: return text
    default: return nil
    }
  }

  /// Whether the API server's decoder takes a scalar in a place of this shape.
  fileprivate func isTaken(as kind: CompiledShape.Kind) -> Bool {
    guard record.kind == .scalar else { return false }
    switch (kind, scalar) {
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
