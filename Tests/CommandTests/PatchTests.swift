import TestSupport
import Testing

@testable import albplan

/// A patch holds only what it changes, and nothing is missing in it.
@Suite struct PatchTests {
  private static let incomplete = """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: web
      annotations:
        alb.ingress.kubernetes.io/scheme: internal
    """

  /// What an overlay holds, and what the linter says of `overlay/web.yaml` in it.
  private func lint(
    _ kustomization: String?, patch: String = incomplete, at path: String = "overlay/web.yaml",
    _ operands: [String] = ["overlay"]
  ) throws -> CommandRun {
    let workplace = try Workplace()
    if let kustomization { try workplace.write(kustomization, to: "overlay/kustomization.yaml") }
    try workplace.write(patch, to: path)
    return albplan(["lint", "--format", "concise"] + operands, in: workplace)
  }

  @Test func aWholeObjectHasToBeWhole() throws {
    for kustomization in [nil, "resources: [web.yaml]"] {
      let run = try lint(kustomization)
      #expect(run.output.contains("[refused-by-api-server]"))
      #expect(run.status == .findings)
    }
  }

  @Test(arguments: [
    "patches:\n- path: web.yaml\n", "patches:\n- path: ./web.yaml\n  target: {kind: Ingress}\n",
    "patches: [web.yaml]\n", "patchesStrategicMerge:\n- web.yaml\n", "patchesStrategicMerge: [../overlay/web.yaml]\n",
  ])
  func whatAKustomizationNamesAsItsPatchIsOne(_ kustomization: String) throws {
    #expect(try lint(kustomization).status == .clean)
  }

  @Test func theKustomizationIsFoundBesideAFileThatIsReadAlone() throws {
    let run = try lint("patches: [{path: web.yaml}]", ["overlay/web.yaml"])
    #expect(run.status == .clean)
    #expect(run.output.isEmpty)
    let below = try lint(
      "patches: [{path: patches/web.yaml}]", at: "overlay/patches/web.yaml", ["overlay/patches/web.yaml"])
    #expect(below.status == .clean)
  }

  @Test func aDirectiveOfMergingShowsAPatch() throws {
    #expect(try lint(nil, patch: "$patch: delete\n" + Self.incomplete).status == .clean)
  }

  @Test func aFileThatNobodyNamesGoesByItsName() throws {
    #expect(try lint(nil, at: "overlay/ingress-patch.yaml").status == .clean)
    let resource = try lint("resources: [ingress-patch.yaml]", at: "overlay/ingress-patch.yaml")
    #expect(resource.output.contains("[refused-by-api-server]"))
  }

  @Test func whatIsThereIsLookedAtAllTheSame() throws {
    let wrong = Self.incomplete.replacing("name: web", with: "name: Web")
    #expect(try lint("patches: [{path: web.yaml}]", patch: wrong).output.contains("[refused-by-api-server]"))
  }
}
