import LoadBalancerModel
import Manifests

extension LintRule {
  package static let invalidHealthCheckPort = LintRule(
    id: "invalid-health-check-port",
    summary: "The port of a health check is none that can be checked.",
    rationale: "A number must be a port from 1 to 65535; AWS refuses others. A name must be that of a port of the "
      + "Service, and with ip targets its targetPort must be a number: the controller does not look into pods. A "
      + "frontend NLB takes no names.",
    remedy: "Write traffic-port, or the number of the port.",
    severity: .error, mistakes: ["M099"], refusals: ["malformed-health-check-port", "named-health-check-port"],
    flagged: [
      Example(
        SampleManifest.file(
          SampleManifest.ingress(
            "web",
            """
            alb.ingress.kubernetes.io/target-type: ip
            alb.ingress.kubernetes.io/healthcheck-port: health
            """),
          SampleManifest.service(
            spec: "selector: {app: web}\nports: [{name: http, port: 80}, {name: health, port: 81, targetPort: probe}]")),
        marks: ["health"]),
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/healthcheck-port: \"80800\""), marks: ["\"80800\""]),
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/enable-frontend-nlb: "true"
          alb.ingress.kubernetes.io/frontend-nlb-healthcheck-port: http
          """), marks: ["http"]),
    ],
    accepted: [
      Example(
        SampleManifest.file(
          SampleManifest.ingress(
            "web",
            """
            alb.ingress.kubernetes.io/target-type: ip
            alb.ingress.kubernetes.io/healthcheck-port: health
            """),
          SampleManifest.service(
            spec: "selector: {app: web}\nports: [{name: http, port: 80}, {name: health, port: 81, targetPort: 9000}]"))),
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/healthcheck-port: traffic-port")),
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/enable-frontend-nlb: "true"
          alb.ingress.kubernetes.io/frontend-nlb-healthcheck-port: "80"
          """)),
    ],
    check: .stacks { outcome, context, report in
      for use in outcome.targetUses {
        guard let annotation = use.reader.annotation(use.healthCheckPortDefinition),
          !annotation.value.value.holdsPlaceholder
        else { continue }
        let text = annotation.value.value
        if let number: Int32 = try? GoText.parseInteger(text) {
          guard !(1...65535).contains(number) else { continue }
          report(
            .healthCheckPortOutOfRange(number), at: annotation.value.span,
            in: outcome.carrier(at: annotation.value.span))
        } else if text != "traffic-port", use.targetType?.known == .ip, let service = use.service,
          let port = BackendService(service).port(.name(text)), case .name(let name) = port.targetPort.known
        {
          report(
            .namedHealthCheckPort(text, name, use.serviceObject), at: annotation.value.span,
            in: outcome.carrier(at: annotation.value.span),
            notes: port.span.map { [Finding.Note(.note, "the port of that name", at: $0)] } ?? [])
        }
      }
      guard case .ingressGroup(let group) = outcome.owner else { return }
      for member in group.members {
        let reader = AnnotationReader(member.annotations)
        guard (try? reader.bool(AnnotationDefinition.Ingress.enableFrontendNLB))??.known == true,
          let annotation = reader.annotation(AnnotationDefinition.Ingress.frontendNLBHealthcheckPort)
        else { continue }
        let text = annotation.value.value
        if let number: Int32 = try? GoText.parseInteger(text) {
          guard !(1...65535).contains(number) else { continue }
          report(.healthCheckPortOutOfRange(number), at: annotation.value.span, in: "Ingress \(member.name)")
        } else if text != "traffic-port" {
          report(.frontendHealthCheckPort(text), at: annotation.value.span, in: "Ingress \(member.name)")
        }
      }
    })
}

extension TargetUse {
  var healthCheckPortDefinition: AnnotationDefinition {
    kind == .application ? AnnotationDefinition.Ingress.healthcheckPort : AnnotationDefinition.Service.healthcheckPort
  }
}

extension Finding.Message {
  fileprivate static func healthCheckPortOutOfRange(_ number: Int32) -> Self {
    "\(number) is no port: AWS takes 1 to 65535"
  }
  fileprivate static func namedHealthCheckPort(_ name: String, _ target: String, _ service: String) -> Self {
    "the controller cannot tell the number of port \(name): \(service) sends it to the pods' port named \(target)"
  }
  fileprivate static func frontendHealthCheckPort(_ text: String) -> Self {
    "a frontend NLB checks traffic-port or a number, not \(text)"
  }
}
