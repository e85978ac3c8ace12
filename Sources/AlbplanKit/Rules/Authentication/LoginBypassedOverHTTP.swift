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
        SampleManifest.file(
          ListenerSample.ingress(
            """
            alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
            alb.ingress.kubernetes.io/auth-type: oidc
            \(AuthenticationSample.provider)
            """), ListenerSample.ingressClass),
        marks: ["oidc"],
        fixed: SampleManifest.file(
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
        SampleManifest.file(
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
                - path: /api
                  pathType: ImplementationSpecific
                  backend: {service: {name: web, port: {number: 80}}}
            """)),
    ],
    check: .stacks { outcome, context, report in
      guard case .ingressGroup(let group) = outcome.owner, case .plan(let stack) = outcome.result,
        outcome.mayAskForLogin, context.asksForLogin(group, stack)
      else { return }
      let served = ServedOverHTTP(stack)
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
        if hasHTTPS, let https = own?.ports(.https), https.count == 1, outcome.sslRedirects == nil,
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
    ports = stack.ports(of: .http)
    services = Dictionary(
      stack.targetGroups.compactMap { group in group.service.map { (group.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The forwards that no redirect before them catches, those of default backends too.
  func forwards(ofDefaultsIn group: IngressGroup) -> [Forward] {
    guard !ports.isEmpty else { return [] }
    var forwards: [Forward] = []
    var redirects: [Int32: RedirectReach] = [:]
    for rule in stack.listenerRules where ports.contains(rule.port) {
      guard let action = rule.actions.last else { continue }
      switch action.kind {
      case .redirect: redirects[rule.port, default: RedirectReach()].add(rule)
      case .forward(let forward):
        guard redirects[rule.port]?.catches(rule) != true else { continue }
        forwards += [Forward(member: rule.member, service: service(of: forward), port: rule.port)]
      default: break
      }
    }
    let defaults = Dictionary(
      group.members.compactMap { member in
        member.ingress.defaultBackend?.service.map { ($0.name.span, member.name) }
      }, uniquingKeysWith: { first, _ in first })
    for listener in stack.listeners where ports.contains(listener.port) {
      guard let action = listener.defaultActions.last, case .forward(let forward) = action.kind,
        redirects[listener.port]?.catchesEverything != true,
        let member = action.origin.spans.first.flatMap({ defaults[$0] })
      else { continue }
      forwards.append(Forward(member: member, service: service(of: forward), port: listener.port))
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

/// Which requests the redirects of a listener catch, as far as hosts and paths tell; when in doubt, they do.
private struct RedirectReach {
  private struct Place: Hashable {
    var host: String
    var path: String
  }
  private var isEverything = false
  /// Hosts of which every path is redirected.
  private var hosts: Set<String> = []
  /// Paths that are redirected on every host.
  private var paths: Set<String> = []
  private var places: Set<Place> = []

  mutating func add(_ rule: ListenerRule) {
    let reach = Self.hostsAndPaths(of: rule)
    let isEveryPath = reach.paths.isEmpty || reach.paths.contains("/*")
    // A wildcard may stand for any of the hosts.
    let isEveryHost = reach.hosts.isEmpty || reach.hosts.contains { $0.utf8.contains(UInt8(ascii: "*")) }
    switch (isEveryHost, isEveryPath) {
    case (true, true): isEverything = true
    case (true, false): paths.formUnion(reach.paths)
    case (false, true): hosts.formUnion(reach.hosts)
    case (false, false):
      for host in reach.hosts {
        for path in reach.paths { places.insert(Place(host: host, path: path)) }
      }
    }
  }

  func catches(_ rule: ListenerRule) -> Bool {
    if isEverything { return true }
    let reach = Self.hostsAndPaths(of: rule)
    if !reach.hosts.isEmpty, reach.hosts.allSatisfy(hosts.contains) { return true }
    guard !reach.paths.isEmpty else { return false }
    if reach.paths.allSatisfy(paths.contains) { return true }
    return !reach.hosts.isEmpty
      && reach.hosts.allSatisfy { host in reach.paths.allSatisfy { places.contains(Place(host: host, path: $0)) } }
  }

  /// Nothing is left for the default action.
  var catchesEverything: Bool { isEverything }

  private static func hostsAndPaths(of rule: ListenerRule) -> (hosts: [String], paths: [String]) {
    var hosts: [String] = []
    var paths: [String] = []
    for condition in rule.conditions {
      switch condition.kind {
      case .hostHeader(let pattern): hosts += pattern.values + pattern.regexValues
      case .pathPattern(let pattern): paths += pattern.values + pattern.regexValues
      default: break
      }
    }
    return (hosts, paths)
  }
}

extension StackSubject {
  /// Some annotation asks for a login, be the object that has it in use or not.
  fileprivate var mayAskForLogin: Bool {
    members.contains { member in
      member.annotations.annotation(AnnotationDefinition.Ingress.authType) != nil
        || member.annotations.annotation(AnnotationDefinition.Ingress.jwtValidation) != nil
    }
      || targetUses.contains { $0.service?.metadata.annotations[AnnotationDefinition.Ingress.authType.key] != nil }
  }
}

extension LintContext {
  /// A member, or a Service behind one, asks for a login or a token.
  fileprivate func asksForLogin(_ group: IngressGroup, _ stack: LoadBalancerStack) -> Bool {
    group.members.contains { member in
      member.annotations[AnnotationDefinition.Ingress.authType.key] != nil
        || member.annotations[AnnotationDefinition.Ingress.jwtValidation.key] != nil
    }
      || stack.targetGroups.contains { target in
        target.service.flatMap { objects.service($0) }?.metadata.annotations[AnnotationDefinition.Ingress.authType.key]
          != nil
      }
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
