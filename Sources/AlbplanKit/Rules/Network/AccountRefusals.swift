import LoadBalancerModel
import Manifests

extension LintRule {
  package static let unknownWebACL = LintRule(
    id: "unknown-web-acl",
    summary: "A web ACL of that name does not exist.",
    rationale:
      "The controller looks the name up among the WAFv2 web ACLs of the account and region, and refuses the load "
      + "balancer where it is not found. It needs the web ACLs of a context file to be seen.",
    remedy: "Name a web ACL of this account and region, or give its ARN.",
    severity: .error, refusals: ["unknown-web-acl"],
    flagged: [
      Example(
        SampleManifest.ingress("web", "alb.ingress.kubernetes.io/wafv2-acl-name: shop"), context: "aws: {webACLs: []}")
    ],
    accepted: [Example(SampleManifest.ingress("web", "alb.ingress.kubernetes.io/wafv2-acl-name: shop"))],
    check: .refusalsOnly)

  package static let unknownExistingScheme = LintRule(
    id: "unknown-existing-scheme",
    summary: "The load balancer of a Service exists with a scheme that the controller does not know.",
    rationale:
      "Without a scheme annotation the controller keeps the scheme of the load balancer that exists, and refuses "
      + "one that is neither internal nor internet-facing. It needs the load balancers of a context file to be seen.",
    remedy: "Write aws-load-balancer-scheme, or look at the load balancer in AWS.",
    severity: .error, refusals: ["unknown-existing-scheme"],
    flagged: [Example(SampleManifest.loadBalancer(scheme: nil), context: existingLoadBalancer("gateway"))],
    accepted: [Example(SampleManifest.loadBalancer(), context: existingLoadBalancer("internal"))],
    check: .refusalsOnly)

  private static func existingLoadBalancer(_ scheme: String) -> String {
    """
    controller: {clusterName: demo}
    aws:
      loadBalancers:
        - arn: arn:aws:elasticloadbalancing:us-west-2:111122223333:loadbalancer/net/dns/0123456789abcdef
          type: network
          scheme: \(scheme)
          subnets: [subnet-0a1]
          securityGroups: [sg-1]
          tags:
            elbv2.k8s.aws/cluster: demo
            service.k8s.aws/stack: default/dns
            service.k8s.aws/resource: LoadBalancer
    """
  }
}
