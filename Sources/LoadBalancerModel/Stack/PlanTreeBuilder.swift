/// Builds the tree of a stack from its values.
struct PlanTreeBuilder: PlanSink {
  /// An object or a list whose end has not come yet.
  private struct OpenContainer {
    /// Its own name in the object around it.
    var name: String?
    var origin: Origin?
    var fields: [PlanField] = []
    var nodes: [PlanNode] = []
  }

  private var open: [OpenContainer] = []
  /// The name of the next value, in an object.
  private var name: String?
  /// The whole tree, once its last container is closed.
  private(set) var root = PlanNode(.null)

  mutating func beginObject(from origin: Origin?) { begin(from: origin) }
  mutating func beginList(from origin: Origin?) { begin(from: origin) }
  mutating func endObject() { end { .object($0.fields) } }
  mutating func endList() { end { .list($0.nodes) } }
  mutating func field(_ name: StaticString) { self.name = name.description }
  mutating func key(_ name: String) { self.name = name }
  mutating func text(_ text: String, from origin: Origin?) { add(.text(text), from: origin) }
  mutating func number(_ number: Int64, from origin: Origin?) { add(.number(number), from: origin) }
  mutating func boolean(_ value: Bool, from origin: Origin?) { add(.boolean(value), from: origin) }
  mutating func null(from origin: Origin?) { add(.null, from: origin) }
  mutating func unknown(_ fact: UnknownFact, from origin: Origin?) { add(.unknown(fact), from: origin) }
  mutating func reference(type: String, id: String, field: String, from origin: Origin?) {
    add(.reference(path: ResourceReference.path(type: type, id: id, field: field)), from: origin)
  }

  private mutating func begin(from origin: Origin?) {
    open.append(OpenContainer(name: name, origin: origin))
    name = nil
  }

  private mutating func end(_ value: (OpenContainer) -> PlanValue) {
    guard let container = open.popLast() else { return }
    name = container.name
    add(value(container), from: container.origin)
  }

  /// An element of a list has no name, a member of an object has one.
  private mutating func add(_ value: PlanValue, from origin: Origin?) {
    let node = PlanNode(value, from: origin)
    guard !open.isEmpty else {
      root = node
      return
    }
    if let name {
      open[open.count - 1].fields.append(PlanField(name, node))
    } else {
      open[open.count - 1].nodes.append(node)
    }
    name = nil
  }
}

extension LoadBalancerStack {
  /// The stack as a tree.
  package var tree: PlanNode {
    var builder = PlanTreeBuilder()
    write(to: &builder)
    return builder.root
  }
}
