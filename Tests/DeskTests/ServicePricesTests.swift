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
}
