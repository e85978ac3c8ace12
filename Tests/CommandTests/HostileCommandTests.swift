import Foundation
import Testing

@testable import albplan

/// Inputs and surroundings that are made to hurt, as the command meets them: a sentence, an exit status, no more.
@Suite struct HostileCommandTests {
  private func shell(_ script: String, in workplace: Workplace) throws -> (status: Int32, output: String) {
    try runProgram("/bin/bash", ["-c", script], in: workplace, environment: ["ALBPLAN": builtCommand])
  }

  // MARK: Texts

  private static func aliasBomb() -> String {
    var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1...20 {
      text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ","))]\n"
    }
    return text
  }

  private static let hostileTexts: [(String, String)] = [
    ("aliases that multiply", aliasBomb()),
    ("a hundred thousand levels", String(repeating: "[", count: 100_000)),
    ("mappings within mappings", String(repeating: "{a: ", count: 20_000)),
    ("a quote that never ends", "a: \"" + String(repeating: "x", count: 1_000_000)),
    ("a byte of UTF-16", "a: \u{0}\n"),
  ]

  @Test(arguments: hostileTexts.map(\.0), ["plan", "documents"])
  func whatCannotBeReadIsTroubleInASentence(_ name: String, _ command: String) throws {
    let text = try #require(Self.hostileTexts.first { $0.0 == name }).1
    let run = albplan([command, "-"], input: .text(text))
    #expect(run.status == .trouble)
    #expect(run.errors.hasPrefix("albplan: <stdin>:"))
    #expect(run.errors.utf8.count < 400)
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: hostileTexts.map(\.0))
  func whatCannotBeReadIsAShortFinding(_ name: String) throws {
    let text = try #require(Self.hostileTexts.first { $0.0 == name }).1
    let run = albplan(["lint", "-"], input: .text(text))
    #expect(run.status == .trouble)
    #expect(run.output.contains("<stdin>:"))
    #expect(run.output.utf8.count < 4000)
  }

  @Test func aHugeValueIsCarriedThrough() throws {
    let huge = String(repeating: "x", count: 1_000_000)
    let manifest = """
      apiVersion: v1
      kind: Service
      metadata: {name: web, annotations: {service.beta.kubernetes.io/aws-load-balancer-name: \(huge)}}
      spec: {type: LoadBalancer, loadBalancerClass: service.k8s.aws/nlb, ports: [{port: 80}]}
      """
    #expect(albplan(["documents", "-"], input: .text(manifest)).output.contains(huge))
    #expect(albplan(["plan", "-"], input: .text(manifest)).status != .trouble)
  }

  // MARK: Files

  @Test func anEndlessStandardInputEndsAtADocumentedSize() throws {
    let run = try shell("cat /dev/zero | \"$ALBPLAN\" documents -; echo $?", in: try Workplace())
    #expect(run.output == "albplan: cannot read standard input: it is larger than 256 MiB\n2\n")
  }

  @Test func aLinkToItselfIsTrouble() throws {
    let workplace = try Workplace()
    try workplace.link("loop.yaml", to: "loop.yaml")
    let run = albplan(["plan", "loop.yaml"], in: workplace)
    #expect(run.status == .trouble)
    #expect(run.errors == "albplan: cannot read \"loop.yaml\": too many symbolic links\n")
  }

  @Test func linksBetweenDirectoriesEndTheWalk() throws {
    let workplace = try Workplace()
    try workplace.write("a: 1\n", to: "a/x.yaml")
    try workplace.makeDirectory("b")
    try workplace.link("a/b", to: "../b")
    try workplace.link("b/a", to: "../a")
    let run = albplan(["documents", "."], in: workplace)
    #expect(run.output == "{\"a\":1}\n")
    #expect(run.status == .clean)
  }

  @Test func aFileThatFailsWhileItIsReadIsTroubleAndTheOthersGoOn() throws {
    let workplace = try Workplace()
    try workplace.write("a: 1\n", to: "a.yaml")
    let run = albplan(["documents", "/proc/self/mem", "a.yaml"], in: workplace)
    #expect(run.status == .trouble)
    #expect(run.output == "{\"a\":1}\n")
    #expect(run.errors.hasPrefix("albplan: cannot read \"/proc/self/mem\": "))
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func aFileThatMayNotBeReadIsTrouble() throws {
    let workplace = try Workplace()
    let location = try workplace.write("a: 1\n", to: "a.yaml")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: location)
    let run = albplan(["documents", "a.yaml"], in: workplace)
    #expect(run.status == .trouble)
    #expect(run.errors == "albplan: cannot read \"a.yaml\": permission denied\n")
  }

  @Test func aDirectoryAsOutputIsTrouble() throws {
    let workplace = try Workplace()
    try workplace.makeDirectory("out")
    let run = albplan(["documents", "-", "--output", "out"], in: workplace, input: .text("a: 1\n"))
    #expect(run.status == .trouble)
    #expect(run.errors == "albplan: cannot write \"out\": it is a directory\n")
  }

  // MARK: Fixing

  /// An Ingress whose misspelt annotation `--fix` mends, of more than 8 KB.
  private static let mendable = """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: web
      annotations:
        alb.ingress.kubernetes.io/listen_ports: '[{"HTTP":80}]'
    spec:
      ingressClassName: alb
      defaultBackend: {service: {name: web, port: {number: 80}}}

    """ + String(repeating: "# padding\n", count: 2000)

  @Test func fixingOnADiskThatTakesNoMoreLeavesTheOriginal() throws {
    let workplace = try Workplace()
    try workplace.write(Self.mendable, to: "a.yaml")
    let run = try shell("ulimit -f 8; \"$ALBPLAN\" lint --fix --unsafe-fixes a.yaml", in: workplace)
    #expect(run.status == 2)
    #expect(run.output.contains("cannot mend \"a.yaml\": the file grows too large"))
    #expect(try workplace.text(of: "a.yaml") == Self.mendable)
    #expect(try workplace.names() == ["a.yaml"])
    #expect(try shell("\"$ALBPLAN\" lint --fix --unsafe-fixes a.yaml", in: workplace).status != 2)
    #expect(try workplace.text(of: "a.yaml").contains("listen-ports"))
  }

  @Test func fixingOnAFullDiskLeavesTheOriginal() throws {
    let workplace = try Workplace()
    try workplace.write(Self.mendable, to: "a.yaml")
    try workplace.makeDirectory("disk")
    // A disk of our own that holds the file and no copy of it, where the system lets us mount one.
    let script = """
      mount -t tmpfs -o size=24k tmpfs disk 2>/dev/null || { echo no disk; exit; }
      cp a.yaml disk; "$ALBPLAN" lint --fix --unsafe-fixes disk/a.yaml; echo "status $?"
      cmp a.yaml disk/a.yaml && ls disk
      """
    let run = try runProgram(
      "/usr/bin/unshare", ["--map-root-user", "--mount", "bash", "-c", script], in: workplace,
      environment: ["ALBPLAN": builtCommand])
    if run.output.contains("no disk") || run.output.contains("unshare") { return }
    #expect(run.output.contains("cannot mend \"disk/a.yaml\": no space left on device"))
    #expect(run.output.hasSuffix("status 2\na.yaml\n"))
  }

  // MARK: Signals

  @Test func anInterruptEndsItQuietly() throws {
    let process = Process()
    // Whoever runs the tests may ignore interrupts, and children inherit that.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["--default-signal=INT", builtCommand, "documents", "-"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    // More than a pipe holds: when all of it is written, the command is reading.
    try input.fileHandleForWriting.write(contentsOf: Data(repeating: UInt8(ascii: "\n"), count: 300_000))
    process.interrupt()
    process.waitUntilExit()
    try output.fileHandleForWriting.close()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == SIGINT)
    #expect(output.fileHandleForReading.readDataToEndOfFile().isEmpty)
  }

  @Test(arguments: ["text", "json", "yaml", "markdown", "model"])
  func aReaderThatGoesAwayEndsEveryFormatQuietly(_ format: String) throws {
    let workplace = try Workplace()
    let services = (0..<300).map { number in
      "apiVersion: v1\nkind: Service\nmetadata: {name: s\(number)}\n"
        + "spec: {type: LoadBalancer, loadBalancerClass: service.k8s.aws/nlb, ports: [{port: 80}]}\n"
    }
    try workplace.write(services.joined(separator: "---\n"), to: "x.yaml")
    let run = try shell(
      "\"$ALBPLAN\" plan -f \(format) x.yaml | head -c 1 >/dev/null; echo ${PIPESTATUS[0]}", in: workplace)
    // Nothing is said; what the plan came to is the status.
    #expect(["0\n", "1\n"].contains(run.output))
  }
}
