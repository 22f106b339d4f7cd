import ClaimModel
import PayerDesk
import X12

extension FuzzTarget {
  /// Claims to a payer: read, written, read again; and answered by a payer's engine.
  static let claims = FuzzTarget("x12-837p", longestInput: 8_192, seeds: SampleVisits.claimFiles) { bytes in
    let received = ProfessionalClaimsReader.read(bytes)
    try require(!received.isEmpty, "a file has at least one interchange")
    for interchange in received {
      try answerable(interchange.groups.map(\.acknowledgment))
      for batch in interchange.accepted {
        try roundTrip(
          batch, facts: claimFacts, read: ProfessionalClaimsReader.read
        ) { batch throws(X12Error) in try ProfessionalClaimsWriter.write([batch], in: SampleVisits.envelope) }
      }
    }
    var payer = SampleVisits.payer()
    for answer in payer.answer(bytes).answers { try sound(answer.set, answer.bytes) }
  }

  /// A payer's answer to functional groups.
  static let implementationAcknowledgment = FuzzTarget(
    "x12-999", longestInput: 4_096, seeds: { try SampleVisits.answers("999") + rejections() }
  ) { bytes in
    for interchange in ImplementationAcknowledgmentReader.read(bytes) {
      for answer in interchange.accepted {
        try roundTrip(
          answer, facts: { [$0.verdict.rawValue, "\($0.transactions.map(\.isAccepted))", "\($0.includedCount)"] },
          read: ImplementationAcknowledgmentReader.read
        ) { answer throws(X12Error) in
          try ImplementationAcknowledgmentWriter.write([answer], in: SampleVisits.envelope)
        }
      }
    }
  }

  /// A payer's front-end answer.
  static let claimAcknowledgment = FuzzTarget(
    "x12-277ca", longestInput: 4_096, seeds: { try SampleVisits.answers("277CA") }
  ) { bytes in
    for interchange in ClaimAcknowledgmentReader.read(bytes) {
      for answer in interchange.accepted {
        try roundTrip(
          answer, facts: acknowledgmentFacts, read: ClaimAcknowledgmentReader.read
        ) { answer throws(X12Error) in
          try ClaimAcknowledgmentWriter.write(
            [answer], to: SampleVisits.submitter, reference: "R1", in: SampleVisits.envelope)
        }
      }
    }
  }

  /// A payer's payments.
  static let remittance = FuzzTarget(
    "x12-835", longestInput: 8_192, seeds: { try SampleVisits.answers("835") }
  ) { bytes in
    for interchange in RemittanceReader.read(bytes) {
      for advice in interchange.accepted {
        _ = advice.remittance.claims.map { ($0.isBalanced, $0.patientResponsibility) }
        try roundTrip(
          advice, facts: remittanceFacts, read: RemittanceReader.read
        ) { advice throws(X12Error) in
          try RemittanceWriter.write([advice.remittance], from: SampleVisits.remitter, in: SampleVisits.envelope)
        }
      }
    }
  }

  /// What a 999 says of broken files.
  private static func rejections() throws -> [[UInt8]] {
    try SampleVisits.claimFiles().prefix(2).map { file in
      let broken = String(decoding: file, as: UTF8.self).replacing("99213", with: "").replacing("*D8*20", with: "*D8*")
      let answers = ProfessionalClaimsReader.read(Array(broken.utf8)).flatMap { $0.groups.map(\.acknowledgment) }
      return try ImplementationAcknowledgmentWriter.write(answers, in: SampleVisits.envelope)
    }
  }
}

/// What is read from what was written is the same but for letters that X12 does not have; and once these are gone, is
/// written as the same bytes. Twice, because two parties whose names differ in such letters become one.
func roundTrip<Content: Hashable & Sendable>(
  _ content: Content, facts: (Content) -> [String], read: ([UInt8]) -> [ReceivedInterchange<Content>],
  write: (Content) throws(X12Error) -> [UInt8]
) throws {
  var written: [UInt8]
  do throws(X12Error) {
    written = try write(content)
  } catch {
    // An identifier that X12 cannot hold is refused when it is written.
    return
  }
  for isLast in [false, true] {
    let again = read(written)
    try require(again.count == 1 && again[0].isSound, "an interchange of ours has a sound envelope")
    let transactions = again[0].groups.flatMap(\.transactions)
    try require(
      transactions.count == 1 && transactions[0].isAccepted, "a transaction of ours has no faults: \(transactions)")
    guard let back = again[0].accepted.first else { throw BrokenRule("an accepted transaction has content") }
    try require(facts(back) == facts(content), "numbers and days survive: \(facts(content)) became \(facts(back))")
    let rewritten: [UInt8]
    do throws(X12Error) {
      rewritten = try write(back)
    } catch {
      throw BrokenRule("what was written and read can be written again: \(error)")
    }
    if isLast { try require(rewritten == written, "what was read is written as it was") }
    written = rewritten
  }
}

/// Whatever came, the 999 about it can be written, and says to its reader what we meant.
func answerable(_ answers: [ImplementationAcknowledgment]) throws {
  guard !answers.isEmpty else { return }
  let written: [UInt8]
  do throws(X12Error) {
    written = try ImplementationAcknowledgmentWriter.write(answers, in: SampleVisits.envelope)
  } catch {
    throw BrokenRule("a 999 can be written about any group: \(error)")
  }
  try sound("999", written)
  let back = ImplementationAcknowledgmentReader.read(written).flatMap(\.accepted)
  try require(
    back.map(\.verdict) == answers.map(\.verdict), "the verdicts of a 999 of ours are read as they were meant")
  try require(
    back.map { $0.transactions.map(\.isAccepted) } == answers.map { $0.transactions.map(\.isAccepted) },
    "the answers of a 999 of ours are read as they were meant")
}

/// An answer of ours is read without a fault.
private func sound(_ set: String, _ bytes: [UInt8]) throws {
  func check<Content>(_ interchanges: [ReceivedInterchange<Content>]) throws {
    try require(interchanges.allSatisfy(\.isSound), "a \(set) of ours has a sound envelope")
    for transaction in interchanges.flatMap(\.groups).flatMap(\.transactions) {
      try require(transaction.isAccepted, "a \(set) of ours has no faults: \(transaction)")
    }
  }
  switch set {
  case "999": try check(ImplementationAcknowledgmentReader.read(bytes))
  case "277CA": try check(ClaimAcknowledgmentReader.read(bytes))
  case "277": try check(ClaimStatusResponseReader.read(bytes))
  default: try check(RemittanceReader.read(bytes))
  }
}

/// Claims change places when they are written: they are grouped by who bills.
private func claimFacts(_ batch: ClaimBatch) -> [String] {
  batch.claims.map { claim in
    let lines = claim.lines.map { line in
      "\(line.charge) \(line.service.units) \(line.dateOfService) \(line.service.diagnosisPointers)"
    }
    return "\(claim.frequency) \(claim.patient.birthDate) \(claim.patient.sex) \(claim.diagnoses.count) \(lines)"
  }.sorted()
}

/// Claims change places here too.
private func acknowledgmentFacts(_ answer: ClaimAcknowledgment) -> [String] {
  [answer.received.iso] + answer.claims.map { "\($0.isAccepted) \($0.charge) \($0.dateOfService)" }.sorted()
}

/// Adjustments change places when they are written: they are grouped by who bears them.
private func remittanceFacts(_ advice: PaymentAdvice) -> [String] {
  func facts(_ adjustments: [Adjustment]) -> [String] { adjustments.map { "\($0.group) \($0.amount)" }.sorted() }
  let remittance = advice.remittance
  return ["\(remittance.total) \(remittance.paymentDate) \(remittance.providerAdjustments.map(\.amount))"]
    + remittance.claims.map { claim in
      let lines = claim.lines.map { line in
        "\(line.charge) \(line.paid) \(line.units) \(line.dateOfService) \(line.allowed.map(\.x12) ?? "-") "
          + "\(facts(line.adjustments)) \(line.remarks.count)"
      }
      return "\(claim.status) \(claim.charge) \(claim.paid) \(facts(claim.adjustments)) \(lines)"
    }
}
