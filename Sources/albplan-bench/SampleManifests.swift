import LoadBalancerModel
import Manifests

/// Manifests made in memory, the same ones each time: Ingresses with their Services and Services of type LoadBalancer,
/// about 1 KB each, as teams write them.
enum SampleManifests {
  /// A file of so many documents.
  static func file(documents: Int) -> SourceFile {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(documents * 1200)
    for index in 0..<documents {
      switch index % 3 {
      case 0: bytes += ingress(index / 3).utf8
      case 1: bytes += service(index / 3).utf8
      default: bytes += networkService(index / 3).utf8
      }
    }
    return SourceFile(id: FileID(0), name: "sample.yaml", bytes: bytes)
  }

  /// A world in which all of them can be planned to the end.
  static func world(around objects: KubernetesObjects) -> World {
    var world = World(objects: objects)
    world.controller.clusterName = "sample"
    world.aws.region = "eu-central-1"
    world.aws.accountID = "123456789012"
    world.aws.vpcID = "vpc-0123456789abcdef0"
    world.aws.vpcCIDRs = ["10.0.0.0/16"]
    world.aws.subnets = ["a", "b"].enumerated().map { index, zone in
      var subnet = AWSFacts.Subnet(
        id: "subnet-0123456789abcdef\(index)", availabilityZone: "eu-central-1\(zone)",
        availabilityZoneID: "euc1-az\(index + 1)", cidrBlock: "10.0.\(index).0/24")
      subnet.isPublic = true
      subnet.tags = ["kubernetes.io/role/elb": "1", "kubernetes.io/role/internal-elb": "1"]
      return subnet
    }
    return world
  }

  private static func ingress(_ number: Int) -> String {
    """
    ---
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: web-\(number)
      namespace: shop
      labels:
        app.kubernetes.io/name: web-\(number)
        app.kubernetes.io/part-of: shop
      annotations:
        alb.ingress.kubernetes.io/scheme: internet-facing
        alb.ingress.kubernetes.io/target-type: ip
        alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
        alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:eu-central-1:123456789012:certificate/web-\(number)
        alb.ingress.kubernetes.io/ssl-redirect: "443"
        alb.ingress.kubernetes.io/healthcheck-path: /healthz
        alb.ingress.kubernetes.io/load-balancer-attributes: idle_timeout.timeout_seconds=120
        alb.ingress.kubernetes.io/tags: Team=shop,Stage=production
    spec:
      ingressClassName: alb
      rules:
        - host: web-\(number).example.com
          http:
            paths:
              - path: /api  # the newer half
                pathType: Prefix
                backend:
                  service:
                    name: web-\(number)
                    port:
                      number: 80
              - path: /
                pathType: Prefix
                backend:
                  service:
                    name: web-\(number)
                    port:
                      name: http

    """
  }

  private static func service(_ number: Int) -> String {
    """
    ---
    apiVersion: v1
    kind: Service
    metadata:
      name: web-\(number)
      namespace: shop
      labels:
        app.kubernetes.io/name: web-\(number)
        app.kubernetes.io/part-of: shop
        app.kubernetes.io/managed-by: kustomize
      annotations:
        alb.ingress.kubernetes.io/healthcheck-interval-seconds: "10"
        alb.ingress.kubernetes.io/success-codes: 200-299
        alb.ingress.kubernetes.io/target-group-attributes: deregistration_delay.timeout_seconds=30
    spec:
      type: NodePort
      selector:
        app.kubernetes.io/name: web-\(number)
        app.kubernetes.io/part-of: shop
      ports:
        - name: http
          port: 80
          targetPort: 8080
          protocol: TCP
        - name: metrics
          port: 9090
          targetPort: metrics
          protocol: TCP

    """
  }

  private static func networkService(_ number: Int) -> String {
    """
    ---
    apiVersion: v1
    kind: Service
    metadata:
      name: queue-\(number)
      namespace: shop
      labels:
        app.kubernetes.io/name: queue-\(number)
        app.kubernetes.io/part-of: shop
      annotations:
        service.beta.kubernetes.io/aws-load-balancer-scheme: internal
        service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip
        service.beta.kubernetes.io/aws-load-balancer-healthcheck-protocol: HTTP
        service.beta.kubernetes.io/aws-load-balancer-healthcheck-path: /healthz
        service.beta.kubernetes.io/aws-load-balancer-attributes: load_balancing.cross_zone.enabled=true
        service.beta.kubernetes.io/aws-load-balancer-additional-resource-tags: Team=shop,Stage=production
    spec:
      type: LoadBalancer
      loadBalancerClass: service.k8s.aws/nlb
      selector:
        app.kubernetes.io/name: queue-\(number)
      ports:
        - name: amqp
          port: 5672
          targetPort: 5672
          protocol: TCP
        - name: amqps
          port: 5671
          targetPort: 5671
          protocol: TCP

    """
  }
}
