import ClaimModel

extension Money {
  /// Reads an amount in cents, at most `Money.largest` above or below zero; `field` names it in the error.
  public init(wire cents: Int64, _ field: String) throws(UndecodableMessage) {
    let amount = Money(cents: Int(cents))
    guard amount.isCarried else { throw UndecodableMessage("\(field) is beyond $99,999,999.99") }
    self = amount
  }
}

extension Timestamp {
  /// Reads milliseconds since 1970-01-01, of the years that a date can be of; `field` names it in the error.
  public init(wire milliseconds: Int64, _ field: String) throws(UndecodableMessage) {
    let moment = Timestamp(milliseconds: milliseconds)
    guard moment.isWithinCalendar else { throw UndecodableMessage("\(field) is not in the years 1 to 9999") }
    self = moment
  }
}
