import ClaimModel

// Names, addresses and numbers of the parties: loops 1000A to 2010CA, 2310 and 2420.
extension ProfessionalClaimsParser {
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
      dependent?.patient.name = name
    default: break
    }
  }

  private mutating func nameInHeader(_ segment: Segment) {
    if segment[1].is("41") {
      loop = .submitter
      let first = segment[4].string
      batch.submitter.name = (first.isEmpty ? "" : first + " ") + segment[3].string
      batch.submitter.identifier = segment[9].string
    } else if segment[1].is("40") {
      loop = .receiver
      batch.receiver.name = segment[3].string
      batch.receiver.identifier = segment[9].string
    }
  }

  private mutating func nameOfProvider(_ segment: Segment) {
    guard segment[1].is("85") else {
      loop = .otherAddress
      return
    }
    loop = .billing
    billing.provider.name = segment[3].string
    if segment[2].is("1") {
      let name = person(segment)
      billing.person = name
      billing.provider.name = [name.first, name.last].filter { !$0.isEmpty }.joined(separator: " ")
    }
    // An atypical provider has no NPI.
    if !segment[9].isEmpty { billing.provider.npi = NPI(segment[9].string) }
  }

  private mutating func nameOfSubscriber(_ segment: Segment) {
    if segment[1].is("IL") {
      loop = .subscriber
      subscriber.person.patient.name = person(segment)
      subscriber.coverage.member = MemberID(segment[9].string)
    } else if segment[1].is("PR") {
      loop = .payer
      subscriber.coverage.payerName = segment[3].string
      subscriber.coverage.payer = PayerID(segment[9].string)
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
      npi: NPI(segment[9].string), name: person(segment), taxonomy: "")
    if loop == .rendering { draft?.rendering = provider } else { draft?.lineRendering = provider }
  }

  private func person(_ segment: Segment) -> PersonName {
    PersonName(last: segment[3].string, first: segment[4].string, middle: segment[5].string)
  }

  mutating func street(_ segment: Segment) {
    switch loop {
    case .billing:
      billing.provider.address.line = segment[1].string
    case .subscriber:
      subscriber.person.hasStreet = true
      subscriber.person.patient.address.line = segment[1].string
    case .patient:
      dependent?.patient.address.line = segment[1].string
    default: break
    }
  }

  mutating func city(_ segment: Segment) {
    switch loop {
    case .billing:
      billing.provider.address = city(of: billing.provider.address, segment)
    case .subscriber:
      subscriber.person.hasCity = true
      subscriber.person.patient.address = city(of: subscriber.person.patient.address, segment)
    case .patient:
      guard var patient = dependent else { return }
      patient.patient.address = city(of: patient.patient.address, segment)
      dependent = patient
    default: break
    }
  }

  private mutating func city(of address: Address, _ segment: Segment) -> Address {
    Address(
      line: address.line, city: segment[1].string, state: segment[2].string,
      zip: segment[3].string)
  }
}
