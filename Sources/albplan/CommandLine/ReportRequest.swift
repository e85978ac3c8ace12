/// One report that a run shall give: its format, and the file that it goes to.
struct ReportRequest: Hashable, Sendable {
  var format: String
  /// `nil` is standard output.
  var path: String?
}

extension Invocation {
  /// The reports that are asked for: an `--output` belongs to the `--format` before it. One at most goes to standard
  /// output.
  /// - Parameter preferred: the format when the command line names none, if the command has it.
  func reports(preferring preferred: String? = nil) throws(Trouble) -> [ReportRequest] {
    let formats = command.option(.format)?.choices ?? []
    let standard = formats.first { $0 == preferred } ?? formats.first ?? "text"
    var reports: [ReportRequest] = []
    var pendingPath: String?
    for setting in settings {
      switch setting.name {
      case .format:
        reports.append(ReportRequest(format: setting.value, path: pendingPath))
        pendingPath = nil
      case .output:
        if formats.contains(setting.value) {
          let word = setting.value
          throw Trouble("\"--output \(word)\" names a file; write \"--format \(word)\", or \"./\(word)\"")
        }
        if let last = reports.indices.last {
          guard reports[last].path == nil else {
            throw Trouble("\"--output \(setting.value)\" has no --format before it")
          }
          reports[last].path = setting.value
        } else if pendingPath == nil {
          pendingPath = setting.value
        } else {
          throw Trouble("\"--output\" is given twice for one --format")
        }
      default: break
      }
    }
    if reports.isEmpty { reports = [ReportRequest(format: standard, path: pendingPath)] }
    for index in reports.indices where reports[index].path == "-" { reports[index].path = nil }
    guard reports.count(where: { $0.path == nil }) <= 1 else {
      throw Trouble("every \"--format\" but one needs an \"--output\" of its own")
    }
    let paths = reports.compactMap(\.path)
    guard Set(paths).count == paths.count else { throw Trouble("two reports cannot go to the same file") }
    return reports
  }
}
