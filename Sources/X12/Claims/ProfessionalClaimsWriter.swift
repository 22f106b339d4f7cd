import ClaimModel

/// Writes professional claims as an 837P interchange (005010X222A1), each batch as a transaction of its own.
///
/// ```swift
/// let bytes = try ProfessionalClaimsWriter.write([batch], in: envelope)
/// ```
///
/// The patient is the subscriber, of earlier payers too. Names and addresses are cut to their length; identifiers are not.
/// Source: 837P TR3 005010X222A1, section 2.4 and the segments of loops 1000A to 2430.
public enum ProfessionalClaimsWriter {
  static let version: StaticString = "005010X222A1"
  /// Bytes of a usual claim, to set aside memory once.
  private static let usualClaimSize = 1_100

  /// The interchange's bytes.
  /// - Throws: ``X12Error``: `missing`, `too-short` or `too-long` identifiers and amounts, `count` of diagnoses (1 to
  ///   12), lines (1 to 50), modifiers (up to 4), pointers (1 to 4), earlier payers (up to 10), their decisions on a line (up to
  ///   15), their CAS segments (up to 5) or claims (at least 1), `negative` charges.
  public static func write(_ batches: [ClaimBatch], in envelope: InterchangeEnvelope) throws(X12Error) -> [UInt8] {
    let claimCount = batches.reduce(0) { $0 + $1.claims.count }
    return try InterchangeWriter.bytes(
      envelope, functionalID: "HC", setID: "837", version: version, capacity: 2_000 + claimCount * usualClaimSize
    ) { writer in
      for batch in batches {
        writer.transaction { segments in
          segments.write(header: batch, at: envelope.timestamp)
          batch.claims.withUnsafeBufferPointer { segments.write(claims: $0) }
        }
      }
    }
  }
}

// BHT, 1000A and 1000B.
extension SegmentWriter {
  fileprivate mutating func write(header batch: ClaimBatch, at timestamp: Timestamp) {
    begin("BHT")
    code("0019")
    code("00")
    identifier(batch.reference, max: 50)
    date(timestamp.date)
    identifier(timestamp.hhmm, max: 4)
    code("CH")
    end()
    write(
      organization: batch.submitter.name, as: "41", qualifier: "46", identifier: batch.submitter.identifier)
    begin("PER")
    code("IC")
    text(batch.submitter.contactName, max: 60)
    code("TE")
    identifier(batch.submitter.contactPhone, max: 256)
    end()
    write(organization: batch.receiver.name, as: "40", qualifier: "46", identifier: batch.receiver.identifier)
  }
}

// The hierarchy of billing providers (2000A) and subscribers (2000B). Claims are handed on by where they are: handed on as
// values each would be copied, with all its texts, at every call.
extension SegmentWriter {
  fileprivate mutating func write(claims: UnsafeBufferPointer<Claim>) {
    guard let base = claims.baseAddress, !claims.isEmpty else { return fail(.count) }
    var level = 0
    for group in ClaimGroups.byBillingProvider(claims) {
      level += 1
      let parent = level
      write(billing: claims[group[0]].billing, level: level)
      var previous: UnsafePointer<Claim>?
      var claimsOfSubscriber = 0
      for index in group {
        let claim = base + index
        self.claim = claim.pointee.controlNumber
        // A subscriber holds at most 100 claims.
        if let previous, claimsOfSubscriber < 100, ClaimGroups.haveSameSubscriber(previous, claim) {
          claimsOfSubscriber += 1
        } else {
          level += 1
          write(subscriberOf: claim, level: level, parent: parent)
          claimsOfSubscriber = 1
        }
        previous = claim
        write(claim)
      }
    }
  }

  private mutating func write(billing: BillingProvider, level: Int) {
    begin("HL")
    number(level)
    skip()
    code("20")
    code("1")
    end()
    write(organization: billing.name, as: "85", qualifier: "XX", identifier: billing.npi.rawValue)
    write(billing.address)
    reference("EI", billing.taxID)
  }

  private mutating func write(subscriberOf claim: UnsafePointer<Claim>, level: Int, parent: Int) {
    begin("HL")
    number(level)
    number(parent)
    code("22")
    code("0")
    end()
    begin("SBR")
    identifier(claim.pointee.responsibility.rawValue, max: 1)
    code("18")
    optionalIdentifier(claim.pointee.coverage.group, max: 50)
    skip(5)
    code("CI")
    end()
    write(
      person: claim.pointee.patient.name, as: "IL", qualifier: "MI", identifier: claim.pointee.coverage.member.rawValue)
    write(claim.pointee.patient.address)
    begin("DMG")
    code("D8")
    date(claim.pointee.patient.birthDate)
    identifier(claim.pointee.patient.sex.rawValue, max: 1)
    end()
    write(
      organization: claim.pointee.coverage.payerName, as: "PR", qualifier: "PI",
      identifier: claim.pointee.coverage.payer.rawValue)
  }
}

/// How claims are put together under the levels of the hierarchy.
enum ClaimGroups {
  /// The positions of the claims of each billing provider, providers in the order of their first claim.
  static func byBillingProvider(_ claims: UnsafeBufferPointer<Claim>) -> [[Int]] {
    var groups: [[Int]] = []
    var known: [BillingProvider: Int] = [:]
    var last: (provider: BillingProvider, group: Int)?
    for index in claims.indices {
      // Claims mostly come sorted; only another provider costs a look into the table.
      if let last, last.provider == claims[index].billing {
        groups[last.group].append(index)
        continue
      }
      let provider = claims[index].billing
      let group = known[provider] ?? groups.count
      if group == groups.count {
        known[provider] = group
        groups.append([])
      }
      groups[group].append(index)
      last = (provider, group)
    }
    return groups
  }

  static func haveSameSubscriber(_ left: UnsafePointer<Claim>, _ right: UnsafePointer<Claim>) -> Bool {
    // What mostly differs is looked at first.
    left.pointee.coverage.member == right.pointee.coverage.member
      && left.pointee.responsibility == right.pointee.responsibility && left.pointee.coverage == right.pointee.coverage
      && left.pointee.patient == right.pointee.patient
  }
}
