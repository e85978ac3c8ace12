/// The keys of a project's settings, `.albplan.yaml`.
extension ConfigurationKey {
  package static let projectSettings: [ConfigurationKey] =
    contextFile + [
      ConfigurationKey(
        "context", .string, "A context file, as a path from this file; what it says counts before what stands here."),
      ConfigurationKey("select", .strings, "Apply these rules and no others; `all` names every rule."),
      ConfigurationKey("extend-select", .strings, "Apply these rules too."),
      ConfigurationKey("ignore", .strings, "Do not apply these rules."),
      ConfigurationKey(
        "severity", .words(["error", "warning", "info", "off"]), "The severity of a rule, by its id."),
      ConfigurationKey("per-file-ignores", .stringLists, "Rules that do not apply to files, by glob pattern."),
      ConfigurationKey("exclude", .strings, "Files and directories that are not read, as glob patterns."),
      ConfigurationKey("format", .string, "The output format, as `--format`."),
      ConfigurationKey(
        "baseline", .string,
        "A file of findings that are left out, as `--baseline`; a path from this file."),
      ConfigurationKey(
        "fail-on", .oneOf(["error", "warning", "info", "never"]),
        "Exit with 1 when there is a finding of this severity or above.", otherwise: "`warning`"),
    ]
}
