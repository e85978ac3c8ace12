import Manifests

/// `albplan documents FILE…`: what kubectl makes of the text, one JSON document a line.
extension Session {
  func printDocuments() throws(Trouble) -> ExitStatus {
    let inputs = try readInputs()
    var isBroken = !inputs.problems.isEmpty
    var text = ""
    for file in inputs.files {
      let parsed = parse(file)
      for document in parsed.documents { text += jsonText(of: document.root) + "\n" }
      for problem in parsed.problems {
        isBroken = true
        complain(
          "\(file.name):\(problem.span.start.line):\(problem.span.start.column): \(problem.message)")
      }
    }
    try deliver(text)
    return isBroken ? .trouble : .clean
  }
}
