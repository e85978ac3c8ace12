import AlbplanKit
import Foundation
import Manifests
import TestSupport
import Testing

/// An object and what Kubernetes 1.34 itself said to its creation.
struct APIServerCase: Codable, Sendable, CustomTestStringConvertible {
  var `case`: String
  var manifests: String
  /// Field paths, each with the API server's words; none where it accepts the object.
  var refused: [String]

  var testDescription: String { `case` }

  /// The paths of the fields that are refused, but for those that only a cluster fills in.
  var refusedPaths: Set<String> {
    Set(
      refused.compactMap { line in
        let path = String(line.prefix { $0 != ":" })
        return path == "spec.clusterIPs" ? nil : path
      })
  }

  static let all: [APIServerCase] = {
    let url = PackageFiles.fixtures.appendingPathComponent("kubernetes/api-server.jsonl")
    let lines = (try? PackageFiles.text(url))?.split(separator: "\n") ?? []
    return lines.compactMap { try? JSONDecoder().decode(APIServerCase.self, from: Data($0.utf8)) }
  }()
}

@Suite struct APIServerTests {
  @Test func casesAreThere() { #expect(APIServerCase.all.count > 500) }

  @Test(arguments: APIServerCase.all)
  func refusesWhatTheAPIServerRefuses(_ example: APIServerCase) {
    let file = SourceFile(id: FileID(0), name: "object.yaml", bytes: Array(example.manifests.utf8))
    // The schema of a CRD has no largest number; it is the controller that cannot read such an object.
    let decoding = KubernetesObjects([parse(file)]).problems.map(\.message).filter {
      !example.case.hasPrefix("params-") || !$0.contains("is out of range")
    }
    let found = LintRun(example.manifests).findings(of: .refusedByAPIServer)
    let messages = decoding + found.map(\.message.text)
    #expect(messages.isEmpty == example.refused.isEmpty, "\(messages) \(example.refused)")
    // A value of a wrong type is told in our own words.
    guard !example.refused.contains(where: { $0.hasPrefix("DECODE") || $0.contains("in body must be of type") }) else {
      return
    }
    for path in example.refusedPaths {
      let words = path.replacing("spec.LoadBalancer", with: "spec.loadBalancer")
      #expect(messages.contains { $0.contains(words) }, "\(words): \(messages)")
    }
  }
}
