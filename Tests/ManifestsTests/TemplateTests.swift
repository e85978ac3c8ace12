import Foundation
import Manifests
import Testing

@Suite struct TemplateTests {
  private static let head = "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n"

  @Test(arguments: [
    ("{{- if .Values.enabled }}\n\(head){{- end }}\n", "1:1", "Helm"),
    ("\(head)  labels:\n    {{- include \"x\" . | nindent 4 }}\n", "6:5", "Helm"),
    ("\(head)  namespace: {{ .Release.Namespace }}\n", "5:14", "Helm"),
    ("\(head)  namespace: {{ NAMESPACE }}\n", "5:14", "{{ NAMESPACE }}"),
    ("\(head)  namespace: a-{{ NAMESPACE }}\n", "5:14", "{{ NAMESPACE }}"),
    ("\(head)  annotations: {a: \"{{ .Values.a }}\"}\n", "5:20", "Helm"),
    ("\(head)%{ if x ~}\n  namespace: a\n%{ endif ~}\n", "5:1", "%{ if x ~}"),
    ("\(head){% if x %}\n  namespace: a\n{% endif %}\n", "5:1", "{% if x %}"),
    ("{{/* a comment\nof two lines */}}\n\(head)", "1:1", "{{/* a comment"),
    ("# {{ not this }}\n\(head)  a: '{{ nor: this }}'\n  b: {{ but this }}\n", "7:6", "{{ but this }}"),
  ])
  func aTemplateIsPassedOverWithOneSentence(_ example: (text: String, place: String, words: String)) {
    let objects = read(example.text)
    #expect(objects.services.isEmpty)
    #expect(objects.problems.map(\.kind) == [.unrenderedTemplate])
    #expect(objects.problems.map(\.span.start.text) == [example.place])
    #expect(objects.problems.first?.message.contains(example.words) == true, "\(objects.problems)")
  }

  @Test(arguments: [
    "  annotations: {a: '{{ x }}', b: \"${HOST}\"}\n", "  annotations:\n    a: |\n      {{ .x }}\n",
    "  namespace: ${NAMESPACE}\n",
    "  annotations: {a: $HOST, b: '%{x}'}\n", "# {{ .Values.x }}\n",
  ])
  func marksInTextsAreNoTemplates(_ rest: String) {
    let objects = read(Self.head + rest)
    #expect(objects.services.count == 1)
    #expect(objects.problems.isEmpty)
  }

  @Test func otherKindsMayHoldTemplates() {
    let objects = read("kind: ConfigMap\ndata: {a: \"{{ .Values.x }}\"}\n---\n" + Self.head)
    #expect(objects.services.count == 1)
    #expect(objects.problems.isEmpty)
  }

  @Test func brokenYAMLWithMarksInBlocksIsBroken() {
    let objects = read("a: |\n  {{ .x }}\nb: [\n---\n" + Self.head)
    #expect(objects.services.count == 1)
    #expect(objects.problems.map(\.kind) == [.syntax])
  }

  @Test func aVariableWhereANumberMustBeKeepsItsObjectOut() {
    let objects = read(
      Self.head + "spec:\n  ports:\n  - port: ${PORT}\n  - port: $(OTHER)\n---\n"
        + Self.head.replacing("web", with: "other"))
    #expect(objects.services.map(\.metadata.name.value) == ["other"])
    #expect(objects.problems.map(\.kind) == [.unrenderedTemplate])
    #expect(objects.problems.first?.message.contains("${PORT}") == true)
  }

  @Test(.enabled(if: Folder.hasShared))
  func templatesOfOthersAreRecognised() throws {
    // Two files of this folder have no mark of a template left in them, and are read as what they are.
    let plain = [
      "stages__00-ingress__kubernetes__ingress.yaml.tpl", "terraform_aws__EKS__aws-load-balancer__v2_8_1_full.yaml.bak",
    ]
    let folder = Folder.shared.appending(path: "corpus/helm")
    for file in Folder.files(under: folder, ["yaml", "tpl", "template", "bak"])
    where !plain.contains(file.lastPathComponent) {
      let objects = readManifests([try source(file)])
      #expect(objects.problems.map(\.kind) == [.unrenderedTemplate], "\(file.path)")
      #expect(objects.ingresses.isEmpty && objects.services.isEmpty, "\(file.path)")
    }
  }

  @Test(.enabled(if: Folder.hasShared))
  func manifestsOfOthersAreNoTemplates() throws {
    for file in Folder.files(under: Folder.shared.appending(path: "corpus/real"), ["yaml", "yml", "json"]) {
      let problems = parse(try source(file)).problems
      #expect(!problems.contains { $0.kind == .unrenderedTemplate }, "\(file.path): \(problems)")
    }
  }
}
