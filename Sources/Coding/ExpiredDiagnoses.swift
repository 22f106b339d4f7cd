import ClaimModel

/// Codes that were billable once and were then divided: what an old list still offers.
///
/// Source: ICD-10-CM addenda of the fiscal years in which each was divided (NCHS), by number.
enum ExpiredDiagnoses {
  /// The first day on which the code was a header.
  static func end(of code: DiagnosisCode) -> CalendarDate? {
    years[code].flatMap { CalendarDate(year: $0, month: 10, day: 1) }
  }

  /// The year on whose first of October each code was divided.
  private static let years: [DiagnosisCode: Int] = [
    "E78.0": 2016, "F32.8": 2016, "M79.1": 2018, "I48.1": 2019, "I48.2": 2019, "K21.0": 2020, "N18.3": 2020,
    "R51": 2020, "R74.0": 2020, "M54.5": 2021, "R05": 2021, "R35.8": 2021, "R63.3": 2021, "G20": 2023, "J44.8": 2023,
    "E66.8": 2024, "G35": 2025,
  ]
}
