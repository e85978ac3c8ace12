package import Manifests

/// Mends what can be mended: applies fixes, looks again, and goes on until there is nothing left to apply.
package struct FixRun: Sendable {
  /// What a look at the texts gives.
  package struct Review: Sendable {
    package var findings: [Finding]
    /// The files that cannot be read whole.
    package var unreadable: Set<FileID>

    package init(findings: [Finding], unreadable: Set<FileID> = []) {
      self.findings = findings
      self.unreadable = unreadable
    }
  }

  /// The texts at the end, in the order of the input.
  package private(set) var files: [SourceFile]
  /// The files whose text differs from the input.
  package private(set) var changed: Set<FileID> = []
  /// How many findings were mended, by rule.
  package private(set) var applied: [String: Int] = [:]
  /// Files in which a fix would have broken the YAML: they were left as they were.
  package private(set) var rejected: Set<FileID> = []
  /// What is left.
  package private(set) var review: Review
  /// Nothing more can be applied; `false` when it was given up after `roundLimit` rounds.
  package private(set) var isStable = false

  /// Fixes that call for each other end here.
  package static let roundLimit = 10

  /// - Parameter look: finds what is wrong with the texts, in order; it is called once a round.
  package init<Failure>(
    _ files: [SourceFile], allowsUnsafe: Bool, look: ([SourceFile]) throws(Failure) -> Review
  ) throws(Failure) {
    self.files = files
    review = try look(files)
    for _ in 0..<Self.roundLimit {
      guard let round = try nextRound(allowsUnsafe, look) else {
        isStable = true
        break
      }
      self.files = round.round.files
      review = round.review
      for finding in round.round.applied { applied[finding.rule, default: 0] += 1 }
    }
    for (before, after) in zip(files, self.files) where before.bytes != after.bytes { changed.insert(after.id) }
  }

  /// One round, without the files that it would break; `nil` when nothing is left to apply.
  private mutating func nextRound<Failure>(
    _ allowsUnsafe: Bool, _ look: ([SourceFile]) throws(Failure) -> Review
  ) throws(Failure) -> (round: FixRound, review: Review)? {
    while true {
      let round = FixRound(review.findings, in: files, allowsUnsafe: allowsUnsafe, frozen: rejected)
      guard !round.changed.isEmpty else { return nil }
      let next = try look(round.files)
      let broken = next.unreadable.subtracting(review.unreadable).intersection(round.changed)
      if broken.isEmpty { return (round, next) }
      rejected.formUnion(broken)
    }
  }
}
