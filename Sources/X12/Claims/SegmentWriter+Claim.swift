import ClaimModel

// One claim: loops 2300, 2310B and 2400; SegmentWriter+OtherPayers has what earlier payers decided.
extension SegmentWriter {
  mutating func write(_ claim: UnsafePointer<Claim>) {
    write(header: claim)
    write(diagnoses: claim.pointee.diagnoses)
    write(
      person: claim.pointee.rendering.name, as: "82", qualifier: "XX", identifier: claim.pointee.rendering.npi.rawValue)
    if !claim.pointee.rendering.taxonomy.isEmpty {
      begin("PRV")
      code("PE")
      code("PXC")
      identifier(claim.pointee.rendering.taxonomy, max: 50)
      end()
    }
    if !claim.pointee.otherPayers.isEmpty { write(otherPayersOf: claim.pointee) }
    if !(1...50).contains(claim.pointee.lines.count) { fail(.count) }
    for (index, line) in claim.pointee.lines.enumerated() {
      write(line, number: index + 1)
      if !line.otherPayments.isEmpty { write(otherPaymentsOf: line, decidedBy: claim.pointee.otherPayers) }
    }
  }

  private mutating func write(header claim: UnsafePointer<Claim>) {
    begin("CLM")
    identifier(claim.pointee.controlNumber.rawValue, max: 38)
    charge(claim.pointee.totalCharge)
    skip(2)
    composite()
    component(claim.pointee.placeOfService.rawValue, max: 2)
    component(code: "B")
    component(claim.pointee.frequency.rawValue, max: 1)
    // Signature on file, assignment accepted, benefits assigned, release of information allowed.
    code("Y")
    code("A")
    code("Y")
    code("Y")
    end()
    if !claim.pointee.authorizationNumber.isEmpty { reference("G1", claim.pointee.authorizationNumber) }
    if let original = claim.pointee.originalClaimNumber { reference("F8", original.rawValue) }
  }

  private mutating func write(diagnoses: [DiagnosisCode]) {
    begin("HI")
    if !(1...12).contains(diagnoses.count) { fail(.count) }
    for (index, diagnosis) in diagnoses.enumerated() {
      composite()
      component(code: index == 0 ? "ABK" : "ABF")
      component(diagnosis.rawValue, max: 30)
    }
    end()
  }

  private mutating func write(_ line: ClaimLine, number: Int) {
    begin("LX")
    self.number(number)
    end()
    begin("SV1")
    write(procedure: line.service.procedure, modifiers: line.service.modifiers)
    charge(line.charge)
    code("UN")
    quantity(line.service.units)
    skip(2)
    composite()
    if !(1...4).contains(line.service.diagnosisPointers.count) { fail(.count) }
    for pointer in line.service.diagnosisPointers { component(number: pointer) }
    end()
    days("472", line.dateOfService, through: line.lastDateOfService)
    if !line.controlNumber.isEmpty { reference("6R", line.controlNumber) }
  }

  private mutating func charge(_ amount: Money) {
    money(amount)
    if amount < .zero { fail(.negative) }
  }
}
