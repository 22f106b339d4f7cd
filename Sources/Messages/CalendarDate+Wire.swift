import ClaimModel

extension CalendarDate {
  /// The date as the number YYYYMMDD; of years that are not 1 to 9999, a number that is not read as a date.
  public var wire: Int32 {
    let (year, month, day) = components
    return Int32(clamping: year * 10_000 + month * 100 + day)
  }

  /// Reads a date written YYYYMMDD; `field` names it in the error.
  public init(wire number: Int32, _ field: String) throws(UndecodableMessage) {
    let number = Int(number)
    guard let date = CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100) else {
      throw UndecodableMessage("\(field) is not a date (YYYYMMDD)")
    }
    self = date
  }
}
