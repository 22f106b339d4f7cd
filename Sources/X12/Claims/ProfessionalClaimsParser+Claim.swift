import ClaimModel

// Claims and their lines: loops 2300 and 2400.
extension ProfessionalClaimsParser {
  mutating func beginClaim(_ segment: Segment) {
    endClaim(before: segment.place)
    if subscriber.isOpen { checkPatient(before: segment.place) }
    loop = .claim
    hasClaim = true
    var begun = ClaimDraft()
    begun.controlNumber = PatientControlNumber(segment[1].string)
    log.claim = begun.controlNumber
    _ = log.money(segment, 2)
    begun.placeOfService = PlaceOfService(segment[5].component(1).string)
    begun.frequency = frequency(segment)
    draft = begun
  }

  private mutating func frequency(_ segment: Segment) -> ClaimFrequency {
    let code = segment[5].component(3)
    if code.is("1") { return .original }
    if code.is("7") { return .replacement }
    if code.is("8") { return .void }
    // An adjustment of a prior claim, in payers' older guides: the same as a replacement.
    if code.is("6") { return .replacement }
    if !code.isEmpty { log.element(segment, 5, component: 3, .invalidCode) }
    return .original
  }

  mutating func diagnoses(_ segment: Segment) {
    guard loop == .claim else { return }
    draft?.diagnoses.reserveCapacity(segment.elementCount)
    for position in 1...12 where !segment[position].isEmpty {
      var components = segment[position].components
      let kind = components.next()
      if kind.is("ABK") || kind.is("ABF") || kind.is("BK") || kind.is("BF") {
        draft?.diagnoses.append(DiagnosisCode(components.next().string))
      }
    }
  }

  mutating func beginLine(_ segment: Segment) {
    endLine(before: segment.place)
    guard draft != nil else { return }
    loop = .line
    line = LineDraft()
  }

  mutating func service(_ segment: Segment) {
    guard line != nil, loop == .line else { return }
    var components = segment[1].components
    _ = components.next()
    let procedure = components.next().string
    var modifiers: [ProcedureModifier] = []
    for position in 3...6 {
      let modifier = components.next()
      if modifier.isEmpty { break }
      if !modifier.bytes.allSatisfy(Delimiters.isLetterOrDigit) {
        log.element(segment, 1, component: position, .invalidCharacter)
      }
      modifiers.append(ProcedureModifier(modifier.string))
    }
    let charge = log.money(segment, 2)
    let units = log.quantity(segment, 4, fallback: 1)
    let service = ServiceLine(
      procedure: ProcedureCode(procedure), modifiers: modifiers, units: units, diagnosisPointers: pointers(segment))
    line?.charge = charge
    line?.service = service
  }

  private mutating func pointers(_ segment: Segment) -> [Int] {
    var components = segment[7].components
    var pointers: [Int] = []
    pointers.reserveCapacity(segment[7].componentCount)
    for position in 1...4 {
      let component = components.next()
      if component.isEmpty { break }
      if let pointer = component.number, (1...12).contains(pointer) {
        pointers.append(pointer)
      } else {
        log.element(segment, 7, component: position, .invalidCode)
      }
    }
    return pointers
  }

  mutating func date(_ segment: Segment) {
    if loop == .line, segment[1].is("472") { line?.date = log.formattedDate(segment) }
    if loop == .otherPayer || loop == .otherPayerDecision, segment[1].is("573") { dayOfDecision(segment) }
  }

  /// Ends the open line and reports what it lacks.
  mutating func endLine(before place: SegmentPlace) {
    guard let ended = line.take() else { return }
    guard let service = ended.service, let date = ended.date else { return }
    draft?.lines.append(
      ClaimLine(
        service: service, charge: ended.charge, dateOfService: date, controlNumber: ended.controlNumber,
        otherPayments: ended.otherPayments))
  }

  /// Ends the open claim and reports what it lacks.
  mutating func endClaim(before place: SegmentPlace) {
    endLine(before: place)
    guard let ended = draft.take() else { return }
    log.claim = nil
    // With faults the batch is not used.
    guard log.faults.isEmpty else { return }
    batch.claims.append(
      Claim(
        controlNumber: ended.controlNumber, frequency: ended.frequency, originalClaimNumber: ended.original,
        responsibility: subscriber.responsibility, patient: dependent?.patient ?? subscriber.person.patient,
        coverage: subscriber.coverage, rendering: rendering(of: ended), billing: billing.provider,
        placeOfService: ended.placeOfService, diagnoses: ended.diagnoses, lines: ended.lines,
        authorizationNumber: ended.authorization,
        otherPayers: ended.otherPayers.isEmpty ? [] : ended.otherPayers.compactMap { $0.decision(on: ended.lines) }))
  }

  /// Who rendered the services: the claim's provider, else the first line's that names one, else who bills.
  /// Source: 837P TR3, loop 2310B is sent only when it differs from the billing provider.
  private func rendering(of claim: ClaimDraft) -> RenderingProvider {
    claim.rendering ?? claim.lineRendering
      ?? RenderingProvider(
        npi: billing.provider.npi, name: billing.person ?? PersonName(last: billing.provider.name, first: ""),
        taxonomy: billing.taxonomy)
  }
}
