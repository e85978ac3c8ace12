import LoadBalancerModel
import Manifests

extension LintRule {
  package static let severalDefaultBackends = LintRule(
    id: "several-default-backends",
    summary: "Two members of an IngressGroup give a listener a default backend.",
    rationale: "A listener has one default action. Where two members that share a port have spec.defaultBackend, the "
      + "controller refuses the group (pkg/ingress/model_build_listener.go).",
    remedy: "Keep spec.defaultBackend on one member, and give the others rules.",
    severity: .error, mistakes: ["M043"], refusals: ["several-default-backends"],
    flagged: [
      Example(
        SampleManifest.file(
          ListenerSample.ingress(
            "alb.ingress.kubernetes.io/group.name: shared", name: "first", spec: ListenerSample.defaultBackend),
          ListenerSample.ingress(
            "alb.ingress.kubernetes.io/group.name: shared", name: "second",
            spec: "defaultBackend: {service: {name: other, port: {number: 80}}}")),
        marks: ["{service: {name: other, port: {number: 80}}}"])
    ],
    accepted: [
      Example(
        SampleManifest.file(
          ListenerSample.ingress(
            """
            alb.ingress.kubernetes.io/group.name: shared
            alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}]'
            """, name: "first", spec: ListenerSample.defaultBackend),
          ListenerSample.ingress(
            """
            alb.ingress.kubernetes.io/group.name: shared
            alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 8080}]'
            """, name: "second", spec: ListenerSample.defaultBackend)))
    ],
    check: .stacks { outcome, context, report in
      guard case .ingressGroup(let group) = outcome.owner else { return }
      let candidates = group.members.indices.filter { group.members[$0].ingress.defaultBackend != nil }
      guard candidates.count > 1, !group.members.contains(where: \.hasUnreadableRedirect) else { return }
      let redirects = outcome.sslRedirects != nil
      let listeners = outcome.listeners
      var first: [Int32: Int] = [:]
      for index in candidates {
        guard let own = listeners.members[index], let backend = group.members[index].ingress.defaultBackend else {
          continue
        }
        var other: Int?
        for (port, listenerProtocol) in own.protocols where !(redirects && listenerProtocol == .http) {
          if let known = first[port] { other = min(known, other ?? known) } else { first[port] = index }
        }
        guard let other, let otherBackend = group.members[other].ingress.defaultBackend else { continue }
        let member = group.members[index]
        report(
          .second(group.members[other].object), at: backend.span, in: member.object,
          notes: [Finding.Note(.note, "the other default backend", at: otherBackend.span)])
      }
    })
}

extension Finding.Message {
  fileprivate static func second(_ other: String) -> Self {
    "\(other) of the same group has a default backend for the same port already"
  }
}
