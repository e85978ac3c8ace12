import AlbplanKit
import Manifests
import Testing

/// Whatever a finding points at, every format writes something and nothing traps.
@Suite struct HostileFindingsTests {
  private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() >> 8) % limit }
  }

  private func span(_ chance: inout Chance) -> SourceSpan {
    func number(_ chance: inout Chance) -> UInt32 {
      [0, 1, 2, 3, 5, 9, 100, 4_000_000_000, .max][chance.below(9)]
    }
    let start = SourcePosition(line: number(&chance), column: number(&chance))
    let end = SourcePosition(line: number(&chance), column: number(&chance))
    return SourceSpan(file: FileID(chance.below(3)), start: start, end: end)
  }

  private func bytes(_ chance: inout Chance) -> [UInt8] {
    let pieces: [[UInt8]] = [
      Array("a: b\n".utf8), [0xFF], [0xC2, 0x85], [0xE2, 0x80, 0xA8], Array("🎈".utf8), [0x0D], [0x0D, 0x0A], [0x09],
      Array("# albplan: ignore[r]".utf8), Array("- |\n  x\n".utf8), [0x1B], [], [0xEF, 0xBB, 0xBF], [0x20, 0x20], [0],
    ]
    return (0..<chance.below(30)).flatMap { _ in pieces[chance.below(pieces.count)] }
  }

  @Test func nothingTraps() {
    var chance = Chance(state: 3)
    for _ in 0..<150 {
      let files = (0..<2).map { SourceFile(id: FileID($0), name: "f\($0).yaml", bytes: bytes(&chance)) }
      let findings = (0..<6).map { index -> Finding in
        let edits = (0..<chance.below(3)).map { _ in Finding.Edit(span(&chance), "new\n") }
        return Finding(
          rule: index.isMultiple(of: 2) ? "r" : "other-rule", severity: Severity.allCases[chance.below(3)],
          message: "m\u{0}\u{2028}", span: span(&chance), object: index == 0 ? nil : "Ingress a/b",
          notes: [Finding.Note(.note, "n", at: span(&chance))], fix: Finding.Fix("t", .safe, edits: edits))
      }
      let parsed = files.map(parse)
      let suppressions = Suppressions(files: parsed, objects: KubernetesObjects(parsed))
      let settled = FindingPolicy().settle(findings, files: files, suppressions: suppressions, rules: [])
      #expect(settled.report.findings.count <= findings.count + 30)
      for format in FindingsFormat.allCases {
        let output = format.write(settled.report, files: parsed.map(ReportSource.init), rules: [], options: .sample)
        #expect(format == .github || settled.report.findings.isEmpty || !output.isEmpty)
      }
      var looks = 0
      let run = FixRun(files, allowsUnsafe: true) { _ in
        looks += 1
        return FixRun.Review(findings: looks == 1 ? settled.report.findings : [])
      }
      for (old, new) in zip(files, run.files) {
        let patch = UnifiedDiff.write(from: ReportSource(old), to: ReportSource(new), path: old.name)
        #expect(patch.isEmpty == (old.bytes == new.bytes))
      }
      for file in files {
        let builder = FixBuilder(file)
        let (key, value) = (span(&chance), span(&chance))
        let annotation = Annotation(key: Located("k", at: key), value: Located("v", at: value))
        _ = builder.deleteEntry(annotation)
        _ = builder.insert("a", "b", after: annotation)
        _ = builder.quote(value)
        _ = builder.replaceValue(annotation.value, with: "x")
        _ = builder.renameKey(annotation.key, to: "x")
        _ = builder.replacePart(0..<1, of: annotation.value, with: "x")
        _ = builder.replaceFlowCollection(value, with: "x")
      }
    }
  }
}
