/// Why the job could not be done, in one sentence without a full stop. The run exits with 2.
struct Trouble: Error, Hashable, Sendable {
  var sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}
