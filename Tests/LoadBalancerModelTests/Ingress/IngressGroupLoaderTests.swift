import LoadBalancerModel
import Manifests
import Testing

@Suite struct IngressGroupLoaderTests {
  private let base = IngressWorld.classAndService

  @Test func anIngressWithoutGroupNameIsItsOwnGroup() {
    let loading = IngressWorld.load(IngressWorld.read(base + IngressWorld.ingress()))
    #expect(loading.groups.map(\.id.description) == ["shop/web"])
  }

  @Test func theClassAnnotationHidesTheClassName() {
    let world = IngressWorld.read(
      base + IngressWorld.ingress("ours", annotations: ["kubernetes.io/ingress.class": "alb"], className: "gone")
        + IngressWorld.ingress("theirs", annotations: ["kubernetes.io/ingress.class": "nginx"]))
    let loading = IngressWorld.load(world)
    #expect(loading.groups.map(\.id.description) == ["shop/ours"])
    #expect(loading.notManaged.map(\.description) == ["shop/theirs"])
  }

  @Test func anEmptyFlagTakesIngressesWithoutClass() {
    let manifests = base + IngressWorld.ingress(className: nil)
    #expect(IngressWorld.load(IngressWorld.read(manifests)).groups.isEmpty)
    let world = IngressWorld.read(manifests) { $0.flags.ingressClass = "" }
    #expect(IngressWorld.load(world).groups.count == 1)
  }

  @Test func anAbsentClassIsMissingOnlyInACompleteWorld() {
    let manifests = IngressWorld.ingress(className: "alb")
    let complete = IngressWorld.load(IngressWorld.read(manifests))
    #expect(
      complete.withoutGroup.map(\.failure.message)
        == ["invalid ingress class: IngressClass.networking.k8s.io \"alb\" not found"])
    let incomplete = IngressWorld.load(IngressWorld.read(manifests, isComplete: false))
    #expect(incomplete.groups.first?.members.first?.settings?.assumptions.isEmpty == false)
  }

  @Test func anAbsentClassOfAnotherNameIsOursIfTheIngressHasAnAnnotationOfOurs() {
    let world = IngressWorld.read(
      IngressWorld.ingress("ours", annotations: ["scheme": "internal"], className: "edge")
        + IngressWorld.ingress("theirs", className: "edge"), isComplete: false)
    let loading = IngressWorld.load(world)
    #expect(loading.groups.map(\.id.description) == ["shop/ours"])
    #expect(loading.notManaged.map(\.description) == ["shop/theirs"])
  }

  @Test func membersSortByOrderThenByTheTextOfTheirNames() {
    let group = ["group.name": "shared"]
    let world = IngressWorld.read(
      base + IngressWorld.ingress("web", namespace: "a", annotations: group)
        + IngressWorld.ingress("web", namespace: "a-b", annotations: group)
        + IngressWorld.ingress("last", namespace: "a", annotations: ["group.name": "shared", "group.order": "7"])
        + IngressWorld.ingress("first", namespace: "z", annotations: ["group.name": "shared", "group.order": "-7"]))
    let loading = IngressWorld.load(world)
    // `-` sorts before `/`, so that `a-b/web` comes before `a/web`.
    #expect(
      loading.groups.first?.group(in: world.objects).members.map(\.name.description)
        == ["z/first", "a-b/web", "a/web", "a/last"])
  }

  @Test(arguments: ["", "Shop", "-shop", "shop-", "sh op", "shöp"])
  func aMalformedGroupNameLeavesTheIngressOut(_ name: String) {
    let loading = IngressWorld.load(
      IngressWorld.read(base + IngressWorld.ingress(annotations: ["group.name": name])))
    #expect(loading.groups.isEmpty)
    #expect(
      loading.withoutGroup.map(\.failure.message) == [
        "invalid ingress group: groupName must consist of lower case alphanumeric characters, '-' or '.', "
          + "and must start and end with an alphanumeric character"
      ])
  }

  @Test func aBadOrderRefusesTheWholeGroupAtItsPlace() throws {
    let world = IngressWorld.read(base + IngressWorld.ingress(annotations: ["group.order": "1001"]))
    let failure = try #require(IngressWorld.load(world).groups.first?.failure)
    #expect(failure.stage == .load)
    #expect(
      failure.message == "explicit Ingress group order must be within [-1000:1000], Ingress: shop/web, order: 1001")
    #expect(failure.culprits.count == 1)
  }

  @Test func oneUnclassifiableIngressStopsEveryGroup() {
    let twoDefaults = ["one", "two"].map { name in
      """
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata:
        name: \(name)
        annotations: {ingressclass.kubernetes.io/is-default-class: "true"}
      spec: {controller: ingress.k8s.aws/alb}
      ---

      """
    }.joined()
    let world = IngressWorld.read(
      base + twoDefaults + IngressWorld.ingress() + IngressWorld.ingress("unclassed", className: nil))
    let loading = IngressWorld.load(world)
    #expect(
      loading.groups.map(\.failure?.message) == ["Ingress: shop/unclassed: multiple default IngressClasses found"])
  }

  @Test func theLastOfSeveralIngressesWithOneNameCounts() {
    let world = IngressWorld.read(
      base + IngressWorld.ingress(annotations: ["group.name": "old"])
        + IngressWorld.ingress(annotations: ["group.name": "new"]))
    #expect(IngressWorld.load(world).groups.map(\.id.description) == ["new"])
  }

  @Test func anIngressBeingDeletedIsInNoGroup() {
    let deleted = IngressWorld.ingress("leaving").replacing(
      "  name: leaving\n",
      with: "  name: leaving\n  deletionTimestamp: '2026-01-01T00:00:00Z'\n"
        + "  finalizers: [group.ingress.k8s.aws/shared]\n")
    let world = IngressWorld.read(base + IngressWorld.ingress(annotations: ["group.name": "shared"]) + deleted)
    let loading = IngressWorld.load(world)
    #expect(loading.groups.map(\.members.count) == [1])
    #expect(loading.groups.map(\.inactiveMembers.count) == [1])
  }
}
