/// What holds for all commands, as the manual page and `docs/usage.md` say it.
struct HelpTopic: Sendable {
  var title: String
  var paragraphs: [String]

  static let all: [HelpTopic] = [
    HelpTopic(
      title: "Input",
      paragraphs: [
        "A file that is named is always read. Below a directory, files that end in .yaml, .yml and .json are read in "
          + "the order of their names, except in .git and where a .gitignore excludes them; links to files are "
          + "followed, links to directories are not. A file is read once, however often it is named.",
        "- reads standard input, and so does a command without a file when something is piped into it. An input holds "
          + "at most \(FileReader.sizeLimit >> 20) MiB.",
        "@FILE stands for the lines of FILE, one argument a line. -- ends the options, so that a file's name may begin "
          + "with a dash.",
      ]),
    HelpTopic(
      title: "Output",
      paragraphs: [
        "Results go to standard output, notes and troubles to standard error. A file of --output is replaced whole or "
          + "not at all.",
        "Text is coloured on a terminal, unless NO_COLOR is set or TERM is dumb. FORCE_COLOR and CLICOLOR_FORCE colour "
          + "it elsewhere too. --color counts before all of them. Files and other formats are never coloured. Text is "
          + "as wide as --width, COLUMNS or the terminal says, and else is not wrapped.",
      ]),
    HelpTopic(
      title: "Findings",
      paragraphs: [
        "A rule is chosen by its name, by a pattern such as unknown-*, or by all; of several that fit, the most exact one "
          + "decides. Rules of severity info are advice and off unless they are chosen. albplan rules lists the rules, "
          + "albplan explain RULE says more of one.",
        "A comment \"# albplan: ignore[rule, other-rule] reason\" hides findings on its line, or, on a line of its own, in "
          + "all that stands below the key under it; \"# albplan: ignore-file[rule] reason\" above the first document hides "
          + "them in the file, the annotation albplan.dev/ignore in its object. One that hides nothing is a finding itself.",
        "--write-baseline records the findings of an old repository, --baseline leaves them out, so that only new ones "
          + "show. --also-read shows the files that are named in the light of others.",
        "--fix makes safe changes in the files: the manifests mean the same afterwards, or what was plainly meant. With "
          + "--unsafe-fixes it makes those too that change a load balancer. From standard input the mended text goes to "
          + "standard output, and what is left to standard error. --diff prints the changes as a patch instead; it exits "
          + "with 1 when there are any.",
      ]),
    HelpTopic(
      title: "Settings",
      paragraphs: [
        "A project's settings stand in .albplan.yaml (or .albplan.yml, albplan.yaml) in the working directory or the "
          + "nearest one above it, up to the root of the git repository. --config names another file, --no-config none. "
          + "albplan config schema prints the JSON Schema of it.",
        "The command line counts before the environment, that before the context file of --context, and that before "
          + "the settings; below them all stand the controller's own defaults.",
      ]),
    HelpTopic(
      title: "Environment",
      paragraphs: [
        "An environment variable can give an option's value: ALBPLAN_ and the option's long name in capitals, with _ "
          + "for -. It counts when the command line does not mention the option. A flag is switched on by 1. "
          + "Options that act (help, version, those that write or only list) have no variable."
      ]),
  ]
}

/// What an exit status means.
struct ExitStatusMeaning: Sendable {
  var status: ExitStatus
  var meaning: String
}

extension CommandDefinition {
  /// The exit statuses of the command.
  var exitStatuses: [ExitStatusMeaning] {
    let good = meaningOfOne == nil ? "It ran." : "It ran, and there is nothing to mend."
    var statuses = [ExitStatusMeaning(status: .clean, meaning: good)]
    if let meaningOfOne { statuses.append(ExitStatusMeaning(status: .findings, meaning: meaningOfOne)) }
    let reads = operands.contains { $0.kind == .manifests }
    let trouble = reads ? "usage, settings, unreadable or broken input" : "usage, or output that fails"
    statuses.append(ExitStatusMeaning(status: .trouble, meaning: "Trouble: \(trouble)."))
    return statuses
  }

  /// How the command is called, a line for each way.
  var usageLines: [String] {
    let words = ["[OPTIONS]"] + operands.map(\.synopsis)
    let line = ([invocationName] + (options.count > 2 ? words : Array(words.dropFirst()))).joined(separator: " ")
    return name == .review ? [line, "albplan COMMAND [OPTIONS] ..."] : [line]
  }
}

extension OptionDefinition {
  /// The values and the default, as they stand behind the summary; `nil` when there is nothing to say.
  var valueNote: String? {
    let notes = [
      choices.map { $0.joined(separator: ", ") },
      defaultValue.map { "default: \($0)" },
    ]
    let known = notes.compactMap { $0 }
    return known.isEmpty ? nil : known.joined(separator: "; ")
  }

  /// Whether it can be given more than once.
  var repetitionNote: String? {
    switch repetition {
    case .lastCounts: nil
    case .commaList: "Can be repeated, or hold several with commas between them."
    case .each: "Can be repeated."
    }
  }
}
