/// Finds texts that other programs fill in: `{{ … }}`, `${NAME}`, `$(NAME)`, `$NAME`.
enum PlaceholderText {
  static func isIn(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if previous == UInt8(ascii: "{"), byte == UInt8(ascii: "{") { return true }
      if previous == UInt8(ascii: "$") {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "_"), 0x41...0x5A, 0x61...0x7A: return true
        default: break
        }
      }
      previous = byte
    }
    return false
  }
}
