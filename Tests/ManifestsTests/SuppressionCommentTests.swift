import Manifests
import Testing

@Suite struct SuppressionCommentTests {
  @Test func commentsAreFoundWithTheirPlaces() {
    let text = """
      # albplan: ignore-file[a]
      a: b # albplan: ignore[b] because
      c:
        #albplan:ignore[c]
        d: "é" #   albplan:   ignore[d]  \t
      """
    let comments = suppressionComments(in: parse(source(text)))
    #expect(comments.map(\.text.value) == ["ignore-file[a]", "ignore[b] because", "ignore[c]", "ignore[d]"])
    #expect(comments.map(\.isAlone) == [true, false, true, false])
    #expect(comments.map(\.span.text) == ["1:1-1:26", "2:6-2:34", "4:3-4:21", "5:10-5:34"])
    #expect(comments.map(\.text.span.start.text) == ["1:12", "2:17", "4:12", "5:25"])
  }

  @Test func whatIsTextIsNoComment() {
    let text = """
      a: "x # albplan: 1"
      b: 'x
        # albplan: 2'
      c: |
        x
        # albplan: 3
      # albplan: yes
      d: x# albplan:4
      e: [1, # albplan: also
        2]
      """
    #expect(suppressionComments(in: parse(source(text))).map(\.text.value) == ["yes", "also"])
  }

  @Test func aCommentBehindABlockIsAComment() {
    let text = "a:\n  b: |\n    x\n  # albplan: one\n  c: >-\n    y\n\n# albplan: two\n---\n# albplan: three\nd: 1\n"
    #expect(suppressionComments(in: parse(source(text))).map(\.text.value) == ["one", "two", "three"])
  }

  @Test func lineEndsDoNotMatter() {
    let text = "a: 1 # albplan: x\r\nb: 2\r# albplan: y\r"
    let comments = suppressionComments(in: parse(source(text)))
    #expect(comments.map(\.text.value) == ["x", "y"])
    #expect(comments.map(\.span.start.text) == ["1:6", "3:1"])
  }

  @Test func otherCommentsAndOtherTextAreNotLookedAt() {
    #expect(suppressionComments(in: parse(source("a: 1 # about albplan: x\n# albplan ignore\nalbplan: y\n"))).isEmpty)
    #expect(suppressionComments(in: parse(source(""))).isEmpty)
  }
}
