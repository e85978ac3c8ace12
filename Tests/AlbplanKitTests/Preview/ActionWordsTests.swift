import Testing

@testable import AlbplanKit
@testable import LoadBalancerModel

@Suite struct ActionWordsTests {
  private var example = StackExample.application()

  private func words(_ actions: [Action], transforms: [RuleTransform] = []) -> String {
    StackWords(example.stack, owner: example.owner, world: example.world).words(actions, transforms: transforms).plain
  }

  @Test mutating func weightsBecomeSharesOfTheSum() {
    let web = example.target("shop/web", 80, type: .ip, targetPort: .default(8080))
    let canary = example.target("shop/canary", 80, type: .ip, targetPort: .default(8080))
    #expect(words([.split((web, 90), (canary, 10))]) == "forward to shop/web:80 (90 %) and shop/canary:80 (10 %)")
    #expect(words([.split((web, 1), (canary, 2))]) == "forward to shop/web:80 (33.3 %) and shop/canary:80 (66.7 %)")
    #expect(words([.split((web, 0), (canary, 1))]) == "forward to shop/web:80 (0 %) and shop/canary:80 (100 %)")
    #expect(words([.split((web, 0), (canary, 0))]) == "forward to shop/web:80 (weight 0) and shop/canary:80 (weight 0)")
    #expect(words([.forward(web)]) == "forward to shop/web:80")
    #expect(
      words([.split((web, .max), (canary, .max))]) == "forward to shop/web:80 (50 %) and shop/canary:80 (50 %)")
  }

  @Test mutating func targetGroupsOfTheSameServiceAreToldApart() {
    let first = example.target("shop/web", 80, type: .ip, targetPort: .default(8080), id: "shop/a-web:80")
    example.target("shop/web", 80, type: .ip, targetPort: .default(8080), id: "shop/b-web:80")
    #expect(words([.forward(first)]) == "forward to shop/web:80 (target group shop/a-web:80)")
  }

  @Test func aRedirectNamesOnlyWhatChanges() {
    func redirect(
      _ host: String? = nil, path: String? = nil, port: String? = nil, protocol: String? = nil, query: String? = nil
    ) -> String {
      words([
        .make(
          .redirect(
            .init(host: host, path: path, port: port, protocol: `protocol`, query: query, statusCode: "HTTP_301")))
      ])
    }
    #expect(redirect(port: "443", protocol: "HTTPS") == "redirect to https://#{host}:443 (301)")
    #expect(redirect("www.example.com") == "redirect to #{protocol}://www.example.com (301)")
    #expect(redirect(path: "/new/#{path}", query: "a=1") == "redirect to /new/#{path}?a=1 (301)")
    #expect(redirect() == "redirect to the same address (301)")
  }

  @Test mutating func stepsComeInTheirOrder() {
    let web = example.target("shop/web", 80, type: .ip, targetPort: .default(8080))
    let session = Action.AuthenticationSession(
      extraParameters: nil, onUnauthenticatedRequest: .default("deny"), scope: .default("openid"),
      sessionCookieName: .default("AWSELBAuthSessionCookie"), sessionTimeout: .default(604800))
    let login = Action.make(
      .authenticateOIDC(
        .init(
          session: session, issuer: "https://issuer.example.com", authorizationEndpoint: "", tokenEndpoint: "",
          userInfoEndpoint: "", secret: objectName("shop/oidc"))))
    let rewrite = RuleTransform(
      kind: .urlRewrite, rewrites: [.init(regex: "^/old/", replace: "/new/")], origin: .controllerDefault)
    #expect(
      words([login, .forward(web)], transforms: [rewrite])
        == "authenticate with OIDC (https://issuer.example.com; without a session: deny), "
        + "then rewrite the URL (^/old/ to /new/), then forward to shop/web:80")
  }

  @Test func claimsOfATokenAreNamed() {
    let jwt = Action.make(
      .validateJWT(
        .init(
          jwksEndpoint: "https://i.example.com/keys", issuer: "https://i.example.com",
          additionalClaims: [.init(format: "single-string", name: "role", values: ["admin", "dev"])])))
    #expect(words([jwt]) == "require a JWT of https://i.example.com with role = admin or dev")
  }

  @Test func aResponseShowsItsBodyShortened() {
    func response(_ body: String?) -> String {
      words([.make(.fixedResponse(.init(contentType: "text/plain", messageBody: body, statusCode: "503")))])
    }
    #expect(response(nil) == "respond 503")
    #expect(response("Backend service does not exist") == "respond 503 with \"Backend service does not exist\"")
    #expect(response(String(repeating: "x", count: 70)) == "respond 503 with \"\(String(repeating: "x", count: 60))…\"")
  }

  @Test func anEmptyForwardIsCalledOut() {
    #expect(words([.make(.forward(.init(targets: nil, stickiness: nil)))]) == "forward to no target group")
  }
}
