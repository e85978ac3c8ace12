/// A value for a flag, as a settings file or a command line gives it.
package enum FlagValue: Sendable {
  case text(String)
  case list([String])
  case map([String: String])
}

/// The flags that the controller takes, and what those that matter to a model do to `ControllerFlags`.
///
/// Source: `pkg/config/*.go`, `pkg/aws/cloud_config.go`.
package enum ControllerFlag {
  /// Sets a flag by its own name. Returns the controller's words when it would not start with it, or `nil`.
  package static func set(_ name: String, to value: FlagValue, in configuration: inout ControllerConfiguration) -> String? {
    switch name {
    case "cluster-name": configuration.clusterName = text(value)
    case "feature-gates": return setGates(value, in: &configuration)
    default:
      if let path = strings[name] {
        configuration.flags[keyPath: path] = text(value)
      } else if let path = booleans[name] {
        let text = text(value)
        guard let parsed = GoText.parseBool(text) else {
          return "invalid argument \(GoText.quote(text)) for \"--\(name)\" flag: "
            + "strconv.ParseBool: parsing \(GoText.quote(text)): invalid syntax"
        }
        configuration.flags[keyPath: path] = parsed
      } else if let path = lists[name] {
        configuration.flags[keyPath: path] = list(value)
      } else if name == "default-tags" {
        configuration.flags.defaultTags = map(value)
      } else if !withoutInfluence.contains(name) {
        return "unknown flag: --\(name)"
      }
    }
    return nil
  }

  /// Sets a feature gate. Returns the controller's words when it does not know the gate, or `nil`.
  package static func setGate(_ name: String, to text: String, in configuration: inout ControllerConfiguration) -> String? {
    let problem = "invalid argument \(GoText.quote("\(name)=\(text)")) for \"--feature-gates\" flag: "
    guard let isOn = GoText.parseBool(text) else {
      return problem + "failed to parse feature-gates settings due to invalid mapStringBool: \(name)=\(text)"
    }
    guard let gate = FeatureGate(rawValue: name) else { return problem + "unknown feature: \(name)" }
    configuration.featureGates[gate] = isOn
    return nil
  }

  /// Every name that the controller takes.
  package static var names: [String] {
    (["cluster-name", "feature-gates", "default-tags"] + strings.keys + booleans.keys + lists.keys + withoutInfluence)
      .sorted()
  }

  private static func setGates(_ value: FlagValue, in configuration: inout ControllerConfiguration) -> String? {
    for (name, isOn) in map(value).sorted(by: { $0.key < $1.key }) {
      if let refusal = setGate(name, to: isOn, in: &configuration) { return refusal }
    }
    return nil
  }

  private static func text(_ value: FlagValue) -> String {
    switch value {
    case .text(let text): text
    case .list(let items): items.joined(separator: ",")
    case .map(let pairs): GoText.sortedBytewise(pairs.map { "\($0.key)=\($0.value)" }).joined(separator: ",")
    }
  }

  private static func list(_ value: FlagValue) -> [String] {
    switch value {
    case .text(let text): text.split(separator: ",").map(String.init)
    case .list(let items): items
    case .map(let pairs): GoText.sortedBytewise(Array(pairs.keys))
    }
  }

  private static func map(_ value: FlagValue) -> [String: String] {
    if case .map(let pairs) = value { return pairs }
    let pairs = list(value).map { item in
      let halves = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(halves[0]), halves.count > 1 ? String(halves[1]) : "")
    }
    return Dictionary(pairs, uniquingKeysWith: { $1 })
  }

  private typealias Path<Value> = WritableKeyPath<ControllerFlags, Value> & Sendable

  private static let strings: [String: any Path<String>] = [
    "ingress-class": \.ingressClass,
    "watch-namespace": \.watchNamespace,
    "default-pca-arn": \.defaultPCAARN,
    "default-ssl-policy": \.defaultSSLPolicy,
    "default-target-type": \.defaultTargetType,
    "default-load-balancer-scheme": \.defaultLoadBalancerScheme,
    "backend-security-group": \.backendSecurityGroup,
    "required-secrets-label": \.requiredSecretsLabel,
    "load-balancer-class": \.loadBalancerClass,
  ]

  private static let booleans: [String: any Path<Bool>] = [
    "disable-ingress-class-annotation": \.disableIngressClassAnnotation,
    "disable-ingress-group-name-annotation": \.disableIngressGroupNameAnnotation,
    "tolerate-non-existent-backend-service": \.tolerateNonExistentBackendService,
    "tolerate-non-existent-backend-action": \.tolerateNonExistentBackendAction,
    "enable-backend-security-group": \.enableBackendSecurityGroup,
    "enable-manage-backend-security-group-rules": \.enableManageBackendSecurityGroupRules,
    "disable-restricted-sg-rules": \.disableRestrictedSecurityGroupRules,
    "enable-waf": \.enableWAF,
    "enable-wafv2": \.enableWAFv2,
    "enable-shield": \.enableShield,
  ]

  private static let lists: [String: any Path<[String]>] = [
    "allowed-certificate-authority-arns": \.allowedCertificateAuthorityARNs,
    "external-managed-tags": \.externalManagedTags,
  ]

  /// Flags that change nothing in a model.
  private static let withoutInfluence: Set<String> = [
    "kubeconfig", "metrics-bind-addr", "health-probe-bind-addr", "webhook-bind-port", "enable-leader-election",
    "leader-election-id", "leader-election-namespace", "sync-period", "log-level", "service-max-concurrent-reconciles",
    "targetgroupbinding-max-concurrent-reconciles", "ingress-max-concurrent-reconciles", "aws-region",
    "aws-api-throttle", "aws-vpc-id", "aws-max-retries", "enable-pod-readiness-gate-inject", "webhook-cert-dir",
    "webhook-cert-file", "webhook-key-file", "targetgroupbinding-max-exponential-backoff-delay",
    "enable-endpoint-slices", "aws-api-endpoints", "service-target-eni-security-group-tags", "aws-vpc-tags",
    "aws-vpc-tag-key", "lb-stabilization-monitor-interval", "gateway-class-max-concurrent-reconciles",
    "alb-gateway-max-concurrent-reconciles", "nlb-gateway-max-concurrent-reconciles", "kube-ca-pem-filepath",
    "globalaccelerator-max-concurrent-reconciles", "max-targets-per-target-group",
    "quic-environment-variable-name", "globalaccelerator-max-exponential-backoff-delay",
    "targetgroupbinding-requeue-duration",
  ]
}
