/// The long name of every option; what the code looks an option up by.
enum OptionName: String, Hashable, CaseIterable, Sendable {
  // Output
  case format
  case output
  case color
  case noColor = "no-color"
  case width
  case origins
  case quiet
  case verbose

  // Input
  case namespace
  case alsoRead = "also-read"
  case stdinFilename = "stdin-filename"
  case noRespectGitignore = "no-respect-gitignore"
  case failIfEmpty = "fail-if-empty"

  // Configuration
  case config
  case noConfig = "no-config"

  // Controller
  case context
  case clusterName = "cluster-name"
  case vpcID = "vpc-id"
  case region
  case controllerFlag = "controller-flag"
  case featureGate = "feature-gate"
  case ingressClass = "ingress-class"
  case controllerVersion = "controller-version"

  // Rules
  case select
  case extendSelect = "extend-select"
  case ignore
  case severity
  case failOn = "fail-on"
  case exitZero = "exit-zero"
  case noIgnores = "no-ignores"
  case fix
  case unsafeFixes = "unsafe-fixes"
  case diff
  case baseline
  case writeBaseline = "write-baseline"
  case statistics
  case showFiles = "show-files"
  case showSettings = "show-settings"

  // General
  case help
  case version
}
