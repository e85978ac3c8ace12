/// Counts the nodes of a document as if every alias were written out, and tells when there are too many.
///
/// Mirrors `allowedAliasRatio` and its use in goyaml.v2 `decode.go`; as each alias only raises the share of aliased
/// nodes, looking at the end of each alias finds the same documents.
struct AliasExpansion {
  private(set) var count = 0
  private var aliased = 0
  /// Over all documents of the file.
  private var aliasedInFile = 0

  mutating func beginDocument() { (count, aliased) = (1, 0) }

  mutating func countNode() { count &+= 1 }

  /// Counts an alias for something of so many nodes; false when that is too much.
  mutating func countAlias(weight: Int) -> Bool {
    count = count.addingClamped(weight).addingClamped(1)
    aliased = aliased.addingClamped(weight)
    aliasedInFile = aliasedInFile.addingClamped(weight)
    guard aliasedInFile <= ManifestLimits.aliasedNodes else { return false }
    return aliased <= 100 || count <= 1000 || Double(aliased) / Double(count) <= allowedRatio
  }

  private var allowedRatio: Double {
    let (low, high) = (400_000.0, 4_000_000.0)
    let count = Double(count)
    if count <= low { return 0.99 }
    return count >= high ? 0.10 : 0.99 - 0.89 * (count - low) / (high - low)
  }
}

extension Int {
  /// The sum, or the largest number when it does not fit.
  func addingClamped(_ other: Int) -> Int {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? .max : sum
  }
}
