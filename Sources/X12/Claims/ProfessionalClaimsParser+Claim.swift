import ClaimModel

// Claims and their lines: loops 2300 and 2400.
extension ProfessionalClaimsParser {
  mutating func beginClaim(_ segment: Segment) {
    endClaim()
    if subscriber.isOpen { checkPatient(before: segment.place) }
    loop = .claim
    hasClaim = true
    let number = PatientControlNumber(rawValue: segment[1].string)
    log.claim = number
    let total = log.money(segment, 2)
    draft = ClaimDraft(
      controlNumber: number, frequency: frequency(segment),
      placeOfService: PlaceOfService(rawValue: texts.text(segment[5].component(1))), statedTotal: total)
    claimCount += 1
    if claimCount == ProfessionalClaimsParser.claimsWithoutKnowing { startKnowing() }
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
      if let code = diagnosis(segment[position]) { draft?.diagnoses.append(code) }
    }
  }

  /// The code of a component of HI; `nil` for one that is no diagnosis.
  private mutating func diagnosis(_ element: Element) -> DiagnosisCode? {
    let key = ElementKey(element)
    if let key, let known = diagnosisCodes[key] { return known }
    var components = element.components
    let kind = components.next()
    guard kind.is("ABK") || kind.is("ABF") || kind.is("BK") || kind.is("BF") else { return nil }
    let code = DiagnosisCode(rawValue: components.next().string)
    if let key { diagnosisCodes[key] = code }
    return code
  }

  mutating func beginLine(_ segment: Segment) {
    endLine()
    guard draft != nil else { return }
    loop = .line
    line = LineDraft()
  }

  mutating func service(_ segment: Segment) {
    guard line != nil, loop == .line else { return }
    let (procedure, modifiers) = procedure(segment)
    let charge = log.money(segment, 2)
    // A service is counted in whole units; what is not is none, and the front end rejects the claim (A7:476).
    let units = log.quantity(segment, 4, fallback: 1)
    let isWhole = segment[4].isWhole
    let pointers = pointers(segment)
    line?.line.charge = charge
    line?.line.service = ServiceLine(
      procedure: procedure, modifiers: modifiers, units: isWhole ? units : 0, diagnosisPointers: pointers)
    line?.hasService = true
  }

  private mutating func procedure(_ segment: Segment) -> (ProcedureCode, [ProcedureModifier]) {
    let key = ElementKey(segment[1])
    if let key, let known = procedures[key] { return known }
    var components = segment[1].components
    _ = components.next()
    let procedure = ProcedureCode(rawValue: components.next().string)
    var modifiers: [ProcedureModifier] = []
    var isSound = true
    for position in 3...6 {
      let modifier = components.next()
      if modifier.isEmpty { break }
      if !modifier.bytes.allSatisfy(Delimiters.isLetterOrDigit) {
        log.element(segment, 1, component: position, .invalidCharacter)
        isSound = false
      }
      modifiers.append(ProcedureModifier(rawValue: modifier.string))
    }
    if isSound, let key { procedures[key] = (procedure, modifiers) }
    return (procedure, modifiers)
  }

  private mutating func pointers(_ segment: Segment) -> [Int] {
    let key = ElementKey(segment[7])
    if let key, let known = pointerLists[key] { return known }
    var components = segment[7].components
    var pointers: [Int] = []
    pointers.reserveCapacity(segment[7].componentCount)
    var isSound = true
    for position in 1...4 {
      let component = components.next()
      if component.isEmpty { break }
      if let pointer = component.number, (1...12).contains(pointer) {
        pointers.append(pointer)
      } else {
        log.element(segment, 7, component: position, .invalidCode)
        isSound = false
      }
    }
    if isSound, let key { pointerLists[key] = pointers }
    return pointers
  }

  mutating func date(_ segment: Segment) {
    if loop == .line, segment[1].is("472") {
      let days = log.formattedDates(segment)
      line?.hasDate = days != nil
      if let days {
        line?.line.dateOfService = days.first
        line?.line.lastDateOfService = days.last
      }
    }
    if loop == .otherPayer || loop == .otherPayerDecision, segment[1].is("573") { dayOfDecision(segment) }
  }

  /// Ends the open line.
  mutating func endLine() {
    guard let ended = line.take(), ended.hasService, ended.hasDate else { return }
    draft?.lines.append(ended.line)
  }

  /// Ends the open claim.
  mutating func endClaim() {
    endLine()
    guard let ended = draft.take() else { return }
    log.claim = nil
    // With faults the batch is not used.
    guard log.faults.isEmpty else { return }
    let others = ended.otherPayers.isEmpty ? [] : ended.otherPayers.compactMap { $0.decision(on: ended.lines) }
    let sum = ended.lines.map(\.charge).sum()
    let rendering = ended.rendering ?? ended.lineRendering ?? billing.asRendering
    batch.claims.append(
      Claim(
        controlNumber: ended.controlNumber, frequency: ended.frequency, originalClaimNumber: ended.original,
        responsibility: subscriber.responsibility, patient: dependent?.patient ?? subscriber.person.patient,
        coverage: subscriber.coverage, rendering: rendering, billing: billing.provider,
        placeOfService: ended.placeOfService, diagnoses: ended.diagnoses, lines: ended.lines,
        authorizationNumber: ended.authorization, otherPayers: others, isDependent: dependent != nil,
        statedTotal: ended.statedTotal == sum ? nil : ended.statedTotal))
  }
}

extension ProviderDraft {
  /// Who rendered the services of a claim that names nobody: who bills.
  /// Source: 837P TR3, loop 2310B is sent only when it differs from the billing provider.
  fileprivate var asRendering: RenderingProvider {
    RenderingProvider(
      npi: provider.npi, name: person ?? PersonName(last: provider.name, first: ""), taxonomy: taxonomy)
  }
}

extension Element {
  /// Whether a decimal number has no decimals but zeros.
  fileprivate var isWhole: Bool {
    guard let point = bytes.firstIndex(of: UInt8(ascii: ".")) else { return true }
    return bytes[(point + 1)...].allSatisfy { $0 == UInt8(ascii: "0") }
  }
}
