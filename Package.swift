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
    .target(
      name: "TestSupport", dependencies: ["AlbplanKit", "LoadBalancerModel", "Manifests"], path: "Tests/TestSupport"),
    .testTarget(name: "ManifestsTests", dependencies: ["Manifests", "TestSupport"]),
    .testTarget(name: "LoadBalancerModelTests", dependencies: ["LoadBalancerModel", "TestSupport"]),
    .testTarget(
      name: "AlbplanKitTests", dependencies: ["AlbplanKit", "LoadBalancerModel", "Manifests", "TestSupport"]),
    .testTarget(name: "CommandTests", dependencies: ["albplan", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

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
