/// The colours of a terminal: which mark looks how. Sixteen-colour ANSI only, so that every theme stays readable.
struct Style: Sendable {
  /// Without colours all texts pass unchanged.
  var isColoured: Bool

  init(isColoured: Bool) { self.isColoured = isColoured }

  /// Begins a stretch of text with this mark.
  func start(_ mark: PlanMark?) -> String {
    guard isColoured, let mark else { return "" }
    return "\u{1B}[\(code(mark))m"
  }

  /// Ends it.
  func end(_ mark: PlanMark?) -> String { isColoured && mark != nil ? "\u{1B}[0m" : "" }

  private func code(_ mark: PlanMark) -> String {
    switch mark {
    case .title: "1"
    case .muted: "2"
    case .unknown: "36"
    case .openToWorld: "1;31"
    case .caution: "33"
    case .refused: "1;31"
    }
  }
}
