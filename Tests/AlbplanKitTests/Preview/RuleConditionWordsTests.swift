import Testing

@testable import AlbplanKit
@testable import LoadBalancerModel

@Suite struct RuleConditionWordsTests {
  private func words(_ kinds: RuleCondition.Kind...) -> String {
    kinds.map { RuleCondition(kind: $0, origin: .controllerDefault) }.words.plain
  }

  @Test func alternativesAreJoinedByOrAndConditionsByAnd() {
    #expect(
      words(
        .hostHeader(.init(values: ["shop.example.com"], regexValues: [])),
        .pathPattern(.init(values: ["/api", "/api/*"], regexValues: [])))
        == "host shop.example.com and path /api or /api/*")
  }

  @Test func aRuleThatTakesEverythingSaysSo() {
    #expect(words(.pathPattern(.init(values: ["/*"], regexValues: []))) == "any request")
    #expect(
      words(
        .hostHeader(.init(values: ["a.example.com"], regexValues: [])),
        .pathPattern(.init(values: ["/*"], regexValues: []))) == "host a.example.com and any path")
  }

  @Test func regularExpressionsAreNamedAsSuch() {
    #expect(
      words(.pathPattern(.init(values: [], regexValues: ["^/v[0-9]+/", "^/w"])))
        == "path matching the regex ^/v[0-9]+/ or ^/w")
    #expect(words(.httpHeader(name: "X-Env", .init(values: ["a*"], regexValues: []))) == "header X-Env = a*")
  }

  @Test func aQueryWithoutKeyMatchesAnyParameter() {
    #expect(
      words(.queryString([.init(key: "v", value: "1"), .init(key: nil, value: "*x*")]))
        == "query v=1 or any parameter = *x*")
  }

  @Test func methodsAndAddressesAreListed() {
    #expect(words(.httpRequestMethod(["GET", "HEAD", "POST"])) == "method GET, HEAD or POST")
    #expect(words(.sourceIP(["10.0.0.0/8", "192.0.2.1/32"])) == "client address in 10.0.0.0/8 or 192.0.2.1/32")
  }
}
