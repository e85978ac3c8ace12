import LoadBalancerModel
import Testing

/// The optimizer seen through whole Ingresses: which rules of a listener remain.
@Suite struct RuleOptimizerTests {
  private let sslRedirect =
    #"{"Type":"redirect","RedirectConfig":{"Protocol":"HTTPS","Port":"443","StatusCode":"HTTP_301"}}"#

  private func rules(
    _ paths: [(path: String, type: String, backend: String)], action: String,
    annotations: [String: String] = [:]
  ) throws -> [String] {
    let lines = paths.map { path in
      let port = path.backend == "web" ? "number: 80" : "name: use-annotation"
      return "      - {path: \(path.path), pathType: \(path.type), "
        + "backend: {service: {name: \(path.backend), port: {\(port)}}}}"
    }
    let all = annotations.merging(["actions.go": action]) { own, _ in own }
    let ingress = IngressWorld.ingress(
      annotations: all, spec: "  rules:\n  - http:\n      paths:\n\(lines.joined(separator: "\n"))")
    let stack = try IngressWorld.build(IngressWorld.read(IngressWorld.classAndService + ingress))
    return stack.listenerRules.map { rule in
      guard case .pathPattern(let pattern) = rule.conditions.last?.kind else { return rule.id }
      return "\(rule.id) \((pattern.values + pattern.regexValues).joined(separator: " "))"
    }
  }

  @Test func theOldSSLRedirectStaysOnHTTPAndGoesOnHTTPS() throws {
    let remaining = try rules(
      [("/*", "ImplementationSpecific", "go"), ("/shop", "ImplementationSpecific", "web")], action: sslRedirect,
      annotations: ["listen-ports": #"[{"HTTP": 80}, {"HTTPS": 443}]"#, "certificate-arn": "arn:a"])
    #expect(remaining == ["80:1 /*", "443:1 /shop"])
  }

  @Test func aRedirectShadowsOnlyWhatItCovers() throws {
    let remaining = try rules(
      [("/a", "Exact", "go"), ("/a", "Exact", "web"), ("/b", "Exact", "web")],
      action: #"{"type":"redirect","redirectConfig":{"path":"/new","statusCode":"HTTP_301"}}"#)
    #expect(remaining == ["80:1 /a", "80:2 /b"])
  }

  @Test func aRedirectToAQueryIsNeverALoop() throws {
    let remaining = try rules(
      [("/a", "Exact", "go")], action: #"{"type":"redirect","redirectConfig":{"query":"x","statusCode":"HTTP_301"}}"#)
    #expect(remaining == ["80:1 /a"])
  }

  @Test func aRedirectToItsOwnPathIsALoop() throws {
    let remaining = try rules(
      [("/a", "Exact", "go")], action: #"{"type":"redirect","redirectConfig":{"path":"/a","statusCode":"HTTP_301"}}"#)
    #expect(remaining.isEmpty)
  }

  @Test func targetGroupsOfDroppedRulesStay() throws {
    let redirect = #"{"type":"redirect","redirectConfig":{"host":"new.example.com","statusCode":"HTTP_301"}}"#
    let ingress = IngressWorld.ingress(
      annotations: ["actions.go": redirect],
      spec: """
          rules:
          - http:
              paths:
              - {path: /*, pathType: ImplementationSpecific, backend: {service: {name: go, port: {name: use-annotation}}}}
              - {path: /a, pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}
        """)
    let stack = try IngressWorld.build(IngressWorld.read(IngressWorld.classAndService + ingress))
    #expect(stack.listenerRules.count == 1)
    #expect(stack.targetGroups.map(\.id) == ["shop/web-web:80"])
  }

  @Test func whatIsLeftOutIsToldWithTheReason() throws {
    let ingress = IngressWorld.ingress(
      annotations: [
        "actions.go": sslRedirect, "listen-ports": #"[{"HTTP": 80}, {"HTTPS": 443}]"#, "certificate-arn": "arn:a",
      ],
      spec: """
          rules:
          - http:
              paths:
              - {path: /*, pathType: ImplementationSpecific, backend: {service: {name: go, port: {name: use-annotation}}}}
              - {path: /a, pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}

        """)
    let stack = try IngressWorld.build(IngressWorld.read(IngressWorld.classAndService + ingress))
    let omitted = stack.omittedRules.map { omitted in
      switch omitted.reason {
      case .leadsToItself: "\(omitted.rule.port) itself"
      case .covered(by: let redirect): "\(omitted.rule.port) \(redirect.conditions.count)"
      }
    }
    #expect(omitted == ["80 1", "443 itself"])
  }
}
