extension NodeTable {
  /// The entries of a mapping with those that its `<<` keys bring, in the order in which they are set.
  ///
  /// Quirk: a merge takes effect where it stands, so that it overrides keys written before it; in a list of mappings
  /// to merge the first one wins, because they are set from the last to the first (`merge` in goyaml.v2).
  func mergedEntries(of mapping: UInt32) -> [(key: UInt32, value: UInt32)] {
    struct Frame {
      var position: UInt32
      let end: UInt32
    }
    func frame(_ index: UInt32) -> Frame { Frame(position: index + 1, end: next(index)) }

    var result: [(key: UInt32, value: UInt32)] = []
    var stack = [frame(mapping)]
    while var top = stack.popLast() {
      guard top.position < top.end else { continue }
      let key = top.position
      let value = next(key)
      top.position = next(value)
      stack.append(top)
      guard records[Int(key)].isMergeKey(text) else {
        result.append((key, value))
        continue
      }
      let merged = resolve(value)
      guard records[Int(merged)].kind == .sequence else {
        stack.append(frame(merged))
        continue
      }
      var element = merged + 1
      while element < next(merged) {
        stack.append(frame(resolve(element)))
        element = next(element)
      }
    }
    return result
  }
}
