import Glibc

/// Writes a file whole or not at all: a temporary neighbour takes the name only when every byte is on the disk.
enum AtomicFile {
  /// Replaces the content of the file at `path`, or says why not; then the original is as it was.
  ///
  /// A symbolic link stays and its target is replaced. What is not a regular file (a pipe, a device) is written directly.
  static func write(_ bytes: [UInt8], to path: String) -> String? {
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { return SystemCall.words(EISDIR) }
    if exists, status.st_mode & S_IFMT != S_IFREG { return writeDirectly(bytes, to: path) }
    let target = exists ? resolved(path) : path
    return holdingSignals { replace(target, with: bytes, mode: exists ? status.st_mode & 0o7777 : nil) }
  }

  private static func replace(_ path: String, with bytes: [UInt8], mode: mode_t?) -> String? {
    let temporary = "\(path).\(getpid()).albplan-tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { return SystemCall.failure }
    var error = bytes.withUnsafeBytes { SystemCall.writeAll($0, to: descriptor) }
    if error == nil, let mode, fchmod(descriptor, mode) != 0 { error = errno }
    if error == nil, fsync(descriptor) != 0, errno != EINVAL { error = errno }
    if close(descriptor) != 0, error == nil { error = errno }
    if error == nil, rename(temporary, path) != 0 { error = errno }
    guard let error else { return nil }
    unlink(temporary)
    return SystemCall.words(error)
  }

  private static func writeDirectly(_ bytes: [UInt8], to path: String) -> String? {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return SystemCall.failure }
    defer { close(descriptor) }
    return bytes.withUnsafeBytes { SystemCall.writeAll($0, to: descriptor) }.map(SystemCall.words)
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// An interrupt waits until the temporary file is gone.
  private static func holdingSignals<Result>(_ body: () -> Result) -> Result {
    var held = sigset_t()
    var previous = sigset_t()
    sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &previous)
    defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
    return body()
  }
}
