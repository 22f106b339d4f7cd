import ClaimModel

/// Writes a payer's front-end answers as a 277CA interchange (005010X214), one transaction for each batch.
///
/// Source: 277CA TR3 005010X214, loops 2000A to 2200D. Status categories are those of RFI 1942 (A codes).
public enum ClaimAcknowledgmentWriter {
  static let version: StaticString = "005010X214"
  /// STC01, STC10 and STC11.
  static let statusesOfLine = 3

  /// The interchange's bytes.
  /// - Parameters:
  ///   - answers: The answers.
  ///   - submitter: Who submitted the claims (2000B).
  ///   - reference: The payer's own reference of the answer (BHT03, 2200A TRN02), at most 30 characters.
  ///   - envelope: Who answers whom.
  /// - Throws: ``X12Error``: `missing` or `too-long` identifiers and amounts, `count` when an answer has no claim.
  public static func write(
    _ answers: [ClaimAcknowledgment], to submitter: ClaimSubmitter, reference: String,
    in envelope: InterchangeEnvelope
  ) throws(X12Error) -> [UInt8] {
    let claimCount = answers.reduce(0) { $0 + $1.claims.count }
    return try InterchangeWriter.bytes(
      envelope, functionalID: "HN", setID: "277", version: version, capacity: 2_000 + claimCount * 220
    ) { writer in
      for answer in answers {
        writer.transaction { segments in
          segments.begin("BHT")
          segments.code("0085")
          segments.code("08")
          segments.identifier(reference, max: 30)
          segments.date(envelope.timestamp.date)
          segments.identifier(envelope.timestamp.hhmm, max: 4)
          segments.code("TH")
          segments.end()
          segments.write(source: answer, reference: reference, processed: envelope.timestamp.date)
          segments.write(batch: answer, submitter: submitter, processed: envelope.timestamp.date)
          segments.write(providersOf: answer, processed: envelope.timestamp.date)
        }
      }
    }
  }
}

/// How many claims, and worth how much, were accepted and rejected.
private struct Tally {
  var acceptedCount = 0
  var rejectedCount = 0
  var accepted = Money.zero
  var rejected = Money.zero

  init(_ claims: some Sequence<ClaimAcknowledgment.ClaimStatus>) {
    for claim in claims {
      if claim.isAccepted {
        acceptedCount += 1
        accepted += claim.charge
      } else {
        rejectedCount += 1
        rejected += claim.charge
      }
    }
  }
}

extension SegmentWriter {
  private mutating func level(_ number: Int, parent: Int?, code: StaticString, hasChildren: Bool) {
    begin("HL")
    self.number(number)
    if let parent { self.number(parent) } else { skip() }
    self.code(code)
    if hasChildren { self.code("1") }
    end()
  }

  private mutating func trace(_ type: StaticString, _ number: String, max: Int) {
    begin("TRN")
    code(type)
    identifier(number, max: max)
    end()
  }

  fileprivate mutating func write(source answer: ClaimAcknowledgment, reference: String, processed: CalendarDate) {
    level(1, parent: nil, code: "20", hasChildren: true)
    write(organization: answer.payerName, as: "PR", qualifier: "PI", identifier: answer.payer.rawValue)
    trace("1", reference, max: 30)
    day("050", answer.received)
    day("009", processed)
  }

  fileprivate mutating func write(
    batch answer: ClaimAcknowledgment, submitter: ClaimSubmitter, processed: CalendarDate
  ) {
    if answer.claims.isEmpty { fail(.count) }
    level(2, parent: 1, code: "21", hasChildren: true)
    write(organization: submitter.name, as: "41", qualifier: "46", identifier: submitter.identifier)
    trace("2", answer.batchReference, max: 50)
    let tally = Tally(answer.claims)
    write(status: receipt, date: processed, isAccepted: true, amount: tally.accepted + tally.rejected)
    write(tally, accepted: "90", rejected: "AA")
  }

  fileprivate mutating func write(providersOf answer: ClaimAcknowledgment, processed: CalendarDate) {
    var number = 2
    for group in ClaimStatusGroups.byBillingProvider(answer.claims) {
      number += 1
      let parent = number
      let first = answer.claims[group[0]]
      level(number, parent: 2, code: "19", hasChildren: true)
      if first.billingTaxID.isEmpty {
        write(organization: first.billingName, as: "85", qualifier: "XX", identifier: first.billingNPI.rawValue)
      } else {
        write(organization: first.billingName, as: "85", qualifier: "FI", identifier: first.billingTaxID)
      }
      trace("1", "0", max: 50)
      let tally = Tally(group.lazy.map { answer.claims[$0] })
      write(status: receipt, date: nil, isAccepted: true, amount: tally.accepted + tally.rejected)
      write(tally, accepted: "QA", rejected: "QC")
      for index in group {
        number += 1
        claim = answer.claims[index].controlNumber
        level(number, parent: parent, code: "PT", hasChildren: false)
        write(answer.claims[index], processed: processed)
      }
    }
  }

  /// Received by the payer.
  private var receipt: ClaimStatusCode { ClaimStatusCode(category: "A1", code: "19", entity: "PR") }

  private mutating func write(_ claim: ClaimAcknowledgment.ClaimStatus, processed: CalendarDate) {
    write(person: claim.patientName, as: "QC", qualifier: "MI", identifier: claim.member.rawValue)
    trace("2", claim.controlNumber.rawValue, max: 50)
    write(status: claim.status, date: processed, isAccepted: claim.isAccepted, amount: claim.charge)
    if let number = claim.payerClaimNumber {
      reference("1K", number.rawValue)
    }
    days("472", claim.dateOfService, through: claim.lastDateOfService)
    for line in claim.lines { write(line, processed: processed) }
  }

  /// 2220D: a line for which the claim is rejected.
  private mutating func write(_ line: ClaimAcknowledgment.LineStatus, processed: CalendarDate) {
    begin("SVC")
    write(procedure: line.procedure, modifiers: line.modifiers)
    money(line.charge)
    skip(4)
    quantity(line.units)
    end()
    begin("STC")
    if line.statuses.isEmpty { fail(.missing) }
    for (place, status) in line.statuses.prefix(ClaimAcknowledgmentWriter.statusesOfLine).enumerated() {
      write(status)
      guard place == 0 else { continue }
      date(processed)
      code("U")
      // Amounts, dates and numbers of payments have no place here.
      skip(6)
    }
    end()
    if !line.controlNumber.isEmpty { reference("FJ", line.controlNumber) }
    if let day = line.dateOfService { days("472", day, through: line.lastDateOfService) }
  }

  private mutating func write(status: ClaimStatusCode, date: CalendarDate?, isAccepted: Bool, amount: Money) {
    begin("STC")
    write(status)
    if let date { self.date(date) } else { skip() }
    code(isAccepted ? "WQ" : "U")
    money(amount)
    end()
  }

  private mutating func write(_ tally: Tally, accepted: StaticString, rejected: StaticString) {
    for (qualifier, count) in [(accepted, tally.acceptedCount), (rejected, tally.rejectedCount)] where count > 0 {
      begin("QTY")
      code(qualifier)
      number(count)
      end()
    }
    let amounts: [(StaticString, Money, Int)] = [
      ("YU", tally.accepted, tally.acceptedCount), ("YY", tally.rejected, tally.rejectedCount),
    ]
    for (qualifier, amount, count) in amounts where count > 0 {
      self.amount(qualifier, amount)
    }
  }
}

/// How the claims of an answer are put together under billing providers.
enum ClaimStatusGroups {
  /// The positions of the claims of each billing provider, providers in the order of their first claim.
  static func byBillingProvider(_ claims: [ClaimAcknowledgment.ClaimStatus]) -> [[Int]] {
    struct Provider: Hashable {
      let npi: NPI
      let name: String
      let taxID: String
    }
    var groups: [[Int]] = []
    var known: [Provider: Int] = [:]
    for (index, claim) in claims.enumerated() {
      let provider = Provider(npi: claim.billingNPI, name: claim.billingName, taxID: claim.billingTaxID)
      if let group = known[provider] {
        groups[group].append(index)
      } else {
        known[provider] = groups.count
        groups.append([index])
      }
    }
    return groups
  }
}
