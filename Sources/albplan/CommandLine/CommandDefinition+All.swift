import AlbplanKit
import LoadBalancerModel

/// The table of commands.
extension CommandDefinition {
  /// Every command, the default one first.
  static var all: [CommandDefinition] { CommandName.allCases.map(of) }

  /// The commands that have a word, as help lists them.
  static var named: [CommandDefinition] { all.filter { $0.name != .review } }

  /// The command of a name. Each is made when it is first asked for: a run needs one of them.
  static func of(_ name: CommandName) -> CommandDefinition {
    switch name {
    case .review: review
    case .plan: plan
    case .lint: lint
    case .documents: documents
    case .rules: rules
    case .explain: explain
    case .config: config
    case .completions: completions
    case .man: man
    case .help: help
    case .version: version
    }
  }

  /// What happens without a command word.
  static let review = CommandDefinition(
    name: .review,
    summary: "Show what the AWS Load Balancer Controller would build from manifests, without a cluster.",
    details: [
      "Reads Kubernetes manifests offline and shows the load balancers that the controller would make of them: "
        + "an ALB for each group of Ingresses, an NLB for each Service of type LoadBalancer.",
      "Findings of the linter come first, as text and as Markdown; the other formats hold the plan alone.",
    ],
    operands: [.manifests],
    options: [.planFormat, .output, .origins] + .outputStyle + .rules + .input + .controller + .configuration
      + .general,
    examples: [
      UsageExample(line: "albplan ingress.yaml", meaning: "preview one file"),
      UsageExample(line: "helm template my-chart | albplan -", meaning: "preview what a chart renders to"),
      UsageExample(line: "albplan deploy/", meaning: "preview all manifests under a directory"),
    ],
    meaningOfOne: "There is a finding of the severity of --fail-on or above, or the controller would refuse to build a "
      + "load balancer.")

  static let plan = CommandDefinition(
    name: .plan,
    summary: "Show what the controller would build.",
    details: [
      "Prints a plan for each group of Ingresses and for each Service that the controller handles, or the "
        + "controller's own reason for refusing it. What only a cluster knows is (known after apply)."
    ],
    operands: [.manifests],
    options: [.planFormat, .output, .origins] + .outputStyle + .input + .controller + .configuration + .general,
    examples: [
      UsageExample(line: "albplan plan --cluster-name demo ingress.yaml", meaning: "with the names AWS will show"),
      UsageExample(
        line: "albplan plan --context aws.yaml deploy/", meaning: "with the subnets and certificates that you have"),
    ],
    meaningOfOne: "The controller would refuse to build a load balancer.")

  static let lint = CommandDefinition(
    name: .lint,
    summary: "Find mistakes in manifests.",
    details: [
      "Prints each finding at its line, with the reason and the cure. A finding can be ignored by a comment "
        + "\"# albplan: ignore[rule] reason\" on its line.",
      "A file that cannot be read, or not to its end, is trouble: the others are looked at all the same.",
    ],
    operands: [.manifests],
    options: [
      .format(FindingsFormat.allCases.map(\.rawValue), summary: "How findings are printed."), .output, .statistics,
    ]
      + .outputStyle + .rules + [.writeBaseline, .fix, .unsafeFixes, .diff, .alsoRead] + .input + .controller
      + .configuration + .general,
    examples: [
      UsageExample(line: "albplan lint deploy/", meaning: "all manifests under a directory"),
      UsageExample(
        line: "albplan lint --format text --format sarif --output albplan.sarif deploy/",
        meaning: "for people, and for a CI system in the same run"),
      UsageExample(line: "albplan lint --diff deploy/", meaning: "what --fix would change"),
      UsageExample(
        line: "albplan lint --also-read deploy/ deploy/shop/web.yaml",
        meaning: "one file, seen with its whole group"),
    ],
    meaningOfOne: "There is a finding of the severity of --fail-on or above.")

  static let documents = CommandDefinition(
    name: .documents,
    summary: "Print the documents of manifests as JSON, one a line, as kubectl would read them.",
    operands: [.manifests],
    options: [.output, .quiet, .verbose] + .input.filter { $0.name != .namespace } + [.config, .noConfig] + .general,
    examples: [UsageExample(line: "albplan documents ingress.yaml", meaning: "what became of an unquoted \"on\"")])

  static let rules = CommandDefinition(
    name: .rules,
    summary: "List the rules of lint.",
    options: [.format(RuleCatalogue.Format.allCases.map(\.rawValue), summary: "How the rules are printed."), .output]
      + .outputStyle
      + .general)

  static let explain = CommandDefinition(
    name: .explain,
    summary: "Explain a rule of lint.",
    operands: [
      OperandDefinition(placeholder: "RULE", count: .one, kind: .rule, summary: "The rule's name, as findings show it.")
    ],
    options: [.output] + .outputStyle + .general,
    examples: [UsageExample(line: "albplan explain unknown-annotation", meaning: "what the rule is about")])

  static let config = CommandDefinition(
    name: .config,
    summary: "Print the JSON Schema of the settings file, or of context files.",
    operands: [
      OperandDefinition(
        placeholder: "ACTION", count: .one, kind: .choice(["schema"]), summary: "What to do: \"schema\" prints one."),
      OperandDefinition(
        placeholder: "SCHEMA", count: .optional, kind: .choice(ConfigurationSchema.allCases.map(\.rawValue)),
        summary: "Which one; project-settings when it is left out."),
    ],
    options: [.output] + .general)

  static let completions = CommandDefinition(
    name: .completions,
    summary: "Print a completion script for a shell.",
    operands: [
      OperandDefinition(
        placeholder: "SHELL", count: .one, kind: .choice(Shell.allCases.map(\.rawValue)), summary: "The shell.")
    ],
    options: [.output] + .general,
    examples: [
      UsageExample(
        line: "albplan completions bash > /usr/share/bash-completion/completions/albplan", meaning: "for every user"),
      UsageExample(
        line: "albplan completions fish > ~/.config/fish/completions/albplan.fish", meaning: "for yourself"),
    ])

  static let man = CommandDefinition(
    name: .man,
    summary: "Print the manual page of albplan, or of a command.",
    operands: [.command],
    options: [.output] + .general,
    examples: [UsageExample(line: "albplan man | man -l -", meaning: "read it")])

  static let help = CommandDefinition(
    name: .help,
    summary: "Show help on albplan, or on a command.",
    operands: [.command],
    options: [.format(["text", "markdown"], summary: "Text, or all of the help as Markdown."), .output, .width]
      + .general)

  static let version = CommandDefinition(
    name: .version,
    summary: "Show the version.",
    options: .general)
}

extension OperandDefinition {
  static let manifests = OperandDefinition(
    placeholder: "FILE", count: .many, kind: .manifests,
    summary: "Manifests to read: files, directories with all below them, or - for standard input.")

  static let command = OperandDefinition(
    placeholder: "COMMAND", count: .optional, kind: .command, summary: "A command.")
}
