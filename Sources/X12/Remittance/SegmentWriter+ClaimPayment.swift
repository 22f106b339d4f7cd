import ClaimModel

// One claim of an 835: loops 2100 and 2110.
extension SegmentWriter {
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
    write(adjustments: claim.adjustments)
    write(person: claim.patientName, as: "QC", qualifier: "MI", identifier: claim.member.rawValue)
    write(remarks: claim.remarks)
    for line in claim.lines { write(line) }
  }

  /// CAS: one group of reasons to a segment, up to six reasons in each.
  private mutating func write(adjustments: [Adjustment]) {
    guard !adjustments.isEmpty else { return }
    for group in AdjustmentGroup.allCases {
      var isOpen = false
      var count = 0
      for adjustment in adjustments where adjustment.group == group {
        if count % 6 == 0 {
          if isOpen { end() }
          begin("CAS")
          identifier(group.rawValue, max: 2)
          isOpen = true
        }
        count += 1
        identifier(adjustment.reason.rawValue, max: 5)
        money(adjustment.amount)
        // The quantity, of which adjustments have none.
        skip()
      }
      if isOpen { end() }
    }
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
    begin("DTM")
    code("472")
    date(line.dateOfService)
    end()
    write(adjustments: line.adjustments)
    if !line.lineControlNumber.isEmpty { reference("6R", line.lineControlNumber) }
    if let allowed = line.allowed {
      begin("AMT")
      code("B6")
      money(allowed)
      end()
    }
    for remark in line.remarks {
      begin("LQ")
      code("HE")
      identifier(remark.rawValue, max: 30)
      end()
    }
  }
}
