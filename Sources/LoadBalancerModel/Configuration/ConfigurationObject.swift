import Manifests

/// A value of a context file or of settings, checked against its key's type.
enum ConfigurationValue {
  case string(Located<String>)
  case bool(Bool)
  case integer(Int64)
  case version(ControllerVersion)
  case strings([Located<String>])
  case stringMap([(key: Located<String>, value: Located<String>)])
  case stringLists([(key: Located<String>, values: [Located<String>])])
  case object(ConfigurationObject)
  case objects([ConfigurationObject])
  case flags([FlagSetting])
  case featureGates([FeatureGateSetting])
}

/// The values of a mapping by key; a key that is absent, null or wrong has none.
struct ConfigurationObject {
  var values: [String: ConfigurationValue] = [:]

  func string(_ key: String) -> String? {
    if case .string(let text)? = values[key] { text.value } else { nil }
  }
  func located(_ key: String) -> Located<String>? {
    if case .string(let text)? = values[key] { text } else { nil }
  }
  func bool(_ key: String) -> Bool? {
    if case .bool(let value)? = values[key] { value } else { nil }
  }
  func integer(_ key: String) -> Int? {
    if case .integer(let value)? = values[key] { Int(clamping: value) } else { nil }
  }
  func version(_ key: String) -> ControllerVersion? {
    if case .version(let value)? = values[key] { value } else { nil }
  }
  func located(list key: String) -> [Located<String>]? {
    if case .strings(let items)? = values[key] { items } else { nil }
  }
  func strings(_ key: String) -> [String]? { located(list: key)?.map(\.value) }
  func map(_ key: String) -> [(key: Located<String>, value: Located<String>)]? {
    if case .stringMap(let pairs)? = values[key] { pairs } else { nil }
  }
  func tags(_ key: String) -> [String: String] {
    Dictionary((map(key) ?? []).map { ($0.key.value, $0.value.value) }, uniquingKeysWith: { $1 })
  }
  func lists(_ key: String) -> [(key: Located<String>, values: [Located<String>])]? {
    if case .stringLists(let lists)? = values[key] { lists } else { nil }
  }
  func object(_ key: String) -> ConfigurationObject? {
    if case .object(let object)? = values[key] { object } else { nil }
  }
  func objects(_ key: String) -> [ConfigurationObject]? {
    if case .objects(let objects)? = values[key] { objects } else { nil }
  }
  func flags(_ key: String) -> [FlagSetting] {
    if case .flags(let settings)? = values[key] { settings } else { [] }
  }
  func featureGates(_ key: String) -> [FeatureGateSetting] {
    if case .featureGates(let settings)? = values[key] { settings } else { [] }
  }
}
