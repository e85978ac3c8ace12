import Glibc

var albplan: String?
var empty: String?
var isCheck = false
var rounds = 5
/// What a ratio may be beyond its budget, in percent of it: machines differ.
var tolerance = 0

let usage = "usage: albplan-bench [--check [--tolerance PERCENT]] [--rounds N] [--albplan PATH --empty PATH]"
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  if let role = ChildRole(rawValue: argument) {
    role.run()
    exit(0)
  }
  switch argument {
  case "--check": isCheck = true
  case "--tolerance":
    guard let percent = arguments.popFirst().flatMap({ Int($0) }), 0...100 ~= percent else { fail(usage) }
    tolerance = percent
  case "--rounds":
    guard let count = arguments.popFirst().flatMap({ Int($0) }), count > 0 else { fail(usage) }
    rounds = count
  case "--albplan": albplan = arguments.popFirst()
  case "--empty": empty = arguments.popFirst()
  default: fail(usage)
  }
}

var benchmark = Benchmark(tolerance: Double(tolerance) / 100)
benchmark.measureMemory(rounds: min(rounds, 3))
if let albplan, let empty {
  benchmark.measureStartUp(albplan: albplan, empty: empty, runs: 200)
} else if albplan != nil || empty != nil {
  fail(usage)
}
benchmark.measureSpeed(rounds: rounds)
benchmark.measureScaling(rounds: min(rounds, 3))
benchmark.measureLint(rounds: min(rounds, 3))
exit(isCheck && benchmark.isOverBudget ? 1 : 0)
