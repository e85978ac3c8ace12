import AlbplanKit
import CLibYAML
import Manifests

/// What is measured.
enum Workloads {
  /// The measure of all things: libyaml's events, each looked at and thrown away. Returns how many there were; `nil`
  /// when libyaml takes offence.
  static func libyamlLoop(_ file: SourceFile) -> Int? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return nil }
    defer { yaml_parser_delete(&parser) }
    return file.bytes.withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      var events = 0
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { return nil }
        let isEnd = event.type == YAML_STREAM_END_EVENT
        yaml_event_delete(&event)
        events += 1
        if isEnd { return events }
      }
    }
  }

  /// Text to objects. Returns the number of objects.
  static func decoding(_ file: SourceFile) -> Int {
    let objects = readManifests([file])
    return objects.ingresses.count + objects.services.count
  }

  /// Text to the report of `--format model`. Returns its bytes; `nil` when anything is refused, for then it is not the
  /// whole way that was measured.
  static func pipeline(_ file: SourceFile) -> Int? {
    let pipeline = Pipeline(world: SampleManifests.world(around: readManifests([file])))
    var size = 0
    let isRefused = ModelReport.write(pipeline) { size += $0.count }
    return isRefused || size == 0 ? nil : size
  }
}
