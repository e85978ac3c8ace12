extension ServiceClassification.Reason: CustomStringConvertible {
  /// The reason as the second half of a sentence, without a full stop: "because …".
  package var description: String {
    switch self {
    case .ownClass(let name): "its loadBalancerClass is \(name)"
    case .classSetByWebhook(let name):
      "the controller's webhook gives a new Service of type LoadBalancer without a class the class \(name)"
    case .typeNLBIP: "it has no loadBalancerClass and the annotation aws-load-balancer-type is nlb-ip"
    case .typeExternal(let targetType):
      "it has no loadBalancerClass and the annotations aws-load-balancer-type: external and "
        + "aws-load-balancer-nlb-target-type: \(targetType)"
    case .controllerOff: "the feature gate EnableServiceController is off"
    case .otherNamespace(let watched): "the controller watches the namespace \(watched) only (--watch-namespace)"
    case .beingDeleted: "it is being deleted"
    case .typeNotLoadBalancer(let type):
      "its type is \(type) and the feature gate ServiceTypeLoadBalancerOnly is on"
    case .otherClass(let name, let own): Self.otherClass(name, own)
    case .typeAnnotation(let type, let targetType, let serviceType):
      Self.typeAnnotation(type, targetType, serviceType)
    case .noLoadBalancerWanted(let type):
      "its type is \(type) and it has none of the annotations that ask for a network load balancer"
    }
  }

  private static func otherClass(_ name: String, _ own: String) -> String {
    switch name {
    case "": "its loadBalancerClass is empty, not \(own), and the webhook that would fill it in is not installed"
    case "eks.amazonaws.com/nlb":
      "its loadBalancerClass is \(name), which EKS Auto Mode handles; this controller takes \(own)"
    default: "its loadBalancerClass is \(name), not \(own)"
    }
  }

  /// Why a Service without a class, and without the webhook's help, stays with the cloud provider or with nobody.
  private static func typeAnnotation(_ type: String?, _ targetType: String?, _ serviceType: String) -> String {
    guard serviceType == "LoadBalancer" else {
      return "its type is \(serviceType), and \(annotations(type, targetType)) do not ask for a network load balancer"
    }
    let start = "it has no loadBalancerClass, the controller's webhook is not installed, and "
    switch type {
    case nil:
      return start + "no annotation aws-load-balancer-type: the cloud provider makes a Classic Load Balancer of it"
    case "nlb":
      return start + "aws-load-balancer-type: nlb leaves it to the cloud provider"
    case "external":
      return start
        + "aws-load-balancer-type: external needs aws-load-balancer-nlb-target-type: ip or instance, which is "
        + "\(targetType.map { GoText.quote($0) } ?? "missing"): neither this controller nor the cloud provider takes it"
    case .some(let other):
      return start + "aws-load-balancer-type is \(GoText.quote(other)), neither external nor nlb-ip"
    }
  }

  private static func annotations(_ type: String?, _ targetType: String?) -> String {
    "aws-load-balancer-type: \(GoText.quote(type ?? "")) and "
      + "aws-load-balancer-nlb-target-type: \(targetType.map { GoText.quote($0) } ?? "missing")"
  }
}

extension ServiceClassification: CustomStringConvertible {
  /// "Service shop/web is not handled: …".
  package var description: String {
    "Service \(service) is \(isHandled ? "handled" : "not handled"): \(reason)"
  }
}
