import LoadBalancerModel
import Manifests

/// A part of what a preview says, before anyone decides how it looks: labelled lines, tables, quotations, inner sections.
///
/// Knows no width, no colour and no escaping; layouts make text or Markdown of it.
struct OutlineSection: Sendable {
  var title: PlanText
  var items: [OutlineItem] = []
  /// Can be left out at a first reading: a layout may fold it.
  var isDetail = false
  var origins: [Origin] = []

  init(_ title: PlanText, isDetail: Bool = false, origins: [Origin] = []) {
    self.title = title
    self.isDetail = isDetail
    self.origins = origins
  }

  mutating func line(_ label: String, _ value: PlanText, from origins: [Origin] = []) {
    items.append(.line(OutlineLine(label: label, value: value, origins: origins)))
  }

  mutating func line(_ label: String, _ value: PlanText, from origin: Origin) {
    line(label, value, from: [origin])
  }

  mutating func paragraph(_ text: PlanText) { items.append(.paragraph(text)) }

  /// Adds a section that has something to say.
  mutating func add(_ section: OutlineSection) {
    if !section.items.isEmpty { items.append(.section(section)) }
  }
}

indirect enum OutlineItem: Sendable {
  case line(OutlineLine)
  case paragraph(PlanText)
  /// One of several equal points.
  case point(PlanText, origins: [Origin])
  case table(OutlineTable)
  /// The controller's own words, to be shown as they are.
  case quotation(String)
  /// Stretches of the sources to show with a mark under them.
  case excerpts([SourceSpan])
  case section(OutlineSection)
}

struct OutlineLine: Sendable {
  var label: String
  var value: PlanText
  var origins: [Origin]
}

struct OutlineTable: Sendable {
  struct Column: Sendable {
    var title: String
    /// Gives way when the table is too wide.
    var isFlexible: Bool

    init(_ title: String, isFlexible: Bool = false) {
      self.title = title
      self.isFlexible = isFlexible
    }
  }
  struct Row: Sendable {
    var cells: [PlanText]
    var origins: [Origin] = []
    /// Calls for attention.
    var mark: PlanMark?
    /// The heading over this row and those after it; only where it changes.
    var group: PlanText?

    init(_ cells: [PlanText], origins: [Origin] = [], mark: PlanMark? = nil, group: PlanText? = nil) {
      self.cells = cells
      self.origins = origins
      self.mark = mark
      self.group = group
    }
  }
  var columns: [Column]
  var rows: [Row] = []
  /// The columns speak for themselves: no line of titles.
  var hidesTitles = false

  init(_ columns: [Column], hidesTitles: Bool = false) {
    self.columns = columns
    self.hidesTitles = hidesTitles
  }
}

extension OutlineSection {
  /// The places that are shown with their source line.
  var excerptSpans: [SourceSpan] {
    items.flatMap { item -> [SourceSpan] in
      switch item {
      case .excerpts(let spans): spans
      case .section(let section): section.excerptSpans
      case .line, .paragraph, .point, .table, .quotation: []
      }
    }
  }
}
