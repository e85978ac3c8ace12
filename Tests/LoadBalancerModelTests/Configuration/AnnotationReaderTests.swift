import Manifests
import Testing

@testable import LoadBalancerModel

/// Lists and maps as the controller splits them; expectations from its own parser.
@Suite struct AnnotationReaderTests {
  @Test(arguments: [
    ("a,b", ["a", "b"]), (" a , b ,, c ", ["a", "b", "c"]), ("", []), (",", []), ("a\\,b", ["a\\", "b"]),
    ("\u{2003}a\u{A0}", ["a"]), ("a b", ["a b"]), ("a,a", ["a", "a"]), (",\u{301}", ["\u{301}"]),
  ])
  func splitsLists(_ text: String, _ items: [String]) {
    #expect(AnnotationReader.items(text) == items)
  }

  @Test(
    arguments: [
      ("a=1,b=2", ["a": "1", "b": "2"]), ("a=1, b = 2", ["a": "1", "b": "2"]), ("a=1,", ["a": "1,"]),
      ("a=1, ", ["a": "1,"]),
      ("a=b=c", ["a": "b=c"]), ("a=x\\,y", ["a": "x,y"]), ("a=\\\\", ["a": "\\"]), ("a=\\", ["a": "\\"]), ("", [:]),
      ("a=", ["a": ""]), ("a=1,a=2", ["a": "2"]), ("\\é=1", ["é": "1"]), ("a=\\n", ["a": "n"]),
      ("a=1,b", nil), ("a=1,,b=2", nil), (",a=1", nil), ("a=x,y,b=2", nil), (" ", nil), ("=1", nil), ("a", nil),
      ("a=1,\\b=2,c", nil),
    ] as [(String, [String: String]?)])
  func splitsMaps(_ text: String, _ map: [String: String]?) throws {
    let annotation = Annotation.example("alb.ingress.kubernetes.io/tags", text)
    guard let map else {
      let failure = #expect(throws: BuildFailure.self) { try AnnotationReader.stringMap(annotation) }
      #expect(failure?.message == "failed to parse stringMap annotation, alb.ingress.kubernetes.io/tags: \(text)")
      return
    }
    #expect(try AnnotationReader.stringMap(annotation).known == map)
  }

  @Test func takesTheFirstMapThatHasTheKey() throws {
    let service = Annotations([.example(AnnotationDefinition.Ingress.targetType.key, "ip")])
    let ingress = Annotations([
      .example(AnnotationDefinition.Ingress.targetType.key, "instance"),
      .example(AnnotationDefinition.Ingress.healthcheckIntervalSeconds.key, "+7"),
    ])
    let reader = AnnotationReader(service, ingress)
    #expect(reader.string(AnnotationDefinition.Ingress.targetType)?.known == "ip")
    #expect(try reader.int32(AnnotationDefinition.Ingress.healthcheckIntervalSeconds)?.known == 7)
    #expect(try reader.bool(AnnotationDefinition.Ingress.enableFrontendNLB) == nil)
  }
}
