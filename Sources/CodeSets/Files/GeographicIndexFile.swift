import ClaimModel

/// How much dearer than the nation's average a locality is, for the parts of the physician fee schedule.
public struct GeographicIndex: Hashable, Sendable {
  /// The physician's work, in thousandths.
  public var workThousandths: Int
  /// Practice expense, in thousandths.
  public var practiceThousandths: Int
  /// Malpractice, in thousandths.
  public var malpracticeThousandths: Int

  /// An index of its parts.
  public init(workThousandths: Int, practiceThousandths: Int, malpracticeThousandths: Int) {
    self.workThousandths = workThousandths
    self.practiceThousandths = practiceThousandths
    self.malpracticeThousandths = malpracticeThousandths
  }

  /// The nation's average.
  public static let national = GeographicIndex(
    workThousandths: 1_000, practiceThousandths: 1_000, malpracticeThousandths: 1_000)
}

/// The file of geographic practice cost indices: CMS's Addendum E as CSV.
///
/// Source: CMS, "PFS Relative Value Files", GPCI file: contractor, state, locality number, locality name, then the
/// indices of work (PW), practice expense (PE) and malpractice (MP).
public enum GeographicIndexFile {
  private static let remedy = "use the GPCI file of the quarter's relative value files from cms.gov, saved as CSV"

  /// Reads the indices of every locality, by state and number: `MA-01`.
  /// - Throws: ``CodeFileFault`` at the first thing that is not as it should be.
  public static func read(path: String) throws(CodeFileFault) -> [String: GeographicIndex] {
    let lines = try LineReader(path: path)
    var reader = DelimitedReader(lines)
    var columns: (state: Int, number: Int, work: Int, practice: Int, malpractice: Int)?
    var indices: [String: GeographicIndex] = [:]
    while let row = try reader.next() {
      guard let places = columns else {
        let names = row.fields.map { $0.text.uppercased() }
        func index(_ name: String) -> Int? { names.firstIndex { $0.contains(name) } }
        if let state = index("STATE"), let number = index("LOCALITY NUMBER"), let work = index("PW GPCI"),
          let practice = index("PE GPCI"), let malpractice = index("MP GPCI")
        {
          columns = (state, number, work, practice, malpractice)
        }
        continue
      }
      // Notes stand below the table.
      guard row[places.state].utf8.count == 2, !row[places.number].isEmpty else { continue }
      func value(_ index: Int) throws(CodeFileFault) -> Int {
        guard let value = FixedPoint.parse(row[index], digits: 3), value <= 10_000 else {
          throw row.fault(
            index, in: lines.name, expected: "an index from 0 to 10 with at most 3 decimals", remedy: remedy)
        }
        return value
      }
      let number = row[places.number].utf8.count == 1 ? "0" + row[places.number] : row[places.number]
      indices["\(row[places.state].uppercased())-\(number)"] = GeographicIndex(
        workThousandths: try value(places.work), practiceThousandths: try value(places.practice),
        malpracticeThousandths: try value(places.malpractice))
    }
    guard !indices.isEmpty else {
      throw CodeFileFault(
        file: lines.name, expected: "the columns State, Locality Number, PW GPCI, PE GPCI and MP GPCI",
        found: "none in the file", remedy: remedy)
    }
    return indices
  }
}
