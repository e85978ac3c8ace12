/// A stack as a tree of named values, in the controller's own shape: what previews, diffs and explanations walk.
///
/// Each node may carry the origin of its value, so that whoever walks the tree can say why a value is there.
package struct PlanNode: Sendable {
  package var value: PlanValue
  package var origin: Origin?

  package init(_ value: PlanValue, from origin: Origin? = nil) {
    self.value = value
    self.origin = origin
  }
}

package enum PlanValue: Sendable {
  case text(String)
  case number(Int64)
  case boolean(Bool)
  case null
  /// Prints as `(known after apply)`.
  case unknown(UnknownFact)
  /// Prints as `{"$ref": …}`.
  case reference(path: String)
  case list([PlanNode])
  case object([PlanField])
}

/// A member of an object, in the order of the controller's structure.
package struct PlanField: Sendable {
  package var name: String
  package var node: PlanNode

  package init(_ name: String, _ node: PlanNode) {
    self.name = name
    self.node = node
  }
}

extension PlanNode {
  /// What stands for a value that only the cluster or AWS can tell.
  package static let knownAfterApply = "(known after apply)"
}
