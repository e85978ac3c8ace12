import Manifests

/// Walks over the raw documents of the input, for what the objects do not hold.
enum InputWalk {
  /// An object of any kind, a member of a list too.
  struct Object {
    var node: YAMLNode
    var kind: String
    var apiVersion: String { node["apiVersion"]?.text ?? "" }

    /// `Ingress shop/web`, as the objects are named everywhere.
    var name: String {
      let metadata = node["metadata"]
      let name = metadata?["name"]?.text ?? ""
      guard !name.isEmpty else { return kind }
      guard !["IngressClass", "IngressClassParams", "Namespace"].contains(kind) else { return "\(kind) \(name)" }
      let namespace = metadata?["namespace"]?.text ?? ""
      return "\(kind) \(namespace.isEmpty ? "default" : namespace)/\(name)"
    }
  }

  /// Hands over each object of a file, the members of lists among them.
  static func forEachObject(in file: ParsedFile, _ body: (Object) -> Void) {
    for document in file.documents {
      var pending = [document.root]
      while let node = pending.popLast() {
        guard node.kind == .mapping, let kind = node["kind"]?.text else { continue }
        if kind.hasSuffix("List"), let items = node["items"], items.kind == .sequence {
          pending += items.elements
        } else {
          body(Object(node: node, kind: kind))
        }
      }
    }
  }

  /// Hands over each entry that is written below a node, with the mapping that it stands in. What aliases and merge
  /// keys bring in is seen where it is written.
  ///
  /// - Parameter body: gives whether to look into the entry's value.
  static func forEachEntry(below root: YAMLNode, _ body: (_ entry: YAMLEntry, _ mapping: YAMLNode) -> Bool) {
    var pending = [root]
    while let node = pending.popLast() {
      switch node.kind {
      case .scalar: break
      case .sequence:
        for element in node.elements where element.aliasSpan == nil { pending.append(element) }
      case .mapping:
        for entry in node.entries where node.span.contains(entry.key.span) {
          if body(entry, node), entry.value.aliasSpan == nil, entry.value.kind != .scalar {
            pending.append(entry.value)
          }
        }
      }
    }
  }

  /// The entries whose keys stand at these places, with the mappings that they stand in.
  static func entries(at keys: Set<SourceSpan>, in files: [ParsedFile]) -> [SourceSpan: Entry] {
    var found: [SourceSpan: Entry] = [:]
    guard !keys.isEmpty else { return found }
    let wanted = Set(keys.map(\.file))
    for file in files where wanted.contains(file.source.id) {
      for document in file.documents {
        forEachEntry(below: document.root) { entry, mapping in
          if keys.contains(entry.key.span) { found[entry.key.span] = Entry(entry: entry, mapping: mapping) }
          return true
        }
      }
    }
    return found
  }

  struct Entry {
    var entry: YAMLEntry
    var mapping: YAMLNode
  }
}
