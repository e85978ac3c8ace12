import Testing

@testable import albplan

/// Values of Secrets are in nothing that the command writes.
@Suite struct SecretOutputTests {
  /// Stands for every value of every Secret here.
  private static let value = "aHVudGVyMg"

  private static let ingress = """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: web
      annotations:
        alb.ingress.kubernetes.io/auth-type: oidc
        alb.ingress.kubernetes.io/auth-idp-oidc: '{"issuer":"https://i","authorizationEndpoint":"https://i/a",
          "tokenEndpoint":"https://i/t","userInfoEndpoint":"https://i/u","secretName":"oidc"}'
        alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS":443}]'
        alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:us-west-2:111122223333:certificate/a
        alb.ingress.kubernetes.io/subnets: subnet-1, subnet-2
    spec:
      ingressClassName: alb
      defaultBackend: {service: {name: web, port: {number: 80}}}

    """

  private static let secrets: [String: String] = [
    "as it should be": """
    apiVersion: v1
    kind: Secret
    metadata: {name: oidc}
    data: {clientID: VALUE, clientSecret: VALUE}
    stringData: {more: "VALUE"}
    """,
    "values of the wrong type": """
    apiVersion: v1
    kind: Secret
    metadata: {name: oidc}
    data: {clientID: [VALUE], clientSecret: {VALUE: VALUE}, x: 0xVALUE, "1": !!int VALUE}
    stringData: VALUE
    """,
    "keys twice, fields that are none": """
    apiVersion: v1
    kind: Secret
    metadata: {name: oidc, name: oidc}
    data: {clientID: VALUE, clientID: VALUE}
    data: {clientSecret: VALUE}
    immutable: maybe
    type: 5
    """,
    "in a list": """
    apiVersion: v1
    kind: SecretList
    items:
    - metadata: {name: oidc}
      data: {clientID: VALUE, clientSecret: |
        VALUE
        }
    """,
    "in JSON": #"{"apiVersion":"v1","kind":"Secret","metadata":{"name":"oidc"},"data":{"clientSecret":"VALUE"}}"#,
    "broken": """
    apiVersion: v1
    kind: Secret
    metadata: {name: oidc}
    data:
      clientSecret: VALUE: VALUE
      clientID: "\\q VALUE
    """,
    "a template": """
    apiVersion: v1
    kind: Secret
    metadata: {name: {{ .Release.Name }}}
    data: {clientSecret: VALUE}
    """,
    "through an alias": """
    apiVersion: v1
    kind: Secret
    metadata:
      name: oidc
      annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"data":{"clientSecret":"VALUE"}}'}
    data: &data {clientSecret: VALUE}
    stringData: {<<: *data, clientID: VALUE}
    """,
  ]

  private static let commands: [[String]] = [
    ["documents"], ["plan"], ["plan", "--origins"], ["plan", "-f", "json"], ["plan", "-f", "yaml"],
    ["plan", "-f", "markdown", "--origins"], ["plan", "-f", "model"], ["plan", "--verbose"],
    ["lint", "--select", "all"], ["lint", "-f", "json"], ["lint", "-f", "sarif"], ["lint", "-f", "markdown"],
    ["lint", "--diff", "--unsafe-fixes"],
  ]

  @Test(arguments: secrets.keys.sorted())
  func nothingShowsTheValues(_ name: String) throws {
    let workplace = try Workplace()
    let secret = try #require(Self.secrets[name]).replacing("VALUE", with: Self.value)
    try workplace.write(Self.ingress + "---\n" + secret + "\n", to: "one.yaml")
    try workplace.write(Self.ingress, to: "two/ingress.yaml")
    try workplace.write(secret + "\n", to: "two/secret.yaml")
    for command in Self.commands {
      for input in ["one.yaml", "two"] {
        let run = albplan(command + [input], in: workplace)
        #expect(!run.output.contains(Self.value), "\(command)")
        #expect(!run.errors.contains(Self.value), "\(command)")
      }
    }
  }

  @Test func aSecretInThePlaceOfSettingsIsNotQuoted() throws {
    let workplace = try Workplace()
    let secret = try #require(Self.secrets["as it should be"]).replacing("VALUE", with: Self.value)
    try workplace.write(Self.ingress, to: "ingress.yaml")
    try workplace.write(secret, to: "secret.yaml")
    let run = albplan(["plan", "ingress.yaml", "--context", "secret.yaml"], in: workplace)
    #expect(run.status == .trouble)
    #expect(!run.errors.contains(Self.value))
    try workplace.write(secret, to: ".albplan.yaml")
    let other = albplan(["plan", "ingress.yaml"], in: workplace)
    #expect(other.status == .trouble)
    #expect(!other.errors.contains(Self.value))
  }

  @Test func aPlanRedactsTheClientAsTheControllerDoes() throws {
    let workplace = try Workplace()
    let secret = try #require(Self.secrets["as it should be"]).replacing("VALUE", with: Self.value)
    try workplace.write(Self.ingress + "---\n" + secret + "\n", to: "a.yaml")
    let run = albplan(["plan", "-f", "model", "a.yaml"], in: workplace)
    #expect(run.output.contains(#""clientID":"[REDACTED]","clientSecret":"[REDACTED]""#))
  }
}
