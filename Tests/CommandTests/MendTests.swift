import Foundation
import Testing

@testable import albplan

@Suite struct MendTests {
  private let mendedTypo = Manifest.typo.replacing("listen-port:", with: "listen-ports:")

  @Test func safeFixesAreMadeInTheFile() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.idleComment, to: "web.yaml")
    let run = albplan(["lint", "--fix", "web.yaml"], in: workplace)
    #expect(run.status == .clean)
    #expect(run.output == "no findings in 1 file (1 fixed)\n")
    #expect(try workplace.text(of: "web.yaml") == Manifest.ingress())
    let again = albplan(["lint", "--fix", "web.yaml"], in: workplace)
    #expect(again.output == "no findings in 1 file\n")
    #expect(try workplace.text(of: "web.yaml") == Manifest.ingress())
  }

  @Test func unsafeFixesAreMadeOnlyWhenAskedFor() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.typo, to: "web.yaml")
    #expect(albplan(["lint", "--fix", "web.yaml"], in: workplace).status == .findings)
    #expect(try workplace.text(of: "web.yaml") == Manifest.typo)
    #expect(albplan(["lint", "--fix", "--unsafe-fixes", "web.yaml"], in: workplace).status == .clean)
    #expect(try workplace.text(of: "web.yaml") == mendedTypo)
  }

  @Test func unsafeFixesAloneAreAMistake() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.typo, to: "web.yaml")
    let run = albplan(["lint", "--unsafe-fixes", "web.yaml"], in: workplace)
    #expect(run.status == .trouble)
    #expect(run.errors == "albplan: \"--unsafe-fixes\" goes with \"--fix\" or with \"--diff\"\n")
  }

  @Test func whatIsLeftIsReported() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.idleComment, to: "a.yaml")
    try workplace.write(Manifest.typo.replacing("name: web\n", with: "name: b\n"), to: "b.yaml")
    let run = albplan(["lint", "--fix", "."], in: workplace)
    #expect(run.status == .findings)
    #expect(run.outputLines.last == "1 warning in 1 of 2 files (1 fixed); --fix --unsafe-fixes mends 1")
  }

  @Test func filesThatAreOnlyReadTooStayAsTheyAre() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.idleComment, to: "a.yaml")
    try workplace.write(Manifest.idleComment.replacing("name: web\n", with: "name: b\n"), to: "b.yaml")
    let run = albplan(["lint", "--fix", "--also-read", ".", "b.yaml"], in: workplace)
    #expect(run.output == "no findings in 1 file (1 fixed)\n")
    #expect(try workplace.text(of: "a.yaml") == Manifest.idleComment)
    #expect(try !workplace.text(of: "b.yaml").contains("ignore["))
  }

  @Test func aDifferenceIsShownAndNothingIsWritten() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.idleComment, to: "deploy/web.yaml")
    let run = albplan(["lint", "--diff", "--fix", "deploy"], in: workplace)
    #expect(run.status == .findings)
    #expect(
      run.output == """
        --- a/deploy/web.yaml
        +++ b/deploy/web.yaml
        @@ -4,7 +4,6 @@
           name: web
           annotations:
             alb.ingress.kubernetes.io/target-type: ip
        -    # albplan: ignore[unknown-annotation] once upon a time
         spec:
           ingressClassName: alb
           defaultBackend: {service: {name: web, port: {number: 80}}}

        """)
    #expect(try workplace.text(of: "deploy/web.yaml") == Manifest.idleComment)
    #expect(albplan(["lint", "--diff", "--exit-zero", "deploy"], in: workplace).status == .clean)
  }

  @Test func nothingToMendIsAnEmptyDifference() throws {
    let workplace = try Workplace()
    try workplace.write(Manifest.typo, to: "web.yaml")
    let run = albplan(["lint", "--diff", "web.yaml"], in: workplace)
    #expect(run.status == .clean)
    #expect(run.output.isEmpty)
  }

  @Test func gitTakesTheDifference() throws {
    guard let git = installedProgram("git") else { return }
    let workplace = try Workplace()
    try workplace.write(Manifest.typo, to: "web.yaml")
    _ = albplan(["lint", "--diff", "--unsafe-fixes", "-o", "patch", "web.yaml"], in: workplace)
    #expect(try runProgram(git, ["apply", "patch"], in: workplace).status == 0)
    #expect(try workplace.text(of: "web.yaml") == mendedTypo)
  }

  @Test func standardInputIsMendedOnItsWayThrough() {
    let run = albplan(["lint", "--fix", "-"], input: .text(Manifest.idleComment))
    #expect(run.output == Manifest.ingress())
    #expect(run.errors.isEmpty)
    #expect(run.status == .clean)
    let left = albplan(["lint", "--fix", "-"], input: .text(Manifest.typo))
    #expect(left.output == Manifest.typo)
    #expect(left.errors.hasPrefix("<stdin>:7:5: warning: "))
    #expect(left.status == .findings)
  }

  @Test func aFileThatMayNotBeWrittenIsTroubleAndStays() throws {
    // Root may write everything.
    guard geteuid() != 0 else { return }
    let workplace = try Workplace()
    let location = try workplace.write(Manifest.idleComment, to: "web.yaml")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: location)
    let run = albplan(["lint", "--fix", "web.yaml"], in: workplace)
    #expect(run.status == .trouble)
    #expect(run.errors.contains("cannot mend \"web.yaml\": permission denied"))
    #expect(run.output.contains("unused-suppression"))
    #expect(try workplace.text(of: "web.yaml") == Manifest.idleComment)
  }
}
