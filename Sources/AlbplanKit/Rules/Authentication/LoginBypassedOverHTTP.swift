import LoadBalancerModel
import Manifests

extension LintRule {
  package static let loginBypassedOverHTTP = LintRule(
    id: "login-bypassed-over-http",
    summary: "Requests over plain HTTP reach a backend without the login, or the token check, that HTTPS asks for.",
    rationale:
      "The controller puts authentication and JWT validation in front of HTTPS rules only. On an HTTP listener "
      + "the same path is open to everybody, and with no HTTPS listener nobody is ever asked "
      + "(pkg/ingress/model_build_actions.go).",
    remedy: "Redirect HTTP with ssl-redirect, or take the HTTP port out of listen-ports.",
    severity: .error, mistakes: ["M046"],
    flagged: [
      Example(
        ListenerSample.file(
          ListenerSample.ingress(
            """
            alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
            alb.ingress.kubernetes.io/auth-type: oidc
            \(AuthenticationSample.provider)
            """), ListenerSample.ingressClass),
        marks: ["oidc"],
        fixed: ListenerSample.file(
          ListenerSample.ingress(
            """
            alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
            alb.ingress.kubernetes.io/auth-type: oidc
            alb.ingress.kubernetes.io/ssl-redirect: "443"
            \(AuthenticationSample.provider)
            """), ListenerSample.ingressClass)),
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/jwt-validation: '{"jwksEndpoint": "https://id.example.com/keys", "issuer": "https://id.example.com"}'
          """),
        marks: ["'{\"jwksEndpoint\": \"https://id.example.com/keys\", \"issuer\": \"https://id.example.com\"}'"]),
      Example(
        ListenerSample.file(
          ListenerSample.ingress(), ListenerSample.service("alb.ingress.kubernetes.io/auth-type: cognito")),
        marks: ["cognito"]),
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
          alb.ingress.kubernetes.io/ssl-redirect: "443"
          alb.ingress.kubernetes.io/auth-type: oidc
          \(AuthenticationSample.provider)
          """)),
      Example(ListenerSample.ingress(AuthenticationSample.oidc)),
      // The old way to redirect: nothing behind it is served over HTTP.
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
          alb.ingress.kubernetes.io/actions.to-https: '{"type": "redirect", "redirectConfig": {"protocol": "HTTPS", "port": "443", "statusCode": "HTTP_301"}}'
          alb.ingress.kubernetes.io/auth-type: oidc
          \(AuthenticationSample.provider)
          """,
          spec: """
            rules:
            - host: web.example.com
              http:
                paths:
                - path: /*
                  pathType: ImplementationSpecific
                  backend: {service: {name: to-https, port: {name: use-annotation}}}
                - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
            """)),
    ],
    check: .stacks { outcome, context, report in
      guard case .ingressGroup(let group) = outcome.owner, case .plan(let stack) = outcome.result,
        group.members.contains(where: { context.asksForLogin($0) })
      else { return }
      var served = ServedOverHTTP(stack)
      let members = Dictionary(group.members.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
      var reported: Set<SourceSpan> = []
      for exposed in served.forwards(ofDefaultsIn: group) {
        guard let member = members[exposed.member],
          let asking = context.whatAsks(member, service: exposed.service), reported.insert(asking.value.span).inserted
        else { continue }
        let own = MemberListeners(member, in: context.world)
        let hasHTTPS = own?.hasHTTPS == true
        let notes =
          (own?.annotation == nil ? member.classNote(hasHTTPS ? "sslRedirectPort" : "certificateArn") : [])
        var listenerNotes: [Finding.Note] = []
        if let place = own?.place(of: exposed.port, &report) {
          listenerNotes.append(Finding.Note(.note, "the HTTP listener", at: place))
        }
        var edit: Finding.Edit?
        if hasHTTPS, let https = own?.ports(.https), https.count == 1, group.sslRedirects == nil,
          member.annotations[AnnotationDefinition.Ingress.authType.key]?.value.span == asking.value.span
        {
          edit = report.editor(for: asking.key.span)?.insert(
            AnnotationDefinition.Ingress.sslRedirect.key, "\(https[0])", after: asking)
        }
        report(
          .exposed(exposed.service, port: exposed.port, hasHTTPS: hasHTTPS), at: asking.value.span,
          in: context.object(carrying: asking, member: member, service: exposed.service),
          severity: member.severity(.error), notes: listenerNotes + notes,
          fix: edit.map { Finding.Fix("redirect HTTP to HTTPS", .unsafe, edits: [$0]) })
      }
    })
}

/// What the HTTP listeners of a stack send to Services.
private struct ServedOverHTTP {
  struct Forward {
    var member: ObjectName
    var service: ObjectName?
    var port: Int32
  }
  private let stack: LoadBalancerStack
  private let services: [String: ObjectName]
  private let ports: Set<Int32>

  init(_ stack: LoadBalancerStack) {
    self.stack = stack
    ports = Set(stack.listeners.lazy.filter { $0.listenerProtocol == .http }.map(\.port))
    services = Dictionary(
      stack.targetGroups.compactMap { group in group.service.map { (group.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The forwards that no redirect before them catches, those of default backends too.
  mutating func forwards(ofDefaultsIn group: IngressGroup) -> [Forward] {
    guard !ports.isEmpty else { return [] }
    var forwards: [Forward] = []
    var redirects: [Int32: [RuleReach]] = [:]
    for rule in stack.listenerRules where ports.contains(rule.port) {
      guard let action = rule.actions.last else { continue }
      switch action.kind {
      case .redirect: redirects[rule.port, default: []].append(RuleReach(rule))
      case .forward(let forward):
        let reach = RuleReach(rule)
        guard redirects[rule.port]?.contains(where: { $0.mayCover(reach) }) != true else { continue }
        forwards += [Forward(member: rule.member, service: service(of: forward), port: rule.port)]
      default: break
      }
    }
    for listener in stack.listeners where ports.contains(listener.port) {
      guard let action = listener.defaultActions.last, case .forward(let forward) = action.kind,
        redirects[listener.port]?.contains(where: \.isUnlimited) != true
      else { continue }
      let member = group.members.first { member in
        action.origin.spans.first.map { member.ingress.metadata.span.contains($0) } ?? false
      }
      guard let member else { continue }
      forwards.append(Forward(member: member.name, service: service(of: forward), port: listener.port))
    }
    return forwards
  }

  /// The Service that alone gets the requests; only then its own annotations count.
  private func service(of forward: Action.Forward) -> ObjectName? {
    guard let targets = forward.targets, targets.count == 1,
      case .reference(let reference)? = targets[0].targetGroup.known
    else { return nil }
    return services[reference.id]
  }
}

/// Which requests a rule fits, as far as hosts and paths tell.
private struct RuleReach {
  private var hosts: Set<String> = []
  private var paths: Set<String> = []
  private var isNarrowed = false

  init(_ rule: ListenerRule) {
    for condition in rule.conditions {
      switch condition.kind {
      case .hostHeader(let pattern): hosts.formUnion(pattern.values + pattern.regexValues)
      case .pathPattern(let pattern): paths.formUnion(pattern.values + pattern.regexValues)
      default: isNarrowed = true
      }
    }
  }

  var isUnlimited: Bool { hosts.isEmpty && isEveryPath && !isNarrowed }
  private var isEveryPath: Bool { paths.isEmpty || paths.contains("/*") }

  /// When in doubt it does: a wildcard host may stand for any.
  func mayCover(_ other: Self) -> Bool {
    let coversHost =
      hosts.isEmpty || hosts.isSuperset(of: other.hosts) && !other.hosts.isEmpty
      || hosts.contains { $0.utf8.contains(UInt8(ascii: "*")) }
    return coversHost && (isEveryPath || paths.isSuperset(of: other.paths) && !other.paths.isEmpty)
  }
}

extension LintContext {
  /// The member, or a backend of it in the input, asks for a login or a token.
  fileprivate func asksForLogin(_ member: IngressGroupMember) -> Bool {
    member.annotations[AnnotationDefinition.Ingress.authType.key] != nil
      || member.annotations[AnnotationDefinition.Ingress.jwtValidation.key] != nil
      || hasBackend(of: member.ingress, with: AnnotationDefinition.Ingress.authType)
  }

  /// The annotation that asks for a login or a token in front of a Service.
  fileprivate func whatAsks(_ member: IngressGroupMember, service: ObjectName?) -> Annotation? {
    authenticationReader(member, service: service).login?.annotation
      ?? member.annotations[AnnotationDefinition.Ingress.jwtValidation.key]
  }

  fileprivate func object(carrying annotation: Annotation, member: IngressGroupMember, service: ObjectName?) -> String {
    if let service, let object = objects.service(service), object.metadata.span.contains(annotation.key.span) {
      return "Service \(service)"
    }
    return member.object
  }
}

extension Finding.Message {
  fileprivate static func exposed(_ service: ObjectName?, port: Int32, hasHTTPS: Bool) -> Self {
    let backend = service.map { "Service \($0)" } ?? "the backend"
    return hasHTTPS
      ? "nobody has to log in over HTTP: port \(port) sends requests to \(backend) as they come"
      : "nobody ever has to log in: without an HTTPS listener \(backend) gets requests as they come"
  }
}
