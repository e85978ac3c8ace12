import LoadBalancerModel
import Manifests

extension LintRule {
  package static let weakTLSPolicy = LintRule(
    id: "weak-tls-policy",
    summary: "The security policy still takes TLS 1.0 or 1.1.",
    rationale: "Both versions are deprecated (RFC 8996) and refused by browsers; a listener that takes them fails "
      + "audits.",
    remedy: "Use a policy from TLS 1.2 on, such as ELBSecurityPolicy-TLS13-1-2-2021-06.",
    severity: .warning, mistakes: ["M039"],
    flagged: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-FS-2018-06
          """),
        marks: ["ELBSecurityPolicy-FS-2018-06"],
        fixed: ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-TLS13-1-2-2021-06
          """))
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-TLS13-1-2-2021-06
          """))
    ],
    check: .tlsPolicies { place, report in
      guard let policy = TLSPolicy.named(place.policy.value), policy.lowestVersion < "1.2" else { return }
      let edit = report.editor(for: place.policy.span)?.replaceValue(
        place.policy, with: "ELBSecurityPolicy-TLS13-1-2-2021-06")
      report(
        .weak(policy), at: place.policy.span, in: place.object,
        fix: edit.map { Finding.Fix("use a policy from TLS 1.2 on", .unsafe, edits: [$0]) })
    })

  package static let unknownTLSPolicy = LintRule(
    id: "unknown-tls-policy",
    summary: "Elastic Load Balancing has no security policy of this name.",
    rationale: "The controller passes the name on, and AWS refuses the listener: SSL policy not found. A policy with "
      + "AWS's own prefix may be newer than this release of albplan and is a warning only.",
    remedy: "Take a name from AWS's list of security policies; they are written exactly so.",
    severity: .error, mistakes: ["M039"],
    flagged: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-policy: TLS13-1-2-2021-06
          """),
        marks: ["TLS13-1-2-2021-06"],
        fixed: ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-TLS13-1-2-2021-06
          """)),
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-TLS-1-2-2017-06
          """),
        marks: ["ELBSecurityPolicy-TLS-1-2-2017-06"]),
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-TLS13-1-2-Ext2-PQ-2025-09
          """))
    ],
    check: .tlsPolicies { place, report in
      let name = place.policy.value
      guard TLSPolicy.named(name) == nil, !name.isEmpty, !name.holdsPlaceholder else { return }
      let isOfAWS = name.startsBytewise(with: TLSPolicy.prefix)
      let whole = isOfAWS ? nil : TLSPolicy.named(TLSPolicy.prefix + name)?.name
      // A name without its date is that of the first policy with one.
      let dated = TLSPolicy.all.map(\.name).filter { $0.hasPrefix(name + "-") }
        .min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
      let nearest = whole ?? dated ?? NearestName.of(name, among: TLSPolicy.all.map(\.name))
      let edit = whole.flatMap { report.editor(for: place.policy.span)?.replaceValue(place.policy, with: $0) }
      report(
        .unknown(name, nearest: nearest), at: place.policy.span, in: place.object,
        severity: isOfAWS ? .warning : .error,
        fix: edit.map { Finding.Fix("write the policy's whole name", .safe, edits: [$0]) })
    })

  package static let implicitTLSPolicy = LintRule(
    id: "implicit-tls-policy",
    summary: "HTTPS listeners get the controller's default policy, which still takes TLS 1.0.",
    rationale: "Without ssl-policy the flag default-ssl-policy counts, which is ELBSecurityPolicy-2016-08 unless the "
      + "cluster's operator chose another one (pkg/config/controller_config.go).",
    remedy: "Set ssl-policy, in the Ingress or in IngressClassParams, or the controller's flag.",
    severity: .info, mistakes: ["M039"],
    flagged: [
      Example(
        ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTPS\": 443}]'"),
        marks: ["'[{\"HTTPS\": 443}]'"])
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-TLS13-1-2-2021-06
          """)),
      Example(
        ListenerSample.ingress("alb.ingress.kubernetes.io/listen-ports: '[{\"HTTPS\": 443}]'"),
        context: "controller: {flags: {default-ssl-policy: ELBSecurityPolicy-TLS13-1-2-2021-06}}"),
    ],
    check: .stacks { outcome, context, report in
      guard case .plan(let stack) = outcome.result,
        let policy = TLSPolicy.named(context.controller.flags.defaultSSLPolicy), policy.lowestVersion < "1.2"
      else { return }
      let implicit = stack.listeners.filter { $0.sslPolicy?.origin.source == .flag("default-ssl-policy") }
      guard !implicit.isEmpty else { return }
      let objects = outcome.objectsByListenerPlace
      var seen: Set<SourceSpan> = []
      for listener in implicit {
        guard let span = listener.origin.spans.first, seen.insert(span).inserted else { continue }
        report(.implicit(policy), at: span, in: objects[span])
      }
    })
}

/// A security policy that a manifest names.
private struct TLSPolicyPlace {
  var policy: Located<String>
  var object: String
}

extension LintRule.Check {
  /// Each security policy that an Ingress, a Service or a class names.
  fileprivate static func tlsPolicies(
    _ check: @escaping @Sendable (TLSPolicyPlace, inout LintRule.Report) -> Void
  ) -> Self {
    .several([
      .values(of: [AnnotationDefinition.Ingress.sslPolicy, AnnotationDefinition.Service.sslNegotiationPolicy]) {
        subject, _, report in
        switch subject.carrier {
        case .ingress(let ingress):
          guard case .member = ingress.handling, subject.definition === AnnotationDefinition.Ingress.sslPolicy else {
            return
          }
        case .service(let service):
          guard service.isHandled, subject.definition !== AnnotationDefinition.Ingress.sslPolicy else { return }
        case .ingressClass, .ingressClassParams: return
        }
        check(TLSPolicyPlace(policy: subject.annotation.value, object: subject.object), &report)
      },
      .input { context, report in
        for parameters in context.objects.ingressClassParams {
          guard let policy = parameters.sslPolicy else { continue }
          check(
            TLSPolicyPlace(policy: policy, object: "IngressClassParams \(parameters.metadata.objectName)"), &report)
        }
      },
    ])
  }

}

extension StackSubject {
  /// The objects of the stack by the places of the annotations that may make an HTTPS or TLS listener.
  fileprivate var objectsByListenerPlace: [SourceSpan: String] {
    var objects: [SourceSpan: String] = [:]
    func add(_ annotations: Annotations, _ definitions: [AnnotationDefinition], _ object: String) {
      for definition in definitions {
        if let annotation = annotations[definition.key] { objects[annotation.value.span] = object }
      }
    }
    switch owner {
    case .ingressGroup(let group):
      for member in group.members {
        add(
          member.annotations,
          [AnnotationDefinition.Ingress.listenPorts, AnnotationDefinition.Ingress.certificateARN], member.object)
      }
    case .service(let service):
      add(
        service.metadata.annotations, [AnnotationDefinition.Service.sslCert],
        "Service \(service.metadata.objectName)")
    }
    return objects
  }
}

extension Finding.Message {
  fileprivate static func weak(_ policy: TLSPolicy) -> Self {
    "\(policy.name) still takes TLS \(policy.lowestVersion)"
  }
  fileprivate static func unknown(_ name: String, nearest: String?) -> Self {
    "AWS knows no security policy \(name)\(nearest.map { "; did you mean \($0)?" } ?? "")"
  }
  fileprivate static func implicit(_ policy: TLSPolicy) -> Self {
    "without ssl-policy HTTPS uses the default \(policy.name), which still takes TLS \(policy.lowestVersion)"
  }
}
