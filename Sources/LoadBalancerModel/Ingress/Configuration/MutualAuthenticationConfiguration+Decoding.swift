package import Manifests

extension MutualAuthenticationConfiguration {
  package static let schema = GoStructure(
    "ingress", "MutualAuthenticationConfig",
    [
      GoField("port", .int32), GoField("mode", .string), GoField("trustStore", .pointer(.string)),
      GoField("ignoreClientCertificateExpiry", .pointer(.bool)),
      GoField("advertiseTrustStoreCaNames", .pointer(.string)),
    ])

  /// Reads an annotation `mutual-authentication`; its entries, never none, are not validated yet.
  package static func parse(_ annotation: Annotation) throws(BuildFailure) -> [Self] {
    let text = annotation.value.value
    let value: GoValue
    do {
      value = try GoJSON.decode(text, as: .slice(.structure(schema)))
    } catch {
      throw BuildFailure(
        "malformed-mutual-authentication",
        "failed to parse mutualAuthentication configuration from ingress annotation: `\(text)`: \(error.message)",
        at: [annotation.value.span])
    }
    guard value.list?.isEmpty == false else {
      throw BuildFailure(
        "empty-mutual-authentication",
        "empty mutualAuthentication configuration from ingress annotation: `\(text)`", at: [annotation.value.span])
    }
    return value.records.map { record in
      Self(
        port: record["port"].int32 ?? 0, mode: record["mode"].string ?? "", trustStore: record["trustStore"].string,
        ignoreClientCertificateExpiry: record["ignoreClientCertificateExpiry"].bool,
        advertiseTrustStoreCANames: record["advertiseTrustStoreCaNames"].string, origin: .annotation(annotation))
    }
  }
}
