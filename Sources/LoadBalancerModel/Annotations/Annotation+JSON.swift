package import Manifests

/// One step into a JSON text.
package enum JSONStep: Sendable {
  /// The value of a member; names match as in Go, whatever the case of their letters, and the last one counts.
  case member(String)
  case element(Int)
}

extension Annotation {
  /// The place of a value inside the annotation's JSON; the whole text's where the path leads nowhere.
  package func span(ofJSON path: [JSONStep]) -> SourceSpan {
    guard let tree = try? JSONTree(value.value), let position = tree.position(of: path) else { return value.span }
    let utf8 = value.value.utf8
    let bytes = tree.nodes[position].range
    guard let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound, limitedBy: utf8.endIndex),
      let end = utf8.index(start, offsetBy: bytes.count, limitedBy: utf8.endIndex)
    else { return value.span }
    return value.span(of: start..<end)
  }
}

extension JSONTree {
  /// The value to which a path leads from the outermost one.
  fileprivate func position(of path: [JSONStep]) -> Position? {
    var position = root
    for step in path {
      var next: Position?
      switch step {
      case .member(let name):
        guard nodes[position].kind == .object else { return nil }
        for member in members(of: position) where text(of: member.key).lowercased() == name.lowercased() {
          next = member.value
        }
      case .element(let index):
        guard nodes[position].kind == .array else { return nil }
        next = elements(of: position).dropFirst(index).first { _ in true }
      }
      guard let next else { return nil }
      position = next
    }
    return position
  }
}
