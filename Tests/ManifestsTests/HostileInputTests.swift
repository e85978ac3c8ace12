import Manifests
import Testing

/// Texts that are made to hurt: each must end soon, with a sentence or with what it holds.
@Suite struct HostileInputTests {
  private static let size = 1_000_000

  private func kinds(_ text: String) -> Set<ManifestProblem.Kind> {
    let file = parse(source(text))
    let objects = KubernetesObjects([file])
    for document in file.documents.prefix(100) { _ = jsonText(of: document.root) }
    _ = suppressionComments(in: file)
    return Set(objects.problems.map(\.kind))
  }

  private static func repeated(_ text: String, _ size: Int = size) -> String {
    String(repeating: text, count: size / text.utf8.count)
  }

  @Test(arguments: [10, 60])
  func aliasesThatMultiplyAreRefused(_ levels: Int) {
    var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1...levels {
      text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ","))]\n"
    }
    #expect(kinds(text) == [.limit])
  }

  @Test func mergesThatMultiplyAreRefused() {
    var text = "a0: &a0 {k: v}\n"
    for level in 1...60 { text += "a\(level): &a\(level) {<<: [*a\(level - 1), *a\(level - 1)]}\n" }
    #expect(kinds(text) == [.limit])
  }

  @Test func manySmallAliasBombsAreRefusedTogether() {
    let bomb = """
      a: &a [x,x,x,x,x,x,x,x,x,x]
      b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]
      c: &c [*b,*b,*b,*b,*b,*b]
      ---

      """
    #expect(kinds(Self.repeated(bomb)) == [.limit])
  }

  @Test(arguments: ["[", "{a: ", "- ", "{\"a\":[", "? "])
  func depthHasAnEnd(_ opening: String) {
    #expect(!kinds(Self.repeated(opening)).isDisjoint(with: [.limit, .syntax]))
  }

  @Test func tenThousandLevelsAreReadAndOneMoreIsNot() throws {
    func nested(_ levels: Int) -> String {
      "# YAML\n" + String(repeating: "[", count: levels) + String(repeating: "]", count: levels) + "\n"
    }
    let file = parse(source(nested(10_000)))
    #expect(file.problems.isEmpty)
    #expect(jsonText(of: try #require(file.documents.first).root).utf8.count == 20_000)
    #expect(kinds(nested(10_001)) == [.limit])
    #expect(parse(source(nested(10_000).replacing("# YAML\n", with: ""))).problems.isEmpty)
  }

  @Test func depthAndLengthTogetherAreBounded() {
    #expect(kinds("a: " + String(repeating: "[", count: 9000) + Self.repeated("1,")) == [.limit])
  }

  @Test(arguments: [
    "---\n", "---\na\n", "\n", "# x\n", "a", " ", "a: b\r", "- &a x\n", "- !x y\n", "{\"a\":1}", "- \"\\/\"\n", "%x\n",
    "\u{FEFF}",
  ])
  func repetitionIsReadInOneGo(_ text: String) {
    _ = kinds(Self.repeated(text))
  }

  @Test func oneLongScalarIsRead() {
    #expect(documents("a: " + Self.repeated("x")).first?.utf8.count == Self.size + 8)
    #expect(kinds("a: '" + Self.repeated("x")) == [.syntax])
    #expect(kinds("a: \"" + Self.repeated("\\n")) == [.syntax])
  }

  @Test func manyTagDirectivesAreRefused() {
    #expect(kinds("%TAG !e! " + Self.repeated("x") + "\r---\r" + Self.repeated("- !e!x y\r")) == [.limit])
  }

  @Test func aThousandProblemsAreEnough() {
    let duplicates = parse(source(Self.repeated("a: b\n"))).problems
    #expect(duplicates.count == ManifestLimits.problems + 1)
    #expect(duplicates.last?.kind == .limit)
    #expect(parse(source(Self.repeated("a: [\n---\n"))).problems.count == ManifestLimits.problems + 1)
    let head = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:\n  ports:\n"
    #expect(read(head + Self.repeated("  - {port: x}\n")).problems.count == ManifestLimits.problems)
  }

  @Test(
    arguments: [
      [0], [0x61, 0x3A, 0x20, 0x00], [0xFF], [0xC3], [0x61, 0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xEF, 0xBB, 0xBF], [0xC0, 0x80],
    ] as [[UInt8]])
  func bytesThatAreNoTextEndInASentence(_ bytes: [UInt8]) {
    for repetitions in [1, 1000] {
      let file = parse(
        SourceFile(id: FileID(0), name: "x", bytes: Array(Array(repeating: bytes, count: repetitions).joined())))
      #expect(file.documents.isEmpty || bytes.count == 3)
      #expect(file.problems.allSatisfy { [.syntax, .encoding].contains($0.kind) })
    }
  }

  @Test func everyPrefixOfAManifestIsReadOrRefused() {
    let text = """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: "é", annotations: {a: 'x', <<: {b: "\\u00e9"}}}
      spec:
        rules:
        - host: &h |
            x
          http: *h
      --- # next
      {"apiVersion": "v1", "kind": "Service"}
      """
    let bytes = Array(text.utf8)
    for end in 0...bytes.count {
      let file = parse(SourceFile(id: FileID(0), name: "x", bytes: Array(bytes[..<end])))
      _ = KubernetesObjects([file])
      for document in file.documents { _ = jsonText(of: document.root) }
      for start in stride(from: 0, to: end, by: 7) {
        _ = parse(SourceFile(id: FileID(0), name: "x", bytes: Array(bytes[start..<end])))
      }
    }
  }
}
