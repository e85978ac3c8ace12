import LoadBalancerModel
import Manifests

/// What is wrong with a `key=value` list, and the text that was meant.
struct PairProblem {
  enum Kind {
    case json
    case colon
    case withoutEquals(String)
    case lines
    case blanks
    case trailingComma
  }
  var kind: Kind
  /// The part to mark; `nil` for all of it.
  var part: Located<String>?
  var meant: String?
  /// The text means the same, or means nothing as it is.
  var isCertain = true

  /// The problem of an annotation's text, if it has one.
  static func of(
    _ annotation: Annotation, definition: AnnotationDefinition, version: ControllerVersion
  ) -> PairProblem? {
    let text = annotation.value.value
    guard !isPlain(text) else { return nil }
    let trimmed = AnnotationReader.trim(text)
    guard let pairs = AnnotationReader.pairs(text) else {
      return PairProblem(refused: trimmed, annotation, of: definition)
    }
    if pairs.contains(where: { $0.1.utf8.contains(0x0A) }) {
      let lines = lines(trimmed)
      let isPlain = lines.allSatisfy { $0.utf8.contains(0x3D) && !$0.utf8.contains(0x2C) }
      return PairProblem(.lines, meant: isPlain ? lines.joined(separator: ",") : nil)
    }
    if version >= ControllerVersion(2, 14, 1), let last = pairs.last, last.1.utf8.last == 0x2C,
      !trimmed.hasSuffix("\\,")
    {
      var bytes = Array(trimmed.utf8)
      while let byte = bytes.last, byte == 0x2C || byte == 0x20 { bytes.removeLast() }
      let part = annotation.pairPlaces[last.0].map { Located(last.1, at: $0.value) }
      return PairProblem(.trailingComma, part: part, meant: String(decoding: bytes, as: UTF8.self))
    }
    // No attribute has a blank in its value, tags may.
    if let pair = pairs.first(where: { $0.1.utf8.contains(0x20) && $0.1.utf8.contains(0x3D) }),
      definition.isOfAttributes
    {
      let items = trimmed.split { $0 == " " || $0 == "," }.map(String.init)
      let isPlain = items.allSatisfy { $0.utf8.contains(0x3D) }
      return PairProblem(
        .blanks, part: annotation.items.first { $0.value.hasSuffix(pair.1) },
        meant: isPlain ? items.joined(separator: ",") : nil)
    }
    return nil
  }

  /// Pairs with commas between them and nothing else of meaning, as most lists are.
  private static func isPlain(_ text: String) -> Bool {
    // In a key, or in a value.
    var (length, isInKey) = (0, true)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "="):
        guard length > 0 else { return false }
        isInKey = false
      case UInt8(ascii: ","):
        guard !isInKey else { return false }
        (length, isInKey) = (0, true)
        continue
      case 0...0x20, UInt8(ascii: "\\"), 0x7F...: return false
      default: break
      }
      length += 1
    }
    return !isInKey
  }

  private init(_ kind: Kind, part: Located<String>? = nil, meant: String? = nil) {
    self.kind = kind
    self.part = part
    self.meant = meant
  }

  /// The cause of a text that the controller refuses.
  private init(refused text: String, _ annotation: Annotation, of definition: AnnotationDefinition) {
    if let tree = try? JSONTree(text), tree.nodes[tree.root].kind == .object {
      kind = .json
      let members = tree.members(of: tree.root).map { (tree.text(of: $0.key), tree.text(of: $0.value)) }
      let isSimple = tree.members(of: tree.root).allSatisfy { ![.object, .array].contains(tree.nodes[$0.value].kind) }
      let pairs = members.map { "\($0.0)=\($0.1)" }
      if isSimple, pairs.allSatisfy({ !$0.utf8.contains(0x2C) && !$0.utf8.contains(0x5C) }) {
        meant = pairs.joined(separator: ",")
      }
      return
    }
    let items = Self.lines(text).flatMap { $0.split(separator: ",").map { AnnotationReader.trim(String($0)) } }
      .filter { !$0.isEmpty }
    if !text.utf8.contains(0x3D), items.allSatisfy({ Self.colonPair($0) != nil }) {
      kind = .colon
      meant = items.compactMap(Self.colonPair).joined(separator: ",")
      return
    }
    let item = annotation.items.first { !$0.value.utf8.contains(0x3D) }
    kind = .withoutEquals(item?.value ?? text)
    part = item
    isCertain = false
    // Where a pair stands before, the comma was to be part of its value; in a tag AWS would take none.
    let before = annotation.items.prefix { $0.value.utf8.contains(0x3D) }
    if !before.isEmpty, let item, definition.isOfAttributes, !text.utf8.contains(0x0A), !text.utf8.contains(0x5C) {
      let written = annotation.items.map(\.value)
      var result = ""
      for (position, value) in written.enumerated() {
        if position > 0 { result += value.utf8.contains(0x3D) ? "," : "\\," }
        result += value
      }
      meant = item.value.isEmpty ? nil : result
    }
  }

  private static func lines(_ text: String) -> [String] {
    text.utf8.split { $0 == 0x0A || $0 == 0x0D }.map { AnnotationReader.trim(String(Substring($0))) }
      .filter { !$0.isEmpty }
  }

  /// `Env: prod` as `Env=prod`.
  private static func colonPair(_ item: String) -> String? {
    guard let colon = item.utf8.firstIndex(of: 0x3A) else { return nil }
    let key = AnnotationReader.trim(String(item[..<colon]))
    let value = AnnotationReader.trim(String(item[item.utf8.index(after: colon)...]))
    guard !key.isEmpty, !value.isEmpty, !value.utf8.contains(0x3A) else { return nil }
    return "\(key)=\(value)"
  }
}

extension AnnotationDefinition {
  /// Its pairs are attributes of a resource in AWS.
  fileprivate var isOfAttributes: Bool { fixedPart.utf8.count > 10 && key.contains("attributes") }
}
