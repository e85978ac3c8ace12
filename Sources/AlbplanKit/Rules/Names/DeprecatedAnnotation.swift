import LoadBalancerModel
import Manifests

extension LintRule {
  package static let deprecatedAnnotation = LintRule(
    id: "deprecated-annotation",
    summary: "An annotation, or its value, still works but has a newer way of saying the same.",
    rationale: "The controller reads it for the sake of old manifests. The newer way is the one that its reference "
      + "describes, and some settings are only to be had in it.",
    remedy: "Write what the finding names.",
    severity: .info,
    flagged: [
      Example(
        service("service.beta.kubernetes.io/aws-load-balancer-internal: \"true\""),
        marks: ["service.beta.kubernetes.io/aws-load-balancer-internal"],
        fixed: service("service.beta.kubernetes.io/aws-load-balancer-scheme: \"internal\"")),
      Example(
        ingress("alb.ingress.kubernetes.io/web-acl-id: 0a1b2c3d"),
        marks: ["alb.ingress.kubernetes.io/web-acl-id"],
        fixed: ingress("alb.ingress.kubernetes.io/waf-acl-id: 0a1b2c3d")),
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          annotations:
            service.beta.kubernetes.io/aws-load-balancer-type: nlb-ip
        spec:
          type: LoadBalancer
          selector: {app: web}
          ports: [{port: 80}]
        """,
        marks: ["nlb-ip"]),
    ],
    accepted: [Example(service("service.beta.kubernetes.io/aws-load-balancer-scheme: internal"))],
    check: .annotations { subject, context, report in
      guard let definition = subject.definition, subject.isReadHere else { return }
      if let replacement = definition.deprecatedValues[subject.value] {
        report(
          .deprecatedValue(subject.value, subject.shortKey, replacement), at: subject.annotation.value.span,
          in: subject.object)
      } else if definition.isDeprecated {
        let edits = report.editor(for: subject.annotation.key.span).flatMap {
          DeprecatedKey(subject, context.controller.version).edits($0)
        }
        report(
          .deprecated(subject.key, use: definition.replacement), at: subject.annotation.key.span, in: subject.object,
          fix: edits.map { Finding.Fix("write \(definition.replacement ?? "")", .safe, edits: $0) })
      }
    })
}

/// How a deprecated annotation is written in the new way, where that changes nothing.
private struct DeprecatedKey {
  var subject: AnnotationSubject
  var version: ControllerVersion

  init(_ subject: AnnotationSubject, _ version: ControllerVersion) {
    self.subject = subject
    self.version = version
  }

  func edits(_ editor: FixBuilder) -> [Finding.Edit]? {
    guard let key = subject.definition?.replacement, !subject.hasSibling(key) else { return nil }
    if subject.definition === AnnotationDefinition.Ingress.webACLID {
      return editor.renameKey(subject.annotation.key, to: key).map { [$0] }
    }
    guard subject.definition === AnnotationDefinition.Service.isInternal, subject.isOnHandledService,
      version >= ControllerVersion(2, 2), let isInternal = GoText.parseBool(subject.value),
      let name = editor.renameKey(subject.annotation.key, to: key),
      let value = editor.replaceValue(subject.annotation.value, with: isInternal ? "internal" : "internet-facing")
    else { return nil }
    return [name, value]
  }
}

extension Finding.Message {
  fileprivate static func deprecated(_ key: String, use replacement: String?) -> Self {
    Self("\(key) is deprecated" + (replacement.map { "; the newer way is \($0)" } ?? ""))
  }

  fileprivate static func deprecatedValue(_ value: String, _ key: String, _ replacement: String) -> Self {
    "the value \(value) of \(key) is deprecated; the newer way is \(replacement)"
  }
}
