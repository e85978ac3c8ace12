/// The controller's flags that influence a model or an admission decision, with the controller's defaults.
///
/// Source: `pkg/config/*.go`. Names are the flags' own in camel case.
package struct ControllerFlags: Sendable {
  package var ingressClass = "alb"
  package var watchNamespace = ""
  package var disableIngressClassAnnotation = false
  package var disableIngressGroupNameAnnotation = false
  package var tolerateNonExistentBackendService = true
  package var tolerateNonExistentBackendAction = true
  package var allowedCertificateAuthorityARNs: [String] = []
  package var defaultPCAARN = ""
  package var defaultTags: [String: String] = [:]
  package var externalManagedTags: [String] = []
  package var defaultSSLPolicy = "ELBSecurityPolicy-2016-08"
  package var defaultTargetType = "instance"
  package var defaultLoadBalancerScheme = "internal"
  package var enableBackendSecurityGroup = true
  package var enableManageBackendSecurityGroupRules = false
  package var backendSecurityGroup = ""
  package var disableRestrictedSecurityGroupRules = false
  package var requiredSecretsLabel = ""
  package var loadBalancerClass = "service.k8s.aws/nlb"
  package var enableWAF = true
  package var enableWAFv2 = true
  package var enableShield = true

  package init() {}
}
