extension String {
  /// Another program still fills something in: `{{ … }}`, `${NAME}`, `$(NAME)`, `$NAME`, `__NAME__`.
  ///
  /// What such a text will be is not known, so that nothing is said about it.
  var holdsPlaceholder: Bool {
    var (first, second): (UInt8, UInt8) = (0, 0)
    for byte in utf8 {
      switch second {
      case UInt8(ascii: "{"):
        if byte == UInt8(ascii: "{") { return true }
      case UInt8(ascii: "$"):
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "_"), 0x41...0x5A, 0x61...0x7A: return true
        default: break
        }
      case UInt8(ascii: "_"):
        if first == UInt8(ascii: "_"), (0x41...0x5A).contains(byte) { return true }
      default: break
      }
      (first, second) = (second, byte)
    }
    return false
  }
}
