import Adjudication
import Billing
import ClaimModel
import CodeSets
import Foundation
import Testing

/// Every code that the coder can bill is known to the catalog, priced by the practice and allowed by the payer.
@Suite struct ServicePricesTests {
  /// The codes that the coder's sources name, those of tests that are only ordered aside.
  private static func named() throws -> Set<ProcedureCode> {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Coding/Services")
    let code = /"([0-9]{5}|[GJ][0-9]{4})"/
    var found: Set<ProcedureCode> = []
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      where !line.contains(".outside") && !line.contains("LOINC") {
        for match in line.matches(of: code) { found.insert(ProcedureCode(rawValue: String(match.1))) }
      }
    }
    return found
  }

  @Test func everyCodeTheCoderNamesIsKnownAndPriced() throws {
    let codes = try Self.named()
    #expect(codes.count > 250)
    for code in codes {
      #expect(ProcedureCatalog.builtIn.procedure(code) != nil, "\(code) is not in the catalog")
    }
  }

  @Test func everyCodeOfTheCatalogHasAPriceAndAFee() {
    for entry in ProcedureCatalog.builtIn.all {
      let price = Chargemaster.builtIn.prices[entry.code]
      let fee = FeeSchedule.builtIn.fees[entry.code]
      #expect(price != nil, "\(entry.code) has no price")
      #expect(fee != nil, "\(entry.code) has no fee")
      if let price, let fee { #expect(price >= fee.office, "\(entry.code)") }
    }
  }

  /// A test's fee covers taking it and reading it: the table of 2024 lists what the reading is worth, that of 2025 the taking.
  @Test func feesOfTestsCoverBothTheirParts() throws {
    let readings = try Self.units(of: 2024)
    let takings = try Self.units(of: 2025)
    var count = 0
    for (code, fee) in FeeSchedule.builtIn.fees {
      guard let reading = readings[code.rawValue], let taking = takings[code.rawValue], reading.work > 0,
        taking.work == 0, taking.total > 0
      else { continue }
      count += 1
      let whole = (reading.total + taking.total) * 32.3465
      let dollars = Double(fee.office.cents) / 100
      #expect(abs(dollars - whole) <= whole * 0.15 + 3, "\(code) is allowed \(dollars), not \(whole)")
    }
    #expect(count > 80)
  }

  /// The relative value units of a year outside a facility: of work, and all.
  private static func units(of year: Int) throws -> [String: (work: Double, total: Double)] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("../shared/data/fees/rvu-\(year).csv")
    var found: [String: (work: Double, total: Double)] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == 6, let work = Double(cells[2]), let practice = Double(cells[3]), let risk = Double(cells[5])
      else { continue }
      found[String(cells[0])] = (work, work + practice + risk)
    }
    return found
  }
}
