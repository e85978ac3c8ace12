import LoadBalancerModel

/// Actions and transforms in plain words.
extension StackWords {
  /// What happens to a request, step by step: `authenticate with OIDC (…), then forward to shop/web:80`.
  func words(_ actions: [Action], transforms: [RuleTransform] = []) -> PlanText {
    var steps = actions.map { words($0) }
    let last = steps.popLast()
    steps += transforms.map(\.words)
    if let last { steps.append(last) }
    return steps.isEmpty ? "\("nothing", .caution)" : steps.joined(separator: ", then ")
  }

  func words(_ action: Action) -> PlanText {
    switch action.kind {
    case .authenticateCognito(let cognito):
      "authenticate with Cognito (\(verbatim: cognito.userPoolDomain)\(unauthenticated(cognito.session)))"
    case .authenticateOIDC(let oidc):
      "authenticate with OIDC (\(verbatim: oidc.issuer)\(unauthenticated(oidc.session)))"
    case .validateJWT(let jwt): words(jwt)
    case .fixedResponse(let response): response.words
    case .redirect(let redirect): redirect.words
    case .forward(let forward): words(forward)
    }
  }

  /// What becomes of those without a session, where it is not a login page.
  private func unauthenticated(_ session: Action.AuthenticationSession) -> PlanText {
    guard let behaviour = session.onUnauthenticatedRequest, !behaviour.isKnown("authenticate") else { return "" }
    return "; without a session: \(.planned(behaviour))"
  }

  private func words(_ jwt: Action.JWTValidation) -> PlanText {
    let claims = jwt.additionalClaims.map { claim -> PlanText in
      "\(verbatim: claim.name) = \(claim.values.map { PlanText(verbatim: $0) }.joined("or"))"
    }
    let start: PlanText = "require a JWT of \(verbatim: jwt.issuer)"
    return claims.isEmpty ? start : "\(start) with \(claims.joined(separator: " and "))"
  }

  private func words(_ forward: Action.Forward) -> PlanText {
    guard let targets = forward.targets, !targets.isEmpty else {
      return "forward to \("no target group", .caution)"
    }
    let total = targets.reduce(into: Int64(0)) { $0 += Int64($1.weight ?? 0) }
    let isWeighted = targets.count > 1
    let destinations = targets.map { target -> PlanText in
      let name = PlanText.planned(target.targetGroup) { label($0) }
      guard let weight = target.weight else { return isWeighted ? "\(name) (no weight)" : name }
      guard isWeighted else { return weight == 0 ? "\(name) (\("weight 0", .caution))" : name }
      return "\(name) (\(share(of: Int64(weight), in: total)))"
    }
    var text: PlanText = "forward to \(destinations.joined("and"))"
    if let stickiness = forward.stickiness, stickiness.enabled == true {
      text.add(words: stickiness.durationSeconds.map { ", sticky for \($0) s" } ?? ", sticky")
    }
    return text
  }

  /// `90 %`, or `33.3 %` where it does not come out even; the bare weight where the sum says nothing.
  private func share(of weight: Int64, in total: Int64) -> PlanText {
    guard total > 0, weight >= 0 else { return "weight \(weight)" }
    let tenths = (weight * 1000 + total / 2) / total
    return tenths % 10 == 0 ? "\(tenths / 10)\u{A0}%" : "\(tenths / 10).\(tenths % 10)\u{A0}%"
  }
}

extension Action.FixedResponse {
  fileprivate static let longestBody = 60

  fileprivate var words: PlanText {
    var text: PlanText = "respond \(verbatim: statusCode)"
    guard let messageBody, !messageBody.isEmpty else { return text }
    let start = String(messageBody.unicodeScalars.prefix(Self.longestBody))
    let isWhole = start.utf8.count == messageBody.utf8.count
    // The controller's stand-in for something that does not exist.
    let isStandIn =
      messageBody == "Backend service does not exist" || messageBody == "Backend action does not exist"
    text.add(" with ")
    text.add(verbatim: isWhole ? "\"\(start)\"" : "\"\(start)…\"", isStandIn ? .caution : nil)
    return text
  }
}

extension Action.Redirect {
  /// Parts that stay as the client sent them are written as AWS does, `#{host}`; path and query only if they change.
  fileprivate var words: PlanText {
    var target = ""
    if `protocol` != nil || host != nil || port != nil {
      target = "\((`protocol` ?? "#{protocol}").lowercasedSchemeOrPlaceholder)://\(host ?? "#{host}")"
      if let port { target += ":\(port)" }
    }
    if let path { target += path }
    if let query { target += "?\(query)" }
    let destination: PlanText = target.isEmpty ? "the same address" : PlanText(verbatim: target)
    let code = statusCode.hasPrefix("HTTP_") ? String(statusCode.dropFirst(5)) : statusCode
    return "redirect to \(destination) (\(verbatim: code))"
  }
}

extension String {
  /// `https` for `HTTPS`; placeholders and anything else stay as written.
  fileprivate var lowercasedSchemeOrPlaceholder: String {
    self == "HTTPS" || self == "HTTP" ? lowercased() : self
  }
}

extension RuleTransform {
  fileprivate var words: PlanText {
    let what: PlanText = kind == .hostHeaderRewrite ? "rewrite the host" : "rewrite the URL"
    let rewrites = rewrites.map { rewrite -> PlanText in
      "\(verbatim: rewrite.regex) to \(verbatim: rewrite.replace)"
    }
    return "\(what) (\(rewrites.joined()))"
  }
}
