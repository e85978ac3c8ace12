package import LoadBalancerModel
package import Manifests

/// What a preview says, before anyone decides how it looks: sections of labelled lines, tables and quotations.
///
/// Made from a `PlanReport`; laid out as text or Markdown. Knows no width, no colour and no escaping.
package struct PlanOutline: Sendable {
  /// One for each load balancer or refusal, then what is not built.
  package var sections: [OutlineSection] = []
  /// What to know besides the load balancers themselves: assumptions, unknown facts.
  package var notes: [OutlineSection] = []
  /// The whole result in one line.
  package var summary: PlanText = ""
}

package struct OutlineSection: Sendable {
  package var title: PlanText
  package var items: [OutlineItem] = []
  /// Can be left out at a first reading: a layout may fold it.
  package var isDetail = false
  package var origins: [Origin] = []

  package init(_ title: PlanText, isDetail: Bool = false, origins: [Origin] = []) {
    self.title = title
    self.isDetail = isDetail
    self.origins = origins
  }

  package mutating func line(_ label: String, _ value: PlanText, from origins: [Origin] = []) {
    items.append(.line(OutlineLine(label: label, value: value, origins: origins)))
  }

  package mutating func line(_ label: String, _ value: PlanText, from origin: Origin) {
    line(label, value, from: [origin])
  }

  package mutating func paragraph(_ text: PlanText) { items.append(.paragraph(text)) }

  /// Adds a section that has something to say.
  package mutating func add(_ section: OutlineSection) {
    if !section.items.isEmpty { items.append(.section(section)) }
  }
}

package indirect enum OutlineItem: Sendable {
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

package struct OutlineLine: Sendable {
  package var label: String
  package var value: PlanText
  package var origins: [Origin]
}

package struct OutlineTable: Sendable {
  package struct Column: Sendable {
    package var title: String
    /// Gives way when the table is too wide.
    package var isFlexible: Bool

    package init(_ title: String, isFlexible: Bool = false) {
      self.title = title
      self.isFlexible = isFlexible
    }
  }
  package struct Row: Sendable {
    package var cells: [PlanText]
    package var origins: [Origin] = []
    /// Calls for attention.
    package var mark: PlanMark?
    /// The heading over this row and those after it; only where it changes.
    package var group: PlanText?

    package init(_ cells: [PlanText], origins: [Origin] = [], mark: PlanMark? = nil, group: PlanText? = nil) {
      self.cells = cells
      self.origins = origins
      self.mark = mark
      self.group = group
    }
  }
  package var columns: [Column]
  package var rows: [Row] = []
  /// The columns speak for themselves: no line of titles.
  package var hidesTitles = false

  package init(_ columns: [Column], hidesTitles: Bool = false) {
    self.columns = columns
    self.hidesTitles = hidesTitles
  }
}
