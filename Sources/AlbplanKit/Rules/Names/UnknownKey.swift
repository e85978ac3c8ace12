import LoadBalancerModel

/// What a key that no release reads was meant to be, if it was meant for the controller at all.
struct UnknownKey {
  var suggestion: AnnotationCatalogue.Suggestion?
  /// Renaming it is plainly what was meant.
  var isCertain = false

  /// `nil` for a key that may well be another program's.
  init?(_ key: String) {
    guard let slash = key.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let prefix = NameForm.lowercased(String(key[..<slash]))
    let name = String(key[key.utf8.index(after: slash)...])
    let nearest = AnnotationCatalogue.standard.nearest(to: key)
    switch prefix {
    case "alb.ingress.kubernetes.io":
      suggestion = nearest
    case "service.beta.kubernetes.io":
      let isOurs = NameForm.lowercased(name).utf8.starts(with: "aws-load-balancer-".utf8)
      // Other clouds use this prefix as well.
      let isNear = nearest?.isCertain == true || name.contains("load-balancer") && !Self.isOfOtherCloud(name)
      guard isOurs || isNear && nearest != nil else { return nil }
      suggestion = nearest
    default:
      guard Self.isMistaken(prefix), !Self.keysOfOthers.contains(key), let nearest, nearest.isCertain else {
        return nil
      }
      suggestion = nearest
    }
    if let suggestion, suggestion.isCertain { isCertain = !Self.hasOtherSyntax(key) }
  }

  /// Prefixes that people take for the controller's.
  private static let mistakenPrefixes: Set<String> = [
    "service.kubernetes.io", "ingress.kubernetes.io", "lb.ingress.kubernetes.io", "elb.ingress.kubernetes.io",
    "alb.kubernetes.io", "alb.ingress.k8s.io", "alb.ingress.k8s.aws", "ingress.k8s.aws", "service.k8s.aws",
    "elbv2.k8s.aws", "service.beta.k8s.io", "service.alpha.kubernetes.io", "alb.ingress.kubernetes.com",
    "alb.ingress.kubernetes", "alb.networking.k8s.io", "alb.networking.kubernetes.io",
  ]

  private static func isMistaken(_ prefix: String) -> Bool {
    mistakenPrefixes.contains(prefix)
      || ["alb.ingress.kubernetes.io", "service.beta.kubernetes.io"].contains {
        EditDistance.between(prefix, $0, atMost: 2) != nil
      }
  }

  /// What other controllers read under one of these prefixes.
  private static let keysOfOthers: Set<String> = [
    "ingress.kubernetes.io/ssl-redirect", "ingress.kubernetes.io/auth-type", "ingress.kubernetes.io/backend-protocol",
    "ingress.kubernetes.io/ssl-policy",
  ]

  private static func isOfOtherCloud(_ name: String) -> Bool {
    [
      "azure-", "do-", "oci-", "linode-", "gcp-", "ibm-", "scw-", "exoscale-", "openstack-", "vultr-", "external-",
      "internal-", "huawei-", "alibaba-", "alicloud-", "tencent-", "brightbox-", "upcloud-", "civo-", "hcloud-",
      "equinix-", "yandex-", "nutanix-", "vsphere-",
    ].contains { name.utf8.starts(with: $0.utf8) }
  }

  /// The annotation that was meant takes another kind of value.
  private static func hasOtherSyntax(_ key: String) -> Bool {
    ["/wafv2-acl-id", "/backend-protocol-http2"].contains { key.hasSuffix($0) }
  }
}
