package import LoadBalancerModel

/// Reads `listen-ports` as nearly everybody writes it, in one walk over its bytes.
///
/// Several rules look at each such annotation, and nearly all are right: this tells so at little cost.
package enum UsualListenPorts {
  /// The listeners by port; `nil` for anything unusual, right or wrong: another protocol, a port out of range, a port or
  /// a key of an object written twice, no port at all, escapes, other JSON.
  package static func listeners(in text: String) -> [Int32: ListenerProtocol]? {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = Scanner(bytes: bytes)
      return scanner.readList()
    }
  }

  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    var listeners: [Int32: ListenerProtocol] = [:]

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func readList() -> [Int32: ListenerProtocol]? {
      guard take("[") else { return nil }
      repeat {
        guard readObject() else { return nil }
      } while take(",")
      guard take("]") else { return nil }
      skipBlanks()
      return position == bytes.count ? listeners : nil
    }

    private mutating func readObject() -> Bool {
      guard take("{") else { return false }
      var seen: Set<ListenerProtocol> = []
      repeat {
        guard let listenerProtocol = readProtocol(), seen.insert(listenerProtocol).inserted, take(":"),
          let port = readPort(), listeners.updateValue(listenerProtocol, forKey: port) == nil
        else { return false }
      } while take(",")
      return take("}")
    }

    private mutating func readProtocol() -> ListenerProtocol? {
      skipBlanks()
      for (word, listenerProtocol) in [("\"HTTP\"", ListenerProtocol.http), ("\"HTTPS\"", .https)] {
        let end = position + word.utf8.count
        guard end <= bytes.count, bytes[position..<end].elementsEqual(word.utf8) else { continue }
        position = end
        return listenerProtocol
      }
      return nil
    }

    private mutating func readPort() -> Int32? {
      skipBlanks()
      var port: Int32 = 0
      var digits = 0
      while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
        guard digits < 5, digits > 0 || bytes[position] != UInt8(ascii: "0") else { return nil }
        port = port * 10 + Int32(bytes[position] - UInt8(ascii: "0"))
        digits += 1
        position += 1
      }
      return (1...65535).contains(port) ? port : nil
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
      skipBlanks()
      guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
      position += 1
      return true
    }

    private mutating func skipBlanks() {
      while position < bytes.count {
        switch bytes[position] {
        case 0x20, 0x09, 0x0A, 0x0D: position += 1
        default: return
        }
      }
    }
  }
}
