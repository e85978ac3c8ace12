import LoadBalancerModel
import Manifests

extension LintRule {
  package static let frontendNLBSettingWithoutNLB = LintRule(
    id: "frontend-nlb-setting-without-nlb",
    summary: "Settings for a frontend NLB are made, but no frontend NLB is asked for.",
    rationale: "The controller reads annotations frontend-nlb-… only where a member of the IngressGroup has "
      + "enable-frontend-nlb: \"true\".",
    remedy: "Set enable-frontend-nlb: \"true\", or remove the settings.",
    severity: .warning, mistakes: ["M124"],
    flagged: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/frontend-nlb-scheme: internet-facing"),
        marks: ["alb.ingress.kubernetes.io/frontend-nlb-scheme"],
        fixed: SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/frontend-nlb-scheme: internet-facing
          alb.ingress.kubernetes.io/enable-frontend-nlb: "true"
          """))
    ],
    accepted: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/enable-frontend-nlb: "true"
          alb.ingress.kubernetes.io/frontend-nlb-scheme: internet-facing
          """))
    ],
    check: .stacks { outcome, _, report in
      guard case .ingressGroup(let group) = outcome.owner else { return }
      let enabling = AnnotationDefinition.Ingress.enableFrontendNLB
      for member in group.members {
        guard let annotation = member.annotations[enabling.key] else { continue }
        // One that cannot be read may be meant to be true.
        guard let isOn = try? AnnotationReader.bool(annotation).known, !isOn else { return }
      }
      for member in group.members {
        let settings = member.annotations.entries.filter {
          $0.key.value.startsBytewise(with: "alb.ingress.kubernetes.io/frontend-nlb-")
        }
        guard let first = settings.first else { continue }
        let written = member.annotations[enabling.key]
        let edit =
          if let written {
            report.editor(for: written.value.span)?.replaceValue(written.value, with: "true")
          } else {
            report.editor(for: first.key.span)?.insert(enabling.key, "true", after: first)
          }
        report(
          .frontendNLBSettingWithoutNLB(settings.count), at: first.key.span, in: "Ingress \(member.name)",
          fix: edit.map { Finding.Fix("ask for a frontend NLB", .unsafe, edits: [$0]) })
      }
    })

  package static let frontendNLBOfDualstackALB = LintRule(
    id: "frontend-nlb-of-dualstack-alb",
    summary: "A frontend NLB stands before a load balancer with IPv6 addresses.",
    rationale:
      "The frontend NLB takes the address type of the application load balancer, but its targets are IPv4 only; "
      + "clients with IPv6 addresses are not served, and the setup is known to fail.",
    remedy: "Use the address type ipv4, or no frontend NLB.",
    severity: .warning, mistakes: ["M124"],
    flagged: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/enable-frontend-nlb: "true"
          alb.ingress.kubernetes.io/ip-address-type: dualstack
          """), marks: ["dualstack"])
    ],
    accepted: [
      Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/enable-frontend-nlb: \"true\""))
    ],
    check: .stacks { outcome, _, report in
      guard case .plan(let stack) = outcome.result,
        let frontend = stack.loadBalancers.first(where: { $0.id == "FrontendNlb" }),
        frontend.ipAddressType.known?.supportsIPv6 == true, let span = frontend.ipAddressType.origin.spans.first
      else { return }
      report(.frontendNLBOfDualstackALB, at: span, in: outcome.carrier(at: span))
    })

  package static let frontendNLBPortMapping = LintRule(
    id: "frontend-nlb-port-mapping",
    summary: "A port of a frontend NLB is mapped to no listener of the application load balancer.",
    rationale:
      "Pairs are NLB=ALB. The controller refuses what is no number, and passes over a pair whose second port the "
      + "Ingress does not listen on: the NLB then has no such listener.",
    remedy: "Map to ports that listen-ports of the same Ingress names.",
    severity: .warning, mistakes: ["M124"], refusals: ["malformed-port-mapping"],
    flagged: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/enable-frontend-nlb: "true"
          alb.ingress.kubernetes.io/frontend-nlb-listener-port-mapping: 80=443
          """), marks: ["443"]),
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/enable-frontend-nlb: "true"
          alb.ingress.kubernetes.io/frontend-nlb-listener-port-mapping: 80=http
          """), marks: ["http"]),
    ],
    accepted: [
      Example(
        SampleManifest.ingress(
          "web",
          """
          alb.ingress.kubernetes.io/enable-frontend-nlb: "true"
          alb.ingress.kubernetes.io/frontend-nlb-listener-port-mapping: 8080=80
          """))
    ],
    check: .values(of: [AnnotationDefinition.Ingress.frontendNLBListenerPortMapping]) { subject, _, report in
      guard case .ingress(let ingress) = subject.carrier, ingress.isHandled,
        (try? ingress.annotations.bool(AnnotationDefinition.Ingress.enableFrontendNLB))??.known == true,
        let pairs = AnnotationReader.pairs(subject.value), !subject.value.holdsPlaceholder
      else { return }
      let places = subject.annotation.pairPlaces
      let listeners = ingress.listenPorts
      for (key, value) in pairs {
        let keySpan = places[key]?.key ?? subject.annotation.value.span
        let valueSpan = places[key]?.value ?? subject.annotation.value.span
        for (text, span, isTarget) in [(key, keySpan, false), (value, valueSpan, true)] {
          guard let port: Int32 = try? GoText.parseInteger(text) else {
            report(.mappedPortIsNoNumber(text), at: span, in: subject.object, severity: .error)
            continue
          }
          if !(1...65535).contains(port) {
            report(.mappedPortOutOfRange(port), at: span, in: subject.object, severity: .error)
          } else if isTarget, let listeners, listeners[port] == nil {
            report(.mappedPortWithoutListener(port), at: span, in: subject.object)
          }
        }
      }
    })
}

extension IngressSubject {
  /// The ports that the Ingress listens on; `nil` where that cannot be read or hangs on certificates of its class.
  fileprivate var listenPorts: [Int32: ListenerProtocol]? {
    guard let annotation = ingress.metadata.annotations[AnnotationDefinition.Ingress.listenPorts.key] else {
      guard ingress.metadata.annotations[AnnotationDefinition.Ingress.createACMCert.key] == nil else { return nil }
      let hasCertificates =
        member.classParameters?.certificateARNs.isEmpty == false
        || annotations.stringList(AnnotationDefinition.Ingress.certificateARN)?.known?.isEmpty == false
      return hasCertificates ? [443: .https] : [80: .http]
    }
    return try? ListenPortsConfiguration.parse(annotation).listeners()
  }
}

extension Finding.Message {
  fileprivate static func frontendNLBSettingWithoutNLB(_ count: Int) -> Self {
    let others = count == 1 ? "this has" : "this and \(count - 1) more settings of a frontend NLB have"
    return "\(others) no effect without enable-frontend-nlb: \"true\""
  }
  fileprivate static let frontendNLBOfDualstackALB: Self =
    "a frontend NLB reaches its load balancer over IPv4 only; dualstack does not work here"
  fileprivate static func mappedPortIsNoNumber(_ text: String) -> Self { "\(GoText.quote(text)) is no port number" }
  fileprivate static func mappedPortOutOfRange(_ port: Int32) -> Self { "\(port) is no port: AWS takes 1 to 65535" }
  fileprivate static func mappedPortWithoutListener(_ port: Int32) -> Self {
    "the Ingress has no listener on port \(port), so that the frontend NLB gets none for it either"
  }
}
