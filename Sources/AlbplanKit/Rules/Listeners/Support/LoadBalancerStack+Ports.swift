import LoadBalancerModel

extension LoadBalancerStack {
  /// The ports on which it listens with a protocol.
  func ports(of listenerProtocol: ListenerProtocol) -> Set<Int32> {
    var ports: Set<Int32> = []
    for index in listeners.indices where listeners[index].listenerProtocol == listenerProtocol {
      ports.insert(listeners[index].port)
    }
    return ports
  }
}
