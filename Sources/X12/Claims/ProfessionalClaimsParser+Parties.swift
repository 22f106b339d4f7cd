import ClaimModel

// Names, addresses and numbers of the parties: loops 1000A to 2010CA, 2310 and 2420.
extension ProfessionalClaimsParser {
  @inline(__always)
  mutating func name(_ segment: Segment) {
    if loop.isInClaim { return nameInClaim(segment) }
    switch loop {
    case .header, .submitter, .receiver: nameInHeader(segment)
    case .providerLevel, .billing, .otherAddress: nameOfProvider(segment)
    case .subscriberLevel, .subscriber, .payer: nameOfSubscriber(segment)
    case .patientLevel, .patient:
      guard segment[1].is("QC") else { return }
      loop = .patient
      let name = person(segment)
      dependent.patient.name = name
    default: break
    }
  }

  private mutating func nameInHeader(_ segment: Segment) {
    if segment[1].is("41") {
      loop = .submitter
      let first = segment.text(4)
      batch.submitter.name = (first.isEmpty ? "" : first + " ") + segment.text(3)
      batch.submitter.identifier = segment.text(9)
    } else if segment[1].is("40") {
      loop = .receiver
      batch.receiver.name = segment.text(3)
      batch.receiver.identifier = segment.text(9)
    }
  }

  private mutating func nameOfProvider(_ segment: Segment) {
    guard segment[1].is("85") else {
      loop = .otherAddress
      return
    }
    loop = .billing
    billing.provider.name = segment.text(3)
    if segment[2].is("1") {
      let name = person(segment)
      billing.person = name
      billing.provider.name = [name.first, name.last].filter { !$0.isEmpty }.joined(separator: " ")
    }
    // An atypical provider has no NPI.
    if !segment[9].isEmpty { billing.provider.npi = NPI(segment.text(9)) }
  }

  private mutating func nameOfSubscriber(_ segment: Segment) {
    if segment[1].is("IL") {
      loop = .subscriber
      subscriber.person.patient.name = person(segment)
      subscriber.coverage.member = MemberID(rawValue: segment.text(9))
    } else if segment[1].is("PR") {
      loop = .payer
      subscriber.coverage.payerName = texts.text(segment, 3)
      subscriber.coverage.payer = PayerID(rawValue: texts.text(segment, 9))
    }
  }

  private mutating func nameInClaim(_ segment: Segment) {
    if loop.isInOtherInsurance { return nameOfOtherPayer(segment) }
    let isRendering = segment[1].is("82")
    if loop.isInLine {
      loop = isRendering ? .lineRendering : .lineProvider
    } else {
      loop = isRendering ? .rendering : .otherProvider
    }
    guard isRendering else { return }
    let provider = RenderingProvider(
      npi: NPI(rawValue: texts.text(segment, 9)), name: person(segment), taxonomy: "")
    if loop == .rendering { draft.rendering = provider } else { changeLine { $0.rendering = provider } }
  }

  private mutating func person(_ segment: Segment) -> PersonName {
    PersonName(last: texts.text(segment, 3), first: texts.text(segment, 4), middle: texts.text(segment, 5))
  }

  @inline(__always)
  mutating func street(_ segment: Segment) {
    switch loop {
    case .billing:
      billing.provider.address.line = segment.text(1)
    case .subscriber:
      subscriber.person.hasStreet = true
      subscriber.person.patient.address.line = segment.text(1)
    case .patient:
      dependent.patient.address.line = segment.text(1)
    default: break
    }
  }

  @inline(__always)
  mutating func city(_ segment: Segment) {
    guard loop == .billing || loop == .subscriber || loop == .patient else { return }
    let (city, state, zip) = (texts.text(segment, 1), texts.text(segment, 2), segment.text(3))
    switch loop {
    case .billing: billing.provider.address.move(to: city, state, zip)
    case .subscriber:
      subscriber.person.hasCity = true
      subscriber.person.patient.address.move(to: city, state, zip)
    default: dependent.patient.address.move(to: city, state, zip)
    }
  }
}

extension Address {
  fileprivate mutating func move(to city: String, _ state: String, _ zip: String) {
    self.city = city
    self.state = state
    self.zip = zip
  }
}
