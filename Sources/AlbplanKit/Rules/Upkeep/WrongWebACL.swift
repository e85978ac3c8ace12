import LoadBalancerModel
import Manifests

extension LintRule {
  package static let wrongWebACL = LintRule(
    id: "wrong-web-acl",
    summary: "A web ACL annotation holds the identifier of another kind of web ACL, or is hidden by another "
      + "annotation.",
    rationale: "waf-acl-id and the old web-acl-id take the id of a regional web ACL of WAF Classic; wafv2-acl-arn "
      + "takes the ARN of a regional web ACL of WAFv2: one of CloudFront (global/webacl) cannot be on a load "
      + "balancer, and a name goes into wafv2-acl-name. With both, the name counts "
      + "(pkg/ingress/model_build_load_balancer_addons.go). Without its web ACL the load balancer is unprotected.",
    remedy: "Write the ARN of a regional WAFv2 web ACL into wafv2-acl-arn.",
    severity: .warning, mistakes: ["M142"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: a
          annotations:
            alb.ingress.kubernetes.io/waf-acl-id: arn:aws:wafv2:us-east-1:123456789012:regional/webacl/x/0a1b
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: b
          annotations:
            alb.ingress.kubernetes.io/wafv2-acl-arn: arn:aws:wafv2:us-east-1:123456789012:global/webacl/x/0a1b
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: c
          annotations:
            alb.ingress.kubernetes.io/wafv2-acl-arn: my-web-acl
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: d
          annotations:
            alb.ingress.kubernetes.io/wafv2-acl-name: my-web-acl
            alb.ingress.kubernetes.io/wafv2-acl-arn: arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/x/0a1b
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
        """,
        marks: [
          "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/x/0a1b",
          "arn:aws:wafv2:us-east-1:123456789012:global/webacl/x/0a1b", "my-web-acl",
          "alb.ingress.kubernetes.io/wafv2-acl-arn",
        ])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: a
        annotations:
          alb.ingress.kubernetes.io/wafv2-acl-arn: >-
            arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/x/01234567-89ab-cdef-0123-456789abcdef
      spec:
        ingressClassName: alb
        defaultBackend: {service: {name: web, port: {number: 80}}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: b
        annotations:
          alb.ingress.kubernetes.io/wafv2-acl-arn: none
      spec:
        ingressClassName: alb
        defaultBackend: {service: {name: web, port: {number: 80}}}
      """
    ],
    check: .values(of: [
      AnnotationDefinition.Ingress.wafACLID, AnnotationDefinition.Ingress.webACLID,
      AnnotationDefinition.Ingress.wafv2ACLARN,
    ]) { subject, _, report in
      guard case .ingress(let ingress) = subject.carrier, ingress.isHandled, !subject.value.isEmpty,
        !subject.value.holdsPlaceholder
      else { return }
      if subject.definition === AnnotationDefinition.Ingress.wafv2ACLARN {
        let name = subject.siblings[AnnotationDefinition.Ingress.wafv2ACLName.key]
        if let name, !name.value.value.isEmpty, name.value.value != "none" {
          report(
            .hidden(by: name.value.value), at: subject.annotation.key.span, in: subject.object,
            notes: [Finding.Note(.note, "the name", at: name.value.span)])
        } else if subject.value != "none", let problem = problem(ofARN: subject.value) {
          report(
            problem.message, at: subject.annotation.value.span, in: subject.object, severity: problem.severity)
        }
      } else if subject.value.startsBytewise(with: "arn:") {
        let isWAFv2 = RoutingText.contains(subject.value, ":wafv2:")
        let key = AnnotationDefinition.Ingress.wafv2ACLARN.key
        let edit =
          isWAFv2 && subject.siblings[key] == nil
          ? report.editor(for: subject.annotation.key.span)?.renameKey(subject.annotation.key, to: key) : nil
        report(
          .arnForID(isWAFv2: isWAFv2), at: subject.annotation.value.span, in: subject.object, severity: .error,
          fix: edit.map { Finding.Fix("rename the key to \(key)", .unsafe, edits: [$0]) })
      }
    })

  private static func problem(ofARN arn: String) -> (message: Finding.Message, severity: Severity)? {
    guard arn.utf8.starts(with: "arn:".utf8) else { return (.noARN(arn), .error) }
    if RoutingText.contains(arn, ":global/webacl/") { return (.global, .error) }
    return RoutingText.contains(arn, ":wafv2:") ? nil : (.otherService, .warning)
  }
}

extension Finding.Message {
  fileprivate static func hidden(by name: String) -> Self {
    "the ARN is ignored, because wafv2-acl-name is \(GoText.quote(name))"
  }

  fileprivate static func noARN(_ text: String) -> Self {
    "\(GoText.quote(text)) is no ARN; the name of a web ACL goes into wafv2-acl-name"
  }

  fileprivate static let global: Self =
    "a web ACL of CloudFront (global/webacl) cannot be put on a load balancer; a regional one is needed"

  fileprivate static let otherService: Self = "the ARN is not that of a WAFv2 web ACL"

  fileprivate static func arnForID(isWAFv2: Bool) -> Self {
    isWAFv2
      ? "the ARN of a WAFv2 web ACL belongs into wafv2-acl-arn; here goes the id of a WAF Classic web ACL"
      : "here goes the id of a WAF Classic web ACL, not an ARN"
  }
}
