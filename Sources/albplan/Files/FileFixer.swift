import Glibc

/// Writes a mended text back to the file that it was read from.
///
/// The file is replaced whole or not at all, and only when it still holds what was read: whoever saved it meanwhile
/// keeps his work. Its mode stays; of a symbolic link the target is replaced.
enum FileFixer {
  /// Why a file was left as it is, in words that follow its name.
  struct Refusal: Error, Hashable, Sendable {
    var reason: String

    static let changedMeanwhile = Refusal(reason: "it has changed since it was read; run again")
    static let notAFile = Refusal(reason: "it is not a regular file")
  }

  /// Replaces what was read by what it became.
  static func replace(_ old: [UInt8], with new: [UInt8], at path: String) throws(Refusal) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Refusal(reason: SystemCall.failure) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    // A file that is protected against writing would be replaced all the same: only its directory is asked.
    guard access(path, W_OK) == 0 else { throw Refusal(reason: SystemCall.failure) }
    let now: [UInt8]
    do throws(FileReader.Failure) {
      now = try FileReader.read(Array(path.utf8))
    } catch {
      throw Refusal(reason: error.reason)
    }
    guard now == old else { throw .changedMeanwhile }
    if let reason = AtomicFile.write(new, to: path) { throw Refusal(reason: reason) }
  }
}
