import Manifests

/// `albplan documents FILE…`: what kubectl makes of the text, one JSON document a line.
extension Session {
  func printDocuments() throws(Trouble) -> ExitStatus {
    let inputs = try readInputs(excluding: try ProjectFile.find(for: self)?.excludes)
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
    if text.isEmpty, !isBroken {
      guard !invocation.has(.failIfEmpty) else { throw Trouble("the input holds no document") }
      note("the input holds no document")
    }
    try deliver(text)
    return isBroken ? .trouble : .clean
  }
}
