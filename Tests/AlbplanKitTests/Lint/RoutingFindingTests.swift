import AlbplanKit
import LoadBalancerModel
import TestSupport
import Testing

/// What the rules on routing make of the order of rules, of near names and of wildcards.
@Suite struct RoutingFindingTests {
  private func ingress(_ paths: [(path: String, type: String, service: String)], host: String? = nil) -> String {
    let lines = paths.map { path in
      "        - {path: \"\(path.path)\", pathType: \(path.type), "
        + "backend: {service: {name: \(path.service), port: {number: 80}}}}"
    }
    return """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: web, namespace: shop}
      spec:
        ingressClassName: alb
        rules:
        - \(host.map { "host: \"\($0)\"\n    http:" } ?? "http:")
            paths:
      \(lines.joined(separator: "\n"))

      """
  }

  private func shadowed(_ manifest: String) -> [String] {
    let run = LintRun(manifest)
    return run.findings(of: .shadowedRule).map(run.text(under:))
  }

  @Test(arguments: [
    ("/a/*", "/a/b"), ("/a*", "/a?c"), ("/*/b", "/a/b"), ("/a?", "/ab"), ("/*", "/"), ("/a*z", "/a*b*z"),
    ("/a/*", "/a/*/c"),
  ])
  func aPatternHidesWhatItCovers(_ first: String, _ second: String) {
    let found = shadowed(ingress([(first, "ImplementationSpecific", "a"), (second, "ImplementationSpecific", "b")]))
    #expect(found == ["\"\(second)\""])
  }

  @Test(arguments: [
    ("/a/*", "/a"), ("/a?", "/a*"), ("/a/?", "/a/bc"), ("/a*", "/b"), ("/ab*", "/a*"), ("/A/*", "/a/b"),
    ("/?b", "/?b*"),
  ])
  func aPatternHidesNothingElse(_ first: String, _ second: String) {
    let found = shadowed(ingress([(first, "ImplementationSpecific", "a"), (second, "ImplementationSpecific", "b")]))
    #expect(found.isEmpty)
  }

  @Test func aHostWithAWildcardHidesHostsBelowIt() {
    let general = ingress([("/", "Prefix", "a")], host: "*.example.com")
    let special =
      ingress([("/", "Prefix", "b")], host: "x.example.com")
      .split(separator: "  rules:\n").last.map(String.init) ?? ""
    #expect(shadowed(general + special) == ["\"/\""])
  }

  @Test func theSameBackendBehindAnotherPathIsNoMistake() {
    #expect(shadowed(ingress([("/*", "ImplementationSpecific", "a"), ("/b", "ImplementationSpecific", "a")])).isEmpty)
  }

  @Test func aRedirectToHTTPSInFrontOfEverythingHidesNothing() {
    let manifest = """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        namespace: shop
        annotations:
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
          alb.ingress.kubernetes.io/actions.ssl-redirect: >-
            {"Type": "redirect", "RedirectConfig": {"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"}}
      spec:
        ingressClassName: alb
        rules:
        - host: a.example.com
          http:
            paths:
            - path: /*
              pathType: ImplementationSpecific
              backend: {service: {name: ssl-redirect, port: {name: use-annotation}}}
            - path: /*
              pathType: ImplementationSpecific
              backend: {service: {name: web, port: {number: 80}}}
        - host: b.example.com
          http:
            paths:
            - path: /*
              pathType: ImplementationSpecific
              backend: {service: {name: ssl-redirect, port: {name: use-annotation}}}
      """
    let run = LintRun(manifest)
    for rule in [LintRule.shadowedRule, .ruleDroppedByRedirect, .redirectToItself] {
      #expect(run.findings(of: rule).isEmpty, "\(run.findings(of: rule).map(\.message))")
    }
  }

  private func service(_ name: String, namespace: String = "shop") -> String {
    """
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: \(name), namespace: \(namespace)}
    spec: {type: NodePort, selector: {app: web}, ports: [{port: 80}]}

    """
  }

  @Test(arguments: [
    ("frontend", "frontned"), ("frontend", "fronted"), ("frontend", "front-end"), ("orders-api", "order-api"),
  ])
  func aSlipOfTheFingersIsFound(_ existing: String, _ written: String) {
    let run = LintRun(ingress([("/", "Prefix", written)]) + service(existing))
    #expect(run.findings(of: .missingBackendService).map(\.message.text).count == 1)
  }

  @Test(arguments: [("web-1", "web-2"), ("api-a", "api-b"), ("blue", "green"), ("web", "wab"), ("shop-v1", "shop-v10")])
  func siblingsAreNoSlips(_ existing: String, _ written: String) {
    let run = LintRun(ingress([("/", "Prefix", written)]) + service(existing))
    #expect(run.findings(of: .missingBackendService).isEmpty)
  }

  @Test func aServiceWithItsOwnIngressIsNotTheOneThatWasMeant() {
    let staging = ingress([("/", "Prefix", "frontend")]).replacing("namespace: shop", with: "namespace: staging")
    let production = ingress([("/", "Prefix", "frontend")])
    let run = LintRun(staging + "---\n" + production + service("frontend"))
    #expect(run.findings(of: .missingBackendService).isEmpty)
  }

  @Test func anActionThatArgoRolloutsMayWriteIsNoMistake() {
    let manifest = ingress([("/", "Prefix", "web")]).replacing("number: 80", with: "name: use-annotation")
    #expect(LintRun(manifest).findings(of: .missingAction).allSatisfy { $0.severity == .info })
    let ingressClass = """
      ---
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata: {name: alb}
      spec: {controller: ingress.k8s.aws/alb}
      """
    let complete = LintRun(manifest + ingressClass, context: "complete: true")
    #expect(complete.findings(of: .missingAction).map(\.severity) == [.error])
  }

  @Test func thousandsOfPathsTakeNoQuadraticTime() {
    let paths = (0..<2000).map { ("/a\($0)/*", "ImplementationSpecific", "s\($0 % 7)") }
    #expect(shadowed(ingress(paths + [("/*", "ImplementationSpecific", "z"), ("/last", "Exact", "y")])).isEmpty)
  }
}
