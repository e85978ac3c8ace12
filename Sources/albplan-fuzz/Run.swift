import Fuzzing
import Glibc

/// Tries inputs and says what came of it.
enum Run {
  /// Tries made inputs for the time or the number asked for. Returns the exit status.
  static func made(_ corpus: SeedCorpus, _ arguments: Arguments) -> Int32 {
    Watch.start(crasher: "\(arguments.crashers)/crash-seed\(arguments.seed)")
    var mutator = ManifestMutator(corpus, seed: arguments.seed)
    var chance = Chance(seed: arguments.seed ^ 0x5EED)
    var fingerprint = Fingerprint()
    // Lines are seen at once, also in a file.
    defer { fflush(nil) }
    let clock = ContinuousClock()
    let end = arguments.seconds.map { clock.now + .seconds($0) }
    var (tried, bytes, faulty) = (0, 0, 0)
    while arguments.inputs.map({ tried < $0 }) ?? true, end.map({ clock.now < $0 }) ?? true {
      let isLarge = arguments.largeOneIn > 0 && chance.once(in: arguments.largeOneIn)
      let input = mutator.next(largerThan: isLarge ? 1_000_000 : 0)
      let probe = attempt(input, number: tried)
      withUnsafeBytes(of: probe.fingerprint.value) { fingerprint.add($0) }
      tried += 1
      bytes += input.size
      guard !probe.violations.isEmpty else { continue }
      faulty += 1
      let path = "\(arguments.crashers)/violation-seed\(arguments.seed)-\(tried)"
      Files.write(input.bytes, to: path)
      print("\(path): \(probe.violations.joined(separator: "; "))")
      fflush(nil)
      if faulty == 20 { break }
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print(
      "seed \(arguments.seed): \(tried) inputs, \(bytes) bytes, \(faulty) with violations, "
        + "at most \(usage.ru_maxrss / 1024) MiB, fingerprint \(String(fingerprint.value, radix: 16))")
    return faulty == 0 ? 0 : 1
  }

  /// Tries the inputs of files. Returns the exit status.
  static func files(_ arguments: Arguments) -> Int32 {
    Watch.start(crasher: "\(arguments.crashers)/crash")
    var isFaulty = false
    for path in arguments.files {
      guard let bytes = Files.read(path) else {
        complain("cannot read \(path)")
        return 2
      }
      let probe = attempt(FuzzInput(bytes), number: 0)
      print("\(path): \(probe.violations.isEmpty ? "holds" : probe.violations.joined(separator: "; "))")
      isFaulty = isFaulty || !probe.violations.isEmpty
    }
    return isFaulty ? 1 : 0
  }

  private static func attempt(_ input: FuzzInput, number: Int) -> PipelineProbe {
    Watch.begin(input.bytes, number: number)
    var probe = PipelineProbe(stage: Watch.enter)
    probe.run(input)
    Watch.enter("between inputs")
    return probe
  }
}
