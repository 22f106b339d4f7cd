import Adjudication
import ClaimModel
import CodeSets
import Foundation
import Testing

@Suite struct MedicareFeeTests {
  private static let folder = FileManager.default.temporaryDirectory.appending(
    path: "superbill-fees-\(UUID().uuidString)")

  private static func file(_ name: String, _ text: String) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let url = folder.appending(path: name)
    try text.write(to: url, atomically: true, encoding: .utf8)
    return url.path
  }

  private static func schedule(_ builder: FeeSchedule.Medicare, _ path: String) throws -> FeeSchedule {
    var builder = builder
    try CodeSetFiles.read(.rvu, [path]).forEachRelativeValue { builder.add($0, $1, $2) }
    return builder.schedule(shareOfChargeWhenUnlisted: 60)
  }

  /// Worked by hand: (1.30 × 1.05 + 1.46 × 1.1 + 0.10 × 0.9) × 32.3465 = 99.013…
  @Test func priceIsUnitsTimesIndicesTimesFactor() throws {
    let path = try Self.file(
      "rvu.csv",
      "hcpcs,desc,work_rvu,pe_rvu_nonfac,pe_rvu_fac,mp_rvu\n99213,,1.30,1.46,0.55,0.10\n99024,,0,0,0,0\n")
    let builder = FeeSchedule.Medicare(
      index: GeographicIndex(workThousandths: 1_050, practiceThousandths: 1_100, malpracticeThousandths: 900),
      conversionFactorTenThousandths: 323_465)
    let schedule = try Self.schedule(builder, path)
    #expect(schedule.fees["99213"] == FeeSchedule.Fee(Money(cents: 99_01), facility: Money(cents: 66_63)))
    #expect(schedule.fees["99024"] == nil)
  }

  @Test func indicesAreReadByStateAndLocality() throws {
    let path = try Self.file(
      "gpci.csv",
      """
      "ADDENDUM E. FINAL GEOGRAPHIC PRACTICE COST INDICES",,,,,,
      "Medicare Administrative Contractor (MAC)",State,Locality Number,Locality Name,2026 PW GPCI (with 1.0 Floor),2026 PE GPCI,2026 MP GPCI
      10112,AL,00,"ALABAMA",1.000,0.869,0.575
      02102,AK,1,ALASKA*,1.500,1.081,0.592
      * a note,,,,,,
      """)
    let indices = try GeographicIndexFile.read(path: path)
    #expect(indices.keys.sorted() == ["AK-01", "AL-00"])
    #expect(
      indices["AL-00"]
        == GeographicIndex(workThousandths: 1_000, practiceThousandths: 869, malpracticeThousandths: 575))
    let broken = try Self.file("broken.csv", "State,Locality Number,PW GPCI,PE GPCI,MP GPCI\nAL,00,1.0,x,1.0\n")
    #expect {
      try GeographicIndexFile.read(path: broken)
    } throws: { error in
      (error as? CodeFileFault)?.line == 2 && (error as? CodeFileFault)?.column == 11
    }
  }

  /// The file of 2025 that lies beside the project: an office visit by the published national price.
  @Test func officialValuesGiveThePublishedPrice() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../shared/data/fees/rvu-2025.csv").standardizedFileURL.path
    guard FileManager.default.fileExists(atPath: path) else { return }
    let schedule = try Self.schedule(
      FeeSchedule.Medicare(index: .national, conversionFactorTenThousandths: 323_465), path)
    #expect(schedule.fees.count > 7_000)
    // Source: CMS physician fee schedule look-up, 2025, national payment amount.
    let visit = try #require(schedule.fees["99213"]?.office.cents)
    #expect((88_50...89_50).contains(visit))
  }
}
