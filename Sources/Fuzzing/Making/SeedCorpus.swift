package import Manifests

/// The inputs to begin with, and the values that stand in them.
package struct SeedCorpus: Sendable {
  /// An input as documents.
  package struct Seed: Sendable {
    package var documents: [ManifestTree]
    package var context: ManifestTree?
  }

  package private(set) var inputs: [FuzzInput] = []
  package private(set) var seeds: [Seed] = []
  /// What stands under each key somewhere, some of it.
  private(set) var values: [String: [ManifestTree]] = [:]
  private var contexts: [FuzzInput] = []

  /// - Parameter files: manifests, and `.jsonl` files whose records have `manifests` and perhaps the number of a context
  ///   in a file called `contexts.json`.
  package init(_ files: [SourceFile]) {
    let contexts = files.first { $0.name.hasSuffix("contexts.json") }.map(Self.contexts) ?? []
    for file in files {
      if file.name.hasSuffix(".jsonl") {
        for document in parse(file).documents {
          guard let manifests = document.root["manifests"], manifests.kind == .scalar else { continue }
          let number = document.root["context"].flatMap { Int($0.text) }
          let context = number.flatMap { contexts.indices.contains($0) ? Array(contexts[$0].utf8) : nil }
          add(FuzzInput(manifests: [Array(manifests.text.utf8)], context: context))
        }
      } else if file.name.hasSuffix(".context.yaml") {
        add(FuzzInput(manifests: [[]], context: file.bytes))
      } else if file.name.hasSuffix(".yaml") {
        let beside = file.name.dropLast(5) + ".context.yaml"
        add(FuzzInput(manifests: [file.bytes], context: files.first { $0.name == beside }?.bytes))
      }
    }
  }

  private static func contexts(_ file: SourceFile) -> [String] {
    parse(file).documents.first?.root.elements.map(\.text) ?? []
  }

  private mutating func add(_ input: FuzzInput) {
    inputs.append(input)
    let documents = input.manifests.flatMap { bytes in
      parse(SourceFile(id: FileID(0), name: "", bytes: bytes)).documents.map { ManifestTree($0.root) }
    }
    let context = input.context.flatMap { bytes in
      parse(SourceFile(id: FileID(0), name: "", bytes: bytes)).documents.first.map { ManifestTree($0.root) }
    }
    seeds.append(Seed(documents: documents, context: context))
    for tree in documents + (context.map { [$0] } ?? []) { collect(tree) }
  }

  private mutating func collect(_ tree: ManifestTree) {
    var pending = [tree]
    while let tree = pending.popLast() {
      switch tree {
      case .text, .raw: break
      case .list(let elements): pending += elements
      case .mapping(let entries):
        for entry in entries {
          if values[entry.key, default: []].count < 60, entry.value.nodeCount(upTo: 200) < 200 {
            values[entry.key, default: []].append(entry.value)
          }
          pending.append(entry.value)
        }
      }
    }
  }
}

extension SeedCorpus {
  /// The inputs, each with one of the contexts or none, short enough for many tries a second: of long lists two elements
  /// are left.
  package func smallInputs(seed: UInt64, limit: Int = 2000) -> [FuzzInput] {
    var chance = Chance(seed: seed)
    return seeds.compactMap { seed in
      func written(_ tree: ManifestTree) -> [UInt8] {
        ManifestWriter.write(tree.shortened, style: .block, chance: &chance)
      }
      let manifests = seed.documents.map { written($0) }.joined(separator: Array("---\n".utf8))
      var input = FuzzInput(manifests: [Array(manifests)], context: seed.context.map { written($0) })
      if input.size > limit { input.context = nil }
      return input.size > limit ? nil : input
    }
  }
}

extension ManifestTree {
  fileprivate var shortened: ManifestTree {
    switch self {
    case .text, .raw: self
    case .list(let elements): .list(elements.prefix(2).map(\.shortened))
    case .mapping(let entries):
      .mapping(
        entries.filter { !["uid", "selector", "tags"].contains($0.key) }.map {
          .init(key: $0.key, value: $0.value.shortened)
        })
    }
  }
}
