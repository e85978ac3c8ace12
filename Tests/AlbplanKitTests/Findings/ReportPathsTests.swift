import AlbplanKit
import Testing

@Suite struct ReportPathsTests {
  @Test func namesFilesWithinTheRepository() {
    let paths = ReportPaths(workingDirectory: "/home/me/infra/deploy", repository: "/home/me/infra")
    #expect(paths("web.yaml") == "deploy/web.yaml")
    #expect(paths("./web.yaml") == "deploy/web.yaml")
    #expect(paths("../charts/web.yaml") == "charts/web.yaml")
    #expect(paths("/home/me/infra/a/b.yaml") == "a/b.yaml")
    #expect(paths("/etc/web.yaml") == "/etc/web.yaml")
    #expect(paths("../../other/web.yaml") == "../../other/web.yaml")
    #expect(paths("<stdin>") == "<stdin>")
  }

  @Test func tidiesPathsWithoutKnowingTheRepository() {
    let paths = ReportPaths()
    #expect(paths("./a//b/../web.yaml") == "a/web.yaml")
    #expect(paths("/a/./b.yaml") == "/a/b.yaml")
  }
}
