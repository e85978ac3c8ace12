import Manifests
import Testing

@Suite struct ObjectTests {
  @Test func anIngressIsReadWithThePlaceOfEveryValue() throws {
    let objects = read(
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          alb.ingress.kubernetes.io/scheme: "internal"
          empty:
      spec:
        ingressClassName: alb
        defaultBackend:
          resource: {kind: Bucket, name: b}
        tls:
        - hosts: [a.example.com]
          secretName: cert
        rules:
        - host: shop.example.com
          http:
            paths:
            - path: /
              pathType: Prefix
              backend: {service: {name: shop, port: {number: 80}}}
            - backend: {service: {name: shop, port: {name: http}}}
        - {}
      """)
    #expect(objects.problems.isEmpty)
    let ingress = try #require(objects.ingresses.first)
    #expect(ingress.metadata.objectName.description == "default/web")
    #expect(ingress.metadata.name.span.text == "4:9-4:12")
    #expect(ingress.metadata.namespace == nil)
    #expect(ingress.metadata.node?["kind"]?.text == "Ingress")
    let scheme = try #require(ingress.metadata.annotations["alb.ingress.kubernetes.io/scheme"])
    #expect(scheme.value.value == "internal")
    #expect(scheme.key.span.text == "6:5-6:37")
    #expect(scheme.value.span.text == "6:39-6:49")
    // null is no text, and Go makes the empty text of it.
    #expect(ingress.metadata.annotations["empty"]?.value.value == "")
    #expect(ingress.className?.value == "alb")
    #expect(ingress.defaultBackend?.hasResource == true)
    #expect(ingress.tls.first?.hosts.map(\.value) == ["a.example.com"])
    #expect(ingress.tls.first?.secretName?.span.text == "14:17-14:21")
    #expect(ingress.rules.map(\.host?.value) == ["shop.example.com", nil])
    #expect(ingress.rules.map(\.paths?.count) == [2, nil])
    let paths = try #require(ingress.rules.first?.paths)
    #expect(paths[0].path?.value == "/")
    #expect(paths[0].backend.service?.portNumber?.value == 80)
    #expect(paths[0].backend.service?.portNumber?.span.text == "21:56-21:58")
    #expect(paths[1].path == nil)
    #expect(paths[1].backend.service?.portName?.value == "http")
    #expect(paths[1].backend.service?.portNumber == nil)
  }

  @Test func aServiceIsReadAsWritten() throws {
    let objects = read(
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop, labels: {app: web}, finalizers: [x/y]}
      spec:
        type: LoadBalancer
        loadBalancerClass: service.k8s.aws/nlb
        externalTrafficPolicy: Local
        healthCheckNodePort: 31000
        allocateLoadBalancerNodePorts: no
        loadBalancerSourceRanges: [10.0.0.0/8, ]
        ipFamilies: [IPv4]
        ports:
        - {port: 80, targetPort: http, name: web}
        - {port: 0x1bb, targetPort: 8443, protocol: TCP, nodePort: 30443, appProtocol: https}
        - {port: 8e1, targetPort: null}
      """)
    #expect(objects.problems.isEmpty)
    let service = try #require(objects.service(ObjectName(namespace: "shop", name: "web")))
    #expect(service.type?.value == "LoadBalancer")
    #expect(service.loadBalancerClass?.value == "service.k8s.aws/nlb")
    #expect(service.healthCheckNodePort?.value == 31000)
    #expect(service.allocateLoadBalancerNodePorts?.value == false)
    #expect(service.loadBalancerSourceRanges.map(\.value) == ["10.0.0.0/8"])
    #expect(service.ports.map(\.port.value) == [80, 443, 80])
    #expect(service.ports.map(\.targetPort?.value) == [.name("http"), .number(8443), nil])
    #expect(service.ports[1].nodePort?.value == 30443)
    #expect(service.metadata.labels == ["app": "web"])
    #expect(service.metadata.finalizers == ["x/y"])
  }

  @Test func classesAndTheirParametersAreClusterScoped() throws {
    let objects = read(
      """
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata: {name: alb, namespace: dropped}
      spec:
        controller: ingress.k8s.aws/alb
        parameters: {apiGroup: elbv2.k8s.aws, kind: IngressClassParams, name: params}
      ---
      apiVersion: elbv2.k8s.aws/v1beta1
      kind: IngressClassParams
      metadata: {name: params}
      spec:
        group: {}
        scheme: internal
        sslPolicy: ""
        certificateArn: [arn:a]
        subnets: {tags: {b: [v, w], a: []}}
        namespaceSelector: {matchLabels: {team: a}, matchExpressions: [{key: k, operator: In, values: [v]}]}
        listeners: [{protocol: HTTPS, port: 443, listenerAttributes: [{key: k, value: v}]}]
        minimumLoadBalancerCapacity: {capacityUnits: 100}
        ipamConfiguration: {ipv4IPAMPoolId: pool}
        PrefixListsIDs: [pl-1]
        wafv2AclArn: arn:waf
      """)
    #expect(objects.problems.isEmpty)
    #expect(objects.unknownFields.isEmpty)
    let ingressClass = try #require(objects.ingressClass("alb"))
    #expect(ingressClass.metadata.objectName.description == "alb")
    #expect(ingressClass.parameters?.name.value == "params")
    let params = try #require(objects.ingressClassParams("params"))
    #expect(params.groupName?.value == "")
    #expect(params.scheme?.value == "internal")
    #expect(params.sslPolicy == nil)
    #expect(params.subnets?.tags?.map(\.key.value) == ["b", "a"])
    #expect(params.subnets?.tags?.map { $0.values.map(\.value) } == [["v", "w"], []])
    #expect(params.namespaceSelector?.matchLabels.map(\.value.value) == ["a"])
    #expect(params.namespaceSelector?.matchExpressions.first?.values.map(\.value) == ["v"])
    #expect(params.listeners.first?.port?.value == 443)
    #expect(params.listeners.first?.attributes.first?.key.value == "k")
    #expect(params.minimumCapacityUnits?.value == 100)
    #expect(params.ipv4IPAMPoolID?.value == "pool")
    #expect(params.legacyPrefixListIDs.map(\.value) == ["pl-1"])
    #expect(params.wafv2ACLARN?.value == "arn:waf")
  }

  @Test func itemsOfListsAreObjects() {
    let service = "{apiVersion: v1, kind: Service, metadata: {name: a}}"
    let objects = read(
      """
      apiVersion: v1
      kind: List
      items:
      - \(service)
      - apiVersion: v1
        kind: List
        items: [{apiVersion: v1, kind: Namespace, metadata: {name: e}}]
      - apiVersion: networking.k8s.io/v1
        kind: IngressList
        items:
        - metadata: {name: b}
        - {apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: c}}
      - {apiVersion: apps/v1, kind: Deployment, metadata: {name: d}}
      """)
    #expect(objects.problems.isEmpty)
    #expect(objects.services.map(\.metadata.name.value) == ["a"])
    #expect(objects.namespaces.map(\.metadata.name.value) == ["e"])
    #expect(objects.ingresses.map(\.metadata.name.value) == ["b", "c"])
  }

  @Test func ofOneNameTheLastObjectCounts() throws {
    let objects = read(
      """
      apiVersion: v1
      kind: Service
      metadata: {name: a, labels: {k: "1"}}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: a, namespace: other}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: a, namespace: default, labels: {k: "2"}}
      """)
    #expect(objects.services.map(\.metadata.objectName.description) == ["other/a", "default/a"])
    #expect(objects.service(ObjectName(namespace: "default", name: "a"))?.metadata.labels == ["k": "2"])
    let problem = try #require(objects.problems.first)
    #expect(problem.kind == .replacedObject)
    #expect(problem.object == "Service default/a")
    #expect(problem.span.text == "3:18-3:19")
    #expect(problem.related?.text == "11:18-11:19")
  }

  @Test func theNamespaceOfTheRequestIsTheUsersChoice() {
    let file = source("apiVersion: v1\nkind: Service\nmetadata: {name: a}\n")
    #expect(readManifests([file], defaultNamespace: "shop").services.first?.metadata.objectName.description == "shop/a")
  }

  @Test func valuesOfAWrongTypeKeepTheObjectOut() {
    let objects = read(
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          bool: true
          number: 443
          list: [{"HTTP": 80}]
          text: ok
        labels: text
      spec:
        rules:
        - http: {paths: [{backend: {service: {name: shop, port: {number: "80"}}}}]}
        - http: {paths: [{backend: {service: {name: 7, port: {number: 3000000000}}}}]}
        tls: {}
      """)
    #expect(objects.ingresses.isEmpty)
    #expect(objects.problems.allSatisfy { $0.kind == .wrongType && $0.object == "Ingress default/web" })
    #expect(
      objects.problems.map { "\($0.span.start.text) \($0.message)" } == [
        "6:11 metadata.annotations[\"bool\"] must be a string, this is a boolean: put it in quotes",
        "7:13 metadata.annotations[\"number\"] must be a string, this is a number: put it in quotes",
        "8:11 metadata.annotations[\"list\"] must be a string, this is a list",
        "10:11 metadata.labels must be a mapping, this is a string",
        "13:68 spec.rules[0].http.paths[0].backend.service.port.number must be an integer, this is a string",
        "14:47 spec.rules[1].http.paths[0].backend.service.name must be a string, this is a number: put it in quotes",
        "14:65 spec.rules[1].http.paths[0].backend.service.port.number is out of range: 3000000000",
        "15:8 spec.tls must be a list, this is a mapping",
      ])
  }

  @Test(arguments: [
    "port: 80.5", "port: 80, nodePort: 1e10", "port: 80, targetPort: true", "port: [80]", "port: 80, name: 1",
  ])
  func portsAreCheckedLikeTheAPIServerDoes(_ port: String) {
    let objects = read("apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{\(port)}]}\n")
    #expect(objects.services.isEmpty)
    #expect(objects.problems.map(\.kind) == [.wrongType])
  }

  @Test func timesMustBeTimes() {
    func kinds(_ time: String) -> [ManifestProblem.Kind] {
      read("apiVersion: v1\nkind: Service\nmetadata: {name: a, creationTimestamp: \(time)}\n").problems.map(\.kind)
    }
    #expect(kinds("null") == [])
    #expect(kinds("2024-01-31T12:00:00Z") == [])
    #expect(kinds("\"2024-01-31T12:00:00+02:00\"") == [])
    #expect(kinds("2024-01-31") == [.wrongType])
    #expect(kinds("5") == [.wrongType])
  }

  @Test func fieldsThatKubernetesDropsAreListed() throws {
    let objects = read(
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: web}
      spec:
        Rules: []
        rules:
        - http: {paths: [{path: /, backend: {serviceName: shop}}]}
      """)
    #expect(objects.problems.isEmpty)
    #expect(objects.ingresses.count == 1)
    #expect(objects.unknownFields.map(\.path) == ["spec.Rules", "spec.rules[0].http.paths[0].backend.serviceName"])
    let field = try #require(objects.unknownFields.last)
    #expect(field.span.text == "7:40-7:51")
    #expect(field.knownNames == ["service", "resource"])
    #expect(field.object == "Ingress default/web")
  }

  @Test(arguments: [
    ("extensions/v1beta1", "Ingress", ManifestProblem.Kind.removedAPIVersion),
    ("networking.k8s.io/v1beta1", "Ingress", .removedAPIVersion),
    ("networking.k8s.io/v1beta1", "IngressClass", .removedAPIVersion), ("v1", "Ingress", .unknownAPIVersion),
    ("apps/v1", "Service", .unknownAPIVersion), ("elbv2.k8s.aws/v1alpha1", "IngressClassParams", .unknownAPIVersion),
  ])
  func versionsThatAreNotServedKeepTheObjectOut(
    _ example: (version: String, kind: String, problem: ManifestProblem.Kind)
  ) {
    let objects = read("apiVersion: \(example.version)\nkind: \(example.kind)\nmetadata: {name: a}\n")
    #expect(objects.problems.map { "\($0.kind) \($0.span.start.text)" } == ["\(example.problem) 1:13"])
    #expect(objects.ingresses.isEmpty && objects.services.isEmpty && objects.ingressClasses.isEmpty)
  }

  @Test(arguments: [
    "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: a}\n",
    "apiVersion: eks.amazonaws.com/v1\nkind: IngressClassParams\nmetadata: {name: a}\n",
    "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: 5}\n", "replicaCount: 1\n", "- 1\n", "text\n",
    "kind: {}\n", "kind: List\nitems: {}\n", "kind: List\nitems: [1, null]\n", "resources: [a.yaml]\n",
  ])
  func whatTheControllerDoesNotReadIsPassedOver(_ text: String) {
    let objects = read(text)
    #expect(objects.problems.isEmpty)
    #expect(objects.services.isEmpty && objects.ingressClassParams.isEmpty)
  }

  @Test func whatIsMissingIsSaid() {
    #expect(read("kind: Service\nmetadata: {name: a}\n").problems.map(\.kind) == [.missingField])
    #expect(read("apiVersion: v1\nkind: Service\n").problems.map(\.kind) == [.missingField])
    #expect(read("apiVersion: v1\nkind: Service\nmetadata: {generateName: a-}\n").problems.isEmpty)
  }

  @Test func filesKeepTheirOwnPlaces() {
    let files = (0..<2).map { source("apiVersion: v1\nkind: Service\nmetadata: {name: s\($0)}\n", id: $0) }
    #expect(readManifests(files).services.map(\.metadata.span.file) == [FileID(0), FileID(1)])
  }

  @Test func anObjectThroughAnAliasIsAnObject() {
    let objects = read(
      "apiVersion: v1\nkind: List\nitems:\n- &a {apiVersion: v1, kind: Service, metadata: {name: x}}\n- {<<: *a, metadata: {name: z}}\n"
    )
    #expect(objects.services.map(\.metadata.name.value) == ["x", "z"])
    #expect(objects.problems.isEmpty)
  }
}
