// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "albplan",
  products: [
    .executable(name: "albplan", targets: ["albplan"])
  ],
  targets: [
    // libyaml, from Debian's libyaml-dev. Only `Manifests` may import it.
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // Text to positioned Kubernetes objects.
    .target(name: "Manifests", dependencies: ["CLibYAML"]),
    // Objects to what the controller would build, or its refusal.
    .target(name: "LoadBalancerModel", dependencies: ["Manifests"]),
    // Findings and reports.
    .target(name: "AlbplanKit", dependencies: ["LoadBalancerModel", "Manifests"]),
    // Commands, options, files, exit status.
    .executableTarget(name: "albplan", dependencies: ["AlbplanKit", "LoadBalancerModel", "Manifests"]),
    .executableTarget(
      name: "albplan-bench", dependencies: ["AlbplanKit", "LoadBalancerModel", "Manifests", "CLibYAML"]),
    // What the fuzzers share: inputs to try, and what must hold of whatever comes out.
    .target(name: "Fuzzing", dependencies: ["AlbplanKit", "LoadBalancerModel", "Manifests"]),
    .executableTarget(name: "albplan-fuzz", dependencies: ["Fuzzing"]),
    .target(
      name: "TestSupport", dependencies: ["AlbplanKit", "LoadBalancerModel", "Manifests"], path: "Tests/TestSupport"),
    .testTarget(name: "ManifestsTests", dependencies: ["Manifests", "TestSupport"]),
    .testTarget(name: "LoadBalancerModelTests", dependencies: ["LoadBalancerModel", "TestSupport"]),
    .testTarget(
      name: "AlbplanKitTests", dependencies: ["AlbplanKit", "LoadBalancerModel", "Manifests", "TestSupport"]),
    .testTarget(name: "FuzzingTests", dependencies: ["Fuzzing", "LoadBalancerModel", "Manifests", "TestSupport"]),
    .testTarget(name: "CommandTests", dependencies: ["albplan", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

// The coverage-guided fuzzer has every module instrumented, so it is there only when it is asked for, by the sanitizers
// to build it with: `ALBPLAN_FUZZ=fuzzer` or `ALBPLAN_FUZZ=fuzzer,address`. See docs/reliability.md.
if let sanitizers = Context.environment["ALBPLAN_FUZZ"] {
  for target in package.targets where ["Manifests", "LoadBalancerModel", "AlbplanKit"].contains(target.name) {
    target.swiftSettings = [.unsafeFlags(["-sanitize=\(sanitizers)"])]
  }
  package.targets.append(
    .executableTarget(
      name: "albplan-libfuzzer", dependencies: ["Fuzzing"],
      linkerSettings: [.unsafeFlags(["-sanitize=\(sanitizers)", "-use-ld=lld"])]))
}

for target in package.targets where target.type != .system {
  if target.type != .test, target.name != "TestSupport" { target.exclude.append("README.md") }
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .treatAllWarnings(as: .error),
    ]
}
