import LoadBalancerModel
import Manifests

extension LintRule {
  package static let ineffectiveRedirectPort = LintRule(
    id: "class-redirect-port-not-number",
    summary: "sslRedirectPort of IngressClassParams is not a number.",
    rationale:
      "The controller swallows the fault and makes no redirect at all, for none of the members of a group with such "
      + "a class, even where they ask for it (buildSSLRedirectConfig).",
    remedy: "Write the port in digits: \"443\".",
    severity: .error, mistakes: ["M025"],
    flagged: [
      Example(
        """
        apiVersion: elbv2.k8s.aws/v1beta1
        kind: IngressClassParams
        metadata:
          name: alb
        spec:
          sslRedirectPort: "https"
        """,
        marks: ["\"https\""])
    ],
    accepted: [
      """
      apiVersion: elbv2.k8s.aws/v1beta1
      kind: IngressClassParams
      metadata:
        name: alb
      spec:
        sslRedirectPort: "443"
      """
    ],
    check: .input { context, report in
      for object in context.objects.ingressClassParams {
        guard let port = object.sslRedirectPort, !port.value.isEmpty, !port.value.holdsPlaceholder else {
          continue
        }
        let number: Int32? = try? GoText.parseInteger(port.value)
        guard number == nil else { continue }
        report(
          .redirectPortIsNoNumber(port.value), at: port.span, in: "IngressClassParams \(object.metadata.objectName)")
      }
    })

  package static let namespacedClassParameters = LintRule(
    id: "namespaced-class-parameters",
    summary: "IngressClassParams have a namespace, or an IngressClass gives one for them.",
    rationale:
      "IngressClassParams belong to the cluster, and the controller finds them by their name alone: a namespace says "
      + "nothing and misleads the reader.",
    remedy: "Remove the namespace.",
    severity: .info, mistakes: ["M023"],
    flagged: [
      Example(
        """
        apiVersion: elbv2.k8s.aws/v1beta1
        kind: IngressClassParams
        metadata:
          name: alb
          namespace: kube-system
        spec: {scheme: internal}
        """,
        marks: ["namespace"],
        fixed: """
          apiVersion: elbv2.k8s.aws/v1beta1
          kind: IngressClassParams
          metadata:
            name: alb
          spec: {scheme: internal}
          """),
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata:
          name: alb
        spec:
          controller: ingress.k8s.aws/alb
          parameters:
            apiGroup: elbv2.k8s.aws
            kind: IngressClassParams
            name: alb
            scope: Namespace
            namespace: kube-system
        """,
        marks: ["scope"]),
    ],
    accepted: [
      """
      apiVersion: elbv2.k8s.aws/v1beta1
      kind: IngressClassParams
      metadata:
        name: alb
      spec: {scheme: internal}
      """
    ],
    check: .input { context, report in
      for object in context.objects.ingressClassParams {
        guard let metadata = object.metadata.node?["metadata"],
          let entry = metadata.entries.first(where: { $0.key.keyText == "namespace" }), !entry.value.text.isEmpty
        else { continue }
        let edit = report.editor(for: entry.key.span)?.deleteEntry(key: entry.key.span, value: entry.value.span)
        report(
          .namespacedParameters, at: entry.key.span, in: "IngressClassParams \(object.metadata.objectName)",
          fix: edit.map { Finding.Fix("remove the namespace", .safe, edits: [$0]) })
      }
      for object in context.objects.ingressClasses where object.controller?.value == "ingress.k8s.aws/alb" {
        guard let parameters = object.metadata.node?["spec"]?["parameters"], parameters["scope"]?.text == "Namespace",
          let entry = parameters.entries.first(where: { $0.key.keyText == "scope" })
        else { continue }
        report(.namespacedReference, at: entry.key.span, in: "IngressClass \(object.metadata.objectName)")
      }
    })

  package static let classParameterNotInRelease = LintRule(
    id: "class-parameter-not-in-release",
    summary: "The release of the controller that is set does not know a field of the IngressClassParams.",
    rationale: "The CRD of an older release lacks the field, and the API server drops it in silence.",
    remedy: "Upgrade the controller and its CRDs to the release that the finding names, or remove the field.",
    severity: .warning, mistakes: ["M016"],
    flagged: [
      Example(
        """
        apiVersion: elbv2.k8s.aws/v1beta1
        kind: IngressClassParams
        metadata:
          name: alb
        spec:
          scheme: internal
          targetType: ip
        """,
        context: "controller: {version: v2.12.0}", marks: ["targetType"])
    ],
    accepted: [
      Example(
        """
        apiVersion: elbv2.k8s.aws/v1beta1
        kind: IngressClassParams
        metadata:
          name: alb
        spec:
          scheme: internal
          targetType: ip
        """,
        context: "controller: {version: v2.13.0}")
    ],
    check: .input { context, report in
      let version = context.controller.version
      for object in context.objects.ingressClassParams {
        guard let spec = object.metadata.node?["spec"] else { continue }
        for entry in spec.entries {
          guard let since = classParameterReleases[entry.key.keyText], version < since else { continue }
          report(
            .parameterTooNew(entry.key.keyText, since, version), at: entry.key.span,
            in: "IngressClassParams \(object.metadata.objectName)")
        }
      }
    })

  /// The first release whose CRD has a field of `spec`.
  private static let classParameterReleases: [String: ControllerVersion] = [
    "namespaceSelector": .init(2, 2), "group": .init(2, 2), "scheme": .init(2, 2), "ipAddressType": .init(2, 2),
    "tags": .init(2, 2), "loadBalancerAttributes": .init(2, 3), "inboundCIDRs": .init(2, 5), "sslPolicy": .init(2, 5),
    "subnets": .init(2, 5), "certificateArn": .init(2, 8), "listeners": .init(2, 9),
    "minimumLoadBalancerCapacity": .init(2, 11), "ipamConfiguration": .init(2, 12), "targetType": .init(2, 13),
    "PrefixListsIDs": .init(2, 13), "prefixListsIDs": .init(2, 14), "loadBalancerName": .init(2, 14),
    "sslRedirectPort": .init(2, 14), "wafv2AclArn": .init(2, 14), "wafv2AclName": .init(2, 14),
  ]
}

extension Finding.Message {
  fileprivate static func redirectPortIsNoNumber(_ text: String) -> Self {
    "sslRedirectPort is \(GoText.quote(text)) and no number: no Ingress of the class redirects to HTTPS"
  }

  fileprivate static let namespacedParameters: Self =
    "IngressClassParams belong to the whole cluster, the namespace does not count"

  fileprivate static let namespacedReference: Self =
    "IngressClassParams belong to the whole cluster, the scope Namespace does not count"

  fileprivate static func parameterTooNew(
    _ field: String, _ since: ControllerVersion, _ version: ControllerVersion
  ) -> Self {
    "the field \(field) exists since \(since), and the controller is \(version)"
  }
}
