import Adjudication
import ClaimModel
import Testing

@testable import Office
@testable import PayerDesk

/// What a payer has kept after a trial.
enum PayerFiles {
  static func stored(in store: any Store) throws -> [CaseKey: [UInt8]] {
    var files: [CaseKey: [UInt8]] = [:]
    try store.transaction { transaction throws(StoreError) in
      for kind in ["day", "member", "family", "payee"] {
        try transaction.forEachCase(ofKind: kind) { files[$0] = $1 }
      }
    }
    return files
  }

  /// What is counted for members is what the claims that stand leave to them; nobody is above a limit for lack of a lock.
  static func expectTotals(_ files: [CaseKey: [UInt8]], reversals: Int) throws {
    var standing: [CaseKey: BenefitUse] = [:]
    var reversed = 0
    for (key, body) in files where key.kind == "day" {
      for claim in try PayerFile(stored: body).history.claims {
        if claim.isReversed {
          reversed += 1
          continue
        }
        let shares = claim.payment.allAdjustments.filter { $0.group == .patientResponsibility }
        let used = Accumulators(
          deductible: shares.filter { $0.reason == "1" }.map(\.amount).sum(), outOfPocket: shares.map(\.amount).sum())
        let use = BenefitUse(years: used == Accumulators() ? [:] : [2025: used])
        standing[PayerFile.key(ofMember: claim.claim.coverage.member), default: BenefitUse()].add(use)
        standing[PayerFile.key(ofFamily: Submitter.family(of: claim.claim.coverage.member)), default: BenefitUse()].add(
          use)
      }
    }
    #expect(reversed > reversals)
    var members = 0
    for (key, body) in files where key.kind == "member" || key.kind == "family" {
      let use = try PayerFile(stored: body).use
      #expect(use == standing[key], "\(key)")
      let used = try #require(use.years[2025])
      let limit = key.kind == "member" ? 500_00 : 1_200_00
      #expect(used.deductible <= Money(cents: limit))
      members += 1
    }
    #expect(members == 125)
  }
}
