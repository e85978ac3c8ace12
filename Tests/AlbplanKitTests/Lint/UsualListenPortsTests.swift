import AlbplanKit
import LoadBalancerModel
import Manifests
import Testing

@Suite struct UsualListenPortsTests {
  @Test(arguments: [
    #"[{"HTTP": 80}]"#, #"[{"HTTP":80},{"HTTPS":443}]"#, #" [ { "HTTPS" : 443 , "HTTP" : 80 } ] "#,
    "[\n  {\"HTTP\": 80},\n  {\"HTTP\": 65535}\n]\n",
  ])
  func readsWhatTheControllerReads(_ text: String) throws {
    let listeners = try #require(UsualListenPorts.listeners(in: text))
    #expect(try listeners == ListenPortsConfiguration.parse(annotation(text)).listeners())
  }

  @Test(arguments: [
    "", "[]", "[{}]", "{}", "null", #"[{"http": 80}]"#, #"[{"HTTP": "80"}]"#, #"[{"HTTP": 80},]"#, #"[{"HTTP": 80}"#,
    #"[{"HTTP": 0}]"#, #"[{"HTTP": 080}]"#, #"[{"HTTP": 65536}]"#, #"[{"HTTP": 800000}]"#, #"[{"HTTP": -80}]"#,
    #"[{"HTTP": 80, "HTTP": 81}]"#, #"[{"HTTP": 80}, {"HTTPS": 80}]"#, #"[{"HTTP": 80}] x"#, #"[{"HTTP": 8e1}]"#,
    #"[{"HTTPSX": 80}]"#, #"[{"HTTP": 80.0}]"#, #"[{"HTTP": 80} {"HTTP": 81}]"#,
  ])
  func leavesAllElseToTheController(_ text: String) {
    #expect(UsualListenPorts.listeners(in: text) == nil)
  }

  private func annotation(_ text: String) -> Annotation {
    let start = SourcePosition(line: 1, column: 1)
    let span = SourceSpan(file: FileID(0), start: start, end: start)
    return Annotation(
      key: Located(AnnotationDefinition.Ingress.listenPorts.key, at: span), value: Located(text, at: span))
  }
}
