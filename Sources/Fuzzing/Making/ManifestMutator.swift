import Manifests

/// Makes inputs from seeds: manifests that are wrong in the ways that manifests can be.
package struct ManifestMutator {
  private let corpus: SeedCorpus
  private var chance: Chance

  /// - Parameter seed: the same seed, the same inputs.
  package init(_ corpus: SeedCorpus, seed: UInt64) {
    self.corpus = corpus
    chance = Chance(seed: seed)
  }

  /// The next input. It has about as many bytes as asked for at least when it is to be large, and no bound else.
  package mutating func next(largerThan size: Int = 0) -> FuzzInput {
    guard var seed = chance.element(of: corpus.seeds) else { return FuzzInput([]) }
    for _ in 0..<chance.below(3) {
      guard let other = chance.element(of: corpus.seeds) else { break }
      seed.documents += other.documents
      if seed.context == nil || chance.once(in: 4) { seed.context = other.context ?? seed.context }
    }
    if chance.once(in: 4) { seed.documents.append(secret()) }
    for _ in 0..<(1 + chance.below(8)) { mutate(&seed.documents) }
    if var context = seed.context, chance.once(in: 3) {
      changeNode(of: &context)
      seed.context = context
    }
    if size > 0 { enlarge(&seed.documents, to: size) }
    return written(seed)
  }

  /// Changes an input that a coverage-guided fuzzer found worth keeping.
  package static func mutated(_ input: FuzzInput, corpus: SeedCorpus, seed: UInt64) -> FuzzInput {
    var mutator = ManifestMutator(corpus, seed: seed)
    func trees(_ bytes: [UInt8]) -> [ManifestTree] {
      parse(SourceFile(id: FileID(0), name: "", bytes: bytes)).documents.prefix(50).map { ManifestTree($0.root) }
    }
    var documents = input.manifests.flatMap(trees)
    for _ in 0..<(1 + mutator.chance.below(3)) { mutator.mutate(&documents) }
    var context = input.context.flatMap { trees($0).first }
    if mutator.chance.once(in: 6), let other = mutator.chance.element(of: corpus.seeds)?.context { context = other }
    if var tree = context, mutator.chance.once(in: 3) {
      mutator.changeNode(of: &tree)
      context = tree
    }
    return mutator.written(.init(documents: documents, context: context))
  }

  // MARK: Documents

  private mutating func mutate(_ documents: inout [ManifestTree]) {
    guard let index = documents.isEmpty ? nil : chance.below(documents.count) else { return }
    switch chance.below(16) {
    case 0, 1, 2: annotate(&documents[index])
    case 3: multiplyMembers(&documents, from: index)
    case 4: documents.shuffle(using: &chance)
    case 5:
      if documents.count > 1 { documents.remove(at: index) }
    case 6: documents.append(documents[index])
    case 7:
      let kind = chance.text(
        "Ingress", "Service", "IngressClass", "IngressClassParams", "Namespace", "List", "ConfigMap")
      documents[index]["kind"] = .text(kind)
    case 8:
      let word = chance.text("a", "web", "", "A", "x-y", "default", "é")
      documents[index][["metadata", chance.text("name", "namespace")]] = .text(word)
    case 9: changeJSON(of: &documents[index])
    default: changeNode(of: &documents[index])
    }
  }

  private mutating func annotate(_ document: inout ManifestTree) {
    for _ in 0..<(1 + chance.below(4)) {
      let (key, definition) = AnnotationValues.key(&chance)
      let text = AnnotationValues.value(of: definition, &chance)
      var value = corpus.values[key].flatMap { chance.once(in: 2) ? chance.element(of: $0) : nil } ?? .text(text)
      if chance.once(in: 25) { value = .raw(chance.element(of: HostileValues.raws) ?? "") }
      document[["metadata", "annotations", key]] = value
    }
  }

  /// Copies of an Ingress under other names, in one group.
  private mutating func multiplyMembers(_ documents: inout [ManifestTree], from index: Int) {
    let group = "alb.ingress.kubernetes.io/group."
    documents[index][["metadata", "annotations", group + "name"]] = .text(chance.text("shared", "g", "shared"))
    for number in 0..<(1 + chance.below(6)) {
      var copy = documents[index]
      copy[["metadata", "name"]] = .text("member-\(number)")
      if chance.once(in: 3) {
        copy[["metadata", "annotations", group + "order"]] = .text(chance.text("0", "1", "-1000", "1001", "x", "5"))
      }
      if chance.once(in: 3) { annotate(&copy) }
      if chance.once(in: 4) { changeNode(of: &copy) }
      documents.insert(copy, at: chance.below(documents.count + 1))
    }
  }

  private mutating func secret() -> ManifestTree {
    let marker = ManifestTree.text(String(decoding: FuzzInput.marker, as: UTF8.self))
    var secret = ManifestTree.mapping([])
    secret["apiVersion"] = .text("v1")
    secret["kind"] = .text("Secret")
    secret[["metadata", "name"]] = .text(chance.text("oidc", "web", "oidc-secret"))
    if chance.once(in: 2) { secret[["metadata", "namespace"]] = .text(chance.text("shop", "games", "default")) }
    for key in ["clientID", "clientSecret", "other"] where !chance.once(in: 4) {
      secret[[chance.text("data", "stringData"), key]] = chance.once(in: 10) ? .list([marker]) : marker
    }
    return secret
  }

  // MARK: Nodes

  private mutating func changeNode(of tree: inout ManifestTree) {
    var number = chance.below(tree.nodeCount())
    var local = Chance(seed: chance.next())
    let values = corpus.values
    tree.change(node: &number) { node, key in Self.change(&node, under: key, values, &local) }
  }

  private static func change(
    _ node: inout ManifestTree, under key: String, _ values: [String: [ManifestTree]], _ chance: inout Chance
  ) {
    switch chance.below(9) {
    case 0: node = .raw(chance.element(of: HostileValues.raws) ?? "")
    case 1: node = .text(chance.element(of: HostileValues.texts) ?? "")
    case 2: node = chance.once(in: 2) ? .list([node]) : .mapping([.init(key: "a", value: node)])
    case 3: if let value = chance.element(of: values[key] ?? []) { node = value }
    case 4:
      let long = HostileValues.long(1 << chance.below(11), &chance)
      node = .text((node.string ?? "") + long)
    default:
      switch node {
      case .text(var text), .raw(var text):
        for _ in 0..<(1 + chance.below(3)) { edit(&text, &chance) }
        if case .raw = node { node = .raw(text) } else { node = .text(text) }
      case .list(var elements):
        guard let element = chance.element(of: elements) else {
          node = .list([.raw("null")])
          return
        }
        switch chance.below(4) {
        case 0: elements.shuffle(using: &chance)
        case 1: elements += Array(repeating: element, count: 1 + chance.below(5))
        case 2: elements.remove(at: chance.below(elements.count))
        default: elements[chance.below(elements.count)] = .raw(chance.element(of: HostileValues.raws) ?? "")
        }
        node = .list(elements)
      case .mapping(var entries):
        guard let entry = chance.element(of: entries) else {
          node = .mapping([.init(key: "name", value: .text("x"))])
          return
        }
        switch chance.below(4) {
        case 0: entries.shuffle(using: &chance)
        case 1: entries.append(chance.once(in: 2) ? entry : .init(key: entry.key, value: .text("other")))
        case 2: entries.remove(at: chance.below(entries.count))
        default: edit(&entries[chance.below(entries.count)].key, &chance)
        }
        node = .mapping(entries)
      }
    }
  }

  private static func edit(_ text: inout String, _ chance: inout Chance) {
    var scalars = Array(text.unicodeScalars)
    let place = chance.below(scalars.count + 1)
    switch chance.below(4) {
    case 0: scalars.insert(contentsOf: (chance.element(of: HostileValues.texts) ?? "").unicodeScalars, at: place)
    case 1: scalars.removeSubrange(place..<min(scalars.count, place + 1 + chance.below(4)))
    case 2:
      if place < scalars.count { scalars[place] = Unicode.Scalar(UInt8(chance.below(128))) }
    default: scalars += scalars
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.prefix(100_000))
    text = String(view)
  }

  /// Changes a value inside an annotation's JSON.
  private mutating func changeJSON(of document: inout ManifestTree) {
    guard case .mapping(var entries) = document[["metadata", "annotations"]] else { return }
    let candidates = entries.indices.filter { index in
      entries[index].value.string.map { $0.utf8.first == 0x7B || $0.utf8.first == 0x5B } ?? false
    }
    guard let index = chance.element(of: candidates), let text = entries[index].value.string else { return }
    let file = SourceFile(id: FileID(0), name: "", bytes: Array(text.utf8))
    guard let root = parse(file).documents.first?.root else { return }
    var tree = ManifestTree(root)
    for _ in 0..<(1 + chance.below(3)) { changeNode(of: &tree) }
    let bytes = ManifestWriter.write(tree, style: .json, chance: &chance).dropLast()
    entries[index].value = .text(String(decoding: bytes, as: UTF8.self))
    document[["metadata", "annotations"]] = .mapping(entries)
  }

  // MARK: Size

  /// Lets one thing grow until the input has so many bytes.
  private mutating func enlarge(_ documents: inout [ManifestTree], to size: Int) {
    guard let index = documents.isEmpty ? nil : chance.below(documents.count) else { return }
    func writtenSize(of tree: ManifestTree) -> Int {
      var chance = Chance(seed: 1)
      return ManifestWriter.write(tree, style: .json, chance: &chance).count
    }
    let document = documents[index]
    let count = min(50_000, Swift.max(1, size / Swift.max(1, writtenSize(of: document))))
    switch chance.below(5) {
    case 0:
      for number in 0..<count {
        var copy = document
        copy[["metadata", "name"]] = .text("copy-\(number)")
        documents.append(copy)
      }
    case 1:
      for number in 0..<count {
        var copy = document
        copy[["metadata", "name"]] = .text("member-\(number)")
        copy[["metadata", "annotations", "alb.ingress.kubernetes.io/group.name"]] = .text("large")
        documents.append(copy)
      }
    case 2: documents += Array(repeating: document, count: count)
    case 3:
      let (key, _) = AnnotationValues.key(&chance)
      documents[index][["metadata", "annotations", key]] = .text(HostileValues.long(size, &chance))
    default:
      // A list somewhere repeats its elements; of a document without one the annotations multiply.
      var number = chance.below(document.nodeCount())
      var isDone = false
      for _ in 0..<20 where !isDone {
        documents[index].change(node: &number) { node, _ in
          guard case .list(let elements) = node, let element = elements.first else { return }
          let repetitions = size / Swift.max(1, writtenSize(of: element))
          node = .list(elements + Array(repeating: element, count: min(100_000, repetitions)))
          isDone = true
        }
        number = chance.below(document.nodeCount())
      }
      if !isDone {
        var entries: [ManifestTree.Entry] = []
        for number in 0..<(size / 60) {
          entries.append(.init(key: "alb.ingress.kubernetes.io/actions.a\(number)", value: .text("{\"type\":\"x\"}")))
        }
        documents[index][["metadata", "annotations"]] = .mapping(entries)
      }
    }
  }

  // MARK: Writing

  private mutating func written(_ seed: SeedCorpus.Seed) -> FuzzInput {
    var files: [[UInt8]] = [[]]
    let style = chance.once(in: 5) ? chance.element(of: ManifestWriter.Style.allCases) ?? .block : .block
    for (index, document) in seed.documents.enumerated() {
      if index > 0 {
        if chance.once(in: 8) { files.append([]) } else { files[files.count - 1] += Array("---\n".utf8) }
      }
      files[files.count - 1] += ManifestWriter.write(document, style: style, chance: &chance)
    }
    let context = seed.context.map { ManifestWriter.write($0, style: .block, chance: &chance) }
    var input = FuzzInput(manifests: files, context: context)
    if chance.once(in: 10), let index = chance.element(of: files.indices) {
      ByteDamage.damage(&input.manifests[index], &chance)
    } else {
      input.hidesMarker = seed.documents.hideTheirMarkers
    }
    return input
  }
}

extension [ManifestTree] {
  /// The marker stands in the data of Secrets only. (`false` also when there is none.)
  fileprivate var hideTheirMarkers: Bool {
    var hidden = 0
    for document in self {
      guard case .mapping(let entries) = document,
        entries.filter({ $0.key == "kind" }).map(\.value) == [.text("Secret")],
        document["apiVersion"] == .text("v1")
      else { continue }
      for key in ["data", "stringData"] { hidden += document[key]?.markerCount() ?? 0 }
    }
    return hidden > 0 && hidden == reduce(0) { $0 + $1.markerCount() }
  }
}
