/// The findings of a run, in order, with what a format needs to print them.
package struct FindingsReport: Sendable {
  /// By path, position, rule.
  package var findings: [Finding]
  /// How many findings comments, annotations, per-file ignores or the baseline hid.
  package var suppressedCount: Int
  /// How many findings were mended before these were looked for.
  package var fixedCount = 0
  /// How many files were read.
  package var fileCount: Int

  package init(findings: [Finding], suppressedCount: Int = 0, fileCount: Int) {
    self.findings = findings
    self.suppressedCount = suppressedCount
    self.fileCount = fileCount
  }
}
