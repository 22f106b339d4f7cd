import ClaimModel

// What belongs to a level of the hierarchy beside names, and whether it is complete.
extension ProfessionalClaimsParser {
  mutating func demographics(_ segment: Segment) {
    guard loop == .subscriber || loop == .patient else { return }
    if !segment[1].is("D8") { log.element(segment, 1, segment[1].isEmpty ? .missing : .invalidCode) }
    let birthDate = log.date(segment, 2) ?? CalendarDate(daysSinceEpoch: 0)
    let sex = Sex(rawValue: log.text(segment, 3, max: 1))
    if sex == nil, segment[3].count == 1 { log.element(segment, 3, .invalidCode) }
    if loop == .patient {
      dependent?.hasDemographics = true
      dependent?.patient.birthDate = birthDate
      dependent?.patient.sex = sex ?? .unknown
    } else {
      subscriber.person.hasDemographics = true
      subscriber.person.patient.birthDate = birthDate
      subscriber.person.patient.sex = sex ?? .unknown
    }
  }

  mutating func insurance(_ segment: Segment) {
    if loop.isInClaim {
      endLine(before: segment.place)
      loop = .otherInsurance
      return
    }
    guard loop == .subscriberLevel else { return log.segment(segment, .outOfSequence) }
    subscriber.hasInsurance = true
    let code = log.text(segment, 1, max: 1)
    // A to H stand for a fourth to an eleventh payer, U for one whose turn is not known.
    if let responsibility = PayerResponsibility(rawValue: code) {
      subscriber.responsibility = responsibility
    } else if "ABCDEFGHU".contains(code), !code.isEmpty {
      subscriber.responsibility = .tertiary
    } else if code.utf8.count == 1 {
      log.element(segment, 1, .invalidCode)
    }
    subscriber.coverage.group = log.optionalText(segment, 3, max: 50)
  }

  mutating func specialty(_ segment: Segment) {
    switch loop {
    case .providerLevel: billing.taxonomy = log.text(segment, 3, max: 50)
    case .rendering: claim?.rendering?.taxonomy = log.text(segment, 3, max: 50)
    case .lineRendering: claim?.lineRendering?.taxonomy = log.text(segment, 3, max: 50)
    default: break
    }
  }

  mutating func reference(_ segment: Segment) {
    let qualifier = segment[1]
    if qualifier.isEmpty { log.element(segment, 1, .missing) }
    switch loop {
    case .billing:
      guard qualifier.is("EI") || qualifier.is("SY") else { return }
      billing.provider.taxID = log.text(segment, 2, max: 50)
    case .claim:
      guard qualifier.is("F8") else { return }
      claim?.original = PayerClaimNumber(log.text(segment, 2, max: 50))
    case .line:
      guard qualifier.is("6R") else { return }
      line?.controlNumber = log.text(segment, 2, max: 50)
    default: break
    }
  }

  /// Reports what the billing provider lacks.
  mutating func endProvider(before place: SegmentPlace) {
    guard seen.contains(.provider) else { return log.missing("HL", loop: "2000A", before: place) }
    guard !billing.isChecked else { return }
    billing.isChecked = true
    if !billing.hasName { log.missing("NM1", loop: "2010AA", before: place) }
    if !billing.hasStreet { log.missing("N3", loop: "2010AA", before: place) }
    if !billing.hasCity { log.missing("N4", loop: "2010AA", before: place) }
    if billing.provider.taxID.isEmpty { log.missing("REF", loop: "2010AA", before: place) }
  }

  /// Reports what the subscriber lacks.
  mutating func checkSubscriber(before place: SegmentPlace) {
    guard subscriber.isOpen, !subscriber.isChecked else { return }
    subscriber.isChecked = true
    if !subscriber.hasInsurance { log.missing("SBR", loop: "2000B", before: place) }
    if !subscriber.person.hasName { log.missing("NM1", loop: "2010BA", before: place) }
    if !subscriber.hasPayer { log.missing("NM1", loop: "2010BB", before: place) }
  }

  /// Reports what the patient of a claim lacks.
  mutating func checkPatient(before place: SegmentPlace) {
    let isDependent = dependent != nil
    let patient = dependent ?? subscriber.person
    guard !patient.isChecked else { return }
    if isDependent { dependent?.isChecked = true } else { subscriber.person.isChecked = true }
    let loop = isDependent ? "2010CA" : "2010BA"
    if isDependent, !patient.hasName { log.missing("NM1", loop: loop, before: place) }
    if !patient.hasStreet { log.missing("N3", loop: loop, before: place) }
    if !patient.hasCity { log.missing("N4", loop: loop, before: place) }
    if !patient.hasDemographics { log.missing("DMG", loop: loop, before: place) }
  }

  /// Ends what is open before another level or the end of the transaction.
  mutating func endSubscriber(before place: SegmentPlace) {
    endClaim(before: place)
    checkSubscriber(before: place)
  }
}
