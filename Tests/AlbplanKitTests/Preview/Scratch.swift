import AlbplanKit
import Manifests
import Testing

@testable import LoadBalancerModel

@Suite struct ScratchTests {
  @Test func show() {
    var e = StackExample.application()
    e.world.objects.services.append(.example("shop/web", type: "NodePort", ports: [(80, .number(8080), 30080)]))
    e.open([80, 443], to: [.ipv4("0.0.0.0/0"), .ipv6("::/0")])
    e.open([8443], to: [.ipv4("10.0.0.0/8"), .prefixList("pl-0123456789")])
    let web = e.target("shop/web", 80, type: .instance, targetPort: .default(30080))
    let canary = e.target("shop/canary", 80, type: .ip, targetPort: .default(8080))
    e.listen(.http, 80, default: [.toHTTPS])
    e.listen(.https, 443, certificates: ["arn:aws:acm:us-west-2:111122223333:certificate/abcdef01-2345", "arn:aws:acm:us-west-2:111122223333:certificate/other"], default: [.notFound])
    e.rule(on: 443, [.hostHeader(.init(values: ["shop.example.com"], regexValues: [])), .pathPattern(.init(values: ["/api", "/api/*"], regexValues: []))], [Action.forward([(web, Int32(90)), (canary, Int32(10))] as [(Planned<Identifier>, Int32?)])])
    e.rule(on: 443, [.hostHeader(.init(values: ["shop.example.com"], regexValues: [])), .pathPattern(.init(values: ["/*"], regexValues: []))], [.forward(web)])
    e.rule(on: 443, [.httpHeader(name: "X-Env", .init(values: [], regexValues: ["^dev.*", "a b"])), .httpRequestMethod(["GET", "POST"]), .queryString([.init(key: "a", value: "b"), .init(key: nil, value: "*x*")]), .sourceIP(["10.0.0.0/8"])], [.make(.authenticateOIDC(.init(session: .init(extraParameters: nil, onUnauthenticatedRequest: .default("deny"), scope: .default("openid"), sessionCookieName: .default("x"), sessionTimeout: .default(1)), issuer: "https://issuer.example.com", authorizationEndpoint: "", tokenEndpoint: "", userInfoEndpoint: "", secret: objectName("shop/secret")))), .forward(web)], transforms: [.init(kind: .urlRewrite, rewrites: [.init(regex: "^/old/(.*)$", replace: "/new/$1")], origin: .controllerDefault)])
    do { var out = ""; PlanPreview.writeMarkdown(e.report, sources: [], options: PreviewOptions(), to: &out); print(out) }
    for o in [PreviewOptions(width: 80), PreviewOptions(width: 80, hasColour: true)] {
      var out = ""
      PlanPreview.writeText(e.report, sources: [], options: o, to: &out)
      print(out)
      print("=====================")
    }
  }
}
