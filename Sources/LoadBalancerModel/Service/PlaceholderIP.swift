// placeholder until gojson lands
struct IPAddress: Hashable { var description: String; var isIPv4: Bool { true }; init?(_ t: String) { return nil } }
struct IPPrefix: Hashable { var description: String; init?(_ t: String) { return nil }; func contains(_ a: IPAddress) -> Bool { false } }
