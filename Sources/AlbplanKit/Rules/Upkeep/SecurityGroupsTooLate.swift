import LoadBalancerModel
import Manifests

extension LintRule {
  package static let securityGroupsTooLate = LintRule(
    id: "security-groups-too-late",
    summary: "A Service names security groups for a network load balancer that was made without any.",
    rationale: "A network load balancer without security groups can never get one, and releases before 2.6 made all "
      + "so. The controller leaves it as it is without a word (pkg/service/model_build_load_balancer.go). Which load "
      + "balancers there are is told by a context file.",
    remedy: "Make a new Service beside the old one, and move the traffic.",
    severity: .warning, mistakes: ["M164"],
    flagged: [
      Example(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: shop
          annotations:
            service.beta.kubernetes.io/aws-load-balancer-security-groups: sg-0123456789abcdef0
        spec:
          type: LoadBalancer
          loadBalancerClass: service.k8s.aws/nlb
          selector: {app: web}
          ports: [{port: 80}]
        """,
        context: """
          controller: {clusterName: prod}
          aws:
            loadBalancers:
              - arn: arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/a/0123456789abcdef
                type: network
                scheme: internal
                tags: {elbv2.k8s.aws/cluster: prod, service.k8s.aws/stack: shop/web}
          """,
        marks: ["service.beta.kubernetes.io/aws-load-balancer-security-groups"])
    ],
    accepted: [
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        annotations:
          service.beta.kubernetes.io/aws-load-balancer-scheme: internal
          service.beta.kubernetes.io/aws-load-balancer-security-groups: sg-0123456789abcdef0
      spec:
        type: LoadBalancer
        loadBalancerClass: service.k8s.aws/nlb
        selector: {app: web}
        ports: [{port: 80}]
      """
    ],
    check: .values(of: [AnnotationDefinition.Service.securityGroups]) { subject, context, report in
      guard context.world.aws.loadBalancers != nil, case .service(let service) = subject.carrier, service.isHandled,
        !AnnotationReader.items(subject.value).isEmpty,
        let existing = ExistingLoadBalancers(context.world).loadBalancer(
          ofService: service.service.metadata.objectName
        ).known,
        existing?.securityGroups.isEmpty == true
      else { return }
      report(
        "the network load balancer exists without security groups and can never get any",
        at: subject.annotation.key.span, in: subject.object)
    })
}
