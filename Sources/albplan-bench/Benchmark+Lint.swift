import AlbplanKit
import Manifests

/// The linter over reading and planning without it.
extension Benchmark {
  /// What the rules that are on by default add, and the time for a document in inputs of other sizes.
  mutating func measureLint(rounds: Int) {
    let files = Self.lintSizes.map { SampleManifests.file(documents: $0) }
    var added: [Double] = []
    var times = Self.lintSizes.map { _ in [Double]() }
    for _ in 0..<rounds {
      for (index, file) in files.enumerated() {
        let size = Self.lintSizes[index]
        let repetitions = max(1, 2_000 / size)
        let linting = processorTime { for _ in 0..<repetitions { _ = Workloads.linting(file) } }
        times[index].append(linting / Double(size * repetitions))
        guard size == Self.documents else { continue }
        added.append(linting / processorTime { _ = Workloads.planning(file) })
      }
    }
    let count = LintRule.all.count { $0.severity > .info }
    print("processor time of linting with \(count) rules, \(Self.documents) documents, median of \(rounds) rounds")
    report("parse, plan and lint / parse and plan", median(added), budget: 1.6)
    let base = times[Self.lintSizes.firstIndex(of: Self.lintBaseSize) ?? 0]
    for (index, size) in Self.lintSizes.enumerated() where size != Self.lintBaseSize {
      let ratio = median(zip(times[index], base).map { $0 / $1 })
      report("linting \(size) documents / \(Self.lintBaseSize) documents", ratio, budget: 1.5, lowest: 1 / 1.5)
    }
  }

  private static let lintSizes = [100, 1_000, documents]
  private static let lintBaseSize = 1_000
}

extension Workloads {
  /// Text to stacks, each thrown away. Returns how many there were.
  static func planning(_ file: SourceFile) -> Int {
    let pipeline = Pipeline(world: SampleManifests.world(around: KubernetesObjects([parse(file)])))
    var count = 0
    pipeline.forEachIngressGroup { _ in count += 1 }
    pipeline.forEachService { _ in count += 1 }
    return count
  }

  /// Text to the findings that are shown. Returns how many there are.
  static func linting(_ file: SourceFile) -> Int {
    let parsed = parse(file)
    let objects = KubernetesObjects([parsed])
    let pipeline = Pipeline(world: SampleManifests.world(around: objects))
    let policy = FindingPolicy()
    let findings = Linter.findings(pipeline, files: [parsed], rules: LintRule.all.filter(policy.applies))
    return policy.settle(
      findings, files: [file], suppressions: Suppressions(files: [parsed], objects: objects), rules: LintRule.all
    ).report.findings.count
  }
}
