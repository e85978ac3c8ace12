import Glibc
import LoadBalancerModel
import Manifests

/// The settings file that counts for a run.
struct ProjectFile {
  var settings: ProjectSettings
  /// As it was given or found.
  var path: String
  /// The directory that it lies in, absolute: paths and patterns in it begin there.
  var directory: String

  /// `--config`, else the nearest settings file from the working directory up to the root of the repository, else `nil`.
  static func find(for session: Session) throws(Trouble) -> ProjectFile? {
    guard !session.invocation.has(.noConfig) else { return nil }
    let workingDirectory = session.surroundings.workingDirectory
    guard let path = session.invocation[.config] ?? SettingsSearch.path(from: workingDirectory) else { return nil }
    let settings = ProjectSettings(
      try session.settingsFile(path, called: "settings file", id: ConfigurationSources.settings))
    try session.refuse(settings.problems, in: path)
    session.detail("settings from \"\(path)\"")
    let location = SettingsSearch.absolute(InputPath.resolve(path, in: workingDirectory)) ?? path
    let directory = location.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(location[..<$0]) } ?? ""
    return ProjectFile(settings: settings, path: path, directory: directory.isEmpty ? "/" : directory)
  }

  /// The baseline that the settings name.
  var baselinePath: String? { settings.lint.baseline.map { InputPath.resolve($0.value, in: directory) } }

  /// The context file that the settings name.
  var contextPath: String? { settings.contextPath.map { InputPath.resolve($0.value, in: directory) } }

  /// The patterns of files that are not read when a directory is walked, as a `.gitignore` would write them.
  var excludes: GitIgnore? {
    guard let patterns = settings.lint.exclude, !patterns.isEmpty else { return nil }
    let lines = patterns.map(\.value).joined(separator: "\n")
    return GitIgnore(Array(lines.utf8), directory: Array(directory.utf8))
  }
}
