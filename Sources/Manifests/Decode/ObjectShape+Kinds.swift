extension CompiledShape {
  static let ingress = CompiledShape(.ingress)
  static let service = CompiledShape(.service)
  static let ingressClass = CompiledShape(.ingressClass)
  static let ingressClassParams = CompiledShape(.ingressClassParams)
  static let namespace = CompiledShape(.namespace)
  static let secret = CompiledShape(.secret)
}

extension ObjectShape {
  // The whole object of each kind that is read, from Kubernetes 1.34's API and the controller's CRD.
  fileprivate static let ingress = kind(spec: .object(ingressSpec), status: .object(loadBalancerStatus))
  fileprivate static let service = kind(spec: .object(serviceSpec), status: .object(serviceStatus))
  fileprivate static let ingressClass = kind(spec: .object(ingressClassSpec))
  fileprivate static let ingressClassParams = kind(spec: .object(ingressClassParamsSpec))
  fileprivate static let namespace = kind(
    spec: .object(ObjectShape(["finalizers": .list(.string)])),
    status: .object(ObjectShape(["phase": .string, "conditions": .list(.anything)])))
  fileprivate static let secret = ObjectShape([
    "apiVersion": .string, "kind": .string, "metadata": .object(metadata), "type": .string, "immutable": .boolean,
    "data": .map(.anything), "stringData": .map(.anything),
  ])

  private static func kind(spec: FieldShape, status: FieldShape? = nil) -> ObjectShape {
    guard let status else {
      return ObjectShape(["apiVersion": .string, "kind": .string, "metadata": .object(metadata), "spec": spec])
    }
    return ObjectShape([
      "apiVersion": .string, "kind": .string, "metadata": .object(metadata), "spec": spec, "status": status,
    ])
  }

  private static let metadata = ObjectShape([
    "name": .string, "generateName": .string, "namespace": .string, "selfLink": .string, "uid": .string,
    "resourceVersion": .string, "generation": .int64, "creationTimestamp": .time, "deletionTimestamp": .time,
    "deletionGracePeriodSeconds": .int64, "labels": .map(.string), "annotations": .map(.string),
    "ownerReferences": .list(
      .object(
        ObjectShape([
          "apiVersion": .string, "kind": .string, "name": .string, "uid": .string, "controller": .boolean,
          "blockOwnerDeletion": .boolean,
        ]))),
    "finalizers": .list(.string),
    "managedFields": .list(
      .object(
        ObjectShape([
          "manager": .string, "operation": .string, "apiVersion": .string, "time": .time, "fieldsType": .string,
          "fieldsV1": .anything, "subresource": .string,
        ]))),
  ])

  // MARK: networking.k8s.io/v1

  private static let ingressSpec = ObjectShape([
    "ingressClassName": .string,
    "defaultBackend": .object(ingressBackend),
    "tls": .list(.object(ObjectShape(["hosts": .list(.string), "secretName": .string]))),
    "rules": .list(
      .object(
        ObjectShape([
          "host": .string,
          "http": .object(
            ObjectShape([
              "paths": .list(
                .object(
                  ObjectShape(["path": .string, "pathType": .string, "backend": .object(ingressBackend)])))
            ])),
        ]))),
  ])

  private static let ingressBackend = ObjectShape([
    "service": .object(
      ObjectShape([
        "name": .string, "port": .object(ObjectShape(["name": .string, "number": .int32])),
      ])),
    "resource": .object(ObjectShape(["apiGroup": .string, "kind": .string, "name": .string])),
  ])

  private static let ingressClassSpec = ObjectShape([
    "controller": .string,
    "parameters": .object(
      ObjectShape([
        "apiGroup": .string, "kind": .string, "name": .string, "scope": .string, "namespace": .string,
      ])),
  ])

  private static let loadBalancerStatus = ObjectShape([
    "loadBalancer": .object(
      ObjectShape([
        "ingress": .list(
          .object(
            ObjectShape([
              "ip": .string, "hostname": .string, "ipMode": .string,
              "ports": .list(
                .object(ObjectShape(["port": .int32, "protocol": .string, "error": .string]))),
            ])))
      ]))
  ])

  // MARK: v1

  private static let serviceSpec = ObjectShape([
    "ports": .list(
      .object(
        ObjectShape([
          "name": .string, "protocol": .string, "appProtocol": .string, "port": .int32, "targetPort": .intOrString,
          "nodePort": .int32,
        ]))),
    "selector": .map(.string), "type": .string, "clusterIP": .string, "clusterIPs": .list(.string),
    "externalIPs": .list(.string), "sessionAffinity": .string, "loadBalancerIP": .string,
    "loadBalancerSourceRanges": .list(.string), "externalName": .string, "externalTrafficPolicy": .string,
    "healthCheckNodePort": .int32, "publishNotReadyAddresses": .boolean,
    "sessionAffinityConfig": .object(
      ObjectShape(["clientIP": .object(ObjectShape(["timeoutSeconds": .int32]))])),
    "ipFamilies": .list(.string), "ipFamilyPolicy": .string, "allocateLoadBalancerNodePorts": .boolean,
    "loadBalancerClass": .string, "internalTrafficPolicy": .string, "trafficDistribution": .string,
  ])

  private static let serviceStatus = ObjectShape([
    "loadBalancer": loadBalancerStatus.fields[0].shape,
    "conditions": .list(
      .object(
        ObjectShape([
          "type": .string, "status": .string, "observedGeneration": .int64, "lastTransitionTime": .time,
          "reason": .string, "message": .string,
        ]))),
  ])

  // MARK: elbv2.k8s.aws/v1beta1

  private static let ingressClassParamsSpec = ObjectShape([
    "loadBalancerName": .string, "certificateArn": .list(.string), "namespaceSelector": .object(labelSelector),
    "group": .object(ObjectShape(["name": .string])), "scheme": .string, "inboundCIDRs": .list(.string),
    "sslPolicy": .string, "sslRedirectPort": .string,
    "subnets": .object(ObjectShape(["ids": .list(.string), "tags": .map(.list(.string))])),
    "ipAddressType": .string, "tags": .list(.object(keyValue)), "targetType": .string,
    "loadBalancerAttributes": .list(.object(keyValue)),
    "listeners": .list(
      .object(
        ObjectShape([
          "protocol": .string, "port": .int32, "listenerAttributes": .list(.object(keyValue)),
        ]))),
    "minimumLoadBalancerCapacity": .object(ObjectShape(["capacityUnits": .int32])),
    "ipamConfiguration": .object(ObjectShape(["ipv4IPAMPoolId": .string])),
    "PrefixListsIDs": .list(.string), "prefixListsIDs": .list(.string), "wafv2AclArn": .string,
    "wafv2AclName": .string,
  ])

  private static let keyValue = ObjectShape(["key": .string, "value": .string])

  private static let labelSelector = ObjectShape([
    "matchLabels": .map(.string),
    "matchExpressions": .list(
      .object(ObjectShape(["key": .string, "operator": .string, "values": .list(.string)]))),
  ])
}
