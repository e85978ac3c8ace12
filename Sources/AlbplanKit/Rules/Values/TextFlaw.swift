import LoadBalancerModel
import Manifests

/// What is wrong with an annotation's text, whatever the text is for. Rules on what it says look at texts without flaw.
enum TextFlaw: Equatable {
  /// Another program will fill it in: nothing can be said.
  case placeholder
  /// Nothing but white space.
  case empty
  /// Characters that look like others or cannot be seen; the text without them.
  case lookalikes(Unicode.Scalar, mended: String)
  /// White space at an end, which is not cut off; the text without it.
  case blanks(mended: String)

  init?(of subject: AnnotationSubject) {
    let text = subject.value
    guard !text.isPlain, let type = subject.definition?.type else { return nil }
    if text.holdsPlaceholder {
      self = .placeholder
      return
    }
    let trimmed = AnnotationReader.trim(text)
    if trimmed.isEmpty {
      self = .empty
    } else if let flaw = Lookalikes(type: type).flaw(in: text) {
      self = flaw
    } else {
      guard trimmed.utf8.count < text.utf8.count, type.isReadUntrimmed,
        !Self.definitionsWithOwnReading.contains(where: { $0 === subject.definition })
      else { return nil }
      self = .blanks(mended: trimmed)
    }
  }
}

extension String {
  /// One word of ASCII without anything that could be a placeholder, as most values are.
  fileprivate var isPlain: Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      switch byte {
      case 0...0x20, 0x7F..., UInt8(ascii: "$"), UInt8(ascii: "{"): return false
      case UInt8(ascii: "_"): if previous == byte { return false }
      default: break
      }
      previous = byte
    }
    return previous != 0
  }
}

extension TextFlaw {
  /// A list of ports, whose items are trimmed; and what other rules take to pieces.
  private static let definitionsWithOwnReading = [
    AnnotationDefinition.Service.proxyProtocolPerTargetGroup, AnnotationDefinition.Ingress.groupName,
    AnnotationDefinition.Ingress.authType,
  ]
}

extension AnnotationDefinition.ValueType {
  /// White space around the text belongs to the value.
  fileprivate var isReadUntrimmed: Bool {
    switch self {
    case .string, .bool, .int32, .int64, .oneOf: true
    case .stringList, .stringMap, .json: false
    }
  }
}

/// Finds characters that stand in a text by mistake of an editor or a web page.
private struct Lookalikes {
  var type: AnnotationDefinition.ValueType

  func flaw(in text: String) -> TextFlaw? {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    guard let culprit = text.unicodeScalars.first(where: { replacement(for: $0) != nil }) else { return nil }
    // Quotes and blanks within JSON may be part of a message.
    if type == .json, (try? JSONTree(text)) != nil { return nil }
    var mended = ""
    for scalar in text.unicodeScalars { mended += replacement(for: scalar) ?? String(scalar) }
    return .lookalikes(culprit, mended: AnnotationReader.trim(mended))
  }

  /// What was meant; `nil` for a character that may well be meant.
  private func replacement(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x201C...0x201F, 0xAB, 0xBB: type == .json ? "\"" : ""
    case 0x2018...0x201B, 0x2039, 0x203A: type == .json ? nil : ""
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: ""
    case 0xA0, 0x2002...0x200A, 0x202F, 0x3000: isOfOneWord || type == .json ? " " : nil
    case 0x2010...0x2015, 0x2212: isOfOneWord ? "-" : nil
    default: nil
    }
  }

  private var isOfOneWord: Bool {
    switch type {
    case .bool, .int32, .int64, .oneOf: true
    case .string, .stringList, .stringMap, .json: false
    }
  }
}

extension [FailureCode] {
  /// The refusals that a flaw of an annotation's text can lead to.
  static let ofFlawedText: [FailureCode] = [
    "malformed-bool", "malformed-integer", "malformed-string-map", "malformed-json", "malformed-cidr",
    "malformed-listen-ports", "empty-listen-ports", "malformed-mutual-authentication", "malformed-health-check-port",
    "malformed-proxy-protocol-port", "malformed-port-mapping", "unknown-scheme", "unknown-ip-address-type",
    "unknown-target-type", "unknown-backend-protocol", "unknown-backend-protocol-version",
    "unknown-health-check-protocol", "unknown-auth-type", "unknown-source-nat-setting",
    "unknown-private-link-setting", "unknown-alpn-policy", "unknown-proxy-protocol", "unused-ssl-port",
    "invalid-group-name", "no-subnet", "unknown-subnet", "unknown-security-group", "unknown-web-acl",
    "service-port-not-found",
  ]
}
