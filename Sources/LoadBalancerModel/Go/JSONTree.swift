/// A JSON text as a tree whose every value knows its place in the text.
///
/// The nodes lie in one list in the order of the text, each with the end of its subtree, so that walking and skipping
/// need no recursion, however deep the text.
package struct JSONTree: Sendable {
  package enum Kind: Sendable {
    case object, array, string, number, bool, null
  }

  /// One value, or the key of a member.
  package struct Node: Sendable {
    package var kind: Kind
    /// UTF-8 offsets in the text; quotes and brackets belong to it.
    package var range: Range<Int>
    /// The position after the last node inside this one.
    fileprivate var end: Int
  }

  /// A position in the list of nodes.
  package typealias Position = Int

  /// The text as UTF-8.
  package let bytes: [UInt8]
  package private(set) var nodes: [Node] = []

  /// The outermost value.
  package var root: Position { 0 }

  /// Reads a text, or says in Go's words why it is not JSON.
  package init(_ text: String) throws(GoJSON.Failure) {
    bytes = Array(text.utf8)
    if let problem = JSONSyntax.problem(in: bytes) { throw problem }
    readNodes()
  }

  /// The members of an object in the order written: key and value.
  package func members(of object: Position) -> Members { Members(tree: self, object: object) }

  /// The elements of an array.
  package func elements(of array: Position) -> Elements { Elements(tree: self, array: array) }

  /// The text of a string with its escapes resolved; of anything else, as written.
  package func text(of position: Position) -> String {
    let node = nodes[position]
    guard node.kind == .string else { return String(decoding: bytes[node.range], as: UTF8.self) }
    return JSONString.decode(bytes[(node.range.lowerBound + 1)..<(node.range.upperBound - 1)])
  }

  // MARK: Reading a text that is known to be JSON

  private mutating func readNodes() {
    var open: [Position] = []
    var offset = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        open.append(nodes.count)
        let kind = bytes[offset] == UInt8(ascii: "{") ? Kind.object : .array
        nodes.append(Node(kind: kind, range: offset..<offset + 1, end: nodes.count + 1))
        offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        offset += 1
        guard let position = open.popLast() else { continue }
        nodes[position].range = nodes[position].range.lowerBound..<offset
        nodes[position].end = nodes.count
      case UInt8(ascii: "\""): offset = readLeaf(.string, from: offset, to: endOfString(offset))
      case UInt8(ascii: "t"), UInt8(ascii: "f"): offset = readLeaf(.bool, from: offset, to: endOfWord(offset))
      case UInt8(ascii: "n"): offset = readLeaf(.null, from: offset, to: endOfWord(offset))
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        offset = readLeaf(.number, from: offset, to: endOfWord(offset))
      default: offset += 1
      }
    }
  }

  private mutating func readLeaf(_ kind: Kind, from start: Int, to end: Int) -> Int {
    nodes.append(Node(kind: kind, range: start..<end, end: nodes.count + 1))
    return end
  }

  private func endOfString(_ start: Int) -> Int {
    var offset = start + 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(offset + 1, bytes.count)
  }

  private func endOfWord(_ start: Int) -> Int {
    var offset = start + 1
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): return offset
      case let byte where JSONSyntax.isSpace(byte): return offset
      default: offset += 1
      }
    }
    return offset
  }
}

extension JSONTree {
  /// The members of one object; empty for any other value.
  package struct Members: Sequence, IteratorProtocol {
    private let tree: JSONTree
    private var cursor: Position
    private let end: Position

    fileprivate init(tree: JSONTree, object: Position) {
      self.tree = tree
      cursor = object + 1
      end = tree.nodes[object].kind == .object ? tree.nodes[object].end : cursor
    }

    package mutating func next() -> (key: Position, value: Position)? {
      guard cursor + 1 < end else { return nil }
      let key = cursor
      let value = cursor + 1
      cursor = tree.nodes[value].end
      return (key, value)
    }
  }

  /// The elements of one array; empty for any other value.
  package struct Elements: Sequence, IteratorProtocol {
    private let tree: JSONTree
    private var cursor: Position
    private let end: Position

    fileprivate init(tree: JSONTree, array: Position) {
      self.tree = tree
      cursor = array + 1
      end = tree.nodes[array].kind == .array ? tree.nodes[array].end : cursor
    }

    package mutating func next() -> Position? {
      guard cursor < end else { return nil }
      defer { cursor = tree.nodes[cursor].end }
      return cursor
    }
  }
}
