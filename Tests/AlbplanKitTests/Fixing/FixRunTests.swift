import AlbplanKit
import Manifests
import Testing

@Suite struct FixRunTests {
  /// A finding whose fix replaces a text by another.
  private func finding(
    _ sample: SampleText, _ edits: [(String, String)], _ applicability: Finding.Fix.Applicability = .safe
  ) -> Finding {
    let edits = edits.map { Finding.Edit(sample.span(of: $0.0), $0.1) }
    let span = edits.first?.span ?? sample.span(of: "")
    return Finding(
      rule: "r", severity: .error, message: "m", span: span, fix: Finding.Fix("t", applicability, edits: edits))
  }

  /// Runs with findings for the first look only.
  private func run(_ sample: SampleText, _ findings: [Finding], allowsUnsafe: Bool = false) -> (
    text: String, run: FixRun
  ) {
    var looks = 0
    let run = FixRun([sample.file], allowsUnsafe: allowsUnsafe) { _ in
      looks += 1
      return FixRun.Review(findings: looks == 1 ? findings : [])
    }
    return (String(decoding: run.files[0].bytes, as: UTF8.self), run)
  }

  @Test func appliesSafeFixesOnlyUnlessAskedForMore() {
    let sample = SampleText("a: one\nb: two\n")
    let findings = [finding(sample, [("one", "1")]), finding(sample, [("two", "2")], .unsafe)]
    #expect(run(sample, findings).text == "a: 1\nb: two\n")
    #expect(run(sample, findings, allowsUnsafe: true).text == "a: 1\nb: 2\n")
  }

  @Test func touchesNothingElse() {
    let sample = SampleText("\u{FEFF}# ä\r\na:   one\t# x\r\n\r\nb: 'two'")
    let result = run(sample, [finding(sample, [("one", "1")]), finding(sample, [("'two'", "'2'")])])
    #expect(result.text == "\u{FEFF}# ä\r\na:   1\t# x\r\n\r\nb: '2'")
    #expect(result.run.changed == [FileID(0)])
    #expect(result.run.applied == ["r": 2])
  }

  @Test func ofOverlappingFixesTheFirstWinsInARound() {
    let sample = SampleText("a: one two\n")
    let findings = [finding(sample, [("one two", "x")]), finding(sample, [("two", "y")])]
    #expect(run(sample, findings).text == "a: x\n")
    #expect(run(sample, findings.reversed()).text == "a: one y\n")
  }

  @Test func aFixIsAppliedWholeOrNotAtAll() {
    let sample = SampleText("a: one\nb: two\n")
    let findings = [finding(sample, [("two", "2")]), finding(sample, [("one", "1"), ("two", "zwei")])]
    #expect(run(sample, findings).text == "a: one\nb: 2\n")
  }

  @Test func theSameEditOfTwoFindingsIsOne() {
    let sample = SampleText("a: one\nb: two\n")
    let findings = [finding(sample, [("one", "1")]), finding(sample, [("one", "1"), ("two", "2")])]
    let result = run(sample, findings)
    #expect(result.text == "a: 1\nb: 2\n")
    #expect(result.run.applied == ["r": 2])
  }

  @Test func neighboursDoNotDisturbEachOther() {
    let sample = SampleText("a: onetwo\n")
    let findings = [finding(sample, [("one", "1")]), finding(sample, [("two", "2")])]
    #expect(run(sample, findings).text == "a: 12\n")
  }

  @Test func goesOnUntilNothingIsLeft() {
    let sample = SampleText("a: xxxx\n")
    let run = FixRun([sample.file], allowsUnsafe: false) { files in
      let now = SampleText(bytes: files[0].bytes)
      return FixRun.Review(findings: files[0].bytes.contains(UInt8(ascii: "x")) ? [finding(now, [("x", "y")])] : [])
    }
    #expect(String(decoding: run.files[0].bytes, as: UTF8.self) == "a: yyyy\n")
    #expect(run.isStable)
    #expect(run.applied == ["r": 4])
  }

  @Test func fixesThatCallForEachOtherEnd() {
    let sample = SampleText("a: x\n")
    let run = FixRun([sample.file], allowsUnsafe: false) { files in
      let now = SampleText(bytes: files[0].bytes)
      let isX = files[0].bytes.contains(UInt8(ascii: "x"))
      return FixRun.Review(findings: [finding(now, [isX ? ("x", "y") : ("y", "x")])])
    }
    #expect(!run.isStable)
  }

  @Test func aFixThatBreaksTheFileIsTakenBack() {
    let (first, second) = (SampleText("a: x\n"), SampleText("b: x\n", name: "b.yaml", id: 1))
    let run = FixRun([first.file, second.file], allowsUnsafe: false) { files in
      let now = files.map { SampleText(bytes: $0.bytes, name: $0.name, id: Int($0.id.index)) }
      var findings: [Finding] = []
      for (index, text) in now.enumerated() where files[index].bytes.contains(UInt8(ascii: "x")) {
        findings.append(finding(text, [("x", index == 0 ? "[" : "1")]))
      }
      let broken = files.filter { !parse($0).problems.isEmpty }.map(\.id)
      return FixRun.Review(findings: findings, unreadable: Set(broken))
    }
    #expect(run.files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["a: x\n", "b: 1\n"])
    #expect(run.rejected == [FileID(0)])
    #expect(run.changed == [FileID(1)])
  }

  @Test func aSecondRunChangesNothing() {
    let text = "a: one # albplan: ignore[some-rule]\n# albplan: ignore[some-rule]\nb: two\n"
    func mend(_ text: String) -> String {
      let run = FixRun([SampleText(text).file], allowsUnsafe: false) { files in
        let parsed = files.map(parse)
        let report = FindingPolicy().settle(
          [], files: files, suppressions: Suppressions(files: parsed, objects: KubernetesObjects(parsed)),
          rules: [.sample("some-rule")]
        ).report
        return FixRun.Review(findings: report.findings)
      }
      return String(decoding: run.files[0].bytes, as: UTF8.self)
    }
    let once = mend(text)
    #expect(once == "a: one\nb: two\n")
    #expect(mend(once) == once)
  }

  @Test func manyFixesTakeLittleTime() {
    let sample = SampleText(String(repeating: "a: x\n", count: 20_000))
    let findings = (1...20_000).map { line in
      let start = SourcePosition(line: UInt32(line), column: 4)
      let span = SourceSpan(file: FileID(0), start: start, end: SourcePosition(line: UInt32(line), column: 5))
      return Finding(
        rule: "r", severity: .error, message: "m", span: span,
        fix: Finding.Fix("t", .safe, edits: [Finding.Edit(span, "yy")]))
    }
    #expect(run(sample, findings).text == String(repeating: "a: yy\n", count: 20_000))
  }
}
