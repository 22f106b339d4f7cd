import ClaimModel

// Names, addresses and numbers of the parties: loops 1000A to 2010CA, 2310 and 2420.
extension ProfessionalClaimsParser {
  mutating func name(_ segment: Segment) {
    let entity = segment[1]
    if entity.isEmpty { log.element(segment, 1, .missing) }
    if loop.isInClaim { return nameInClaim(segment) }
    switch loop {
    case .header, .submitter, .receiver: nameInHeader(segment)
    case .providerLevel, .billing, .otherAddress: nameOfProvider(segment)
    case .subscriberLevel, .subscriber, .payer: nameOfSubscriber(segment)
    case .patientLevel, .patient:
      guard entity.is("QC") else { return }
      loop = .patient
      dependent?.hasName = true
      let name = person(segment)
      dependent?.patient.name = name
    default: break
    }
  }

  private mutating func nameInHeader(_ segment: Segment) {
    if segment[1].is("41") {
      loop = .submitter
      seen.insert(.submitter)
      let first = segment[4].string
      batch.submitter.name = (first.isEmpty ? "" : first + " ") + log.text(segment, 3, max: 60)
      batch.submitter.identifier = log.text(segment, 9, max: 80)
    } else if segment[1].is("40") {
      loop = .receiver
      seen.insert(.receiver)
      batch.receiver.name = log.text(segment, 3, max: 60)
      batch.receiver.identifier = log.text(segment, 9, max: 80)
    } else {
      log.element(segment, 1, .invalidCode)
    }
    entityType(segment)
  }

  private mutating func nameOfProvider(_ segment: Segment) {
    guard segment[1].is("85") else {
      loop = .otherAddress
      return
    }
    loop = .billing
    entityType(segment)
    billing.hasName = true
    billing.provider.name = log.text(segment, 3, max: 60)
    if segment[2].is("1") {
      let name = person(segment, checked: false)
      billing.person = name
      billing.provider.name = [name.first, name.last].filter { !$0.isEmpty }.joined(separator: " ")
    }
    // An atypical provider has no NPI.
    if !segment[9].isEmpty { billing.provider.npi = NPI(npi(segment)) }
  }

  private mutating func nameOfSubscriber(_ segment: Segment) {
    if segment[1].is("IL") {
      loop = .subscriber
      entityType(segment)
      subscriber.person.hasName = true
      subscriber.person.patient.name = person(segment)
      subscriber.coverage.member = MemberID(log.optionalText(segment, 9, max: 80))
    } else if segment[1].is("PR") {
      loop = .payer
      entityType(segment)
      subscriber.hasPayer = true
      subscriber.coverage.payerName = log.text(segment, 3, max: 60)
      subscriber.coverage.payer = PayerID(log.text(segment, 9, max: 80))
      if !segment[8].is("PI"), !segment[8].is("XV") {
        log.element(segment, 8, segment[8].isEmpty ? .missing : .invalidCode)
      }
    } else {
      log.element(segment, 1, .invalidCode)
    }
  }

  private mutating func nameInClaim(_ segment: Segment) {
    let isRendering = segment[1].is("82")
    if loop == .otherInsurance || loop == .otherParty {
      loop = .otherParty
      return
    }
    if loop.isInLine {
      loop = isRendering ? .lineRendering : .lineProvider
    } else {
      loop = isRendering ? .rendering : .otherProvider
    }
    guard isRendering else { return }
    entityType(segment)
    let provider = RenderingProvider(
      npi: segment[9].isEmpty ? "" : NPI(npi(segment)), name: person(segment), taxonomy: "")
    if loop == .rendering { claim?.rendering = provider } else { claim?.lineRendering = provider }
  }

  private mutating func entityType(_ segment: Segment) {
    if !segment[2].is("1"), !segment[2].is("2") {
      log.element(segment, 2, segment[2].isEmpty ? .missing : .invalidCode)
    }
  }

  private mutating func npi(_ segment: Segment) -> String {
    if !segment[8].is("XX") { log.element(segment, 8, segment[8].isEmpty ? .missing : .invalidCode) }
    return log.text(segment, 9, max: 80)
  }

  private mutating func person(_ segment: Segment, checked: Bool = true) -> PersonName {
    if checked, segment[3].isEmpty { log.element(segment, 3, .missing) }
    return PersonName(
      last: checked ? log.optionalText(segment, 3, max: 60) : segment[3].string,
      first: log.optionalText(segment, 4, max: 35), middle: log.optionalText(segment, 5, max: 25))
  }

  mutating func street(_ segment: Segment) {
    switch loop {
    case .billing:
      billing.hasStreet = true
      billing.provider.address.line = log.text(segment, 1, max: 55)
    case .subscriber:
      subscriber.person.hasStreet = true
      subscriber.person.patient.address.line = log.text(segment, 1, max: 55)
    case .patient:
      dependent?.hasStreet = true
      dependent?.patient.address.line = log.text(segment, 1, max: 55)
    default: break
    }
  }

  mutating func city(_ segment: Segment) {
    switch loop {
    case .billing:
      billing.hasCity = true
      billing.provider.address = city(of: billing.provider.address, segment)
    case .subscriber:
      subscriber.person.hasCity = true
      subscriber.person.patient.address = city(of: subscriber.person.patient.address, segment)
    case .patient:
      guard var patient = dependent else { return }
      patient.hasCity = true
      patient.patient.address = city(of: patient.patient.address, segment)
      dependent = patient
    default: break
    }
  }

  private mutating func city(of address: Address, _ segment: Segment) -> Address {
    Address(
      line: address.line, city: log.text(segment, 1, max: 30), state: log.optionalText(segment, 2, max: 2),
      zip: log.optionalText(segment, 3, max: 15))
  }
}
