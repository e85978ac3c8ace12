import LoadBalancerModel
import Manifests
import Testing

@Suite struct AnnotationPlacesTests {
  /// An annotation with this text at line 3, column 10, in a span that is `extra` columns wider than the text.
  private func annotation(_ text: String, extra: UInt32 = 0) -> Annotation {
    let length = UInt32(text.unicodeScalars.count)
    let span = SourceSpan(
      file: FileID(0), start: SourcePosition(line: 3, column: 10),
      end: SourcePosition(line: 3, column: 10 + length + extra))
    return Annotation(key: Located("key", at: span), value: Located(text, at: span))
  }

  private func columns(_ span: SourceSpan) -> ClosedRange<UInt32> { span.start.column...span.end.column }

  @Test func anItemOfAPlainListHasItsOwnColumns() {
    let items = annotation("a, bé ,, c").items
    #expect(items.map(\.value) == ["a", "bé", "c"])
    #expect(items.map { columns($0.span) } == [10...11, 13...15, 19...20])
  }

  @Test func quotesShiftTheColumnsAndEscapesForbidThem() {
    #expect(annotation("a,b", extra: 2).items.map { columns($0.span) } == [11...12, 13...14])
    #expect(annotation("a,b", extra: 3).items.map { columns($0.span) } == [10...16, 10...16])
  }

  @Test func keysAndValuesOfPairsHaveTheirPlaces() {
    let places = annotation("a=1, b = x=y ,a=2").pairPlaces
    #expect(places["a"].map { columns($0.value) } == 26...27)
    #expect(places["b"].map { columns($0.key) } == 15...16)
    #expect(places["b"].map { columns($0.value) } == 19...22)
    #expect(annotation(#"a=1\,2"#).pairPlaces.isEmpty)
  }

  @Test func aPathLeadsIntoJSON() {
    let json = annotation(#"{"A": [{"b": 1}, {"B": "x"}]}"#)
    #expect(columns(json.span(ofJSON: [.member("a"), .element(1), .member("b")])) == 33...36)
    #expect(json.span(ofJSON: [.member("a"), .element(2)]) == json.value.span)
    #expect(annotation("{").span(ofJSON: [.member("a")]) == annotation("{").value.span)
  }
}
