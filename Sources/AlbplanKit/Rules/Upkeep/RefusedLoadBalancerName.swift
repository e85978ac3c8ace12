import LoadBalancerModel
import Manifests

extension LintRule {
  package static let refusedLoadBalancerName = LintRule(
    id: "refused-load-balancer-name",
    summary: "The name of the load balancer is too long, or none that AWS takes.",
    rationale: "A name has at most 32 letters, digits and hyphens, no hyphen at either end, and does not begin with "
      + "internal-. The controller itself refuses only what is too long; the rest is refused by AWS.",
    remedy: "Choose a short name of letters, digits and hyphens.",
    severity: .error, mistakes: ["M145"], refusals: ["load-balancer-name-too-long"],
    flagged: [
      Example(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations:
            alb.ingress.kubernetes.io/load-balancer-name: my-very-long-production-frontend-lb
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
        """,
        marks: ["my-very-long-production-frontend-lb"]),
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          annotations:
            service.beta.kubernetes.io/aws-load-balancer-name: internal-web_1
        spec:
          type: LoadBalancer
          loadBalancerClass: service.k8s.aws/nlb
          selector: {app: web}
          ports: [{port: 80}]
        """,
        marks: ["internal-web_1"]),
    ],
    accepted: [
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/load-balancer-name: Shop-internal-1
      spec:
        ingressClassName: alb
        defaultBackend: {service: {name: web, port: {number: 80}}}
      """
    ],
    check: .input { context, report in
      func look(at name: Located<String>?, of object: @autoclosure () -> String) {
        guard let name, !name.value.holdsPlaceholder, let problem = problem(of: name.value) else { return }
        report(.refused(name.value, problem), at: name.span, in: object())
      }
      context.forEachMember { member, _ in
        // The name of the class goes before that of the annotation.
        guard member.classParameters?.loadBalancerName == nil else { return }
        look(
          at: member.annotations[AnnotationDefinition.Ingress.loadBalancerName.key]?.value, of: "Ingress \(member.name)"
        )
      }
      for parameters in context.objects.ingressClassParams {
        look(at: parameters.loadBalancerName, of: "IngressClassParams \(parameters.metadata.name.value)")
      }
      for (service, classification) in zip(context.objects.services, context.pipeline.classifications)
      where classification.isHandled {
        look(
          at: service.metadata.annotations[AnnotationDefinition.Service.name.key]?.value,
          of: "Service \(service.metadata.objectName)")
      }
    })

  private static func problem(of name: String) -> String? {
    let length = name.unicodeScalars.count
    // An empty name is as none for an ALB, and a matter of its own.
    if length == 0 { return nil }
    if name.utf8.count > 32 { return "has \(length) characters; 32 is the most" }
    if let scalar = RoutingText.firstCharacter(of: name, outside: nameCharacters) {
      return "holds \(RoutingText.name(of: scalar)); AWS takes letters, digits and hyphens"
    }
    if name.utf8.first == UInt8(ascii: "-") || name.utf8.last == UInt8(ascii: "-") {
      return "has a hyphen at an end, which AWS does not take"
    }
    return name.startsBytewise(with: "internal-") ? "begins with internal-, which AWS does not take" : nil
  }

  private static let nameCharacters = RoutingText.lettersDigits(and: "-")
}

extension Finding.Message {
  fileprivate static func refused(_ name: String, _ problem: String) -> Self {
    "the load balancer name \(GoText.quote(name)) \(problem)"
  }
}
