import LoadBalancerModel
import Manifests

extension LintRule {
  package static let sourcesOpenToEveryone = LintRule(
    id: "sources-open-to-everyone",
    summary: "A list of source ranges holds the range of all addresses beside narrower ones.",
    rationale:
      "Each range opens the load balancer by itself; with 0.0.0.0/0 or ::/0 in the list the others mean nothing.",
    remedy: "Remove the range of all addresses, or the narrower ones.",
    severity: .warning, mistakes: ["M118"],
    flagged: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/inbound-cidrs: 10.0.0.0/8,0.0.0.0/0"),
        marks: ["0.0.0.0/0"]),
      Example(
        SampleManifest.loadBalancer(spec: "loadBalancerSourceRanges: [0.0.0.0/0, 10.0.0.0/8]\nports: [{port: 53}]"),
        marks: ["0.0.0.0/0"]),
    ],
    accepted: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/ip-address-type: dualstack
          alb.ingress.kubernetes.io/inbound-cidrs: 0.0.0.0/0, ::/0
          """)),
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/inbound-cidrs: 10.0.0.0/8,192.168.0.0/16")),
    ],
    check: .input { context, report in
      let notManaged = Set(context.pipeline.loading.notManaged)
      func check(_ ranges: [Located<String>], _ object: String) {
        for (everywhere, separator) in [("0.0.0.0/0", UInt8(ascii: ".")), ("::/0", UInt8(ascii: ":"))] {
          guard let open = ranges.first(where: { $0.value == everywhere }),
            let other = ranges.first(where: { $0.value != everywhere && $0.value.utf8.contains(separator) })
          else { continue }
          report(
            .sourcesOpenToEveryone(everywhere), at: open.span, in: object,
            notes: [Finding.Note(.note, "this one was probably meant", at: other.span)])
        }
      }
      for ingress in context.objects.ingresses where !notManaged.contains(ingress.metadata.objectName) {
        let annotation = ingress.metadata.annotations[AnnotationDefinition.Ingress.inboundCIDRs.key]
        check(annotation?.items ?? [], "Ingress \(ingress.metadata.objectName)")
      }
      for (service, classification) in zip(context.objects.services, context.pipeline.classifications)
      where classification.isHandled {
        check(service.effectiveSourceRanges, "Service \(service.metadata.objectName)")
      }
      for parameters in context.objects.ingressClassParams {
        check(parameters.inboundCIDRs, "IngressClassParams \(parameters.metadata.objectName)")
      }
    })
}

extension Finding.Message {
  fileprivate static func sourcesOpenToEveryone(_ range: String) -> Self {
    "\(range) lets everyone in, whatever the other ranges are"
  }
}
