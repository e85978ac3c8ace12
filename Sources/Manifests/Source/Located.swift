/// A value together with where it was written.
package struct Located<Value> {
  package var value: Value
  package var span: SourceSpan

  @inlinable package init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }

  /// The same place with a value made from this one.
  @inlinable package func map<New, Failure>(_ transform: (Value) throws(Failure) -> New) throws(Failure) -> Located<New>
  {
    Located<New>(try transform(value), at: span)
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
