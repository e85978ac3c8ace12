import Foundation
import TestSupport
import Testing

/// The larger sets of the controller's answers, where they stand beside the package.
@Suite(.enabled(if: PackageFiles.shared != nil)) struct SharedOracleTests {
  @Test func wholeWorldsAreIdentical() throws {
    try expectIdentical(OracleCase.folder(Self.set("random")))
  }

  @Test func previewsAreIdentical() throws {
    try expectIdentical(OracleCase.folder(Self.set("preview")).filter { try !$0.asksForUnknowableValues() })
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
