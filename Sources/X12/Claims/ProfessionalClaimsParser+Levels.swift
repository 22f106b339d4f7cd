import ClaimModel

// What belongs to a level of the hierarchy beside names, and whether it is complete.
extension ProfessionalClaimsParser {
  @inline(__always)
  mutating func demographics(_ segment: Segment) {
    guard loop == .subscriber || loop == .patient else { return }
    let birthDate = segment[2].date ?? CalendarDate(daysSinceEpoch: 0)
    let sex: Sex = segment[3].is("F") ? .female : segment[3].is("M") ? .male : .unknown
    if loop == .patient {
      dependent.patient.birthDate = birthDate
      dependent.patient.sex = sex
    } else {
      subscriber.person.hasDemographics = true
      subscriber.person.patient.birthDate = birthDate
      subscriber.person.patient.sex = sex
    }
  }

  @inline(__always)
  mutating func insurance(_ segment: Segment) {
    if loop.isInClaim { return beginOtherPayer(segment) }
    guard loop == .subscriberLevel else { return }
    subscriber.responsibility = responsibility(segment)
    subscriber.coverage.group = texts.text(segment, 3)
  }

  @inline(__always)
  mutating func specialty(_ segment: Segment) {
    switch loop {
    case .providerLevel: billing.taxonomy = segment.text(3)
    case .rendering:
      let taxonomy = texts.text(segment, 3)
      draft.rendering?.taxonomy = taxonomy
    case .lineRendering:
      let taxonomy = segment.text(3)
      changeLine { $0.rendering?.taxonomy = taxonomy }
    default: break
    }
  }

  @inline(__always)
  mutating func reference(_ segment: Segment) {
    let qualifier = segment[1]
    switch loop {
    case .billing:
      guard qualifier.is("EI") || qualifier.is("SY") else { return }
      billing.provider.taxID = segment.text(2)
    case .claim:
      if qualifier.is("F8") { draft.original = PayerClaimNumber(segment.text(2)) }
      if qualifier.is("G1") { draft.authorization = segment.text(2) }
    case .otherPayer:
      guard qualifier.is("F8") else { return }
      numberOfOtherPayer(PayerClaimNumber(segment.text(2)))
    case .line:
      if qualifier.is("6R") { line.controlNumber = segment.text(2) }
      // A line's own authorization; with a fourth element it is another payer's. The claim has one place: the first counts.
      if qualifier.is("G1"), segment[4].isEmpty, draft.authorization.isEmpty {
        draft.authorization = segment.text(2)
      }
    default: break
    }
  }

  /// Reports what the subscriber lacks who is the patient; of another patient the guide asks for it.
  /// Source: 837P TR3, 2010BA N3, N4 and DMG: required when the subscriber is the patient.
  mutating func checkPatient(before place: SegmentPlace) {
    guard !hasDependent, !subscriber.isChecked else { return }
    subscriber.isChecked = true
    let person = subscriber.person
    if !person.hasStreet { log.missing("N3", loop: "2010BA", before: place) }
    if !person.hasCity { log.missing("N4", loop: "2010BA", before: place) }
    if !person.hasDemographics { log.missing("DMG", loop: "2010BA", before: place) }
  }
}
