import Foundation
import LoadBalancerModel
import Manifests
import Testing

/// Whole stacks against `Fixtures/plan`, whose `model.json` says what the controller builds.
@Suite struct WholeStackTests {
  private static let fixtures = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/plan")

  @Test func oneIngressWithBothListenersGivesTheControllersStack() throws {
    let folder = Self.fixtures.appending(path: "one-ingress-both-listeners")
    let manifests = try String(contentsOf: folder.appending(path: "manifests.yaml"), encoding: .utf8)
    let expected = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appending(path: "model.json")))
    let stack = try IngressWorld.build(IngressWorld.read(manifests))
    let built = try JSONSerialization.jsonObject(with: Data(IngressWorld.json(stack).utf8))
    #expect(try #require(built as? NSDictionary) == #require(expected as? NSDictionary))
  }
}
