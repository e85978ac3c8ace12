import Fuzzing
import Testing

/// A short run of the structure-aware fuzzer, the same inputs each time.
@Suite struct MadeInputTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func whateverIsMadeHolds(_ seed: UInt64) throws {
    var mutator = ManifestMutator(try SeedFiles.corpus(), seed: seed)
    for number in 0..<6 {
      let input = mutator.next()
      var probe = PipelineProbe()
      probe.run(input)
      #expect(probe.violations == [], "input \(number) of seed \(seed)")
    }
  }

  @Test func theSameSeedMakesTheSameInputs() throws {
    let corpus = try SeedFiles.corpus()
    func inputs(_ seed: UInt64) -> [FuzzInput] {
      var mutator = ManifestMutator(corpus, seed: seed)
      return (0..<20).map { _ in mutator.next() }
    }
    #expect(inputs(7) == inputs(7))
    #expect(inputs(7) != inputs(8))
    #expect(Set(inputs(7)).count > 15)
  }

  @Test func largeInputsAreLarge() throws {
    var mutator = ManifestMutator(try SeedFiles.corpus(), seed: 5)
    let sizes = (0..<8).map { _ in mutator.next(largerThan: 60_000).size }
    #expect(sizes.filter { $0 > 50_000 }.count >= 6)
    #expect(sizes.allSatisfy { $0 < 3_000_000 })
  }

  @Test func smallSeedsAreReadAsTheSeedsAre() throws {
    let inputs = try SeedFiles.corpus().smallInputs(seed: 1)
    #expect(inputs.count > 10)
    for input in inputs {
      #expect(input.size <= 2000)
      #expect(FuzzInput(input.bytes) == input)
    }
  }
}
