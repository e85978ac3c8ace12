import Manifests
import Testing

@testable import LoadBalancerModel

/// `listen-ports` and `mutual-authentication`; the texts are the controller's.
@Suite struct ListenerConfigurationTests {
  private func listeners(_ json: String) throws -> [Int32: ListenerProtocol] {
    try ListenPortsConfiguration.parse(.example("alb.ingress.kubernetes.io/listen-ports", json)).listeners()
  }

  @Test(arguments: [
    ("[]", "empty listen-ports configuration: `[]`"), ("null", "empty listen-ports configuration: `null`"),
    (
      "80",
      "failed to parse listen-ports configuration: `80`: json: cannot unmarshal number into Go value of type []map[string]int32"
    ),
    ("", "failed to parse listen-ports configuration: ``: unexpected end of JSON input"),
    (#"[{"HTTP": 0}]"#, "listen port must be within [1, 65535]: 0"),
    (#"[{"HTTP": null}]"#, "listen port must be within [1, 65535]: 0"),
    (#"[{"TCP": 65536}]"#, "listen port must be within [1, 65535]: 65536"),
    (#"[{"http": 80}]"#, "listen protocol must be within [HTTP, HTTPS]: http"),
    (#"[{"HTTP": 80}, {"TCP": 81}]"#, "listen protocol must be within [HTTP, HTTPS]: TCP"),
  ])
  func refusesPorts(_ json: String, _ message: String) {
    let failure = #expect(throws: BuildFailure.self) { try listeners(json) }
    #expect(failure?.message == message)
  }

  @Test(
    arguments: [
      (#"[{"HTTP": 80}, {"HTTPS": 443}]"#, [80: .http, 443: .https]), (#"[{"HTTP":80,"HTTP":8080}]"#, [8080: .http]),
      (#"[{"HTTPS":80},{"HTTP":80}]"#, [80: .http]), (#"[{"HTTPS":80,"HTTP":80}]"#, [80: .https]),
      ("[{}]", [:]), ("[null]", [:]), ("\n[{\"HTTP\": 80}]\n", [80: .http]),
    ] as [(String, [Int32: ListenerProtocol])])
  func readsPorts(_ json: String, _ expected: [Int32: ListenerProtocol]) throws {
    #expect(try listeners(json) == expected)
  }

  @Test(arguments: [
    ("[]", "empty mutualAuthentication configuration from ingress annotation: `[]`"),
    (
      "{",
      "failed to parse mutualAuthentication configuration from ingress annotation: `{`: unexpected end of JSON input"
    ),
    ("[{}]", "listen port must be within [1, 65535]: 0"),
    (#"[{"port":443}]"#, "mutualAuthentication mode cannot be empty for port 443"),
    (
      #"[{"port":443,"mode":"Off"}]"#,
      "mutualAuthentication mode value must be among [off, passthrough, verify] for port 443 : Off"
    ),
    (
      #"[{"port":443,"mode":"verify"}]"#, "trustStore is required when mutualAuthentication mode is verify for port 443"
    ),
    (
      #"[{"port":443,"mode":"off","trustStore":"a"}]"#,
      "Mutual Authentication mode off does not support trustStore for port 443"
    ),
    (
      #"[{"port":443,"mode":"passthrough","ignoreClientCertificateExpiry":false}]"#,
      "Mutual Authentication mode passthrough does not support ignoring client certificate expiry for port 443"
    ),
    (
      #"[{"port":443,"mode":"off","advertiseTrustStoreCaNames":""}]"#,
      "Mutual Authentication mode off does not support advertiseTrustStoreCaNames for port 443"
    ),
    (
      #"[{"port":443,"mode":"verify","trustStore":"a","advertiseTrustStoreCaNames":"true"}]"#,
      "advertiseTrustStoreCaNames only supports the values \"on\" and \"off\" got value true for port 443"
    ),
  ])
  func refusesMutualAuthentication(_ json: String, _ message: String) {
    let failure = #expect(throws: BuildFailure.self) {
      for entry in try MutualAuthenticationConfiguration.parse(
        .example("alb.ingress.kubernetes.io/mutual-authentication", json))
      { try entry.validate() }
    }
    #expect(failure?.message == message)
  }
}
