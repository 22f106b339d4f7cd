import Adjudication
import ClaimModel
import Messages
import Office
import PayerDesk
import Testing
import X12

/// What payers answer to a thousand claims passes a validator of others.
@Suite struct PayerValidatorTests {
  private static let sets: [MessageType] = [.implementationAcknowledgment, .claimAcknowledgment, .remittanceAdvice]

  /// Claims are broken on purpose by replacing text of their interchange: what is wrong, and for which answers.
  private static let damages = [
    ("SV1*HC:", "SV1*ZZ:"), ("DTP*472*D8*", "DTP*472*D9*"), ("CLM*", "CLX*"),
    ("HI*ABK:", "HI*ABK:TOOLONGTOBEACODEOFANYTHING"),
    ("HL*2*1*22", "HL*2*9*22"), ("SE*", "SE*1"), ("GE*1*", "GE*2*"), ("005010X222A1~BHT", "005010X223A2~BHT"),
  ]

  @Test func answersToAThousandClaimsOfTwoPayersPass() throws {
    var tally = Tally()
    var files: [(name: String, bytes: [UInt8])] = []
    for plan in [Plan.acmeHealth, .beaconMutual] {
      var payer = DeskBench(PayerDesk(adjudicator: try Engines.adjudicator(plan)), checksStoredForms: false)
      var mix = try ClaimMix(seed: 7, payer: plan.payer)
      for message in 1...5 {
        // The last batch takes back more than it brings: the rest is carried forward.
        let claims = (0..<(message < 5 ? 120 : 20)).compactMap { _ in message < 5 ? mix.next() : mix.nextVoid() }
        try payer.take(try interchange(claims, to: plan, number: message))
        #expect(payer.sent.map(\.type) == Self.sets)
        files += payer.sent.map { ("\(plan.payer)-\(message).\($0.type.rawValue)", $0.body) }
        tally.count(claims, payer.sent)
        for remittance in Tally.advices(payer.sent).map(\.remittance) { mix.learn(from: remittance, about: claims) }
      }
      let sound = try interchange((0..<5).map { _ in mix.next() }, to: plan, number: 6)
      for (index, damage) in Self.damages.enumerated() {
        var broken = sound
        broken.body = Array(
          String(decoding: sound.body, as: UTF8.self).filter { $0 != "\n" }.replacing(damage.0, with: damage.1).utf8)
        try payer.take(broken)
        let answers = payer.sent.filter { $0.type == .implementationAcknowledgment }
        #expect(answers.count == 1 && payer.sent.count == 1, "\(damage)")
        files += answers.map { ("\(plan.payer)-broken-\(index).999", $0.body) }
      }
    }
    #expect(tally.claims == 1_000)
    for (kind, count) in tally.kinds { #expect(count > (kind == "carried forward" ? 0 : 20), "\(kind)") }
    try OutsideValidator.check(files)
  }

  private func interchange(_ claims: [Claim], to plan: Plan, number: Int) throws -> Outgoing {
    let batch = ClaimBatch(
      reference: "B\(number)",
      submitter: ClaimSubmitter(
        name: "SUPERBILL", identifier: "SUPERBILL", contactName: "BILLING", contactPhone: "5555550100"),
      receiver: ClaimReceiver(name: plan.name, identifier: plan.payer.rawValue), claims: claims)
    let bytes = try ProfessionalClaimsWriter.write(
      [batch],
      in: InterchangeEnvelope(
        sender: "SUPERBILL", receiver: plan.payer.rawValue, controlNumber: number,
        timestamp: Timestamp(milliseconds: 1_784_116_800_000)))
    return .request(.professionalClaims, bytes, to: plan.payer, batchReference: batch.reference)
  }

  /// What became of the claims: none of it may be missing.
  private struct Tally {
    var claims = 0
    var kinds = [
      "paid": 0, "denied": 0, "rejected": 0, "reversed": 0, "corrected": 0, "secondary": 0, "carried forward": 0,
    ]

    static func advices(_ sent: [Outgoing]) -> [PaymentAdvice] {
      sent.filter { $0.type == .remittanceAdvice }.flatMap { RemittanceReader.read($0.body) }.flatMap(\.accepted)
    }

    mutating func count(_ claims: [Claim], _ sent: [Outgoing]) {
      self.claims += claims.count
      let remittances = Tally.advices(sent).map(\.remittance)
      let payments = remittances.flatMap(\.claims)
      kinds["paid"]! += payments.count { $0.paid > .zero }
      kinds["denied"]! += payments.count { $0.status == .denied }
      kinds["reversed"]! += payments.count { $0.status == .reversal }
      kinds["corrected"]! += payments.count { $0.frequency == .replacement && $0.status != .reversal }
      kinds["secondary"]! += payments.count { $0.status == .processedAsSecondary }
      kinds["carried forward"]! += remittances.map(\.providerAdjustments.count).reduce(0, +)
      kinds["rejected"]! += sent.filter { $0.type == .claimAcknowledgment }
        .flatMap { ClaimAcknowledgmentReader.read($0.body) }.flatMap(\.accepted).flatMap(\.claims)
        .count { !$0.isAccepted }
    }
  }
}
