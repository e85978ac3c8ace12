import Manifests
import Testing

@testable import LoadBalancerModel

@Suite struct ResourceTagsTests {
  private func tags(_ pairs: [String: String]) -> Tags { .example(pairs) }
  private func texts(_ tags: Tags) -> [String: String] { tags.knownTexts }

  private func rules(_ change: (inout ControllerConfiguration) -> Void) -> ResourceTags {
    var controller = ControllerConfiguration()
    change(&controller)
    return ResourceTags(controller)
  }

  @Test func `default tags win, unless the gate lets them yield`() {
    let winning = rules { $0.flags.defaultTags = ["team": "infra", "a": "1"] }
    #expect(
      texts(winning.mergingDefaults(into: tags(["team": "shop", "b": "2"]))) == ["team": "infra", "a": "1", "b": "2"])
    let yielding = rules {
      $0.flags.defaultTags = ["team": "infra"]
      $0.featureGates[.enableDefaultTagsLowPriority] = true
    }
    #expect(texts(yielding.mergingDefaults(into: tags(["team": "shop"]))) == ["team": "shop"])
  }

  @Test func `of several keys that are managed elsewhere the smallest is named`() {
    let rules = rules { $0.flags.externalManagedTags = ["b", "a", "c"] }
    #expect(rules.externalManagedKey(in: tags(["c": "1", "b": "2"])) == "b")
    #expect(rules.externalManagedKey(in: tags(["d": "1"])) == nil)
  }
}

@Suite struct PlannedTextsTests {
  private func map(_ pairs: [String: String]) -> PlannedTexts { .example(pairs) }

  private func add(
    _ new: [String: String], to old: [String: String], settled: [String: String] = [:]
  ) throws(BuildFailure) -> [String: String] {
    var merged = map(old)
    try merged.add(map(new), settled: map(settled)) { key, old, new in
      BuildFailure("conflict", "\(key): \(old.known ?? "") | \(new.known ?? "")", at: new.origin.spans)
    }
    return merged.knownTexts
  }

  @Test func `equal values agree and different ones conflict, the smallest key first`() throws {
    #expect(try add(["a": "1", "b": "2"], to: ["a": "1"]) == ["a": "1", "b": "2"])
    #expect(
      message { () throws(BuildFailure) in _ = try add(["b": "3", "a": "2"], to: ["a": "1", "b": "2"]) } == "a: 1 | 2")
  }

  @Test func `a key that is settled elsewhere does not conflict`() throws {
    #expect(try add(["a": "2"], to: ["a": "1"], settled: ["a": "0"]) == ["a": "2"])
  }

  @Test func `texts that look the same and differ in bytes conflict`() {
    #expect(message { () throws(BuildFailure) in _ = try add(["a": "e\u{301}"], to: ["a": "\u{E9}"]) } != nil)
  }

  @Test func `attributes are sorted by bytes`() {
    #expect(map(["b": "1", "B": "2", "a.b": "3"]).attributeList.map(\.key) == ["B", "a.b", "b"])
  }
}

@Suite struct MinimumCapacityTests {
  private func units(_ pairs: [String: String]) throws(BuildFailure) -> Int32? {
    try MinimumCapacity.units(from: .example(pairs))?.known
  }

  @Test func `the units are a number of 32 bits, negative ones too`() throws {
    #expect(try units([:]) == nil)
    #expect(try units(["CapacityUnits": "-5"]) == -5)
    #expect(
      message { () throws(BuildFailure) in _ = try units(["CapacityUnits": "2147483648"]) }
        == "invalid value to set the capacity: 2147483648: "
        + "strconv.ParseInt: parsing \"2147483648\": value out of range")
    #expect(
      message { () throws(BuildFailure) in _ = try units(["capacityUnits": "5"]) }
        == "invalid key to set the capacity: capacityUnits, Expected key: CapacityUnits")
  }
}

@Suite struct GeneratedNameTests {
  private let origin = Origin(.computed("test"))
  private func known(_ text: String) -> Planned<String> { Planned(text, from: origin) }

  /// The vectors of the controller's own documentation and tests.
  @Test func `names are those of the controller`() {
    let parts = [("ns-1", 8), ("ing-1", 8)].map { (text: $0.0, limit: $0.1) }
    let hashed = [known("cluster-dummy"), known("ns-1/ing-1")]
    #expect(
      GeneratedName.make(parts, hashing: hashed + [known("internal")], from: origin).known == "k8s-ns1-ing1-b7e914000d")
    #expect(GeneratedName.make(parts, hashing: hashed, from: origin).known == "k8s-ns1-ing1-bd83176788")
  }

  @Test func `a name is unknown when a part of its hash is`() {
    let name = GeneratedName.make(
      [("a", 8)], hashing: [known("b"), Planned(unknown: .serviceUID, from: origin)], from: origin)
    #expect(name.missingFact == .serviceUID)
  }

  @Test func `parts lose all but ASCII letters and digits before they are cut`() {
    #expect(GeneratedName.stripped("a-b_c.\u{E9}d9", limit: 4) == "abcd")
  }
}

@Suite struct ClientRoutingPolicyTests {
  @Test func `only the three words are taken`() {
    for word in ClientRoutingPolicy.values {
      #expect(
        message { () throws(BuildFailure) in
          try ClientRoutingPolicy.check([ClientRoutingPolicy.attribute: annotation(word)])
        } == nil)
    }
    #expect(
      message { () throws(BuildFailure) in
        try ClientRoutingPolicy.check([ClientRoutingPolicy.attribute: annotation("zonal")])
      }
        == "invalid dns_record.client_routing_policy set in annotation aws-load-balancer-attributes: got 'zonal' "
        + "expected one of ['any_availability_zone', 'partial_availability_zone_affinity', 'availability_zone_affinity']"
    )
  }
}

extension PlannedTexts {
  fileprivate static func example(_ pairs: [String: String]) -> Self {
    Self(Planned(pairs, from: .annotation(.example("key", "value"))))
  }

  fileprivate var knownTexts: [String: String] {
    Dictionary(map { ($0.key, $0.value.known ?? "?") }, uniquingKeysWith: { $1 })
  }
}
