import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unusableTargetControlPort = LintRule(
    id: "unusable-target-control-port",
    summary: "A target control port stands with instance targets, or is no port.",
    rationale: "The target optimizer's agent runs beside the pods: the controller refuses the load balancer with "
      + "instance targets, and AWS takes the ports 1 to 65535 only.",
    remedy: "Use ip targets and a port from 1 to 65535, or remove the annotation.",
    severity: .error, refusals: ["control-port-with-instance-targets"],
    flagged: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/target-control-port.web.80: \"3000\""),
        marks: ["\"3000\""]),
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/target-type: ip
          alb.ingress.kubernetes.io/target-control-port.web.80: "0"
          """), marks: ["\"0\""]),
    ],
    accepted: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/target-type: ip
          alb.ingress.kubernetes.io/target-control-port.web.80: "3000"
          """))
    ],
    check: .stacks { outcome, context, report in
      for use in outcome.targetUses where use.kind == .application {
        guard use.reader.holdsMember(of: AnnotationDefinition.Ingress.targetControlPort) else { continue }
        for (port, _) in use.ports {
          let key = AnnotationDefinition.Ingress.targetControlPort.key("\(use.serviceName.name).\(port)")
          guard let annotation = use.reader.annotation(key: key),
            let number: Int32 = try? GoText.parseInteger(annotation.value.value)
          else { continue }
          let object = outcome.carrier(at: annotation.value.span)
          if use.targetType?.known == .instance {
            report(.controlPortWithInstanceTargets(use.serviceName.name), at: annotation.value.span, in: object)
          } else if !(1...65535).contains(number) {
            report(.noPort(number), at: annotation.value.span, in: object)
          }
        }
      }
    })
}

extension AnnotationReader {
  fileprivate func holdsMember(of family: AnnotationDefinition) -> Bool {
    maps.contains { $0.entries.contains { family.hasMember($0.key.value) } }
  }
}

extension Finding.Message {
  fileprivate static func controlPortWithInstanceTargets(_ service: String) -> Self {
    "the targets of \(service) are instances, which take no control port"
  }
  fileprivate static func noPort(_ number: Int32) -> Self { "\(number) is no port: AWS takes 1 to 65535" }
}
