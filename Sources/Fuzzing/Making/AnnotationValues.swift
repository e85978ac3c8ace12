import LoadBalancerModel

/// Annotations from the table with values that may do, or nearly.
enum AnnotationValues {
  /// A key: one of the table as a rule, else one that is nearly so.
  static func key(_ chance: inout Chance) -> (key: String, definition: AnnotationDefinition?) {
    guard let definition = chance.element(of: AnnotationCatalogue.standard.definitions) else { return ("a/b", nil) }
    var key = definition.isFamily ? definition.key(chance.text("web", "a", "", "TLS-443", "x.y", "É")) : definition.key
    if chance.once(in: 15) {
      switch chance.below(4) {
      case 0: key = key.uppercased()
      case 1: key.removeLast()
      case 2: key += chance.text("s", " ", ".x", "/y")
      default: key = "x." + key
      }
    }
    return (key, definition)
  }

  static func value(of definition: AnnotationDefinition?, _ chance: inout Chance) -> String {
    guard let definition, !chance.once(in: 6) else { return chance.element(of: HostileValues.texts) ?? "" }
    switch definition.type {
    case .bool: return chance.text("true", "false", "True", "yes")
    case .int32, .int64: return chance.text("1", "10", "300", "0", "-5", "2147483648", "x", "1.0", " 1")
    case .oneOf(let words): return chance.element(of: words) ?? ""
    case .stringList: return list(&chance, separator: ",")
    case .stringMap: return list(&chance, separator: ",", isMap: true)
    case .json: return json(&chance)
    case .string: return definition.defaultValue ?? chance.element(of: HostileValues.texts) ?? ""
    }
  }

  private static func list(_ chance: inout Chance, separator: String, isMap: Bool = false) -> String {
    (0..<chance.below(5)).map { _ in
      let word = chance.element(of: HostileValues.texts) ?? ""
      return isMap ? "\(chance.text("a", "b", "idle_timeout.timeout_seconds", "k\(chance.below(9))"))=\(word)" : word
    }.joined(separator: separator)
  }

  private static func json(_ chance: inout Chance) -> String {
    let port = chance.below(70_000)
    return chance.text(
      "[{\"HTTP\":\(port)},{\"HTTPS\":443}]",
      "{\"type\":\"fixed-response\",\"fixedResponseConfig\":{\"statusCode\":\"\(port)\"}}",
      "{\"type\":\"forward\",\"forwardConfig\":{\"targetGroups\":[{\"serviceName\":\"web\",\"servicePort\":\(port),\"weight\":\(port)}]}}",
      "{\"type\":\"redirect\",\"redirectConfig\":{\"port\":\"\(port)\",\"statusCode\":\"HTTP_301\"}}",
      "[{\"field\":\"host-header\",\"hostHeaderConfig\":{\"values\":[\"*.x\"]}}]",
      "[{\"field\":\"http-header\",\"httpHeaderConfig\":{\"httpHeaderName\":\"a\",\"values\":[\"b\"]}}]",
      "[{\"field\":\"query-string\",\"queryStringConfig\":{\"values\":[{\"key\":\"a\",\"value\":\"b\"}]}}]",
      "{\"issuer\":\"https://x\",\"authorizationEndpoint\":\"https://x/a\",\"tokenEndpoint\":\"https://x/t\","
        + "\"userInfoEndpoint\":\"https://x/u\",\"secretName\":\"oidc\"}",
      "{\"userPoolARN\":\"arn:x\",\"userPoolClientID\":\"c\",\"userPoolDomain\":\"d\"}",
      "[{\"type\":\"url-rewrite\",\"urlRewriteConfig\":{\"rewrites\":[{\"regex\":\"^/a\",\"replace\":\"/b\"}]}}]",
      "{\"minimumLoadBalancerCapacity\":\(port)}", "[]", "{}", "null")
  }
}
