import Manifests

/// The last line of the text: how much was found, hidden and could be mended.
enum FindingsSummary {
  static func line(_ page: FindingsPage, _ ink: FindingsInk) -> String {
    let report = page.report
    let hidden = report.suppressedCount > 0 ? " (\(report.suppressedCount) suppressed)" : ""
    let files = report.fileCount == 1 ? "1 file" : "\(report.fileCount) files"
    guard !report.findings.isEmpty else { return "no findings in \(files)\(hidden)" }
    let touched = Set(report.findings.map(\.span.file)).count
    let place = touched == report.fileCount ? files : "\(touched) of \(files)"
    let worst = report.findings.map(\.severity).max()
    return "\(ink.paint(page.counts, worst)) in \(place)\(hidden)\(remedies(report))"
  }

  private static func remedies(_ report: FindingsReport) -> String {
    let safe = report.findings.count { $0.fix?.applicability == .safe }
    let unsafe = report.findings.count { $0.fix?.applicability == .unsafe }
    switch (safe, unsafe) {
    case (0, 0): return ""
    case (_, 0): return "; --fix mends \(safe)"
    case (0, _): return "; --unsafe-fixes mends \(unsafe)"
    default: return "; --fix mends \(safe), --unsafe-fixes \(unsafe) more"
    }
  }
}
