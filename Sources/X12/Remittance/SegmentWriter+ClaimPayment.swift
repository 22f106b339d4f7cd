import ClaimModel

// One claim of an 835: loops 2100 and 2110.
extension SegmentWriter {
  /// Source: 835 TR3, CAS of loops 2100 and 2110: repeat 99.
  private static let mostAdjustmentSegments = 99

  mutating func write(_ claim: ClaimPayment) {
    self.claim = claim.controlNumber
    begin("CLP")
    identifier(claim.controlNumber.rawValue, max: 38)
    identifier(claim.status.rawValue, max: 2)
    money(claim.charge)
    money(claim.paid)
    let owed = claim.patientResponsibility
    if owed == .zero { skip() } else { money(owed) }
    code("12")
    identifier(claim.payerClaimNumber.rawValue, max: 50)
    optionalIdentifier(claim.placeOfService.rawValue, max: 2)
    optionalIdentifier(claim.frequency?.rawValue ?? "", max: 1)
    end()
    write(adjustments: claim.adjustments, limit: SegmentWriter.mostAdjustmentSegments)
    write(person: claim.patientName, as: "QC", qualifier: "MI", identifier: claim.member.rawValue)
    if claim.isDependent, !claim.member.rawValue.isEmpty { write(subscriber: claim.member) }
    write(remarks: claim.remarks)
    for line in claim.lines { write(line) }
  }

  /// The NM1 of a subscriber who is not the patient: by number, a name may be left out.
  /// Source: 835 TR3, loop 2100 NM1*IL, required when the patient is another; NM103 is situational.
  private mutating func write(subscriber: MemberID) {
    begin("NM1")
    code("IL")
    code("1")
    skip(5)
    code("MI")
    identifier(subscriber.rawValue, max: 80)
    end()
  }

  /// MOA: remarks are its third to seventh element.
  private mutating func write(remarks: [RemarkCode]) {
    guard !remarks.isEmpty else { return }
    begin("MOA")
    skip(2)
    if remarks.count > 5 { fail(.count) }
    for remark in remarks { identifier(remark.rawValue, max: 50) }
    end()
  }

  private mutating func write(_ line: ServicePayment) {
    begin("SVC")
    write(procedure: line.procedure, modifiers: line.modifiers)
    money(line.charge)
    money(line.paid)
    skip()
    quantity(line.units)
    end()
    if let last = line.lastDateOfService {
      day(ofPeriod: "150", line.dateOfService)
      day(ofPeriod: "151", last)
    } else {
      day(ofPeriod: "472", line.dateOfService)
    }
    write(adjustments: line.adjustments, limit: SegmentWriter.mostAdjustmentSegments)
    if !line.lineControlNumber.isEmpty { reference("6R", line.lineControlNumber) }
    if let allowed = line.allowed { amount("B6", allowed) }
    for remark in line.remarks {
      begin("LQ")
      code("HE")
      identifier(remark.rawValue, max: 30)
      end()
    }
  }

  /// A DTM: 472 the day of a service, 150 the first of several, 151 the last.
  private mutating func day(ofPeriod qualifier: StaticString, _ day: CalendarDate) {
    begin("DTM")
    code(qualifier)
    date(day)
    end()
  }
}
