import Foundation
import Testing
import TestSupport

/// The larger sets of the controller's answers, where they stand beside the package.
@Suite(.enabled(if: PackageFiles.shared != nil)) struct SharedOracleTests {
  /// Previews whose expectation holds values that nobody can know without a cluster: names hashed with the names of the
  /// two clusters that were asked, and an ARN that both of them made up alike.
  private static let unknowable: Set<String> = [
    "ingress-200011", "ingress-200015", "ingress-200081", "ingress-200108", "ingress-200113", "ingress-200162",
    "ingress-200227", "ingress-200257", "ingress-200261",
  ]

  @Test func wholeWorldsAreIdentical() throws {
    try expectIdentical(OracleCase.folder(Self.set("random")))
  }

  @Test func previewsAreIdentical() throws {
    try expectIdentical(OracleCase.folder(Self.set("preview")).filter { !Self.unknowable.contains($0.name) })
  }

  @Test func realManifestsAreIdentical() throws {
    let shared = try #require(PackageFiles.shared)
    try expectIdentical(
      OracleCase.corpus(Self.set("corpus.jsonl"), files: shared.appendingPathComponent("corpus")))
  }

  private static func set(_ name: String) throws -> URL {
    try #require(PackageFiles.shared).appendingPathComponent("conformance").appendingPathComponent(name)
  }

  private func expectIdentical(_ cases: [OracleCase]) throws {
    #expect(!cases.isEmpty)
    for oracle in cases {
      let difference = try oracle.difference()
      #expect(difference == nil, "\(oracle.name)")
    }
  }
}
