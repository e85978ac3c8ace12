import Manifests

extension IngressModelBuilder {
  /// The port that HTTP listeners redirect to; `nil` without a redirect.
  ///
  /// Mirrors `buildSSLRedirectConfig` in `pkg/ingress/model_builder.go`.
  func sslRedirect() throws(BuildFailure) -> Planned<Int32>? {
    var ports: [Planned<Int32>] = []
    for member in group.members {
      let port: Planned<Int32>
      if let text = member.settings?.parameters?.sslRedirectPort, !text.value.isEmpty {
        // Quirk (since v2.14.0): a class parameter that is no number switches the redirect off for the group.
        guard let number: Int32 = try? GoText.parseInteger(text.value) else { return nil }
        port = Planned(number, from: .classParameters("spec.sslRedirectPort", at: text.span))
      } else {
        let own = try wrapping("ingress: \(member.name)") { () throws(BuildFailure) in
          try AnnotationReader(member.annotations).int32(AnnotationDefinition.Ingress.sslRedirect)
        }
        guard let own else { continue }
        port = own
      }
      if let known = ports.firstIndex(where: { $0.known == port.known }) {
        ports[known].origin.add(port.origin)
      } else {
        ports.append(port)
      }
    }
    guard let port = ports.first, let number = port.known else { return nil }
    let culprits = ports.flatMap(\.origin.spans)
    guard ports.count == 1 else {
      let numbers = ports.compactMap(\.known).sorted().map(String.init)
      throw BuildFailure(
        "conflicting-ssl-redirect", "conflicting sslRedirect port: \(GoText.list(numbers))", at: culprits)
    }
    guard let settings = listenPorts[number] else {
      throw BuildFailure(
        "ssl-redirect-without-listener", "listener does not exist for SSLRedirect port: \(number)", at: culprits)
    }
    guard settings.listener.listenerProtocol == .https else {
      throw BuildFailure(
        "ssl-redirect-to-http", "listener protocol non-SSL for SSLRedirect port: \(number)",
        at: culprits + settings.listener.origin.spans)
    }
    return port
  }

  /// The redirect in place of everything else on an HTTP listener. Mirrors `buildSSLRedirectAction`.
  func sslRedirectAction(to port: Planned<Int32>) -> Action {
    Action(
      kind: .redirect(
        Action.Redirect(
          port: String(port.known ?? 443), protocol: ListenerProtocol.https.rawValue, statusCode: "HTTP_301")),
      origin: port.origin)
  }
}
