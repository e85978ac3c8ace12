import Foundation

/// Checks a JSON value against the part of draft-07 that our schemas use. An unknown keyword is an error, so that a
/// schema cannot promise what is not checked.
struct JSONSchemaCheck {
  let schema: [String: Any]
  private(set) var errors: [String] = []

  init(_ schema: [String: Any]) { self.schema = schema }

  mutating func check(_ value: Any) { check(value, schema, at: "") }

  private mutating func check(_ value: Any, _ schema: [String: Any], at path: String) {
    if let reference = schema["$ref"] as? String {
      let name = reference.split(separator: "/").last.map(String.init) ?? ""
      guard let definition = (self.schema["definitions"] as? [String: [String: Any]])?[name] else {
        errors.append("\(path): no definition \(name)")
        return
      }
      check(value, definition, at: path)
      return
    }
    for (keyword, rule) in schema {
      switch keyword {
      case "$schema", "$id", "title", "description", "definitions": break
      case "type": if !Self.isType(value, rule as? String ?? "") { errors.append("\(path): not of type \(rule)") }
      case "const": if !Self.isEqual(value, rule) { errors.append("\(path): not \(rule)") }
      case "enum":
        if !(rule as? [Any] ?? []).contains(where: { Self.isEqual(value, $0) }) { errors.append("\(path): not in enum") }
      case "pattern":
        if let text = value as? String, text.range(of: rule as? String ?? "", options: .regularExpression) == nil {
          errors.append("\(path): does not match \(rule)")
        }
      case "minimum":
        if let number = value as? NSNumber, let least = rule as? NSNumber, number.doubleValue < least.doubleValue {
          errors.append("\(path): less than \(least)")
        }
      case "required":
        for name in rule as? [String] ?? [] where (value as? [String: Any])?[name] == nil {
          errors.append("\(path): lacks \(name)")
        }
      case "properties":
        for (name, inner) in rule as? [String: [String: Any]] ?? [:] {
          if let member = (value as? [String: Any])?[name] { check(member, inner, at: "\(path)/\(name)") }
        }
      case "additionalProperties":
        let known = (schema["properties"] as? [String: Any])?.keys.map { $0 } ?? []
        for (name, member) in value as? [String: Any] ?? [:] where !known.contains(name) {
          check(member, rule as? [String: Any] ?? [:], at: "\(path)/\(name)")
        }
      case "items":
        for (index, element) in (value as? [Any] ?? []).enumerated() {
          check(element, rule as? [String: Any] ?? [:], at: "\(path)/\(index)")
        }
      case "oneOf":
        let fitting = (rule as? [[String: Any]] ?? []).count { option in
          var inner = JSONSchemaCheck(self.schema)
          inner.check(value, option, at: path)
          return inner.errors.isEmpty
        }
        if fitting != 1 { errors.append("\(path): fits \(fitting) of the options") }
      default: errors.append("\(path): the checker does not know the keyword \(keyword)")
      }
    }
  }

  private static func isType(_ value: Any, _ type: String) -> Bool {
    let isBoolean = (value as? NSNumber).map { CFBooleanLike.isBoolean($0) } ?? false
    return switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": isBoolean
    case "integer": !isBoolean && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    default: false
    }
  }

  private static func isEqual(_ left: Any, _ right: Any) -> Bool {
    (left as? NSObject)?.isEqual(right as? NSObject) ?? false
  }
}

private enum CFBooleanLike {
  static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
