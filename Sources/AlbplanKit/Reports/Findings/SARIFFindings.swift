import Manifests

/// Findings as SARIF 2.1.0, as GitHub code scanning takes it.
enum SARIFFindings {
  /// GitHub refuses a run with more results.
  static let resultLimit = 25_000
  /// GitHub refuses longer descriptions.
  private static let descriptionLimit = 1024

  static func write(_ page: FindingsPage) -> String {
    var json = JSONWriter(layout: .indented(2), escapesHTML: false)
    json.beginObject()
    json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    json.member("version", "2.1.0")
    json.key("runs")
    json.beginList()
    SARIFRun(page).write(to: &json)
    json.endList()
    json.endObject()
    json.newline()
    return json.text
  }

  /// The first characters of a text that GitHub takes as a description.
  static func description(_ text: String) -> String {
    guard text.unicodeScalars.count > descriptionLimit else { return text }
    var short = String.UnicodeScalarView()
    short.append(contentsOf: text.unicodeScalars.prefix(descriptionLimit - 1))
    return String(short) + "…"
  }

  /// A rule's id as a name in camel case: `UnknownAnnotation`.
  static func name(of id: String) -> String {
    id.utf8.split(separator: UInt8(ascii: "-")).map { word in
      let word = String(Substring(word))
      return word.prefix(1).uppercased() + word.dropFirst()
    }.joined()
  }
}

extension Severity {
  /// SARIF's `level`.
  var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// What GitHub calls the severity of a problem.
  var problemSeverity: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "recommendation"
    }
  }
}
