import AlbplanKit
import Manifests
import Testing

/// What `# albplan: ignore[…]` and `albplan.dev/ignore` hide. Each text marks its findings by the words `bad…`.
@Suite struct SuppressionTests {
  /// The words at which findings remain, with the rule of those about suppression.
  private func left(_ text: String, policy: FindingPolicy = FindingPolicy(), object: String? = nil) -> [String] {
    let sample = SampleText(text)
    return settle(sample, policy, object).report.findings.map { finding in
      finding.rule == "bad-value" ? sample.source.text(sample.source.range(of: finding.span)) : finding.rule
    }
  }

  private func settle(_ sample: SampleText, _ policy: FindingPolicy, _ object: String? = nil) -> SettledFindings {
    let parsed = parse(sample.file)
    let objects = KubernetesObjects([parsed])
    let findings = words(in: sample).map {
      Finding(rule: "bad-value", severity: .error, message: "bad", span: $0, object: object)
    }
    return policy.settle(
      findings, files: [sample.file], suppressions: Suppressions(files: [parsed], objects: objects),
      rules: [.sample("bad-value"), .sample("other-rule")])
  }

  private func words(in sample: SampleText) -> [SourceSpan] {
    let bytes = sample.file.bytes
    var spans: [SourceSpan] = []
    for start in bytes.indices where bytes[start...].starts(with: "bad".utf8) {
      guard start + 3 < bytes.count, (0x30...0x39).contains(bytes[start + 3]) else { continue }
      spans.append(sample.source.span(of: start..<start + 4))
    }
    return spans
  }

  // MARK: Trailing comments

  @Test func aTrailingCommentHidesWhatIsOnItsLine() {
    #expect(left("a: bad1 # albplan: ignore[bad-value] known\nb: bad2\n") == ["bad2"])
  }

  @Test func aTrailingCommentHidesNothingOfAnotherRule() {
    #expect(left("a: bad1 # albplan: ignore[other-rule]\n") == ["bad1", "unused-suppression"])
  }

  @Test func aTrailingCommentOnAKeyLeavesWhatIsUnderIt() {
    #expect(left("a: # albplan: ignore[bad-value]\n  b: bad1\n") == ["unused-suppression", "bad1"])
  }

  @Test func aTrailingCommentAtABlockScalarCoversTheScalar() {
    #expect(left("a: |- # albplan: ignore[bad-value]\n  x\n  bad1\nb: bad2\n") == ["bad2"])
    #expect(left("- a: >2+ # albplan: ignore[bad-value]\n      bad1\n\n      bad2\n  b: bad3\n") == ["bad3"])
  }

  @Test func inABlockScalarAHashIsText() {
    #expect(left("a: |\n  bad1 # albplan: ignore[bad-value]\n") == ["bad1"])
  }

  // MARK: Comments on their own line

  @Test func aCommentAboveAKeyCoversTheWholeValueUnderIt() {
    let text = """
      # albplan: ignore[bad-value] until the move
      a:
        b: bad1
        # between
        c:
        - bad2

      d: bad3
      """
    #expect(left(text) == ["bad3"])
  }

  @Test func aListAsFarLeftAsItsKeyBelongsToIt() {
    #expect(left("x:\n  # albplan: ignore[bad-value]\n  a:\n  - bad1\n  - bad2\n  b: bad3\n") == ["bad3"])
  }

  @Test func aCommentAboveAnItemCoversThatItem() {
    #expect(left("a:\n# albplan: ignore[bad-value]\n- b: bad1\n  c: bad2\n- bad3\n") == ["bad3"])
  }

  @Test func aCommentReachesOverBlankLinesAndOtherComments() {
    #expect(left("# albplan: ignore[bad-value]\n\n# more\na: bad1\nb: bad2\n") == ["bad2"])
  }

  @Test func aCommentDoesNotReachIntoTheNextDocument() {
    #expect(left("a: 1\n# albplan: ignore[bad-value]\n---\nb: bad1\n") == ["unused-suppression", "bad1"])
  }

  @Test func commentsMayBeNested() {
    let text = """
      # albplan: ignore[other-rule]
      a:
        # albplan: ignore[bad-value]
        b: bad1
        c: bad2
      """
    #expect(left(text) == ["unused-suppression", "bad2"])
  }

  @Test func linesMayEndInTheWayOfWindows() {
    #expect(left("# albplan: ignore[bad-value]\r\na:\r\n  b: bad1\r\nc: bad2 # albplan: ignore[bad-value]\r\n") == [])
  }

  @Test func severalRulesStandInOneList() {
    #expect(left("a: bad1 # albplan: ignore[ other-rule ,bad-value]\n") == ["unused-suppression"])
  }

  // MARK: Whole files

  @Test func ignoreFileCoversTheFile() {
    #expect(left("# hello\n# albplan: ignore-file[bad-value] generated\n---\na: bad1\n---\nb: bad2\n") == [])
  }

  @Test func ignoreFileBelowTheFirstDocumentCountsForNothing() {
    #expect(left("a: bad1\n# albplan: ignore-file[bad-value]\nb: 1\n") == ["bad1", "unused-suppression"])
  }

  // MARK: Flaws

  @Test(arguments: ["ignore", "ignore[]", "ignore[ , ]", "ignore because", "ignore[bad-value", "ignore-file"])
  func aCommentWithoutAListIsAFinding(_ words: String) {
    #expect(left("a: bad1 # albplan: \(words)\n") == ["bad1", "suppression-without-rule"])
  }

  @Test func anUnknownRuleIsAFindingWithTheNearestName() throws {
    let sample = SampleText("a: bad1 # albplan: ignore[bad-valu, bad-value]\n")
    let findings = settle(sample, FindingPolicy()).report.findings
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.message.text == "there is no rule \"bad-valu\"; did you mean \"bad-value\"?")
    #expect(finding.span == sample.span(of: "bad-valu"))
  }

  @Test func otherCommentsToAlbplanAreNobodysBusiness() {
    #expect(left("a: bad1 # albplan: see the wiki\n") == ["bad1"])
  }

  @Test func whatIsOffIsNotMissed() {
    var policy = FindingPolicy()
    policy.selection = RuleSelection(ignore: ["other-rule"])
    #expect(left("a: 1 # albplan: ignore[other-rule]\n", policy: policy) == [])
  }

  @Test func aBrokenFileSaysNothingAboutItsComments() {
    #expect(left("a: 1 # albplan: ignore[other-rule]\n---\nb: [\n") == [])
  }

  @Test func noIgnoresShowsEverything() {
    var policy = FindingPolicy()
    policy.honoursSuppressions = false
    #expect(left("a: bad1 # albplan: ignore[bad-value]\nb: 1 # albplan: ignore\n", policy: policy) == ["bad1"])
  }

  @Test func remarksAboutSuppressionCanBeIgnoredThemselves() {
    #expect(left("# albplan: ignore-file[unused-suppression]\na: 1 # albplan: ignore[other-rule]\n") == [])
  }

  // MARK: Annotations

  private let annotated = """
    apiVersion: v1
    kind: Service
    metadata:
      name: web
      namespace: shop
      annotations:
        albplan.dev/ignore: "RULES"
        x: bad1
    spec:
      ports: [{port: 80, name: bad2}]
    ---
    kind: Other
    x: bad3

    """

  private func annotated(_ rules: String) -> String {
    annotated.split(separator: "RULES", omittingEmptySubsequences: false).joined(separator: rules)
  }

  @Test func anAnnotationCoversItsObject() {
    #expect(left(annotated("other-rule, bad-value")) == ["unused-suppression", "bad3"])
    #expect(left(annotated("bad-value")) == ["bad3"])
  }

  @Test func anAnnotationCoversWhatAnAliasLeadsOutOfTheObject() {
    #expect(left(annotated("bad-value"), object: "Service shop/web") == [])
  }

  @Test func anEmptyOrUnknownAnnotationIsAFinding() {
    #expect(left(annotated(" , ")) == ["suppression-without-rule", "bad1", "bad2", "bad3"])
    #expect(left(annotated("bad-valu")) == ["suppression-of-unknown-rule", "bad1", "bad2", "bad3"])
  }

  // MARK: Counting

  @Test func countsWhatItHides() {
    let sample = SampleText("# albplan: ignore-file[bad-value]\na: bad1 # albplan: ignore[bad-value]\nb: bad2\n")
    #expect(settle(sample, FindingPolicy()).report.suppressedCount == 2)
  }
}
