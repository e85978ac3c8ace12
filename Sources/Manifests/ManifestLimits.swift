/// Bounds on what a file may make the reader do.
package enum ManifestLimits {
  /// Collections inside collections; the same as goyaml.v2's.
  package static let depth = 10_000
  /// Nodes that the aliases of one file may stand for in all.
  package static let aliasedNodes = 4_000_000
  /// Problems of one file that are listed; the rest is only said to be there. The same for the fields of one object.
  package static let problems = 1000
  /// Bytes of one file.
  package static let fileSize = 1 << 28
}
