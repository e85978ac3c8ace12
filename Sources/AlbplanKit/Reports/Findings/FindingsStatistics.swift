import Manifests

/// How many findings there are of each rule, in place of the findings themselves.
package struct FindingsStatistics {
  package enum Format: String, Sendable {
    case text
    case json
  }

  private struct Row {
    var rule: String
    var severity: Severity
    var count = 0
    var safeFixes = 0
    var unsafeFixes = 0
  }

  private let rows: [Row]
  private let report: FindingsReport

  package init(_ report: FindingsReport) {
    var rows: [String: Row] = [:]
    for finding in report.findings {
      var row = rows[finding.rule] ?? Row(rule: finding.rule, severity: finding.severity)
      row.severity = max(row.severity, finding.severity)
      row.count += 1
      switch finding.fix?.applicability {
      case .safe: row.safeFixes += 1
      case .unsafe: row.unsafeFixes += 1
      case nil: break
      }
      rows[finding.rule] = row
    }
    self.report = report
    self.rows = rows.values.sorted { ($1.count, $0.rule) < ($0.count, $1.rule) }
  }

  /// The table, the most frequent rule first.
  package func text(as format: Format) -> String {
    switch format {
    case .text: table
    case .json: json
    }
  }

  private var table: String {
    let width = String(rows.first?.count ?? 0).utf8.count
    let ruleWidth = rows.map(\.rule.utf8.count).max() ?? 0
    var text = ""
    for row in rows {
      let count = String(row.count)
      let severity = row.severity.rawValue
      var line = String(repeating: " ", count: width - count.utf8.count) + count
      line += "  " + severity + String(repeating: " ", count: 7 - severity.utf8.count) + "  " + row.rule
      let fixes = [(row.safeFixes, "--fix"), (row.unsafeFixes, "--fix --unsafe-fixes")].filter { $0.0 > 0 }
      if !fixes.isEmpty {
        line += String(repeating: " ", count: ruleWidth - row.rule.utf8.count) + "  "
        line += fixes.map { "\($0.1) mends \($0.0)" }.joined(separator: ", ")
      }
      text += line + "\n"
    }
    let counts = FindingsPage.counts(of: report.findings)
    return text + (rows.isEmpty ? "" : "\n") + (counts.isEmpty ? "no findings" : counts) + " "
      + FindingsSummary.place(report) + "\n"
  }

  private var json: String {
    var json = JSONWriter(layout: .indented(2), escapesHTML: false)
    json.beginObject()
    json.member("formatVersion", JSONFindings.formatVersion)
    json.key("statistics")
    json.beginList()
    for row in rows {
      json.beginObject()
      json.member("rule", row.rule)
      json.member("severity", row.severity.rawValue)
      json.member("count", row.count)
      json.member("safeFixes", row.safeFixes)
      json.member("unsafeFixes", row.unsafeFixes)
      json.endObject()
    }
    json.endList()
    json.endObject()
    json.newline()
    return json.text
  }
}
