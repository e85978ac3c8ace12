import Glibc

/// What a run is asked for.
struct Arguments {
  var seconds: Int?
  var inputs: Int?
  var seed: UInt64 = 1
  /// Where the seeds lie.
  var seeds = "Fixtures"
  /// Where inputs are kept that something is wrong with.
  var crashers = "."
  /// One in so many inputs is large; 0 for none.
  var largeOneIn = 500
  var seedsToWrite: String?
  var dictionaryToWrite: String?
  /// Inputs to try instead of making some.
  var files: [String] = []

  static let usage = """
    usage: albplan-fuzz [--seconds N] [--inputs N] [--seed N] [--seeds DIRECTORY] [--crashers DIRECTORY]
                        [--large-one-in N] [--write-seeds DIRECTORY] [--write-dictionary FILE] [FILE...]

    """

  /// `nil` when they make no sense.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else {
        files.append(word)
        continue
      }
      guard let value = rest.popFirst() else { return nil }
      switch word {
      case "--seconds": seconds = Int(value)
      case "--inputs": inputs = Int(value)
      case "--seed": seed = UInt64(value) ?? 1
      case "--seeds": seeds = value
      case "--crashers": crashers = value
      case "--large-one-in": largeOneIn = Int(value) ?? 0
      case "--write-seeds": seedsToWrite = value
      case "--write-dictionary": dictionaryToWrite = value
      default: return nil
      }
    }
  }
}
