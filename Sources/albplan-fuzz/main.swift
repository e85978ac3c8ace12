import Fuzzing
import Glibc
import Manifests

guard let arguments = Arguments(Array(CommandLine.arguments.dropFirst())) else {
  complain(Arguments.usage)
  exit(2)
}

// More than any input may take.
private var memory = rlimit(rlim_cur: 4 << 30, rlim_max: 4 << 30)
setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &memory)

if let path = arguments.dictionaryToWrite { Files.write(Array(FuzzDictionary.text().utf8), to: path) }
if !arguments.files.isEmpty { exit(Run.files(arguments)) }
private let corpus = SeedCorpus(Files.all(below: arguments.seeds))
if let directory = arguments.seedsToWrite {
  for input in corpus.smallInputs(seed: arguments.seed) {
    Files.write(input.bytes, to: "\(directory)/\(String(input.hash, radix: 16))")
  }
}
if arguments.seconds != nil || arguments.inputs != nil { exit(Run.made(corpus, arguments)) }
