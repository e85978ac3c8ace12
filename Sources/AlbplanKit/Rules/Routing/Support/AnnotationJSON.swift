import LoadBalancerModel
import Manifests

/// The JSON text of an annotation: to find values in it, to say where they are written, and to mend them.
struct AnnotationJSON {
  let annotation: Annotation
  let tree: JSONTree

  /// `nil` when the text is no JSON, or a template that is still to be filled in.
  init?(_ annotation: Annotation) {
    guard !annotation.value.value.holdsPlaceholder, let tree = try? JSONTree(annotation.value.value),
      !tree.nodes.isEmpty
    else { return nil }
    self.annotation = annotation
    self.tree = tree
  }

  typealias Position = JSONTree.Position

  var root: Position { tree.root }

  func kind(of position: Position) -> JSONTree.Kind { tree.nodes[position].kind }

  /// The value that a path of names leads to, as Go takes it: names match whatever the case of their letters, and of
  /// several the last one counts. `null` counts as absent.
  func value(_ path: String..., in object: Position? = nil) -> Position? {
    var position = object ?? root
    for name in path {
      var found: Position?
      for member in tree.members(of: position) where Self.isSameName(tree.text(of: member.key), name) {
        found = member.value
      }
      guard let found, kind(of: found) != .null else { return nil }
      position = found
    }
    return position
  }

  /// The elements of a list; none for any other value.
  func elements(_ list: Position?) -> [Position] { list.map { Array(tree.elements(of: $0)) } ?? [] }

  /// The text of a string; `nil` for any other value.
  func string(_ position: Position?) -> String? {
    guard let position, kind(of: position) == .string else { return nil }
    return tree.text(of: position)
  }

  /// An integer; `nil` for any other value.
  func integer(_ position: Position?) -> Int64? {
    guard let position, kind(of: position) == .number else { return nil }
    return try? GoText.parseInteger(tree.text(of: position)) as Int64
  }

  private static func isSameName(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && left.lowercased() == right.lowercased()
  }
}

// MARK: Places

extension AnnotationJSON {
  /// Where a value is written.
  func span(of position: Position, _ report: inout LintRule.Report) -> SourceSpan {
    span(of: tree.nodes[position].range, &report)
  }

  /// Where bytes of the text are written.
  func span(of range: Range<Int>, _ report: inout LintRule.Report) -> SourceSpan {
    report.editor(for: annotation.value.span)?.text.span(of: range, in: annotation.value) ?? annotation.value.span
  }

  /// Puts other JSON in the place of a value.
  func replace(_ position: Position, withJSON text: String, _ report: inout LintRule.Report) -> Finding.Edit? {
    report.editor(for: annotation.value.span)?.replacePart(
      tree.nodes[position].range, of: annotation.value, with: text)
  }

  /// Changes the text between the quotes of a string; `nil` for a text that JSON would have to escape.
  func replace(_ position: Position, with text: String, _ report: inout LintRule.Report) -> Finding.Edit? {
    let range = tree.nodes[position].range
    guard kind(of: position) == .string, range.count >= 2, RoutingText.isPlainJSON(text) else { return nil }
    return report.editor(for: annotation.value.span)?.replacePart(
      range.lowerBound + 1..<range.upperBound - 1, of: annotation.value, with: text)
  }

  /// Puts a text before and behind a value.
  func surround(
    _ position: Position, with before: String, _ after: String, _ report: inout LintRule.Report
  ) -> [Finding.Edit] {
    let range = tree.nodes[position].range
    let edits = [(range.lowerBound, before), (range.upperBound, after)].compactMap { offset, text in
      report.editor(for: annotation.value.span)?.replacePart(offset..<offset, of: annotation.value, with: text)
    }
    return edits.count == 2 ? edits : []
  }
}
