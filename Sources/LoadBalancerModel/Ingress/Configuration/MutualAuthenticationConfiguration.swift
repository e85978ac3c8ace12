/// One entry of the annotation `mutual-authentication`. Mirrors `MutualAuthenticationConfig` in
/// `pkg/ingress/model_build_listener.go`.
package struct MutualAuthenticationConfiguration: Sendable {
  package var port: Int32
  /// `off`, `passthrough` or `verify`.
  package var mode: String
  /// An ARN, or the name of a trust store.
  package var trustStore: String?
  package var ignoreClientCertificateExpiry: Bool?
  package var advertiseTrustStoreCANames: String?
  /// The annotation.
  package var origin: Origin

  package static let verifyMode = "verify"

  /// Refuses what the controller refuses, in its order. Mirrors `validateMutualAuthenticationConfig`.
  package func validate() throws(BuildFailure) {
    guard (1...65535).contains(port) else {
      throw BuildFailure("listen-port-out-of-range", "listen port must be within [1, 65535]: \(port)", at: origin.spans)
    }
    guard !mode.isEmpty else { throw failure("mutualAuthentication mode cannot be empty for port \(port)") }
    guard ["off", "passthrough", Self.verifyMode].contains(mode) else {
      throw failure(
        "mutualAuthentication mode value must be among [off, passthrough, verify] for port \(port) : \(mode)")
    }
    let hasTrustStore = trustStore.map { !$0.isEmpty } ?? false
    if mode == Self.verifyMode {
      guard hasTrustStore else {
        throw failure("trustStore is required when mutualAuthentication mode is verify for port \(port)")
      }
    } else {
      let prefix = "Mutual Authentication mode \(mode) does not support"
      guard !hasTrustStore else { throw failure("\(prefix) trustStore for port \(port)") }
      guard ignoreClientCertificateExpiry == nil else {
        throw failure("\(prefix) ignoring client certificate expiry for port \(port)")
      }
      guard advertiseTrustStoreCANames == nil else {
        throw failure("\(prefix) advertiseTrustStoreCaNames for port \(port)")
      }
    }
    if let names = advertiseTrustStoreCANames, names != "on", names != "off" {
      throw failure(
        "advertiseTrustStoreCaNames only supports the values \"on\" and \"off\" got value \(names) for port \(port)")
    }
  }

  private func failure(_ message: String) -> BuildFailure {
    BuildFailure("invalid-mutual-authentication", message, at: origin.spans)
  }
}
