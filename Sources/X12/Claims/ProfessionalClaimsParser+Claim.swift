import ClaimModel

// Claims and their lines: loops 2300 and 2400.
extension ProfessionalClaimsParser {
  mutating func beginClaim(_ segment: Segment) {
    endClaim(before: segment.place)
    if subscriber.isOpen {
      checkSubscriber(before: segment.place)
      checkPatient(before: segment.place)
    } else {
      log.segment(segment, .outOfSequence)
    }
    loop = .claim
    seen.insert(.claim)
    var draft = ClaimDraft()
    draft.controlNumber = PatientControlNumber(log.text(segment, 1, max: 38))
    log.claim = draft.controlNumber
    _ = log.money(segment, 2)
    if segment[5].isEmpty {
      log.element(segment, 5, .missing)
    } else {
      draft.placeOfService = PlaceOfService(log.text(segment, 5, component: 1, max: 2))
      draft.frequency = frequency(segment)
    }
    claim = draft
  }

  private mutating func frequency(_ segment: Segment) -> ClaimFrequency {
    let code = segment[5].component(3)
    if let frequency = ClaimFrequency(rawValue: code.string) { return frequency }
    // An adjustment of a prior claim, in payers' older guides: the same as a replacement.
    if code.is("6") { return .replacement }
    log.element(segment, 5, component: 3, code.isEmpty ? .missing : .invalidCode)
    return .original
  }

  mutating func diagnoses(_ segment: Segment) {
    guard loop == .claim else { return }
    if segment[1].isEmpty { log.element(segment, 1, .missing) }
    for position in 1...12 {
      let element = segment[position]
      if element.isEmpty { continue }
      let kind = element.component(1)
      if kind.is("ABF") || kind.is("BF") || kind.is("ABK") || kind.is("BK") {
        claim?.diagnoses.append(DiagnosisCode(log.text(segment, position, component: 2, max: 30)))
      } else if !element.bytes.contains(segment.delimiters.component) {
        log.element(segment, position, component: 2, .missing)
      }
    }
  }

  mutating func beginLine(_ segment: Segment) {
    endLine(before: segment.place)
    guard claim != nil else { return log.segment(segment, .outOfSequence) }
    loop = .line
    line = LineDraft()
    claim?.lineCount += 1
    if claim?.lineCount == 51 { log.segment(segment, .tooManyLoops) }
    if segment[1].number == nil { log.element(segment, 1, segment[1].isEmpty ? .missing : .invalidCharacter) }
  }

  mutating func service(_ segment: Segment) {
    guard line != nil, loop == .line else { return log.segment(segment, .outOfSequence) }
    let composite = segment[1]
    if composite.isEmpty { log.element(segment, 1, .missing) }
    let procedure = composite.isEmpty ? "" : log.text(segment, 1, component: 2, max: 48)
    var modifiers: [ProcedureModifier] = []
    for position in 3...6 {
      let modifier = composite.component(position)
      if modifier.isEmpty { break }
      if modifier.count != 2 {
        log.element(segment, 1, component: position, modifier.count > 2 ? .tooLong : .tooShort)
      } else if !modifier.bytes.allSatisfy(Delimiters.isLetterOrDigit) {
        log.element(segment, 1, component: position, .invalidCharacter)
      }
      modifiers.append(ProcedureModifier(modifier.string))
    }
    let charge = log.money(segment, 2)
    if segment[3].isEmpty { log.element(segment, 3, .missing) }
    let units = log.quantity(segment, 4, fallback: 1)
    let service = ServiceLine(
      procedure: ProcedureCode(procedure), modifiers: modifiers, units: units, diagnosisPointers: pointers(segment))
    line?.charge = charge
    line?.service = service
  }

  private mutating func pointers(_ segment: Segment) -> [Int] {
    let composite = segment[7]
    if composite.isEmpty {
      log.element(segment, 7, .missing)
      return []
    }
    var pointers: [Int] = []
    for position in 1...4 {
      let component = composite.component(position)
      if component.isEmpty { break }
      if let pointer = component.number, (1...12).contains(pointer) {
        pointers.append(pointer)
      } else {
        log.element(segment, 7, component: position, .invalidCode)
      }
    }
    return pointers
  }

  mutating func serviceDate(_ segment: Segment) {
    if segment[1].isEmpty { log.element(segment, 1, .missing) }
    guard loop == .line, segment[1].is("472") else { return }
    line?.hasDate = true
    line?.date = log.formattedDate(segment)
  }

  /// Ends the open line and reports what it lacks.
  mutating func endLine(before place: SegmentPlace) {
    guard let ended = line else { return }
    line = nil
    if ended.service == nil { log.missing("SV1", loop: "2400", before: place) }
    if !ended.hasDate { log.missing("DTP", loop: "2400", before: place) }
    guard let service = ended.service, let date = ended.date else { return }
    claim?.lines.append(
      ClaimLine(service: service, charge: ended.charge, dateOfService: date, controlNumber: ended.controlNumber))
  }

  /// Ends the open claim and reports what it lacks.
  mutating func endClaim(before place: SegmentPlace) {
    endLine(before: place)
    guard let ended = claim else { return }
    claim = nil
    if ended.diagnoses.isEmpty { log.missing("HI", loop: "2300", before: place) }
    if ended.lineCount == 0 { log.missing("LX", loop: "2400", before: place) }
    log.claim = nil
    // With faults the batch is not used.
    guard log.faults.isEmpty else { return }
    batch.claims.append(
      Claim(
        controlNumber: ended.controlNumber, frequency: ended.frequency, originalClaimNumber: ended.original,
        responsibility: subscriber.responsibility, patient: (dependent ?? subscriber.person).patient,
        coverage: subscriber.coverage, rendering: rendering(of: ended), billing: billing.provider,
        placeOfService: ended.placeOfService, diagnoses: ended.diagnoses, lines: ended.lines))
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
