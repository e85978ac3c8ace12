import LoadBalancerModel
import Manifests

extension LintRule {
  package static let nginxAnnotation = LintRule(
    id: "nginx-annotation",
    summary: "An Ingress of this controller has an annotation of ingress-nginx.",
    rationale: "The controller does not read it: there is no rewrite, no redirect, and no restriction to addresses "
      + "or logins. Where a restriction is lost the finding is an error.",
    remedy: "Replace it with the controller's own setting, if there is one, or remove it.",
    severity: .warning, mistakes: ["M160"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            nginx.ingress.kubernetes.io/rewrite-target: /$2
            nginx.ingress.kubernetes.io/whitelist-source-range: 10.0.0.0/8
            nginx.ingress.kubernetes.io/proxy-body-size: 8m
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
        """,
        marks: [
          "nginx.ingress.kubernetes.io/rewrite-target", "nginx.ingress.kubernetes.io/whitelist-source-range",
          "nginx.ingress.kubernetes.io/proxy-body-size",
        ])
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          nginx.ingress.kubernetes.io/rewrite-target: /$2
      spec:
        ingressClassName: nginx
        defaultBackend: {service: {name: web, port: {number: 80}}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata:
        name: nginx
      spec:
        controller: k8s.io/ingress-nginx
      """
    ],
    check: .ingresses { subject, _, report in
      for entry in subject.member.annotations.entries {
        guard entry.key.value.startsBytewise(with: prefix) else { continue }
        let name = String(entry.key.value.dropFirst(prefix.count))
        let replacement = replacements.first { name.hasPrefix($0.prefix) }
        let guards = LintRule.guards.first { name.hasPrefix($0.prefix) }
        let isExposed =
          guards.map { one in !one.others.contains { subject.member.annotations[$0.key] != nil } } ?? false
        report(
          .ignored(name, guards: isExposed), at: entry.key.span, in: subject.object,
          severity: isExposed ? .error : nil,
          notes: [
            Finding.Note(.help, replacement.map { "use \($0.use)" } ?? "the controller has nothing in its place")
          ])
      }
    })

  private static let prefix = "nginx.ingress.kubernetes.io/"

  /// What to use here, by the beginning of the name there.
  private static let replacements: [(prefix: String, use: String)] = [
    ("rewrite-target", "an annotation transforms.NAME, NAME being that of the backend"),
    ("app-root", "an action of type redirect for the path /"),
    ("ssl-redirect", "ssl-redirect with the number of the HTTPS port"),
    ("force-ssl-redirect", "ssl-redirect with the number of the HTTPS port"),
    ("whitelist-source-range", "inbound-cidrs, or a condition on source-ip"),
    ("allowlist-source-range", "inbound-cidrs, or a condition on source-ip"),
    ("denylist-source-range", "a web ACL (wafv2-acl-arn)"),
    ("use-regex", "use-regex-path-match with pathType ImplementationSpecific"),
    ("affinity", "target-group-attributes: stickiness.enabled=true,stickiness.type=lb_cookie"),
    ("session-cookie", "target-group-attributes: stickiness.…"),
    ("backend-protocol", "backend-protocol: HTTPS, or backend-protocol-version: GRPC"),
    ("grpc-backend", "backend-protocol-version: GRPC"),
    ("proxy-read-timeout", "load-balancer-attributes: idle_timeout.timeout_seconds=…"),
    ("proxy-send-timeout", "load-balancer-attributes: idle_timeout.timeout_seconds=…"),
    ("auth-url", "auth-type oidc or cognito"),
    ("auth-signin", "auth-type oidc or cognito"),
    ("auth-tls", "mutual-authentication"),
    ("permanent-redirect", "an action of type redirect"),
    ("temporal-redirect", "an action of type redirect"),
    ("from-to-www-redirect", "an action of type redirect"),
    ("canary", "an action of type forward with weights"),
    ("load-balance", "target-group-attributes: load_balancing.algorithm.type=…"),
  ]

  /// What restricts who gets in there, and what does so here.
  private static let guards: [(prefix: String, others: [AnnotationDefinition])] = [
    ("whitelist-source-range", addressGuards), ("allowlist-source-range", addressGuards),
    ("denylist-source-range", addressGuards), ("auth-url", loginGuards), ("auth-type", loginGuards),
    ("auth-secret", loginGuards), ("auth-tls-secret", [AnnotationDefinition.Ingress.mutualAuthentication]),
  ]
  private static let addressGuards = [
    AnnotationDefinition.Ingress.inboundCIDRs, AnnotationDefinition.Ingress.securityGroups,
    AnnotationDefinition.Ingress.securityGroupPrefixLists, AnnotationDefinition.Ingress.wafv2ACLARN,
    AnnotationDefinition.Ingress.wafv2ACLName,
  ]
  private static let loginGuards = [
    AnnotationDefinition.Ingress.authType, AnnotationDefinition.Ingress.jwtValidation,
  ]
}

extension Finding.Message {
  fileprivate static func ignored(_ name: String, guards: Bool) -> Self {
    guards
      ? "the annotation \(name) of ingress-nginx is ignored here, so that nobody is kept out"
      : "the annotation \(name) of ingress-nginx is ignored here"
  }
}
