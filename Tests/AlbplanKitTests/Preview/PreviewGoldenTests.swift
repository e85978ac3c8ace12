import AlbplanKit
import Foundation
import LoadBalancerModel
import Manifests
import Testing

/// One manifest under `Fixtures/preview` with its context, if it has one, and what its previews look like.
///
/// `name.yaml` and `name.context.yaml` make the world; `name.txt` is the preview in 80 columns, and each further
/// extension one of `views`. `ALBPLAN_RECORD=1` writes the `.txt` of a new fixture and renews all that are there.
struct PreviewFixture: CustomTestStringConvertible {
  let name: String
  var testDescription: String { name }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/preview")

  static let all: [PreviewFixture] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasSuffix(".context.yaml") }.sorted()
      .map { PreviewFixture(name: String($0.dropLast(5))) }
  }()

  static let views: [(suffix: String, format: PreviewFormat, options: PreviewOptions)] = [
    ("txt", .text, PreviewOptions(width: 80)),
    ("origins.txt", .text, PreviewOptions(width: 80, showsOrigins: true)),
    ("unwrapped.txt", .text, PreviewOptions()),
    ("ascii.txt", .text, PreviewOptions(width: 80, isASCIIOnly: true, showsOrigins: true)),
    ("colour.txt", .text, PreviewOptions(width: 80, hasColour: true)),
    ("md", .markdown, PreviewOptions()),
    ("origins.md", .markdown, PreviewOptions(showsOrigins: true)),
    ("short.md", .markdown, PreviewOptions(maximumLength: 2000)),
    ("json", .json, PreviewOptions()),
    ("plan.yml", .yaml, PreviewOptions()),
  ]

  static var isRecording: Bool { ProcessInfo.processInfo.environment["ALBPLAN_RECORD"] == "1" }

  func url(_ suffix: String) -> URL { Self.folder.appending(path: "\(name).\(suffix)") }

  private func file(_ suffix: String) throws -> SourceFile {
    SourceFile(id: FileID(0), name: "\(name).\(suffix)", bytes: Array(try Data(contentsOf: url(suffix))))
  }

  func preview(_ format: PreviewFormat, _ options: PreviewOptions) throws -> String {
    let parsed = parse(try file("yaml"))
    var layer = ConfigurationLayer()
    if FileManager.default.fileExists(atPath: url("context.yaml").path) {
      let context = ContextFile(try file("context.yaml"))
      try #require(context.problems.isEmpty)
      layer = context.layer
    }
    let world = World(objects: KubernetesObjects([parsed]), layer: layer)
    var out = ""
    _ = Pipeline(world: world).writePreview(
      as: format, sources: PreviewSources([parsed.source], secrets: parsed.secretSpans), options: options, to: &out)
    return out
  }
}

@Suite struct PreviewGoldenTests {
  @Test(arguments: PreviewFixture.all)
  func looksAsRecorded(_ fixture: PreviewFixture) throws {
    for view in PreviewFixture.views {
      let url = fixture.url(view.suffix)
      let isThere = FileManager.default.fileExists(atPath: url.path)
      guard isThere || view.suffix == "txt" else { continue }
      let preview = try fixture.preview(view.format, view.options)
      if PreviewFixture.isRecording { try Data(preview.utf8).write(to: url) }
      #expect(preview == (try? String(contentsOf: url, encoding: .utf8)), "\(url.lastPathComponent)")
    }
  }

  @Test func fixturesAreThere() { #expect(!PreviewFixture.all.isEmpty) }
}
