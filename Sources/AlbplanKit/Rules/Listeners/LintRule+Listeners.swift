extension LintRule {
  /// Rules on listeners, certificates and redirects to HTTPS.
  static let listenerRules: [LintRule] = [
    malformedListenPorts, unknownListenerProtocol, listenerPortOutOfRange, repeatedListenPort,
    tlsWithoutHTTPSListener, certificateWithoutHTTPListener, httpsWithoutCertificate, hostWithoutCertificate,
    publicAndPrivateCertificates, sslRedirectAsAction, sslRedirectWithoutHTTPSListener, sslRedirectWithoutHTTPListener,
    httpOnlyMemberRedirected, redirectToOtherListener, redirectByAction, weakTLSPolicy, unknownTLSPolicy,
    implicitTLSPolicy, listenerAttributesWithoutListener, wildcardHostBeyondCertificate,
  ]
}
