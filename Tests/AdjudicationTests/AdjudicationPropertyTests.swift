import Adjudication
import ClaimModel
import Testing

/// Random claims, replacements, voids and appeals: whatever is decided balances.
@Suite struct AdjudicationPropertyTests {
  static let procedures: [ProcedureCode] = [
    "99213", "99214", "99396", "99391", "83036", "90686", "90471", "71046", "0999Z", "G0439", "99211", "36415",
  ]
  static let diagnoses: [DiagnosisCode] = ["E119", "I10", "Z0000", "Z0001", "K10", "J029", "Z23"]

  @Test(arguments: [1, 2, 3, 4])
  func everyDecisionBalances(batch: UInt64) throws {
    var random = SeededRandom(seed: batch)
    var statuses: [ClaimPaymentStatus: Int] = [:]
    for run in 0..<500 {
      let adjudicator = Bool.random(using: &random) ? Fixtures.acme : Fixtures.beacon
      var history = ClaimHistory()
      var numbers: [PayerClaimNumber] = []
      // What the provider holds in the end: reversals take out exactly what was paid before.
      var paid = Money.zero
      for step in 1...6 {
        let number = PayerClaimNumber("P\(run)-\(step)")
        let result: AdjudicationResult
        if let prior = history.claims.randomElement(using: &random), Int.random(in: 0..<5, using: &random) == 0 {
          guard case .overturned(let won) = adjudicator.decideAppeal(of: prior, number: number, history: history)
          else { continue }
          result = won
        } else {
          let claim = randomClaim(adjudicator.plan.payer, step: step, numbers: numbers, &random)
          let injected =
            Int.random(in: 0..<6, using: &random) == 0
            ? [EditFinding(line: 0, EditAnswer(.contractualObligation, "50"))] : []
          result = adjudicator.adjudicate(
            claim, number: number, received: Fixtures.today, history: history, injected: injected)
        }
        for payment in result.payments {
          #expect(payment.isBalanced, "run \(run) step \(step)")
          #expect(payment.allAdjustments.allSatisfy { $0.amount != .zero })
          if payment.status == .denied { #expect(payment.paid == .zero) }
          if payment.status != .reversal {
            #expect(payment.paid >= .zero && payment.paid <= payment.charge)
          }
          statuses[payment.status, default: 0] += 1
          paid += payment.paid
        }
        history.apply(result)
        numbers.append(number)
        let standing = history.claims.filter { !$0.isReversed }.map(\.payment.paid).sum()
        #expect(paid == standing, "run \(run) step \(step)")
      }
    }
    #expect(Set(statuses.keys) == [.processedAsPrimary, .denied, .reversal])
  }

  private func randomClaim(
    _ payer: PayerID, step: Int, numbers: [PayerClaimNumber], _ random: inout SeededRandom
  ) -> Claim {
    let diagnoses = Array(Self.diagnoses.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)))
    let lines = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      let date = Fixtures.service.adding(days: -Int.random(in: 0...200, using: &random))
      return Fixtures.line(
        Self.procedures.randomElement(using: &random)!, Int.random(in: 0...400, using: &random),
        [Int.random(in: 1...diagnoses.count, using: &random)], units: Int.random(in: 1...3, using: &random), on: date)
    }
    let frequency = numbers.isEmpty ? .original : ClaimFrequency.allCases.randomElement(using: &random)!
    return Fixtures.claim(
      lines, diagnoses: diagnoses, age: Int.random(in: 0...90, using: &random), payer: payer, submission: step,
      frequency: frequency, original: frequency == .original ? nil : numbers.randomElement(using: &random))
  }
}
