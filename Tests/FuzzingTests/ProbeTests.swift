import Foundation
import Testing

@testable import Fuzzing

/// What watches over the others has to see something.
@Suite struct ProbeTests {
  private func violations(_ manifest: String, hidesMarker: Bool = false) -> [String] {
    var input = FuzzInput(manifests: [Array(manifest.utf8)])
    input.hidesMarker = hidesMarker
    var probe = PipelineProbe()
    probe.run(input)
    return probe.violations
  }

  private let marker = String(decoding: FuzzInput.marker, as: UTF8.self)

  @Test func aSecretThatShowsIsSeen() {
    let configMap = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {k: \(marker)}\n"
    #expect(violations(configMap) == [])
    #expect(violations(configMap, hidesMarker: true) == ["a document shows a secret"])
    #expect(violations(configMap.replacing("ConfigMap", with: "Secret"), hidesMarker: true) == [])
  }

  @Test func theFingerprintIsOfAllThatIsWritten() {
    func fingerprint(_ manifest: String) -> Fingerprint {
      var probe = PipelineProbe()
      probe.run(FuzzInput(manifests: [Array(manifest.utf8)]))
      return probe.fingerprint
    }
    #expect(fingerprint("a: 1\n") == fingerprint("a: 1\n"))
    #expect(fingerprint("a: 1\n") != fingerprint("a: 2\n"))
  }

  @Test func stagesAreToldInOrder() {
    final class Log: @unchecked Sendable { var stages: [String] = [] }
    let log = Log()
    var probe = PipelineProbe { log.stages.append("\($0)") }
    probe.run(FuzzInput(manifests: [[]]))
    #expect(log.stages.starts(with: ["parse", "documents", "objects", "context", "pipeline", "model", "text"]))
  }

  @Test func anInputIsOneFileAndComesBack() {
    let input = FuzzInput(manifests: [Array("a: 1".utf8), [], Array("b: 2\n".utf8)], context: Array("aws: {}\n".utf8))
    #expect(FuzzInput(input.bytes) == input)
    #expect(FuzzInput(Array("a: 1\n".utf8)).manifests.count == 1)
    #expect(FuzzInput([]).context == nil)
  }

  @Test(arguments: [
    "{}", "[]", " [1, -0.5e+3, \"\\u00e9\\n\", true, null, {\"a\": {\"b\": []}}]\n", "\"x\"", "0", "[[[]], {}]",
  ])
  func jsonIsJSON(_ text: String) throws {
    #expect(JSONCheck.fault(in: Array(text.utf8)) == nil)
    _ = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":1,}", "{a:1}", "[1 2]", "01", "1.", "\"\n\"", "\"\\x\"", "\"\\u12g4\"", "nul", "{} {}",
    "[}", "-",
    "{\"a\" 1}", "\"", "+1", "{\"a\":}",
  ])
  func whatIsNoneIsNot(_ text: String) {
    #expect(JSONCheck.fault(in: Array(text.utf8)) != nil)
  }

  @Test func theDictionaryIsOneThatLibFuzzerReads() {
    let lines = FuzzDictionary.text().split(separator: "\n")
    #expect(lines.count > 300)
    for line in lines {
      #expect(line.hasPrefix("\"") && line.hasSuffix("\"") && line.count > 2)
      #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }
    #expect(lines.contains("\"alb.ingress.kubernetes.io/scheme\""))
    #expect(lines.contains("\"internet-facing\""))
  }
}
