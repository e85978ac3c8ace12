import LoadBalancerModel
import Manifests

extension LintRule {
  package static let mutualAuthenticationWithoutListener = LintRule(
    id: "mutual-authentication-without-listener",
    summary: "An entry of mutual-authentication names a port on which the Ingress does not listen with HTTPS.",
    rationale: "The controller looks the entries up by the ports of the Ingress's own HTTPS listeners and passes the "
      + "others over: nobody is ever asked for a client certificate (pkg/ingress/model_build_listener.go).",
    remedy: "Use the port numbers of listen-ports.",
    severity: .error, mistakes: ["M048"],
    flagged: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 8443}]'
          alb.ingress.kubernetes.io/mutual-authentication: '[{"port": 443, "mode": "passthrough"}]'
          """),
        marks: ["443"])
    ],
    accepted: [
      Example(
        ListenerSample.ingress(
          """
          alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 8443}, {"HTTPS": 443}]'
          alb.ingress.kubernetes.io/mutual-authentication: '[{"port": 8443, "mode": "passthrough"}, {"port": 80, "mode": "off"}]'
          """))
    ],
    check: .values(of: [AnnotationDefinition.Ingress.mutualAuthentication]) { subject, context, report in
      guard let ingress = subject.handledIngress,
        let entries = try? MutualAuthenticationConfiguration.parse(subject.annotation),
        let tree = try? JSONTree(subject.value), let listeners = ingress.listeners
      else { return }
      let isDefault = listeners.annotation == nil
      for (entry, element) in zip(entries, tree.elements(of: tree.root)) {
        guard entry.mode != "off", (1...65535).contains(entry.port), listeners.protocols[entry.port] != .https,
          let port = tree.member("port", of: element)?.value
        else { continue }
        report(
          .noListener(entry.port, isHTTP: listeners.protocols[entry.port] != nil),
          at: report.place(of: port, of: tree, in: subject.annotation), in: subject.object,
          severity: isDefault ? ingress.member.severity(.error) : .error,
          notes: isDefault ? ingress.member.classNote("certificateArn") : [])
      }
    })

  package static let invalidMutualAuthentication = LintRule(
    id: "invalid-mutual-authentication",
    summary: "The annotation mutual-authentication is no JSON list of entries whose mode and settings go together.",
    rationale: "Mode verify needs a trust store; the modes off and passthrough take none, nor the settings that go "
      + "with one. The controller refuses the whole group otherwise (pkg/ingress/model_build_listener.go).",
    remedy:
      "Write '[{\"port\": 443, \"mode\": \"verify\", \"trustStore\": \"arn:…\"}]', or mode passthrough or off with "
      + "the port alone.",
    severity: .error, mistakes: ["M049"],
    refusals: ["malformed-mutual-authentication", "empty-mutual-authentication", "invalid-mutual-authentication"],
    flagged: [
      Example(
        sample(#"[{"port": 443, "mode": "verify"}, {"port": 8443, "mode": "on"}]"#), marks: ["verify", "on"]),
      Example(
        sample(#"[{"port": 443, "mode": "passthrough", "trustStore": "own", "advertiseTrustStoreCaNames": "on"}]"#),
        marks: ["own"]),
      Example(
        sample(#"[{"port": 443, "mode": "verify", "trustStore": "own", "advertiseTrustStoreCaNames": "yes"}]"#),
        marks: ["yes"]),
      Example(sample(#"[{"port": "443", "mode": "passthrough"}]"#), marks: ["\"443\""]),
      Example(sample("[]"), marks: ["'[]'"]),
    ],
    accepted: [
      Example(sample(#"[{"port": 443, "mode": "verify", "trustStore": "own", "advertiseTrustStoreCaNames": "on"}]"#)),
      Example(sample(#"[{"port": 443, "mode": "off"}]"#)),
    ],
    check: .values(of: [AnnotationDefinition.Ingress.mutualAuthentication]) { subject, _, report in
      guard subject.handledIngress != nil else { return }
      let read: GoValue
      do throws(GoJSON.Failure) {
        read = try GoJSON.decode(subject.value, as: .slice(.structure(MutualAuthenticationConfiguration.schema)))
      } catch {
        report(
          .noList(error.message), at: report.place(ofBytes: error.range, in: subject.annotation), in: subject.object)
        return
      }
      guard read.list?.isEmpty == false,
        let entries = try? MutualAuthenticationConfiguration.parse(subject.annotation),
        let tree = try? JSONTree(subject.value)
      else {
        report(.empty, at: subject.annotation.value.span, in: subject.object)
        return
      }
      for (entry, element) in zip(entries, tree.elements(of: tree.root)) {
        guard (1...65535).contains(entry.port), let problem = problem(of: entry) else { continue }
        let place = tree.member(problem.field, of: element)?.value ?? element
        report(
          problem.message, at: report.place(of: place, of: tree, in: subject.annotation), in: subject.object)
      }
    })

  /// What is wrong with an entry, and in which field, in the controller's order.
  private static func problem(
    of entry: MutualAuthenticationConfiguration
  ) -> (field: String, message: Finding.Message)? {
    guard (try? entry.validate()) == nil else { return nil }
    let modes = ["off", "passthrough", MutualAuthenticationConfiguration.verifyMode]
    guard modes.contains(entry.mode) else { return ("mode", .unknownMode(entry.mode)) }
    guard entry.mode != MutualAuthenticationConfiguration.verifyMode else {
      if entry.trustStore?.isEmpty != false { return ("mode", .noTrustStore) }
      return ("advertiseTrustStoreCaNames", .neitherOnNorOff)
    }
    if entry.trustStore?.isEmpty == false { return ("trustStore", .onlyForVerify("trustStore", entry.mode)) }
    if entry.ignoreClientCertificateExpiry != nil {
      return ("ignoreClientCertificateExpiry", .onlyForVerify("ignoreClientCertificateExpiry", entry.mode))
    }
    return ("advertiseTrustStoreCaNames", .onlyForVerify("advertiseTrustStoreCaNames", entry.mode))
  }

  private static func sample(_ json: String) -> String {
    ListenerSample.ingress(
      """
      alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS": 443}, {"HTTPS": 8443}]'
      alb.ingress.kubernetes.io/mutual-authentication: '\(json)'
      """)
  }

  package static let unknownTrustStore = LintRule(
    id: "unknown-trust-store",
    summary: "The account has no trust store of the name in mutual-authentication.",
    rationale: "The controller looks a trust store that is no ARN up by its name, and cannot build the group without "
      + "it (pkg/shared_utils/alb_listener_utils.go).",
    remedy: "Name a trust store of this account and region, or give its ARN.",
    severity: .error, mistakes: ["M049"], refusals: ["unknown-trust-store"],
    flagged: [
      Example(
        sample(#"[{"port": 443, "mode": "verify", "trustStore": "owm"}]"#), context: trustStores, marks: ["owm"])
    ],
    accepted: [
      Example(sample(#"[{"port": 443, "mode": "verify", "trustStore": "own"}]"#), context: trustStores),
      Example(sample(#"[{"port": 443, "mode": "verify", "trustStore": "other"}]"#)),
    ],
    check: .values(of: [AnnotationDefinition.Ingress.mutualAuthentication]) { subject, context, report in
      guard let stores = context.world.aws.trustStores, subject.handledIngress != nil,
        let entries = try? MutualAuthenticationConfiguration.parse(subject.annotation),
        let tree = try? JSONTree(subject.value)
      else { return }
      let names = Set(stores.map(\.name))
      for (entry, element) in zip(entries, tree.elements(of: tree.root)) {
        guard entry.mode == MutualAuthenticationConfiguration.verifyMode, let name = entry.trustStore, !name.isEmpty,
          !name.startsBytewise(with: "arn:"), !names.contains(name),
          let value = tree.member("trustStore", of: element)?.value
        else { continue }
        report(
          .noTrustStore(name, NearestName.of(name, among: stores.map(\.name))),
          at: report.place(of: value, of: tree, in: subject.annotation), in: subject.object)
      }
    })

  private static let trustStores = """
    aws:
      trustStores:
      - {name: own, arn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:truststore/own/0123456789abcdef"}
    """
}

extension Finding.Message {
  fileprivate static func noListener(_ port: Int32, isHTTP: Bool) -> Self {
    isHTTP
      ? "port \(port) listens with plain HTTP, so that nobody is asked for a certificate"
      : "the Ingress does not listen on port \(port), so that this entry does nothing"
  }
  fileprivate static func noList(_ reason: String) -> Self {
    "mutual-authentication is no JSON list of entries: \(reason)"
  }
  fileprivate static let empty: Self = "mutual-authentication names no port"
  fileprivate static func unknownMode(_ mode: String) -> Self {
    mode.isEmpty
      ? "an entry needs a mode: off, passthrough or verify"
      : "there is no mode \(mode), only off, passthrough and verify"
  }
  fileprivate static let noTrustStore: Self = "mode verify needs a trustStore"
  fileprivate static let neitherOnNorOff: Self = "advertiseTrustStoreCaNames is on or off"
  fileprivate static func onlyForVerify(_ field: String, _ mode: String) -> Self {
    "\(field) goes with mode verify only, not with \(mode)"
  }
  fileprivate static func noTrustStore(_ name: String, _ nearest: String?) -> Self {
    "the account has no trust store \(name)\(nearest.map { "; did you mean \($0)?" } ?? "")"
  }
}
