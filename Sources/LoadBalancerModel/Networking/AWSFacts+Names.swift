extension AWSFacts {
  /// ARN by name; of several resources with one name the first counts.
  static func arnsByName(_ resources: [NamedResource]) -> [String: String] {
    Dictionary(resources.map { ($0.name, $0.arn) }, uniquingKeysWith: { first, _ in first })
  }
}
