import ClaimModel

// One claim: loops 2300, 2310B and 2400; SegmentWriter+OtherPayers has what earlier payers decided.
extension SegmentWriter {
  mutating func write(_ claim: UnsafePointer<Claim>) {
    write(header: claim)
    write(diagnoses: claim.pointee.diagnoses)
    write(rendering: claim.pointee.rendering)
    if !claim.pointee.otherPayers.isEmpty { write(otherPayersOf: claim.pointee) }
    if !(1...50).contains(claim.pointee.lines.count) { fail(.count) }
    claim.pointee.lines.withUnsafeBufferPointer { lines in
      for index in lines.indices {
        guard let line = lines.baseAddress.map({ $0 + index }) else { return }
        write(line, number: index + 1)
        if !line.pointee.otherPayments.isEmpty {
          write(otherPaymentsOf: line.pointee, decidedBy: claim.pointee.otherPayers)
        }
      }
    }
  }

  /// Loop 2310B, and 2420A of a line.
  private mutating func write(rendering: RenderingProvider) {
    write(person: rendering.name, as: "82", qualifier: "XX", identifier: rendering.npi.rawValue)
    if !rendering.taxonomy.isEmpty {
      begin("PRV")
      code("PE")
      code("PXC")
      identifier(rendering.taxonomy, max: 50)
      end()
    }
  }

  private mutating func write(header claim: UnsafePointer<Claim>) {
    begin("CLM")
    identifier(claim.pointee.controlNumber.rawValue, max: 38)
    // Not `Claim.totalCharge`, to which the claim would be copied.
    charge(claim.pointee.lines.withUnsafeBufferPointer { $0.reduce(.zero) { $0 + $1.charge } })
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

  private mutating func write(_ line: UnsafePointer<ClaimLine>, number: Int) {
    begin("LX")
    self.number(number)
    end()
    begin("SV1")
    write(procedure: line.pointee.service.procedure, modifiers: line.pointee.service.modifiers)
    charge(line.pointee.charge)
    code("UN")
    quantity(line.pointee.service.units)
    if let place = line.pointee.placeOfService {
      identifier(place.rawValue, max: 2)
      skip()
    } else {
      skip(2)
    }
    composite()
    if !(1...4).contains(line.pointee.service.diagnosisPointers.count) { fail(.count) }
    for pointer in line.pointee.service.diagnosisPointers { component(number: pointer) }
    end()
    days("472", line.pointee.dateOfService, through: line.pointee.lastDateOfService)
    if !line.pointee.controlNumber.isEmpty { reference("6R", line.pointee.controlNumber) }
    if let rendering = line.pointee.rendering { write(rendering: rendering) }
  }

  private mutating func charge(_ amount: Money) {
    money(amount)
    if amount < .zero { fail(.negative) }
  }
}
