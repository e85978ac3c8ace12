/// What an attribute of Elastic Load Balancing belongs to.
enum AttributeResource: Hashable, Sendable {
  case applicationLoadBalancer, networkLoadBalancer
  case applicationListener, networkListener
  /// The target group of an application or network load balancer.
  case applicationTargetGroup, networkTargetGroup
  /// Target groups that the controller makes none of.
  case gatewayTargetGroup, lambdaTargetGroup

  /// With its article.
  var words: String {
    switch self {
    case .applicationLoadBalancer: "an application load balancer"
    case .networkLoadBalancer: "a network load balancer"
    case .applicationListener: "a listener of an application load balancer"
    case .networkListener: "a listener of a network load balancer"
    case .applicationTargetGroup: "a target group for HTTP"
    case .networkTargetGroup: "a target group of a network load balancer"
    case .gatewayTargetGroup: "a target group of a Gateway Load Balancer"
    case .lambdaTargetGroup: "a target group for Lambda functions"
    }
  }

  /// The annotations that set its attributes; `nil` where none does.
  var setting: String? {
    switch self {
    case .applicationLoadBalancer: "load-balancer-attributes"
    case .networkLoadBalancer: "aws-load-balancer-attributes"
    case .applicationListener: "listener-attributes.PROTOCOL-PORT"
    case .networkListener: "aws-load-balancer-listener-attributes.PROTOCOL-PORT"
    case .applicationTargetGroup: "target-group-attributes"
    case .networkTargetGroup: "aws-load-balancer-target-group-attributes"
    case .gatewayTargetGroup, .lambdaTargetGroup: nil
    }
  }

  /// It belongs to an application load balancer.
  var isApplication: Bool {
    switch self {
    case .applicationLoadBalancer, .applicationListener, .applicationTargetGroup: true
    default: false
    }
  }
}
