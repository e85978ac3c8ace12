/// Annotations for the examples of rules on authentication.
enum AuthenticationSample {
  /// An Ingress that logs users in through OpenID Connect, on HTTPS alone.
  static let oidc = httpsOnly + "\nalb.ingress.kubernetes.io/auth-type: oidc\n" + provider

  static let httpsOnly = "alb.ingress.kubernetes.io/listen-ports: '[{\"HTTPS\": 443}]'"

  static let provider = provider(secret: "oidc")

  static func provider(secret: String) -> String {
    """
    alb.ingress.kubernetes.io/auth-idp-oidc: '{"issuer": "https://id.example.com", "authorizationEndpoint": "https://id.example.com/auth", "tokenEndpoint": "https://id.example.com/token", "userInfoEndpoint": "https://id.example.com/info", "secretName": "\(secret)"}'
    """
  }

  static let cognitoProvider = """
    alb.ingress.kubernetes.io/auth-idp-cognito: '{"userPoolARN": "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Abc", "userPoolClientID": "client", "userPoolDomain": "web"}'
    """

  static func secret(_ name: String = "oidc", namespace: String? = nil, keys: String) -> String {
    """
    apiVersion: v1
    kind: Secret
    metadata:
      name: \(name)
    \(namespace.map { "  namespace: \($0)\n" } ?? "")stringData: \(keys)
    """
  }
}
