/// A Secret of `v1`, without its values: only which keys it has is ever kept.
package struct Secret: Sendable {
  package var metadata: ObjectMetadata
  /// The keys of `data` and `stringData`.
  package var keys: Set<String>

  package init(metadata: ObjectMetadata, keys: Set<String>) {
    self.metadata = metadata
    self.keys = keys
  }
}

/// A Namespace of `v1`.
package struct Namespace: Sendable {
  package var metadata: ObjectMetadata

  package init(metadata: ObjectMetadata) { self.metadata = metadata }
}
