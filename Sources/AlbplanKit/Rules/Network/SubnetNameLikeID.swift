import LoadBalancerModel
import Manifests

extension LintRule {
  package static let subnetNameLikeID = LintRule(
    id: "subnet-name-like-id",
    summary: "The name of a subnet begins with subnet-, and is taken for an id.",
    rationale: "What begins with subnet- is looked up as an id, everything else by the tag Name. Ids go on with the "
      + "digits 0 to 9 and a to f only, so that no subnet has this one (pkg/networking/subnet_resolver.go).",
    remedy: "Give the id of the subnet, or another name.",
    severity: .warning, mistakes: ["M133"],
    flagged: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/subnets: subnet-0a1, subnet-public-b"),
        marks: ["subnet-public-b"])
    ],
    accepted: [Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/subnets: subnet-0a1, public-b"))],
    check: .values(of: [
      AnnotationDefinition.Ingress.subnets, AnnotationDefinition.Ingress.frontendNLBSubnets,
      AnnotationDefinition.Service.subnets,
    ]) { subject, context, report in
      // With the subnets of a context file the controller's own refusal is told.
      guard subject.isReadHere, subject.textFlaw == nil, context.world.aws.subnets == nil else { return }
      for item in subject.annotation.items {
        guard item.value.utf8.starts(with: "subnet-".utf8),
          // A row of x, or <…>, is an example that is to be filled in.
          item.value.utf8.dropFirst(7).contains(where: { isLetter($0) && !isHexadecimal($0) && $0 != UInt8(ascii: "x") }
          )
        else { continue }
        report(.takenForID(item.value), at: item.span, in: subject.object)
      }
    })

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isHexadecimal(_ byte: UInt8) -> Bool { (0x61...0x66).contains(byte) }
}

extension Finding.Message {
  fileprivate static func takenForID(_ name: String) -> Self {
    "\(name) is taken for the id of a subnet, and no id looks like this"
  }
}
