import Testing

@testable import AlbplanKit
@testable import LoadBalancerModel

@Suite struct TextLayoutTests {
  private func wide(_ hosts: [String], then target: String = "shop/web") -> PlanReport {
    var example = StackExample.application()
    let web = example.target(target, 80, type: .ip, targetPort: .default(8080))
    example.listen(.http, 80, default: [.notFound])
    for host in hosts {
      example.rule(on: 80, [.hostHeader(.init(values: [host], regexValues: []))], [.forward(web)])
    }
    return example.report
  }

  @Test(arguments: [60, 80, 120])
  func noLineIsWiderThanTheScreenUnlessOneWordIs(width: Int) {
    let text = wide((1...30).map { "h\($0).example.com" }).text(.init(width: width))
    for line in text.split(separator: "\n") where DisplayWidth.of(String(line)) > width {
      #expect(line.split(separator: " ").contains { DisplayWidth.of(String($0)) > width - 24 }, "\(line)")
    }
  }

  @Test func withoutAWidthARuleStaysOnOneLine() {
    let host = String(repeating: "very-long-label.", count: 20) + "example.com"
    let text = wide([host]).text(.init())
    #expect(text.lines(with: host) == ["1     host \(host)  forward to shop/web:80"])
  }

  @Test func aWordThatFitsNoColumnPutsTheNextCellBelow() {
    let host = String(repeating: "long.", count: 12) + "example.com"
    let lines = wide([host, "a.example.com"]).text(.init(width: 80)).split(separator: "\n").map(String.init)
    let index = lines.firstIndex { $0.contains(host) } ?? 0
    #expect(lines[index - 1] == "    1     host")
    #expect(lines[index + 1] == "            then forward to shop/web:80")
  }

  @Test func wideCharactersCountTwice() {
    #expect(DisplayWidth.of("日本") == 4)
    #expect(DisplayWidth.of("e\u{301}") == 1)
    #expect(DisplayWidth.of("👍") == 2)
    let lines = wide(["日本.example.com", "ab.example.com"]).text(.init(width: 80)).lines(with: "forward to")
    #expect(lines.map { $0.prefix { $0 != "f" } }.map { DisplayWidth.of(String($0)) } == [29, 29])
  }

  @Test func asciiReplacesOurSignsAndKeepsForeignText() {
    let text = wide(["日本.example.com"]).text(.init(width: 80, isASCIIOnly: true))
    #expect(text.contains("ALB -> pod:8080"))
    #expect(text.contains("日本.example.com"))
  }

  @Test func coloursNeverAppearUnasked() {
    let report = wide(["a.example.com"])
    #expect(!report.text(.init(width: 80)).contains("\u{1B}"))
    #expect(!report.markdown(.init(hasColour: true)).contains("\u{1B}"))
    #expect(!report.json().contains("\u{1B}"))
    let coloured = report.text(.init(width: 80, hasColour: true))
    #expect(coloured.contains("\u{1B}[1mListener HTTP 80\u{1B}[0m"))
  }

  @Test func coloursChangeNothingElse() throws {
    let report = wide(["a.example.com"])
    let coloured = report.text(.init(width: 80, hasColour: true))
    let stripped = coloured.replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "")
    #expect(stripped == report.text(.init(width: 80)))
  }

  @Test func controlCharactersOfManifestsDoNotReachTheTerminal() {
    let text = wide(["a\u{1B}[31m\u{202E}b\nc\u{2028}"]).text(.init())
    #expect(text.contains("host a\\u{1B}[31m\\u{202E}b\\nc\\u{2028}"))
  }

  @Test func noLineEndsWithABlank() {
    for line in wide(["a.example.com"]).text(.init(width: 80)).split(separator: "\n") { #expect(!line.hasSuffix(" ")) }
  }

  @Test func membersOfAGroupHeadTheirRules() {
    var example = StackExample.application()
    let members = ["shop/a", "shop/b"].map {
      IngressGroupMember(ingress: .example(objectName($0)), settings: nil)
    }
    example.owner = .ingressGroup(IngressGroup(id: .explicit("shop"), members: members))
    example.listen(.http, 80, default: [.notFound])
    for (host, member) in [("a1", "shop/a"), ("a2", "shop/a"), ("b1", "shop/b")] {
      example.rule(
        on: 80, [.hostHeader(.init(values: [host], regexValues: []))], [.notFound], member: member)
    }
    let text = example.report.text()
    #expect(text.lines(with: "Ingress shop/") == ["Ingress shop/a", "Ingress shop/b"])
    #expect(text.contains("for  IngressGroup shop (shop/a, shop/b)"))
    #expect(text.contains("IngressGroup shop: no other Ingress of the cluster is a member"))
  }

  @Test func valuesKnownAfterApplyNameTheirFactOnceAtTheEnd() {
    var example = StackExample.application()
    example.loadBalancer.name = Planned(unknown: .clusterName, from: .controllerDefault)
    let text = example.report.text()
    #expect(text.hasPrefix("ALB (known after apply), internet-facing, ipv4\n"))
    #expect(text.lines(with: "--cluster-name") == ["- the cluster's name: --cluster-name"])
  }
}
