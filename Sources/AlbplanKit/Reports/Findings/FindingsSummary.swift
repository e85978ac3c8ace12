import Manifests

/// The last line of the text: how much was found, hidden and could be mended.
enum FindingsSummary {
  static func line(_ page: FindingsPage, _ ink: FindingsInk) -> String {
    let worst = page.findings.map(\.severity).max()
    let verdict = worst == nil ? "no findings" : ink.paint(page.counts, worst)
    return "\(verdict) \(place(page.report))"
  }

  /// `in 2 of 7 files (3 suppressed); --fix mends 1`.
  static func place(_ report: FindingsReport) -> String {
    let files = report.fileCount == 1 ? "1 file" : "\(report.fileCount) files"
    let touched = Set(report.findings.map(\.span.file)).count
    let place = touched >= report.fileCount || touched == 0 ? files : "\(touched) of \(files)"
    let others = [(report.fixedCount, "fixed"), (report.suppressedCount, "suppressed")].filter { $0.0 > 0 }
    let rest = others.isEmpty ? "" : " (\(others.map { "\($0) \($1)" }.joined(separator: ", ")))"
    return "in \(place)\(rest)\(remedies(report))"
  }

  private static func remedies(_ report: FindingsReport) -> String {
    let safe = report.findings.count { $0.fix?.applicability == .safe }
    let unsafe = report.findings.count { $0.fix?.applicability == .unsafe }
    switch (safe, unsafe) {
    case (0, 0): return ""
    case (_, 0): return "; --fix mends \(safe)"
    case (0, _): return "; --fix --unsafe-fixes mends \(unsafe)"
    default: return "; --fix mends \(safe), --fix --unsafe-fixes \(unsafe) more"
    }
  }
}
