import AlbplanKit
import Foundation
import LoadBalancerModel
import Manifests
import TestSupport
import Testing

/// Contradictions within a group are found where the controller finds them, and nowhere else.
@Suite struct GroupConflictTests {
  @Test func findsTheControllersOwnConflicts() throws {
    try expectOwnFindings(OracleCase.packed("ingress"))
  }

  @Test(.enabled(if: PackageFiles.shared != nil), arguments: ["random"])
  func findsTheConflictsOfWholeWorlds(_ set: String) throws {
    let shared = try #require(PackageFiles.shared)
    try expectOwnFindings(OracleCase.folder(shared.appendingPathComponent("conformance/\(set)")))
  }

  @Test func everyExclusiveAnnotationIsCompared() {
    let compared = Set(
      (LintRule.annotationsOfConflictingGroupSettings + LintRule.annotationsOfConflictingListenerSettings)
        .map(ObjectIdentifier.init))
    let exclusive = AnnotationCatalogue.standard.definitions.filter { $0.merge == .exclusive }
    #expect(exclusive.filter { !compared.contains(ObjectIdentifier($0)) }.map(\.key) == [])
  }

  /// Rules that find by themselves what they claim of the controller's refusals.
  private static let rules = [
    LintRule.conflictingGroupSettings, .conflictingListenerSettings, .severalDefaultBackends, .invalidGroupName,
    .groupOrderOutOfRange, .malformedListenPorts, .unknownListenerProtocol, .listenerPortOutOfRange,
    .sslRedirectWithoutHTTPSListener, .invalidMutualAuthentication, .unknownAuthType, .authenticationWithJWT,
    .invalidJWTValidation, .hostWithoutCertificate, .unknownTrustStore,
  ]

  /// They also report what the controller builds and AWS refuses, or nobody can use.
  private static let beyondTheController = ["malformed-listen-ports", "invalid-jwt-validation"]

  private func expectOwnFindings(_ cases: [OracleCase]) throws {
    #expect(!cases.isEmpty)
    var refused = 0
    for oracle in cases {
      let run = LintRun(oracle.manifests, context: oracle.context, rules: Self.rules)
      for finding in run.findings where finding.message.text.utf8.starts(with: "the controller refuses".utf8) {
        // Rules for annotations look at no class, and those for groups at no Service.
        guard !oracle.manifests.contains("kind: IngressClassParams"), finding.object?.hasPrefix("Ingress") == true
        else { continue }
        Issue.record("\(oracle.name): \(finding.rule) did not find \(finding.message)")
      }
      let answer = String(decoding: oracle.expected, as: UTF8.self)
      if answer.contains("\"refused\"") || answer.contains("\"denied\"") || answer.contains("controllerRefuses") {
        refused += 1
      } else {
        for finding in run.findings where finding.severity == .error && !Self.beyondTheController.contains(finding.rule)
        {
          Issue.record("\(oracle.name): \(finding.rule) reports \(finding.message), but the controller builds it")
        }
      }
    }
    #expect(refused > 0)
  }
}
