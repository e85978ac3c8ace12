import LoadBalancerModel
import Testing

@Suite struct IngressAdmissionTests {
  private func denials(
    _ manifests: String, isComplete: Bool = true, set: (inout ControllerConfiguration) -> Void = { _ in }
  ) -> [String] {
    var admission = IngressAdmission(
      world: IngressWorld.read(IngressWorld.classAndService + manifests, isComplete: isComplete, set: set))
    return admission.review().map { "\($0.object): \($0.failure.message)" }
  }

  @Test func aGoodIngressIsAdmitted() {
    #expect(denials(IngressWorld.ingress()).isEmpty)
  }

  @Test func aMissingClassIsDeniedEvenBehindTheClassAnnotation() {
    let manifests = IngressWorld.ingress(annotations: ["kubernetes.io/ingress.class": "alb"], className: "gone")
    #expect(
      denials(manifests)
        == ["Ingress shop/web: invalid ingress class: IngressClass.networking.k8s.io \"gone\" not found"])
    #expect(denials(manifests, isComplete: false).isEmpty)
  }

  @Test func theFlagsForbidNewAnnotations() {
    let byClass = IngressWorld.ingress(annotations: ["kubernetes.io/ingress.class": "alb"], className: nil)
    #expect(
      denials(byClass) { $0.flags.disableIngressClassAnnotation = true }
        == ["Ingress shop/web: new usage of `kubernetes.io/ingress.class` annotation is forbidden"])
    let byGroup = IngressWorld.ingress(annotations: ["group.name": "shared"])
    #expect(
      denials(byGroup) { $0.flags.disableIngressGroupNameAnnotation = true }
        == ["Ingress shop/web: new usage of `alb.ingress.kubernetes.io/group.name` annotation is forbidden"])
  }

  @Test func conditionsOfUsedServicesAreChecked() {
    let bad = #"[{"field": "source-ip"}]"#
    #expect(
      denials(IngressWorld.ingress(annotations: ["conditions.web": bad])) == [
        "Ingress shop/web: ignoring Ingress shop/web since invalid "
          + "alb.ingress.kubernetes.io/conditions.web annotation: missing sourceIPConfig"
      ])
    #expect(denials(IngressWorld.ingress(annotations: ["conditions.other": bad])).isEmpty)
  }

  @Test func classParametersListAllTheirProblems() {
    let parameters = """
      apiVersion: elbv2.k8s.aws/v1beta1
      kind: IngressClassParams
      metadata: {name: alb}
      spec:
        inboundCIDRs: [10.0.0.1/8, office, 2001:db8::1]
        subnets: {ids: [subnet-0a, subnet-0a]}
      """
    #expect(
      denials(parameters) == [
        "IngressClassParams alb: ["
          + #"spec.inboundCIDRs[0]: Invalid value: "10.0.0.1/8": Network contains bits outside prefix "#
          + #"(did you mean "10.0.0.0/8"), "#
          + #"spec.inboundCIDRs[1]: Invalid value: "office": Could not be parsed as a CIDR, "#
          + #"spec.inboundCIDRs[2]: Invalid value: "2001:db8::1": Could not be parsed as a CIDR "#
          + #"(did you mean "2001:db8::1/64"), "#
          + #"spec.subnets.ids[1]: Duplicate value: "subnet-0a"]"#
      ])
  }
}
