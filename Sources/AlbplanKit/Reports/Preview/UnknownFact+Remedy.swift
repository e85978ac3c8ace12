import LoadBalancerModel

extension UnknownFact {
  /// What the user can give so that the value becomes known: an option, a key of the context file, or a manifest.
  var remedy: String {
    switch self {
    case .clusterName: "--cluster-name"
    case .vpcID: "--vpc-id"
    case .vpcCIDRs: "aws.vpcCIDRs in a context file"
    case .subnets: "aws.subnets in a context file"
    case .securityGroups: "aws.securityGroups in a context file"
    case .backendSecurityGroup: "aws.backendSecurityGroup in a context file"
    case .certificates: "aws.certificates in a context file"
    case .trustStores: "aws.trustStores in a context file"
    case .targetGroups: "aws.targetGroups in a context file"
    case .webACLs: "aws.webACLs in a context file"
    case .existingLoadBalancers: "aws.loadBalancers in a context file"
    case .serviceUID, .nodePort, .healthCheckNodePort: "the Service as kubectl get -o yaml prints it"
    case .service: "the Service's manifest"
    case .secret: "the Secret's manifest"
    case .namespaceLabels: "the Namespace's manifest"
    case .ingressClass: "the manifests of the IngressClass and its parameters"
    }
  }
}

extension UnknownFact {
  /// The fact's name for machines, stable for ever.
  var id: String {
    switch self {
    case .clusterName: "cluster-name"
    case .vpcID: "vpc-id"
    case .vpcCIDRs: "vpc-cidrs"
    case .subnets: "subnets"
    case .securityGroups: "security-groups"
    case .backendSecurityGroup: "backend-security-group"
    case .certificates: "certificates"
    case .trustStores: "trust-stores"
    case .targetGroups: "target-groups"
    case .webACLs: "web-acls"
    case .existingLoadBalancers: "load-balancers"
    case .serviceUID: "service-uid"
    case .nodePort: "node-port"
    case .healthCheckNodePort: "health-check-node-port"
    case .service: "service"
    case .secret: "secret"
    case .namespaceLabels: "namespace-labels"
    case .ingressClass: "ingress-class"
    }
  }
}
