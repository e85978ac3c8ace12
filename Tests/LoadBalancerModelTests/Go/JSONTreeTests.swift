import Testing

@testable import LoadBalancerModel

@Suite struct JSONTreeTests {
  @Test func knowsThePlaceOfEveryKeyAndValue() throws {
    let text = #"{"a": [1, "é"], "b": {"c": null}}"#
    let tree = try JSONTree(text)
    func written(_ position: JSONTree.Position) -> String {
      String(decoding: tree.bytes[tree.nodes[position].range], as: UTF8.self)
    }
    #expect(written(tree.root) == text)
    let members = Array(tree.members(of: tree.root))
    #expect(members.map { written($0.key) } == ["\"a\"", "\"b\""])
    #expect(members.map { written($0.value) } == [#"[1, "é"]"#, #"{"c": null}"#])
    #expect(tree.elements(of: members[0].value).map(written) == ["1", "\"é\""])
    #expect(tree.members(of: members[1].value).map { tree.text(of: $0.key) } == ["c"])
    #expect(tree.nodes.map(\.kind) == [.object, .string, .array, .number, .string, .string, .object, .string, .null])
  }

  @Test func findsNothingInsideWhatHasNoInside() throws {
    let tree = try JSONTree("[{}, [], \"a\"]")
    let elements = Array(tree.elements(of: tree.root))
    #expect(elements.count == 3)
    for element in elements {
      #expect(Array(tree.elements(of: element)).isEmpty)
      #expect(Array(tree.members(of: element)).isEmpty)
    }
    #expect(Array(tree.members(of: tree.root)).isEmpty)
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{08}\u{0C}\n\r\t"), (#""\u00e9\u00E9é""#, "ééé"), (#""\ud83d\ude00""#, "😀"),
    (#""\ud800x""#, "\u{FFFD}x"), (#""\udc00""#, "\u{FFFD}"), (#""\ud800\u0041""#, "\u{FFFD}A"),
    (#""\ud800\ud800\udc00""#, "\u{FFFD}\u{10000}"), (#""\u0000""#, "\0"),
  ])
  func resolvesEscapes(_ json: String, _ text: String) throws {
    let tree = try JSONTree(json)
    #expect(tree.text(of: tree.root).utf8.elementsEqual(text.utf8))
  }
}
