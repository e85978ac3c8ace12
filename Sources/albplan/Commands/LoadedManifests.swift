import AlbplanKit
import LoadBalancerModel
import Manifests

/// The manifests of a run and the world around them.
struct LoadedManifests {
  var parsed: [ParsedFile]
  var pipeline: Pipeline

  init(_ files: [SourceFile], layer: ConfigurationLayer, namespace: String) {
    parsed = files.map { parse($0) }
    let objects = KubernetesObjects(parsed, defaultNamespace: namespace)
    pipeline = Pipeline(world: World(objects: objects, layer: layer))
  }

  var objects: KubernetesObjects { pipeline.world.objects }
  var problems: [ManifestProblem] { objects.problems }

  /// The files that hold something that is not even YAML, or more than is read.
  var unreadable: Set<FileID> { Set(problems.filter(\.isUnreadable).map(\.span.file)) }

  /// The texts with what must not be shown of them.
  var previewSources: PreviewSources {
    PreviewSources(parsed.map(\.source), secrets: parsed.flatMap(\.secretSpans))
  }
}

extension ManifestProblem {
  /// A part of the text was not looked at for it.
  var isUnreadable: Bool { kind == .syntax || kind == .limit || kind == .encoding }
}

extension Session {
  func load(_ files: [SourceFile], layer: ConfigurationLayer) -> LoadedManifests {
    LoadedManifests(files, layer: layer, namespace: invocation[.namespace] ?? "default")
  }

  /// Says what could not be read or taken.
  ///
  /// - Parameter told: what a finding tells already needs no second word.
  func report(
    _ problems: [ManifestProblem], in files: [SourceFile], except told: (ManifestProblem) -> Bool = { _ in false }
  ) {
    for problem in problems where !told(problem) {
      let index = Int(problem.span.file.index)
      let name = files.indices.contains(index) ? files[index].name : "?"
      let place = "\(name):\(problem.span.start.line):\(problem.span.start.column)"
      let object = problem.object.map { " (\($0))" } ?? ""
      if problem.kind == .unrenderedTemplate {
        note("\(place): \(problem.message)\(object)")
      } else {
        complain("\(place): \(problem.message)\(object)")
      }
    }
  }

  /// Says that there was nothing to look at, which is not the same as finding nothing.
  func reportEmptiness() throws(Trouble) {
    guard !invocation.has(.failIfEmpty) else { throw Trouble("the input holds nothing that the controller reads") }
    note("the input holds no Ingress and no Service")
  }
}
