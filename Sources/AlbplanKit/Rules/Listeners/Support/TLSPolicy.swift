/// A security policy of Elastic Load Balancing for HTTPS and TLS listeners.
///
/// Source: the lists of policies in the guides of both kinds of load balancer, as of 2026.
struct TLSPolicy {
  var name: String
  /// The lowest version of TLS that it takes: `1.0`.
  var lowestVersion: String

  /// AWS keeps all names alike.
  static let prefix = "ELBSecurityPolicy-"

  /// The policy of that name, `nil` for one that is not known here.
  static func named(_ name: String) -> TLSPolicy? { byName[name] }

  static let all: [TLSPolicy] =
    policies("1.0", ["2016-08", "2015-05", "TLS-1-0-2015-04", "FS-2018-06"])
    + policies("1.0", ["TLS13-1-0-2021-06", "TLS13-1-0-PQ-2025-09"])
    + policies("1.0", ["TLS13-1-0-FIPS-2023-04", "TLS13-1-0-FIPS-PQ-2025-09"])
    + policies("1.1", ["TLS-1-1-2017-01", "FS-1-1-2019-08", "TLS13-1-1-2021-06", "TLS13-1-1-FIPS-2023-04"])
    + policies("1.2", ["TLS-1-2-2017-01", "TLS-1-2-Ext-2018-06"])
    + policies("1.2", ["FS-1-2-2019-08", "FS-1-2-Res-2019-08", "FS-1-2-Res-2020-10"])
    + policies("1.2", family("2021-06", ["", "Res-", "Ext1-", "Ext2-"]))
    + policies("1.2", family("PQ-2025-09", ["", "Res-", "Ext1-", "Ext2-"]))
    + policies("1.2", family("FIPS-2023-04", ["", "Res-", "Ext0-", "Ext1-", "Ext2-"]))
    + policies("1.2", family("FIPS-PQ-2025-09", ["", "Res-", "Ext0-", "Ext1-", "Ext2-"]))
    + policies("1.2", family("RFC9151-FIPS-2023-07", ["", "Ext0-"]))
    + policies("1.2", (1...4).map { "TLS13-1-2-RFC9151-INTEROP\($0)-FIPS-2023-07" })
    + policies(
      "1.3",
      ["2021-06", "PQ-2025-09", "FIPS-2023-04", "FIPS-PQ-2025-09", "RFC9151-FIPS-2023-07"].map { "TLS13-1-3-\($0)" })

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  private static func policies(_ lowestVersion: String, _ suffixes: [String]) -> [TLSPolicy] {
    suffixes.map { TLSPolicy(name: prefix + $0, lowestVersion: lowestVersion) }
  }

  private static func family(_ date: String, _ variants: [String]) -> [String] {
    variants.map { "TLS13-1-2-\($0)\(date)" }
  }
}
