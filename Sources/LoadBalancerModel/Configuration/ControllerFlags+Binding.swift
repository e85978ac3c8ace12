import Manifests

extension ControllerFlags {
  /// Sets one flag as the command line of the controller of that release would; throws when it would not start.
  mutating func set(_ setting: FlagSetting, in version: ControllerVersion) throws(StartupRefusal) {
    guard let flag = ControllerFlag.named(setting.name) else {
      let nearest = NearestName.of(setting.name, among: ControllerFlag.all.map(\.name))
      throw StartupRefusal(
        "unknown flag: --\(setting.name)", hint: nearest.map { "did you mean \"\($0)\"?" }, at: setting.nameSpan)
    }
    guard flag.since <= version else {
      throw StartupRefusal(
        "unknown flag: --\(setting.name)", hint: version.lacks(since: flag.since), at: setting.nameSpan)
    }
    do throws(FlagText.Failure) {
      try set(flag, setting)
    } catch {
      throw StartupRefusal(
        "invalid argument \(GoText.quote(setting.value.text)) for \"--\(flag.name)\" flag: \(error.reason)",
        at: setting.valueSpan)
    }
  }

  private mutating func set(_ flag: ControllerFlag, _ setting: FlagSetting) throws(FlagText.Failure) {
    switch flag.type {
    case .string: set(flag.name, string: setting.value.text)
    case .bool: set(flag.name, bool: try FlagText.bool(setting.value.text))
    case .list: set(flag.name, list: setting.value.list)
    case .map: set(flag.name, map: try setting.value.map)
    case .int: try FlagText.checkInteger(setting.value.text)
    case .duration: try FlagText.checkDuration(setting.value.text)
    case .featureGates, .throttle: break
    }
  }

  private mutating func set(_ name: String, string value: String) {
    switch name {
    case "backend-security-group": backendSecurityGroup = value
    case "default-load-balancer-scheme": defaultLoadBalancerScheme = value
    case "default-pca-arn": defaultPCAARN = value
    case "default-ssl-policy": defaultSSLPolicy = value
    case "default-target-type": defaultTargetType = value
    case "ingress-class": ingressClass = value
    case "load-balancer-class": loadBalancerClass = value
    case "required-secrets-label": requiredSecretsLabel = value
    case "watch-namespace": watchNamespace = value
    default: break
    }
  }

  private mutating func set(_ name: String, bool value: Bool) {
    switch name {
    case "disable-ingress-class-annotation": disableIngressClassAnnotation = value
    case "disable-ingress-group-name-annotation": disableIngressGroupNameAnnotation = value
    case "disable-restricted-sg-rules": disableRestrictedSecurityGroupRules = value
    case "enable-backend-security-group": enableBackendSecurityGroup = value
    case "enable-manage-backend-security-group-rules": enableManageBackendSecurityGroupRules = value
    case "enable-shield": enableShield = value
    case "enable-waf": enableWAF = value
    case "enable-wafv2": enableWAFv2 = value
    case "tolerate-non-existent-backend-action": tolerateNonExistentBackendAction = value
    case "tolerate-non-existent-backend-service": tolerateNonExistentBackendService = value
    default: break
    }
  }

  private mutating func set(_ name: String, list value: [String]) {
    switch name {
    case "allowed-certificate-authority-arns": allowedCertificateAuthorityARNs = value
    case "external-managed-tags": externalManagedTags = value
    default: break
    }
  }

  private mutating func set(_ name: String, map value: [String: String]) {
    if name == "default-tags" { defaultTags = value }
  }
}

extension FlagSetting.Value {
  /// As on a command line.
  package var text: String {
    switch self {
    case .text(let text): text
    case .list(let items): items.joined(separator: ",")
    case .map(let pairs): pairs.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    }
  }

  fileprivate var list: [String] {
    if case .list(let items) = self { items } else { FlagText.list(text) }
  }

  fileprivate var map: [String: String] {
    get throws(FlagText.Failure) {
      if case .map(let pairs) = self {
        return Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
      }
      return try FlagText.map(text)
    }
  }
}
