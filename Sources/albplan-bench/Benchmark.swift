import Glibc
import Manifests

/// The figures of one run: ratios, each with its budget.
struct Benchmark {
  private(set) var isOverBudget = false
  /// What a ratio may be beyond its budget before that counts, as a part of the budget.
  private let tolerance: Double

  init(tolerance: Double) { self.tolerance = tolerance }

  /// Peak memory over the size of the input. Goes first: see `ChildProcess.run`.
  mutating func measureMemory(rounds: Int) {
    let own = "/proc/self/exe"
    func peak(_ role: ChildRole) -> Double {
      let outcome = ChildProcess.run(own, [role.rawValue])
      guard outcome.status == 0 else { fail("the child process for \(role.rawValue) failed") }
      return outcome.peakMemory
    }
    let growth = (0..<rounds).map { _ in peak(.pipeline) - peak(.input) }
    let size = SampleManifests.file(documents: Self.documents).bytes.count
    print("peak memory beyond the input's own, \(Self.documents) documents, \(size) bytes")
    report("pipeline / input bytes", median(growth) / Double(size), budget: 12)
  }

  /// Reading and planning over libyaml's events alone.
  mutating func measureSpeed(rounds: Int) {
    let file = SampleManifests.file(documents: Self.documents)
    guard let events = Workloads.libyamlLoop(file), Workloads.decoding(file) == Self.documents else {
      fail("the sample is not read")
    }
    guard Workloads.pipeline(file) != nil else { fail("the sample is refused") }
    var decoding: [Double] = []
    var pipeline: [Double] = []
    for _ in 0..<rounds {
      let loop = processorTime { _ = Workloads.libyamlLoop(file) }
      decoding.append(processorTime { _ = Workloads.decoding(file) } / loop)
      pipeline.append(processorTime { _ = Workloads.pipeline(file) } / loop)
    }
    print("processor time, \(Self.documents) documents, \(events) events, median of \(rounds) rounds")
    report("parse and decode / libyaml's events", median(decoding), budget: nil)
    report("whole pipeline / libyaml's events", median(pipeline), budget: 6)
  }

  /// Time for a document in inputs of other sizes.
  mutating func measureScaling(rounds: Int) {
    let files = Self.sizes.map { SampleManifests.file(documents: $0) }
    var times = Self.sizes.map { _ in [Double]() }
    for _ in 0..<rounds {
      for (index, file) in files.enumerated() {
        let size = Self.sizes[index]
        // Small inputs often enough that the clock can tell.
        let repetitions = max(1, 10_000 / size)
        let time = processorTime { for _ in 0..<repetitions { _ = Workloads.pipeline(file) } }
        times[index].append(time / Double(size * repetitions))
      }
    }
    print("processor time of the pipeline for a document, median of \(rounds) rounds")
    for (index, size) in Self.sizes.enumerated() where size != Self.baseSize {
      let base = times[Self.sizes.firstIndex(of: Self.baseSize) ?? 0]
      let ratio = median(zip(times[index], base).map { $0 / $1 })
      report("\(size) documents / \(Self.baseSize) documents", ratio, budget: 1.5, lowest: 1 / 1.5)
    }
  }

  /// The program with one small file over a program that does nothing.
  mutating func measureStartUp(albplan: String, empty: String, runs: Int) {
    let manifest = SampleManifests.file(documents: 1)
    var path = Array("/tmp/albplan-bench-XXXXXX".utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { fail("cannot make a file in /tmp") }
    defer { unlink(path) }
    let written = manifest.bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    guard written == manifest.bytes.count else { fail("cannot write a file in /tmp") }
    let name = path.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { String(cString: $0) } ?? "" }
    var albplanTimes: [Double] = []
    var emptyTimes: [Double] = []
    for _ in 0..<runs {
      let planned = ChildProcess.run(albplan, ["plan", name])
      // 1: the controller refuses, for want of facts; no less work for the start.
      guard planned.status == 0 || planned.status == 1 else { fail("\(albplan) plan failed") }
      albplanTimes.append(planned.wallTime)
      emptyTimes.append(ChildProcess.run(empty, []).wallTime)
    }
    // Other work on the machine only ever adds to a run's time, and more to a long run's than to a short one's.
    print("wall time of a process, fastest of \(runs) runs")
    let ratio = (albplanTimes.min() ?? 0) / (emptyTimes.min() ?? 0)
    report("albplan plan FILE / empty program", ratio, budget: 2)
  }

  mutating func report(_ name: String, _ ratio: Double, budget: Double?, lowest: Double = 0) {
    var line = "  \(name): \(Self.twoPlaces(ratio))x"
    if let budget {
      let isOver = !(ratio <= budget && ratio >= lowest)
      let isTolerated = ratio <= budget * (1 + tolerance) && ratio >= lowest / (1 + tolerance)
      isOverBudget = isOverBudget || !isTolerated
      line += lowest > 0 ? " (budget \(Self.twoPlaces(lowest)) to " : " (budget "
      line += "\(Self.twoPlaces(budget))x\(isOver ? ", OVER" : ""))"
    }
    print(line)
    fflush(nil)
  }

  private static func twoPlaces(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "?" }
    let hundredths = Int((value * 100).rounded())
    let rest = abs(hundredths % 100)
    return "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  static let documents = 20_000
  private static let sizes = [100, 1_000, 10_000, 100_000]
  private static let baseSize = 1_000
}

/// What a child process does, whose memory is measured.
enum ChildRole: String {
  /// Makes the input and no more.
  case input = "--child-input"
  case pipeline = "--child-pipeline"

  func run() {
    let file = SampleManifests.file(documents: Benchmark.documents)
    switch self {
    case .input: if file.bytes.isEmpty { exit(2) }
    case .pipeline: if Workloads.pipeline(file) == nil { exit(2) }
    }
  }
}
