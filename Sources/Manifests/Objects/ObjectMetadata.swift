/// Names one Kubernetes object among those of a run.
package struct ObjectName: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Empty for cluster-scoped kinds.
  package var namespace: String
  package var name: String

  package init(namespace: String, name: String) {
    self.namespace = namespace
    self.name = name
  }

  /// `namespace/name`; a cluster-scoped object prints its bare name.
  package var description: String { namespace.isEmpty ? name : "\(namespace)/\(name)" }

  /// Bytewise by namespace, then name.
  package static func < (left: Self, right: Self) -> Bool {
    left.namespace == right.namespace
      ? left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
      : left.namespace.utf8.lexicographicallyPrecedes(right.namespace.utf8)
  }
}

/// The part of `metadata` that matters to the controller or to a message.
package final class ObjectMetadata: Sendable {
  package let name: Located<String>
  /// As written; `nil` when the manifest leaves it to the namespace of the request.
  package let namespace: Located<String>?
  /// The name with the namespace that applies (`default`, or what the user gave, when the manifest has none).
  package let objectName: ObjectName
  package let uid: Located<String>?
  package let annotations: Annotations
  /// Read when they are asked for, for most are never.
  package var labels: [String: String] { node.map { ObjectDecoder.labels(of: $0) } ?? ownLabels }
  /// Those of an object made by hand.
  private let ownLabels: [String: String]
  package let finalizers: [String]
  package let hasDeletionTimestamp: Bool
  /// The whole object.
  package let span: SourceSpan
  /// The object as it was read, for whoever needs more than the fields above. `nil` for objects made by hand.
  package let node: YAMLNode?

  package init(
    name: Located<String>, namespace: Located<String>?, objectName: ObjectName, uid: Located<String>?,
    annotations: Annotations, labels: [String: String] = [:], finalizers: [String], hasDeletionTimestamp: Bool,
    span: SourceSpan, node: YAMLNode? = nil
  ) {
    self.name = name
    self.namespace = namespace
    self.objectName = objectName
    self.uid = uid
    self.annotations = annotations
    ownLabels = labels
    self.finalizers = finalizers
    self.hasDeletionTimestamp = hasDeletionTimestamp
    self.span = span
    self.node = node
  }
}
