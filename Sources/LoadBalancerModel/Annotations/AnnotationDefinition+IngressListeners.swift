/// Ports, certificates and attributes of listeners.
extension AnnotationDefinition.Ingress {
  package static let listenPorts = AnnotationDefinition(
    "alb.ingress.kubernetes.io/listen-ports", .json,
    summary: "Lists the listeners of the Ingress as JSON, each with its protocol and port.",
    default: "[{\"HTTP\": 80}], or [{\"HTTPS\": 443}] when explicit certificates exist",
    documented: "[{\"HTTP\": 80}] or [{\"HTTPS\": 443}]", on: [.ingress], merge: .combined, since: .init(2, 0),
    reference: .init(.ingress, "listen-ports"))
  package static let sslRedirect = AnnotationDefinition(
    "alb.ingress.kubernetes.io/ssl-redirect", .int32,
    summary: "Turns every HTTP listener of the group into a redirect to this HTTPS port.",
    on: [.ingress], merge: .exclusive, classParameters: "sslRedirectPort", since: .init(2, 2),
    aliases: ["alb.ingress.kubernetes.io/ssl-redirect-port"], reference: .init(.ingress, "ssl-redirect"))
  package static let certificateARN = AnnotationDefinition(
    "alb.ingress.kubernetes.io/certificate-arn", .stringList,
    summary:
      "Lists the certificates of the HTTPS listeners, the first being the default, in place of discovery by host "
      + "name.",
    default: "certificate discovery", on: [.ingress], merge: .combined, classParameters: "certificateArn",
    since: .init(2, 0), reference: .init(.ingress, "certificate-arn"))
  package static let sslPolicy = AnnotationDefinition(
    "alb.ingress.kubernetes.io/ssl-policy", .string,
    summary: "Chooses the security policy, and so the TLS versions and ciphers, of the HTTPS listeners.",
    default: "flag --default-ssl-policy (ELBSecurityPolicy-2016-08)", documented: "ELBSecurityPolicy-2016-08",
    on: [.ingress], merge: .exclusive, classParameters: "sslPolicy", since: .init(2, 0),
    reference: .init(.ingress, "ssl-policy"))
  package static let mutualAuthentication = AnnotationDefinition(
    "alb.ingress.kubernetes.io/mutual-authentication", .json,
    summary: "Sets per HTTPS port whether clients must show a certificate, and the trust store that proves it.",
    on: [.ingress], merge: .exclusive, since: .init(2, 7), reference: .init(.ingress, "mutual-authentication"))
  package static let listenerAttributes = AnnotationDefinition(
    "alb.ingress.kubernetes.io/listener-attributes.{Protocol}-{Port}", .stringMap,
    summary: "Sets attributes of one listener, named by its protocol and port.",
    on: [.ingress], merge: .combined, classParameters: "listeners[].listenerAttributes", since: .init(2, 9),
    reference: .init(.ingress, "listener-attributes"))
  package static let createACMCert = AnnotationDefinition(
    "alb.ingress.kubernetes.io/create-acm-cert", .bool,
    summary: "Has the controller request a certificate in ACM for the hosts of the Ingress.",
    default: "false", on: [.ingress], since: .init(3, 3), reference: .init(.ingress, "create-acm-cert"))
  package static let acmPCAARN = AnnotationDefinition(
    "alb.ingress.kubernetes.io/acm-pca-arn", .string,
    summary: "Has the requested certificate issued by this private certificate authority.",
    default: "flag --default-pca-arn", on: [.ingress], since: .init(3, 3), reference: .init(.ingress, "acm-pca-arn"))
}
