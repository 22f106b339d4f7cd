import ClaimModel

/// The levels of a 276 or 277 as far as they were read.
struct StatusHierarchy {
  /// A level (HL03), from the payer down; the raw value is the letter of its loops.
  enum Level: String {
    case none = ""
    case payer = "A"
    case receiver = "B"
    case provider = "C"
    case subscriber = "D"
    case dependent = "E"
  }

  private(set) var level = Level.none
  private(set) var subject = StatusHierarchy.nobody

  private static let nobody = StatusSubject(
    payer: StatusParty(organization: "", qualifier: "", identifier: ""),
    receiver: StatusParty(organization: "", qualifier: "", identifier: ""))

  /// Takes in an HL; returns whether it is a level at all.
  mutating func begin(_ segment: Segment) -> Bool {
    let kind = segment[3]
    if kind.is("20") {
      level = .payer
      subject = StatusHierarchy.nobody
    } else if kind.is("21") {
      level = .receiver
      (subject.provider, subject.subscriber) = (nil, nil)
      forgetPatient()
    } else if kind.is("19") {
      level = .provider
      (subject.provider, subject.subscriber) = (nil, nil)
      forgetPatient()
    } else if kind.is("22") {
      level = .subscriber
      forgetPatient()
    } else if kind.is("23") {
      level = .dependent
      forgetPatient()
    } else {
      return false
    }
    return true
  }

  private mutating func forgetPatient() { (subject.dependent, subject.birthDate, subject.sex) = (nil, nil, nil) }

  /// Takes in an NM1.
  mutating func name(_ segment: Segment) {
    let party = StatusParty(
      isPerson: segment[2].is("1"), name: segment[3].string, first: segment[4].string, middle: segment[5].string,
      qualifier: segment[8].string, identifier: segment[9].string)
    switch level {
    case .payer: subject.payer = party
    case .receiver: subject.receiver = party
    // A provider may be named by two identifiers; the first counts.
    case .provider: subject.provider = subject.provider ?? party
    case .subscriber: subject.subscriber = party
    case .dependent: subject.dependent = party
    case .none: break
    }
  }

  /// Takes in a DMG.
  mutating func demographics(_ segment: Segment) {
    subject.birthDate = segment[2].date
    subject.sex = Sex(rawValue: segment[3].string)
  }
}

extension FaultLog {
  /// A service of a status request or its answer.
  mutating func statusService(_ segment: Segment) -> StatusService {
    var components = segment[1].components
    let codeList = components.next().string
    let procedure = components.next()
    if procedure.isEmpty { element(segment, 1, component: 2, .missing) }
    return StatusService(
      codeList: codeList, procedure: ProcedureCode(procedure.string), modifiers: segment[1].modifiers,
      charge: money(segment, 2), paid: optionalMoney(segment, 3), revenueCode: optionalText(segment, 4, max: 48),
      units: segment[7].isEmpty ? nil : quantity(segment, 7, fallback: 1))
  }

  /// The days of a DTP*472; `nil` for another DTP.
  mutating func servicePeriod(_ segment: Segment) -> ServicePeriod? {
    guard segment[1].is("472"), let days = formattedDates(segment) else { return nil }
    return ServicePeriod(days.first, through: days.last)
  }
}
