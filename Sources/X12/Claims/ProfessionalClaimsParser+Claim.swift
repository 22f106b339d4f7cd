import ClaimModel

// Claims and their lines: loops 2300 and 2400.
extension ProfessionalClaimsParser {
  @inline(__always)
  mutating func beginClaim(_ segment: Segment) {
    endClaim()
    if subscriber.isOpen { checkPatient(before: segment.place) }
    loop = .claim
    hasClaim = true
    let number = PatientControlNumber(rawValue: segment.text(1))
    log.claim = number
    var components = segment[5].components
    let place = PlaceOfService(rawValue: components.next().string)
    _ = components.next()
    let frequency = frequency(components.next(), segment)
    let total = segment.hundredths(2).map { Money(cents: $0) } ?? log.money(segment, 2)
    if hasStrayParts {
      (draft, line, hasStrayParts) = (ClaimDraft(), LineDraft(), false)
    }
    hasDraft = true
    draft.controlNumber = number
    draft.frequency = frequency
    draft.statedTotal = total
    draft.placeOfService = place
    draft.lines.reserveCapacity(ProfessionalClaimsParser.usualLines)
    claimCount += 1
    if claimCount == ProfessionalClaimsParser.claimsWithoutKnowing { startKnowing() }
  }

  /// Most claims have no more lines than are set aside.
  private static let usualLines = 4

  private mutating func frequency(_ code: Element, _ segment: Segment) -> ClaimFrequency {
    if code.is("1") { return .original }
    if code.is("7") { return .replacement }
    if code.is("8") { return .void }
    if code.is("6") { return .adjustment }
    if !code.isEmpty { log.element(segment, 5, component: 3, .invalidCode) }
    return .original
  }

  @inline(__always)
  mutating func diagnoses(_ segment: Segment) {
    guard loop == .claim else { return }
    let most = min(12, segment.elementCount)
    var codes = taken(&draft.diagnoses, leaving: [])
    codes.reserveCapacity(most)
    var position = 1
    while position <= most {
      let element = segment[position]
      if !element.isEmpty, let code = diagnosis(element, segment, position) { codes.append(code) }
      position &+= 1
    }
    draft.diagnoses = codes
  }

  /// The code of a component of HI; `nil` for one that is no diagnosis.
  private mutating func diagnosis(_ element: Element, _ segment: Segment, _ position: Int) -> DiagnosisCode? {
    let key = ElementKey(element)
    if let key, let known = diagnosisCodes[key] { return known }
    var components = element.components
    let kind = components.next()
    guard kind.is("ABK") || kind.is("ABF") || kind.is("BK") || kind.is("BF") else { return nil }
    let sent = components.next()
    // The point of a diagnosis is never sent. Source: 837P TR3, HI01-2.
    guard sent.bytes.allSatisfy(Delimiters.isLetterOrDigit) else {
      log.element(segment, position, component: 2, .invalidCharacter)
      return nil
    }
    let code = DiagnosisCode(rawValue: sent.string)
    if let key { diagnosisCodes[key] = code }
    return code
  }

  @inline(__always)
  mutating func beginLine(_ segment: Segment) {
    endLine()
    guard hasDraft else { return }
    loop = .line
    hasLine = true
  }

  @inline(__always)
  mutating func service(_ segment: Segment) {
    guard hasLine, loop == .line else { return }
    let (procedure, modifiers) = procedure(segment)
    let charge = segment.hundredths(2).map { Money(cents: $0) } ?? log.money(segment, 2)
    // A service is counted in whole units; what is not is none, and the front end rejects the claim (A7:476).
    let whole = segment.number(4)
    let units = whole ?? log.quantity(segment, 4, fallback: 1)
    let isWhole = whole != nil || segment[4].isWhole
    let pointers = pointers(segment)
    let service = ServiceLine(
      procedure: procedure, modifiers: modifiers, units: isWhole ? units : 0, diagnosisPointers: pointers)
    if line.hasService { draft.lines.removeLast() }
    draft.lines.append(ClaimLine(service: service, charge: charge, dateOfService: line.dateOfService))
    line.hasService = true
    if !segment[5].isEmpty { placeOfLine(segment) }
  }

  /// SV105, which is sent where it differs from the claim's place.
  @inline(never)
  private mutating func placeOfLine(_ segment: Segment) {
    let place = PlaceOfService(rawValue: segment.text(5))
    if place != draft.placeOfService { changeLine { $0.placeOfService = place } }
  }

  /// Changes the line whose service was read last, unless that was of a line that has ended.
  mutating func changeLine(_ change: (inout ClaimLine) -> Void) {
    guard hasLine, line.hasService, let last = draft.lines.indices.last else { return }
    change(&draft.lines[last])
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

  @inline(__always)
  mutating func date(_ segment: Segment) {
    if loop == .line, segment[1].is("472") {
      return daysOfService(segment)
    }
    if loop == .otherPayer || loop == .otherPayerDecision, segment[1].is("573") { dayOfDecision(segment) }
  }

  private mutating func daysOfService(_ segment: Segment) {
    let day = segment[3]
    guard segment.hasMemoryBehind, !segment.hasOddBytes, day.count == 8, segment[2].is("D8") else {
      return severalDaysOfService(segment)
    }
    let digits = segment.packedWithin(from: day.base - segment.base, count: 8)
    if digits != lastDay {
      line.hasDate = false
      guard let date = log.date(segment, 3) else { return }
      (lastDay, lastDate) = (digits, date)
    }
    line.hasDate = true
    (line.dateOfService, line.lastDateOfService) = (lastDate, nil)
  }

  @inline(never)
  private mutating func severalDaysOfService(_ segment: Segment) {
    let days = log.formattedDates(segment)
    line.hasDate = days != nil
    if let days { (line.dateOfService, line.lastDateOfService) = (days.first, days.last) }
  }

  /// Ends the open line.
  mutating func endLine() {
    guard hasLine else { return }
    hasLine = false
    let (hasService, hasDate) = (line.hasService, line.hasDate)
    (line.hasService, line.hasDate) = (false, false)
    guard hasService, hasDate else { return dropLine(hasService: hasService) }
    draft.lines[draft.lines.count &- 1].end(&line)
  }

  @inline(never)
  private mutating func dropLine(hasService: Bool) {
    if hasService { draft.lines.removeLast() }
    line = LineDraft()
  }

  /// Ends the open claim.
  /// - Parameter isLast: Whether no other claim of the subscriber follows, who then need not be kept.
  mutating func endClaim(isLast: Bool = false) {
    endLine()
    guard hasDraft else { return }
    hasDraft = false
    log.claim = nil
    // With faults the batch is not used.
    guard log.faults.isEmpty else {
      draft = ClaimDraft()
      return
    }
    let lines = taken(&draft.lines, leaving: [])
    var others: [OtherPayer] = []
    if !draft.otherPayers.isEmpty {
      others = taken(&draft.otherPayers, leaving: []).compactMap { $0.decision(on: lines) }
    }
    var sum = Money.zero
    for line in lines { sum += line.charge }
    let rendering = taken(&draft.rendering, leaving: nil) ?? billing.asRendering
    let patient =
      hasDependent
      ? dependent.patient
      : isLast ? taken(&subscriber.person.patient, leaving: .unread) : subscriber.person.patient
    // The patient's texts are left when the claim's patient is another.
    subscriber.isEmptied = isLast && !hasDependent
    let coverage =
      isLast ? taken(&subscriber.coverage, leaving: .unread) : subscriber.coverage
    batch.claims.append(
      Claim(
        controlNumber: taken(&draft.controlNumber, leaving: ""), frequency: draft.frequency,
        originalClaimNumber: taken(&draft.original, leaving: nil), responsibility: subscriber.responsibility,
        patient: patient, coverage: coverage, rendering: rendering, billing: billing.provider,
        placeOfService: taken(&draft.placeOfService, leaving: ""), diagnoses: taken(&draft.diagnoses, leaving: []),
        lines: lines, authorizationNumber: taken(&draft.authorization, leaving: ""), otherPayers: others,
        isDependent: hasDependent, statedTotal: draft.statedTotal == sum ? nil : draft.statedTotal))
  }
}

extension ClaimLine {
  /// Takes what was read behind its service.
  @inline(__always)
  fileprivate mutating func end(_ draft: inout LineDraft) {
    dateOfService = draft.dateOfService
    if draft.lastDateOfService != nil { lastDateOfService = taken(&draft.lastDateOfService, leaving: nil) }
    swap(&controlNumber, &draft.controlNumber)
    if !draft.otherPayments.isEmpty { swap(&otherPayments, &draft.otherPayments) }
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
