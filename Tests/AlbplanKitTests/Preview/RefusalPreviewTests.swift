import Manifests
import Testing

@testable import AlbplanKit
@testable import LoadBalancerModel

@Suite struct RefusalPreviewTests {
  private let file = SourceFile(
    "ingress.yaml",
    """
    metadata:
      name: a
      annotations:
        alb.ingress.kubernetes.io/scheme: internal
    ---
    metadata:
      name: b
      annotations:
        alb.ingress.kubernetes.io/scheme: internet-facing
    ---
    metadata:
      name: c
    """)

  private func object(_ first: UInt32, _ last: UInt32) -> SourceSpan {
    SourceSpan(
      file: FileID(0), start: SourcePosition(line: first, column: 1), end: SourcePosition(line: last, column: 99))
  }

  private func report() -> PlanReport {
    let members = [("shop/a", object(1, 4)), ("shop/b", object(6, 9)), ("shop/c", object(11, 12))].map {
      IngressGroupMember(ingress: .example(objectName($0.0), span: $0.1), settings: nil)
    }
    let failure = BuildFailure(
      "conflicting-scheme", "conflicting scheme: map[internal:{} internet-facing:{}]",
      at: [file.span(of: "internal"), file.span(of: "internet-facing")])
    var report = PlanReport(world: World(objects: KubernetesObjects()))
    report.outcomes = [
      StackOutcome(
        id: "shop", owner: .ingressGroup(IngressGroup(id: .explicit("shop"), members: members)),
        result: .refused(failure))
    ]
    return report
  }

  @Test func theControllersWordsThePlacesTheCureAndTheFrozenAreShown() {
    #expect(
      report().text(sources: .init([file])) == """
        ALB for IngressGroup shop (shop/a, shop/b, shop/c): refused by the controller
          │ conflicting scheme: map[internal:{} internet-facing:{}]
          ingress.yaml:4:39
          4 │     alb.ingress.kubernetes.io/scheme: internal
            │                                       ^^^^^^^^
          ingress.yaml:9:39
          9 │     alb.ingress.kubernetes.io/scheme: internet-facing
            │                                       ^^^^^^^^^^^^^^^
          what to do      Set scheme on one member only, or to the same value on all; or
                          put them into two groups.
          where it shows  event FailedBuildModel on every member
          frozen with it  shop/c: no change to it reaches AWS until this is mended
          until then      the load balancer, if there is one already, stays as it is

        Plan: 1 refused.

        """)
  }

  @Test func otherLoadBalancersAreStillShown() {
    var report = report()
    report.outcomes += StackExample.application().report.outcomes
    let text = report.text()
    #expect(text.contains("\nALB k8s-shop-web-63400ea3d5, internet-facing, ipv4\n"))
    #expect(text.hasSuffix("Plan: 1 ALB, 1 refused.\n"))
  }

  @Test func aCrashOfTheControllerIsSaidSo() {
    var report = report()
    report.outcomes[0].result = .refused(
      BuildFailure(stage: .panic, "forward-without-configuration", "the controller crashes on this action", at: []))
    #expect(report.text().contains("the controller crashes\n"))
    #expect(report.text().contains("a panic in the controller's log; no event"))
  }

  @Test func markdownQuotesTheControllerInABlock() {
    let markdown = report().markdown(sources: .init([file]))
    #expect(markdown.contains("\n```text\nconflicting scheme: map[internal:{} internet-facing:{}]\n```\n"))
    #expect(
      markdown.contains(
        "\n`ingress.yaml:9:39`\n\n```yaml\n    alb.ingress.kubernetes.io/scheme: internet-facing\n"
          + "                                      ^^^^^^^^^^^^^^^\n```\n"))
  }

  @Test func objectsThatAreLeftOutSayWhy() {
    var report = PlanReport(world: World(objects: KubernetesObjects()))
    report.context.ingressesWithoutGroup = [
      IngressWithoutGroup(
        ingress: objectName("shop/x"),
        failure: BuildFailure(stage: .load, "invalid-group-name", "invalid ingress group: groupName must …", at: []))
    ]
    report.context.unmanaged = [
      UnmanagedObject(
        object: "Service shop/db", reason: "its loadBalancerClass is eks.amazonaws.com/nlb, which EKS Auto Mode handles")
    ]
    let text = report.text(.init())
    #expect(text.contains("Ingress shop/x: left out of every load balancer\n  │ invalid ingress group"))
    #expect(
      text.contains("- Service shop/db: its loadBalancerClass is eks.amazonaws.com/nlb, which EKS Auto Mode handles"))
    #expect(text.hasSuffix("Plan: 1 Ingress left out.\n"))
  }
}
