import Manifests
import Testing

@Suite struct SecretTests {
  private let text = """
    apiVersion: v1
    kind: Secret
    metadata:
      name: oidc
      annotations:
        kubectl.kubernetes.io/last-applied-configuration: '{"data":{"clientSecret":"c2VjcmV0"}}'
    data:
      clientID: aWQ=
      clientSecret: c2VjcmV0 # not for eyes
    stringData:
      more: |
        hunter2
        hunter3
      number: 42
    """

  @Test func onlyTheKeysOfASecretAreKept() throws {
    let objects = read(text)
    #expect(objects.problems.isEmpty)
    #expect(objects.secrets.first?.keys == ["clientID", "clientSecret", "more", "number"])
    let node = try #require(objects.secrets.first?.metadata.node)
    #expect(node["data"]?["clientID"]?.isRedacted == true)
    #expect(node["data"]?["clientID"]?.text == "")
    let annotation = objects.secrets.first?.metadata.annotations["kubectl.kubernetes.io/last-applied-configuration"]
    #expect(annotation?.value.value == "")
  }

  @Test(arguments: [
    "SECRET", "kind: List\nitems:\n- SECRET", "kind: SecretList\napiVersion: v1\nitems:\n- SECRET",
    "x: &x SECRET\nkind: List\nitems: [*x]\n",
  ])
  func noValueIsPrinted(_ frame: String) {
    let secret =
      "{apiVersion: v1, kind: Secret, metadata: {name: a}, data: {k: c2VjcmV0, l: [c2VjcmV0]}, stringData: &y {k: c2VjcmV0}}"
    let printed = documents(frame.replacing("SECRET", with: secret)).joined()
    #expect(printed.contains("(redacted)"))
    #expect(!printed.contains("c2VjcmV0"))
  }

  @Test func valuesThatComeThroughAliasesAreDroppedToo() {
    let text = "common: &c {k: c2VjcmV0}\nkind: Secret\ndata: *c\nstringData: {<<: *c}\n"
    #expect(!documents(text).joined().contains("c2VjcmV0"))
    #expect(documents(text).count == 1)
  }

  @Test func theirLinesAreShownWithoutThem() {
    let shown = SourceText(parse(source(text)))
    #expect(shown.line(4) == "  name: oidc")
    #expect(shown.line(9) == "  clientSecret: ******** # not for eyes")
    #expect(shown.line(12)?.contains("hunter") == false)
    #expect(shown.line(13)?.contains("hunter") == false)
    #expect(shown.line(6)?.contains("c2VjcmV0") == false)
  }

  @Test(arguments: ["kind: Secret", "\"kind\": 'Secret'", "kind:   SecretList"])
  func aBrokenSecretIsNotShownEither(_ kind: String) {
    let text = "a: 1\n---\n\(kind)\ndata:\n  k: c2VjcmV0\n  l: [\n---\nb: 2\n"
    let shown = SourceText(parse(source(text)))
    #expect((1...8).map { shown.line($0)?.contains("*") } == [false, false, true, true, true, true, false, false])
    #expect(shown.line(5)?.contains("c2VjcmV0") == false)
    let template = "kind: Secret\ndata: {k: c2VjcmV0}\nx: {{ .Values.x }}\n"
    #expect(SourceText(parse(source(template))).line(2)?.contains("c2VjcmV0") == false)
  }

  @Test func otherObjectsKeepTheirData() {
    #expect(documents("kind: ConfigMap\ndata: {k: v}\n") == [#"{"data":{"k":"v"},"kind":"ConfigMap"}"#])
  }
}
