import Fuzzing
import Glibc

/// libFuzzer's own main, which takes the options and calls back for each input.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

private var count = CommandLine.argc
private var arguments = CommandLine.unsafeArgv
exit(
  runDriver(&count, &arguments) { bytes, size in
    let input = FuzzInput(Array(UnsafeBufferPointer(start: bytes, count: size)))
    // All for each input would take most of the time to write what was written before.
    var probe = PipelineProbe(extent: input.hash.isMultiple(of: 16) ? .all : [.order, .outputs])
    probe.run(input)
    guard probe.violations.isEmpty else { fatalError(probe.violations.joined(separator: "; ")) }
    return 0
  })
