// The whole object of each kind that is read, from Kubernetes 1.34's API and the controller's CRD.
extension CompiledShape {
  static let ingress = kind(spec: ShapeText.ingressSpec, status: ShapeText.loadBalancerStatus)
  static let service = kind(spec: ShapeText.serviceSpec, status: ShapeText.serviceStatus)
  static let ingressClass = kind(spec: ShapeText.ingressClassSpec)
  static let ingressClassParams = kind(spec: ShapeText.ingressClassParamsSpec)
  static let namespace = kind(
    spec: "{finalizers: [string]}", status: "{phase: string, conditions: [anything]}")
  static let secret = CompiledShape(
    """
    {apiVersion: string, kind: string, metadata: \(ShapeText.metadata), type: string, immutable: boolean,
    data: <anything>, stringData: <anything>}
    """)

  private static func kind(spec: String, status: String? = nil) -> CompiledShape {
    var text = "{apiVersion: string, kind: string, metadata: " + ShapeText.metadata + ", spec: " + spec
    if let status { text += ", status: " + status }
    return CompiledShape(text + "}")
  }
}

private enum ShapeText {
  static var metadata: String {
    """
    {name: string, generateName: string, namespace: string, selfLink: string, uid: string,
    resourceVersion: string, generation: int64, creationTimestamp: time, deletionTimestamp: time,
    deletionGracePeriodSeconds: int64, labels: <string>, annotations: <string>,
    ownerReferences: [
      {apiVersion: string, kind: string, name: string, uid: string, controller: boolean, blockOwnerDeletion: boolean}],
    finalizers: [string],
    managedFields: [
      {manager: string, operation: string, apiVersion: string, time: time, fieldsType: string,
      fieldsV1: anything, subresource: string}]}
    """
  }

  // MARK: networking.k8s.io/v1

  static var ingressSpec: String {
    """
    {ingressClassName: string, defaultBackend: \(ingressBackend),
    tls: [{hosts: [string], secretName: string}],
    rules: [{
      host: string,
      http: {paths: [{path: string, pathType: string, backend: \(ingressBackend)}]}}]}
    """
  }

  private static var ingressBackend: String {
    """
    {service: {name: string, port: {name: string, number: int32}},
    resource: {apiGroup: string, kind: string, name: string}}
    """
  }

  static var ingressClassSpec: String {
    """
    {controller: string,
    parameters: {apiGroup: string, kind: string, name: string, scope: string, namespace: string}}
    """
  }

  static var loadBalancerStatus: String {
    """
    {loadBalancer: {ingress: [
      {ip: string, hostname: string, ipMode: string, ports: [{port: int32, protocol: string, error: string}]}]}}
    """
  }

  // MARK: v1

  static var serviceSpec: String {
    """
    {ports: [
      {name: string, protocol: string, appProtocol: string, port: int32, targetPort: intOrString, nodePort: int32}],
    selector: <string>, type: string, clusterIP: string, clusterIPs: [string],
    externalIPs: [string], sessionAffinity: string, loadBalancerIP: string,
    loadBalancerSourceRanges: [string], externalName: string, externalTrafficPolicy: string,
    healthCheckNodePort: int32, publishNotReadyAddresses: boolean,
    sessionAffinityConfig: {clientIP: {timeoutSeconds: int32}},
    ipFamilies: [string], ipFamilyPolicy: string, allocateLoadBalancerNodePorts: boolean,
    loadBalancerClass: string, internalTrafficPolicy: string, trafficDistribution: string}
    """
  }

  static var serviceStatus: String {
    loadBalancerStatus.dropLast() + """
      , conditions: [
        {type: string, status: string, observedGeneration: int64, lastTransitionTime: time, reason: string,
        message: string}]}
      """
  }

  // MARK: elbv2.k8s.aws/v1beta1

  static var ingressClassParamsSpec: String {
    """
    {loadBalancerName: string, certificateArn: [string],
    namespaceSelector: {
      matchLabels: <string>, matchExpressions: [{key: string, operator: string, values: [string]}]},
    group: {name: string}, scheme: string, inboundCIDRs: [string], sslPolicy: string, sslRedirectPort: string,
    subnets: {ids: [string], tags: <[string]>},
    ipAddressType: string, tags: [\(keyValue)], targetType: string,
    loadBalancerAttributes: [\(keyValue)],
    listeners: [{protocol: string, port: int32, listenerAttributes: [\(keyValue)]}],
    minimumLoadBalancerCapacity: {capacityUnits: int32}, ipamConfiguration: {ipv4IPAMPoolId: string},
    PrefixListsIDs: [string], prefixListsIDs: [string], wafv2AclArn: string, wafv2AclName: string}
    """
  }

  private static var keyValue: String { "{key: string, value: string}" }
}
