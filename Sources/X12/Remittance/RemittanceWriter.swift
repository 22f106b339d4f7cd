import ClaimModel

/// Writes remittances as an 835 interchange (005010X221A1), one transaction for each payment.
///
/// A payment of nothing is a notice (`BPR*H*0*C*NON`); any other goes by ACH where the payer's accounts are given, else by
/// check. Source: 835 TR3 005010X221A1; balance in section 1.10.2.1 is the caller's.
public enum RemittanceWriter {
  static let version: StaticString = "005010X221A1"

  /// The interchange's bytes.
  /// - Throws: ``X12Error``: `missing`, `too-short` or `too-long` identifiers and amounts, `negative` when a payment is
  ///   below zero (to be carried forward with a provider adjustment `FB`), `count` of remarks at the claim (up to 5) or
  ///   modifiers (up to 4).
  public static func write(
    _ remittances: [Remittance], from payer: RemittancePayer, in envelope: InterchangeEnvelope
  ) throws(X12Error) -> [UInt8] {
    let claimCount = remittances.reduce(0) { $0 + $1.claims.count }
    return try InterchangeWriter.bytes(
      envelope, functionalID: "HP", setID: "835", version: version,
      capacity: 1_000 + remittances.count * 700 + claimCount * 700
    ) { writer in
      for remittance in remittances {
        writer.transaction(withVersion: false) { segments in
          segments.write(paymentOf: remittance, from: payer)
          segments.write(partiesOf: remittance, from: payer, produced: envelope.timestamp.date)
          if !remittance.claims.isEmpty {
            segments.begin("LX")
            segments.number(1)
            segments.end()
          }
          for claim in remittance.claims { segments.write(claim) }
          segments.write(providerAdjustmentsOf: remittance)
        }
      }
    }
  }
}

extension SegmentWriter {
  /// BPR and TRN.
  fileprivate mutating func write(paymentOf remittance: Remittance, from payer: RemittancePayer) {
    let total = remittance.total
    begin("BPR")
    code(total == .zero ? "H" : "I")
    money(total)
    if total < .zero { fail(.negative) }
    code("C")
    if total != .zero, let transfer = payer.transfer {
      code("ACH")
      code("CCP")
      code("01")
      identifier(transfer.originRouting, max: 12)
      code("DA")
      identifier(transfer.originAccount, max: 35)
      identifier("1" + payer.taxID, max: 10)
      skip()
      code("01")
      identifier(transfer.destinationRouting, max: 12)
      code("DA")
      identifier(transfer.destinationAccount, max: 35)
    } else {
      code(total == .zero ? "NON" : "CHK")
      skip(11)
    }
    date(remittance.paymentDate)
    end()
    begin("TRN")
    code("1")
    identifier(remittance.traceNumber, max: 50)
    identifier("1" + payer.taxID, max: 10)
    end()
  }

  /// DTM*405, 1000A and 1000B.
  fileprivate mutating func write(
    partiesOf remittance: Remittance, from payer: RemittancePayer, produced: CalendarDate
  ) {
    begin("DTM")
    code("405")
    date(produced)
    end()
    begin("N1")
    code("PR")
    requiredText(remittance.payerName, max: 60)
    end()
    write(payer.address)
    reference("2U", remittance.payer.rawValue)
    begin("PER")
    code("BL")
    text(payer.contactName, max: 60)
    code("TE")
    identifier(payer.contactPhone, max: 256)
    end()
    begin("N1")
    code("PE")
    requiredText(remittance.payeeName, max: 60)
    code("XX")
    identifier(remittance.payeeNPI.rawValue, max: 80)
    end()
    if !remittance.payeeTaxID.isEmpty { reference("TJ", remittance.payeeTaxID) }
  }

  /// PLB, up to six adjustments in each. The fiscal year is the calendar year.
  fileprivate mutating func write(providerAdjustmentsOf remittance: Remittance) {
    let yearEnd = CalendarDate(year: remittance.paymentDate.components.year, month: 12, day: 31)
    var rest = remittance.providerAdjustments[...]
    while !rest.isEmpty {
      begin("PLB")
      identifier(remittance.payeeNPI.rawValue, max: 50)
      date(yearEnd ?? remittance.paymentDate)
      for adjustment in rest.prefix(6) {
        composite()
        component(adjustment.reason, max: 2)
        optionalComponent(adjustment.reference, max: 50)
        money(adjustment.amount)
      }
      end()
      rest = rest.dropFirst(6)
    }
  }
}
