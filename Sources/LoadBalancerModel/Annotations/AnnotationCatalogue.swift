import Manifests

/// The annotation table, to look keys up in.
package final class AnnotationCatalogue: Sendable {
  /// All annotations of Ingresses and Services.
  package static let standard = AnnotationCatalogue(AnnotationDefinition.Ingress.all + AnnotationDefinition.Service.all)

  /// In the order of the controller's reference.
  package let definitions: [AnnotationDefinition]
  /// Positions by key, of those that are no families.
  private let positions: [String: Int]
  /// Positions by fingerprint: what is found here need not be hashed as a whole.
  private let fingerprints: [UInt64: Int]
  /// Positions of the families, the longest fixed part first.
  private let families: [Int]
  /// Positions by key as people vary it, of what a release reads.
  private let squashedPositions: [String: Int]
  private let squashedFamilies: [String: Int]
  private let aliases: [String: Int]
  private let prefixes: [String]

  package init(_ definitions: [AnnotationDefinition]) {
    self.definitions = definitions
    var positions: [String: Int] = [:]
    var squashedPositions: [String: Int] = [:]
    var squashedFamilies: [String: Int] = [:]
    var aliases: [String: Int] = [:]
    var prefixes: [String] = []
    for (position, definition) in definitions.enumerated() {
      let parts = AnnotationKeyParts(definition.fixedPart)
      if !prefixes.contains(parts.prefix) { prefixes.append(parts.prefix) }
      if !definition.isFamily { positions[definition.key] = position }
      if definition.since != nil {
        let squashed = "\(parts.prefix)/\(AnnotationKeyParts.squashed(parts.name))"
        if definition.isFamily { squashedFamilies[squashed] = position } else { squashedPositions[squashed] = position }
      }
      for alias in definition.aliases { aliases[alias] = position }
    }
    self.positions = positions
    fingerprints = Dictionary(
      positions.map { (Annotations.fingerprint($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    self.squashedPositions = squashedPositions
    self.squashedFamilies = squashedFamilies
    self.aliases = aliases
    self.prefixes = prefixes
    families = definitions.indices.filter { definitions[$0].isFamily }
      .sorted { definitions[$0].fixedPart.utf8.count > definitions[$1].fixedPart.utf8.count }
  }

  /// The annotation with this key, or the family that it belongs to; `nil` for a key that means nothing.
  package func definition(forKey key: String) -> AnnotationDefinition? {
    if let position = fingerprints[Annotations.fingerprint(key)], definitions[position].key.isSameText(as: key) {
      return definitions[position]
    }
    if let position = positions[key], definitions[position].key.isSameText(as: key) { return definitions[position] }
    return families.first { definitions[$0].hasMember(key) }.map { definitions[$0] }
  }
}

extension AnnotationCatalogue {
  /// What a key without meaning was probably meant to be.
  package struct Suggestion: Sendable {
    /// The key to write; the variable part of a family is kept.
    package var key: String
    package var definition: AnnotationDefinition
    /// The key differs in prefix, capitals and separators only, or is a known confusion.
    package var isCertain: Bool
  }

  /// The nearest known key: the cure of a known confusion, else a key that differs in capitals, separators or prefix
  /// only, else one a few letters away; the first of equals in the order of the reference.
  ///
  /// `nil` when nothing is near. The work is bounded, however long the key.
  package func nearest(to key: String) -> Suggestion? {
    // Longer keys resemble none of ours.
    guard key.utf8.count <= 512 else { return nil }
    if let suggestion = cure(ofConfusion: key) { return suggestion }
    let written = AnnotationKeyParts(key)
    let likelyPrefixes = written.likelyPrefixes(among: prefixes)
    for prefix in likelyPrefixes + prefixes.filter({ !likelyPrefixes.contains($0) }) where !written.prefix.isEmpty {
      if let suggestion = variant(written, prefix) { return suggestion }
    }
    return likelyPrefixes.first.flatMap { misspelling(written, $0) }
  }

  private func cure(ofConfusion key: String) -> Suggestion? {
    if let position = aliases[key] {
      return Suggestion(key: definitions[position].key, definition: definitions[position], isCertain: true)
    }
    for position in families {
      for alias in definitions[position].aliases {
        let fixed = alias.utf8.prefix { $0 != UInt8(ascii: "{") }
        guard fixed.count < alias.utf8.count, key.utf8.count > fixed.count, key.utf8.starts(with: fixed) else {
          continue
        }
        let variable = String(decoding: key.utf8.dropFirst(fixed.count), as: UTF8.self)
        return suggestion(position, variable, isCertain: true)
      }
    }
    return nil
  }

  private func variant(_ written: AnnotationKeyParts, _ prefix: String) -> Suggestion? {
    for start in ["", "aws-", "aws-load-balancer-"] {
      if let position = squashedPositions["\(prefix)/\(AnnotationKeyParts.squashed(start + written.name))"] {
        return suggestion(position, nil, isCertain: true)
      }
      if let variable = written.variable,
        let position = squashedFamilies["\(prefix)/\(AnnotationKeyParts.squashed(start + written.family))"]
      {
        return suggestion(position, variable, isCertain: true)
      }
    }
    return nil
  }

  private func misspelling(_ written: AnnotationKeyParts, _ prefix: String) -> Suggestion? {
    var best: (position: Int, distance: Int)?
    for (position, definition) in definitions.enumerated() where definition.since != nil {
      let candidate = AnnotationKeyParts(definition.fixedPart)
      guard candidate.prefix == prefix, !definition.isFamily || written.variable != nil else { continue }
      let limit = min(3, max(1, candidate.name.utf8.count / 4), (best?.distance ?? .max) - 1)
      let name = definition.isFamily ? written.family : written.name
      guard let distance = EditDistance.between(name, candidate.name, atMost: limit) else { continue }
      best = (position, distance)
    }
    return best.map { suggestion($0.position, written.variable, isCertain: false) }
  }

  private func suggestion(_ position: Int, _ variable: String?, isCertain: Bool) -> Suggestion {
    let definition = definitions[position]
    return Suggestion(key: definition.key(variable ?? ""), definition: definition, isCertain: isCertain)
  }
}
