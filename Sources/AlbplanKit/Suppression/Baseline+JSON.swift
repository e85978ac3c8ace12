import LoadBalancerModel
import Manifests

extension Baseline {
  private static let formatVersion: Int64 = 1

  /// The file's text: one entry a block, in order, so that a change shows well in a review.
  package var json: String {
    var json = JSONWriter(layout: .indented(2), escapesHTML: false)
    json.beginObject()
    json.member("formatVersion", Self.formatVersion)
    json.key("findings")
    json.beginList()
    for (entry, count) in counts.sorted(by: { $0.key < $1.key }) {
      json.beginObject()
      json.member("path", entry.path)
      json.member("rule", entry.rule)
      json.member("object", entry.object)
      json.member("message", entry.message)
      json.member("count", count)
      json.endObject()
    }
    json.endList()
    json.endObject()
    json.newline()
    return json.text
  }

  /// Why a text is no baseline: one sentence without a full stop.
  package struct Failure: Error, Hashable, Sendable {
    package var message: String
  }

  /// Reads a file's text.
  package init(json text: String) throws(Failure) {
    let root: GoValue
    do throws(GoJSON.Failure) {
      root = try GoJSON.decode(text, as: .structure(Self.shape))
    } catch {
      throw Failure(message: "this is no baseline: \(error.message)")
    }
    guard let record = root.record, record["formatVersion"].int64 == Self.formatVersion else {
      throw Failure(message: "this is no baseline of format version \(Self.formatVersion)")
    }
    self.init([]) { _ in "" }
    for item in record["findings"].list ?? [] {
      guard let item = item.record else { continue }
      func text(_ name: String) -> String { item[name].string ?? "" }
      let entry = Entry(path: text("path"), rule: text("rule"), object: text("object"), message: text("message"))
      let count = Int(clamping: item["count"].int64 ?? 0)
      add(entry, count: min(max(count, 0), 1_000_000))
    }
  }

  private static let shape = GoStructure(
    "albplan", "Baseline",
    [
      GoField("formatVersion", .int64),
      GoField(
        "findings",
        .slice(
          .structure(
            GoStructure(
              "albplan", "BaselineEntry",
              [
                GoField("path", .string), GoField("rule", .string), GoField("object", .string),
                GoField("message", .string), GoField("count", .int64),
              ])))),
    ])
}
