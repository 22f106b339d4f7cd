import ClaimModel

/// The relative values of the physician fee schedule that were imported.
public struct RelativeValues: Sendable {
  let table: ReleaseTable

  /// The values of a service, with a modifier for its professional or technical part; `nil` when it has none.
  public func values(_ code: ProcedureCode, modifier: ProcedureModifier? = nil) -> RelativeValue? {
    guard let key = CodeKey.packed(code.rawValue + (modifier?.rawValue ?? "")), let row = table.rows(key).last else {
      return nil
    }
    return RelativeValue(fields: table.fields(row))
  }

  /// Calls `body` with each service, and the modifier of its professional or technical part.
  public func forEach(_ body: (ProcedureCode, ProcedureModifier?, RelativeValue) -> Void) {
    for row in table.rows { RelativeValues.tell(row.key, table.fields(row), body) }
  }

  static func tell(
    _ key: UInt64, _ fields: [String], _ body: (ProcedureCode, ProcedureModifier?, RelativeValue) -> Void
  ) {
    guard let value = RelativeValue(fields: fields) else { return }
    let code = CodeKey.code(key)
    body(
      ProcedureCode(code.prefix(5)), code.utf8.count > 5 ? ProcedureModifier(code.dropFirst(5)) : nil, value)
  }
}

extension ReleaseTableDraft {
  /// Calls `body` with each service of relative value files that were read.
  public func forEachRelativeValue(_ body: (ProcedureCode, ProcedureModifier?, RelativeValue) -> Void) {
    guard kind == .rvu else { return }
    forEachRow { key, fields in RelativeValues.tell(key, fields, body) }
  }
}

/// The relative value units of a service.
public struct RelativeValue: Hashable, Sendable {
  /// The physician's work.
  public var workHundredths: Int
  /// Practice expense outside a facility.
  public var practiceHundredths: Int
  /// Practice expense in a facility.
  public var facilityPracticeHundredths: Int
  /// Malpractice.
  public var malpracticeHundredths: Int
  /// Medicare's status code, for instance A for active; empty when the file has none.
  public var status: String
  /// Dollars for a unit; `nil` when the file has none.
  public var conversionFactorTenThousandths: Int?

  init?(fields: [String]) {
    guard fields.count == 6, let work = Int(fields[0]), let practice = Int(fields[1]), let facility = Int(fields[2]),
      let malpractice = Int(fields[3]), let factor = Int(fields[5])
    else { return nil }
    workHundredths = work
    practiceHundredths = practice
    facilityPracticeHundredths = facility
    malpracticeHundredths = malpractice
    status = fields[4]
    conversionFactorTenThousandths = factor == 0 ? nil : factor
  }

  /// The units of the four parts as text, for instance `1.30`: work, practice, practice in a facility, malpractice.
  public var texts: [String] {
    [workHundredths, practiceHundredths, facilityPracticeHundredths, malpracticeHundredths]
      .map { FixedPoint.text($0, digits: 2) }
  }
}
