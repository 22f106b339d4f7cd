import ClaimModel

// One claim: loops 2300, 2310B and 2400.
extension SegmentWriter {
  mutating func write(_ claim: Claim) {
    write(header: claim)
    write(diagnoses: claim.diagnoses)
    write(
      person: claim.rendering.name, as: "82", qualifier: "XX", identifier: claim.rendering.npi.rawValue)
    if !claim.rendering.taxonomy.isEmpty {
      begin("PRV")
      code("PE")
      code("PXC")
      identifier(claim.rendering.taxonomy, max: 50)
      end()
    }
    if !(1...50).contains(claim.lines.count) { fail(.count) }
    for (index, line) in claim.lines.enumerated() { write(line, number: index + 1) }
  }

  private mutating func write(header claim: Claim) {
    begin("CLM")
    identifier(claim.controlNumber.rawValue, max: 38)
    charge(claim.totalCharge)
    skip(2)
    composite()
    component(claim.placeOfService.rawValue, max: 2)
    component(code: "B")
    component(claim.frequency.rawValue, max: 1)
    // Signature on file, assignment accepted, benefits assigned, release of information allowed.
    code("Y")
    code("A")
    code("Y")
    code("Y")
    end()
    if let original = claim.originalClaimNumber {
      begin("REF")
      code("F8")
      identifier(original.rawValue, max: 50)
      end()
    }
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
    begin("DTP")
    code("472")
    code("D8")
    date(line.dateOfService)
    end()
    if !line.controlNumber.isEmpty {
      begin("REF")
      code("6R")
      identifier(line.controlNumber, max: 50)
      end()
    }
  }

  private mutating func charge(_ amount: Money) {
    money(amount)
    if amount < .zero { fail(.negative) }
  }
}

// What several transactions share.
extension SegmentWriter {
  /// A procedure composite: `HC:99213:25`.
  mutating func write(procedure: ProcedureCode, modifiers: [ProcedureModifier]) {
    composite()
    component(code: "HC")
    component(procedure.rawValue, max: 48)
    if modifiers.count > 4 { fail(.count) }
    for modifier in modifiers { component(modifier.rawValue, exactly: 2) }
  }

  /// An NM1 of an organization.
  mutating func write(
    organization name: String, as entity: StaticString, qualifier: StaticString, identifier: String
  ) {
    begin("NM1")
    code(entity)
    code("2")
    requiredText(name, max: 60)
    skip(4)
    code(qualifier)
    self.identifier(identifier, max: 80)
    end()
  }

  /// An NM1 of a person.
  mutating func write(
    person name: PersonName, as entity: StaticString, qualifier: StaticString, identifier: String
  ) {
    begin("NM1")
    code(entity)
    code("1")
    requiredText(name.last, max: 60)
    text(name.first, max: 35)
    text(name.middle, max: 25)
    skip(2)
    if !identifier.isEmpty {
      code(qualifier)
      self.identifier(identifier, max: 80)
    }
    end()
  }

  /// N3 and N4.
  mutating func write(_ address: Address) {
    begin("N3")
    requiredText(address.line, max: 55)
    end()
    begin("N4")
    requiredText(address.city, max: 30)
    optionalIdentifier(address.state, max: 2)
    optionalIdentifier(address.zip, max: 15)
    end()
  }
}
