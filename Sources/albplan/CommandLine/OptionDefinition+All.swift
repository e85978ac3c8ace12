import AlbplanKit

/// The options that several commands share. An option that differs between commands is a function.
extension OptionDefinition {
  static func format(_ choices: [String], summary: String) -> Self {
    OptionDefinition(
      name: .format, short: "f", value: .choice("FORMAT", choices), repetition: .each, defaultValue: choices.first,
      section: .output, summary: summary)
  }

  static let planFormat = format(
    PreviewFormat.allCases.map(\.rawValue) + ["model"],
    summary: "How the plan is printed; model is the controller's own JSON.")

  static let output = OptionDefinition(
    name: .output, short: "o", value: .path("FILE"), repetition: .each, section: .output,
    summary: "Write to FILE, whole or not at all, instead of standard output. Belongs to the --format before it.",
    aliases: ["output-file"])

  static let color = OptionDefinition(
    name: .color, value: .choice("WHEN", ["auto", "always", "never"]), defaultValue: "auto", section: .output,
    summary: "Colour the text: on a terminal, always or never.", aliases: ["colour"])

  static let noColor = OptionDefinition(
    name: .noColor, section: .output, summary: "The same as --color never.", aliases: ["no-colour"],
    standsFor: Setting(name: .color, value: "never"))

  static let width = OptionDefinition(
    name: .width, value: .number("COLUMNS", 0...10_000), section: .output,
    summary: "Fit the text into so many columns; 0 never wraps. Without it, the terminal's width counts.")

  static let origins = OptionDefinition(
    name: .origins, section: .output, summary: "Say for each line of the plan which line of a manifest caused it.")

  static let quiet = OptionDefinition(
    name: .quiet, short: "q", section: .output, summary: "Print no notes on standard error.")

  static let verbose = OptionDefinition(
    name: .verbose, short: "v", section: .output, summary: "Say on standard error what is read and what is skipped.")

  static let namespace = OptionDefinition(
    name: .namespace, short: "n", value: .text("NAMESPACE"), defaultValue: "default", section: .input,
    summary: "The namespace of objects that name none.")

  static let stdinFilename = OptionDefinition(
    name: .stdinFilename, value: .path("FILE"), defaultValue: "<stdin>", section: .input,
    summary: "The name under which messages speak of standard input.")

  static let alsoRead = OptionDefinition(
    name: .alsoRead, value: .path("PATH"), repetition: .each, section: .input,
    summary: "Also read PATH, so that groups are whole and Services and classes are found, and report only what "
      + "concerns the files that are named.")

  static let noRespectGitignore = OptionDefinition(
    name: .noRespectGitignore, section: .input, summary: "Also read files in directories that .gitignore excludes.")

  static let failIfEmpty = OptionDefinition(
    name: .failIfEmpty, section: .input, summary: "Exit with 2 when the input holds nothing to look at.")

  static let config = OptionDefinition(
    name: .config, short: "c", value: .path("FILE"), section: .configuration,
    summary: "Read settings from FILE; without it, from .albplan.yaml in this directory or one above it, up to the "
      + "root of the repository.")

  static let noConfig = OptionDefinition(
    name: .noConfig, section: .configuration, summary: "Read no settings file.", aliases: ["isolated"],
    hasVariable: false)

  static let context = OptionDefinition(
    name: .context, value: .path("FILE"), section: .controller,
    summary: "Facts that manifests do not hold: subnets, certificates, security groups, the controller's set-up.")

  static let clusterName = OptionDefinition(
    name: .clusterName, value: .text("NAME"), section: .controller,
    summary: "The cluster's name, as the controller's --cluster-name gives it.")

  static let vpcID = OptionDefinition(
    name: .vpcID, value: .text("ID"), section: .controller, summary: "The VPC of the cluster.")

  static let region = OptionDefinition(
    name: .region, value: .text("REGION"), section: .controller, summary: "The AWS region of the cluster.")

  static let controllerFlag = OptionDefinition(
    name: .controllerFlag, value: .assignment("NAME=VALUE"), repetition: .each, section: .controller,
    summary: "A flag that the controller runs with, such as default-target-type=ip.")

  static let featureGate = OptionDefinition(
    name: .featureGate, value: .assignment("NAME=BOOL"), repetition: .commaList, section: .controller,
    summary: "A feature gate that the controller runs with, such as NLBSecurityGroup=false.",
    aliases: ["feature-gates"])

  static let ingressClass = OptionDefinition(
    name: .ingressClass, value: .text("NAME"), defaultValue: "alb", section: .controller,
    summary: "The value of the Ingress class annotation that the controller answers to.")

  static let controllerVersion = OptionDefinition(
    name: .controllerVersion, value: .text("VERSION"), defaultValue: "v3.5.0", section: .controller,
    summary: "The release of the controller, v2.0.0 to v3.5.0; 2.8 is the newest one of its line. It decides which "
      + "annotations, values, flags and feature gates there are; the plan is always what v3.5.0 builds.")

  static let select = OptionDefinition(
    name: .select, value: .text("RULES"), repetition: .commaList, section: .rules,
    summary: "Apply these rules and no others; \"all\" names every rule.")

  static let extendSelect = OptionDefinition(
    name: .extendSelect, value: .text("RULES"), repetition: .commaList, section: .rules,
    summary: "Apply these rules too.")

  static let ignore = OptionDefinition(
    name: .ignore, value: .text("RULES"), repetition: .commaList, section: .rules,
    summary: "Do not apply these rules.")

  static let severity = OptionDefinition(
    name: .severity, value: .choice("SEVERITY", ["error", "warning", "info"]), section: .rules,
    summary: "Show findings of this severity and above; info shows advice, too.")

  static let failOn = OptionDefinition(
    name: .failOn, value: .choice("SEVERITY", ["error", "warning", "info", "never"]), defaultValue: "warning",
    section: .rules, summary: "Exit with 1 when there is a finding of this severity or above.")

  static let exitZero = OptionDefinition(
    name: .exitZero, section: .rules, summary: "Exit with 0 whatever is found; trouble still exits with 2.")

  static let noIgnores = OptionDefinition(
    name: .noIgnores, section: .rules, summary: "Show findings even where a comment or an annotation ignores them.")

  static let fix = OptionDefinition(
    name: .fix, section: .fixes, summary: "Mend in the files what can be mended safely.", hasVariable: false)

  static let unsafeFixes = OptionDefinition(
    name: .unsafeFixes, section: .fixes, summary: "With --fix or --diff: also mend what changes the load balancer.",
    hasVariable: false)

  static let diff = OptionDefinition(
    name: .diff, section: .fixes, summary: "Print what would be mended as a patch, and write nothing.",
    hasVariable: false)

  static let baseline = OptionDefinition(
    name: .baseline, value: .path("FILE"), section: .rules, summary: "Leave out the findings that FILE records.")

  static let writeBaseline = OptionDefinition(
    name: .writeBaseline, value: .path("FILE"), section: .rules, summary: "Record today's findings in FILE.",
    hasVariable: false)

  static let statistics = OptionDefinition(
    name: .statistics, section: .output, summary: "Count the findings by rule instead of showing them; as text or json."
  )

  static let showFiles = OptionDefinition(
    name: .showFiles, section: .input, summary: "List the files that would be read, and stop.", hasVariable: false)

  static let showSettings = OptionDefinition(
    name: .showSettings, section: .configuration, summary: "Print the settings that count, and stop.",
    hasVariable: false)

  static let help = OptionDefinition(
    name: .help, short: "h", section: .general, summary: "Show help, and stop.", hasVariable: false)

  static let version = OptionDefinition(
    name: .version, short: "V", section: .general, summary: "Show the version, and stop.", hasVariable: false)
}

extension [OptionDefinition] {
  static let outputStyle: Self = [.color, .noColor, .width, .quiet, .verbose]
  static let input: Self = [.namespace, .stdinFilename, .noRespectGitignore, .failIfEmpty, .showFiles]
  static let controller: Self = [
    .context, .clusterName, .vpcID, .region, .controllerFlag, .featureGate, .ingressClass, .controllerVersion,
  ]
  static let rules: Self = [
    .select, .extendSelect, .ignore, .severity, .failOn, .exitZero, .noIgnores, .baseline,
  ]
  static let configuration: Self = [.config, .noConfig, .showSettings]
  static let general: Self = [.help, .version]
}
