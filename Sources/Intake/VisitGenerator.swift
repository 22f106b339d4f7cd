import ClaimModel

/// Makes visits for load tests and demonstrations, without end: the same seed and number give the same visit.
///
/// The people are made up, each comes once, and every chart says plainly what the visit was for, so that it
/// can be coded.
///
/// ```swift
/// let generator = VisitGenerator(seed: 7)
/// let visit = generator.visit(42)
/// for visit in generator.prefix(1000) { … }
/// ```
public struct VisitGenerator: Sequence, Sendable {
  /// What decides everything else.
  public let seed: UInt64
  /// The payers that patients are members of; when empty, everybody pays alone.
  public let payers: [KnownPayer]
  /// Where the dates of service lie.
  public let dates: ClosedRange<CalendarDate>
  private let practices: [BillingProvider]
  /// Clinicians by practice and specialty: at `practice * specialties + specialty`.
  private let clinicians: [RenderingProvider]

  private static let practiceCount = 8

  /// A generator; by default its patients are members of ``KnownPayer/examples`` and its dates the second
  /// quarter of 2026.
  public init(
    seed: UInt64, payers: [KnownPayer] = KnownPayer.examples,
    dates: ClosedRange<CalendarDate> = RedatePolicy.secondQuarter2026
  ) {
    self.seed = seed
    self.payers = payers
    self.dates = dates
    var practices: [BillingProvider] = []
    var clinicians: [RenderingProvider] = []
    for number in 0..<Self.practiceCount {
      let key = "generated/\(seed)/\(number)"
      let place = PeopleTable.places[number % PeopleTable.places.count]
      practices.append(SyntheticRegistration(key: key).practice(named: "\(place.city) Outpatient Clinic"))
      for specialty in Specialty.allCases {
        var person = SyntheticRegistration(key: "\(key)/\(specialty.rawValue)")
        clinicians.append(
          RenderingProvider(
            npi: .derived(from: "\(key)/\(specialty.rawValue)"), name: person.name(sex: person.sex()),
            taxonomy: Self.taxonomy(of: specialty)))
      }
    }
    self.practices = practices
    self.clinicians = clinicians
  }

  /// Source: NUCC provider taxonomy: family medicine, internal medicine, orthopaedic surgery.
  private static func taxonomy(of specialty: Specialty) -> String {
    switch specialty {
    case .primaryCare: SpecialtyTable.defaultTaxonomy
    case .medical: "207R00000X"
    case .surgical: "207X00000X"
    }
  }

  /// The `number`th visit; any number is accepted.
  public func visit(_ number: Int) -> Visit {
    let bits = UInt64(bitPattern: Int64(number))
    // Two rounds: neighboring numbers must not give neighboring states of the generator.
    var start = SeededRandom(seed: seed ^ bits &* 0xd134_2543_de82_ef95)
    var random = SeededRandom(seed: start.next())
    let problem = pick(GeneratedProblem.all, &random)
    let filling = NoteTemplate.Filling(
      age: problem.ages.lowerBound + Int(random.next() % UInt64(problem.ages.count)),
      sex: problem.sex ?? (random.next() & 1 == 0 ? .female : .male), bits: random.next())
    let documentation: [DocumentationItem] =
      switch problem.chart {
      case .note(let template): [DocumentationItem(kind: .note, text: template.text(filling), source: "note")]
      case .items(let items): items
      }
    return Visit(
      id: .derived(from: "generated", String(seed), String(number)),
      registration: registration(bits, problem, filling, &random), specialty: problem.specialty,
      isEstablishedPatient: random.next() % 4 != 0, totalMinutes: problem.statesMinutes ? filling.minutes : nil,
      documentation: documentation)
  }

  private func registration(
    _ number: UInt64, _ problem: GeneratedProblem, _ filling: NoteTemplate.Filling, _ random: inout SeededRandom
  ) -> Registration {
    let practice = Int(random.next() % UInt64(practices.count))
    let specialty = Specialty.allCases.firstIndex(of: problem.specialty) ?? 0
    let date = RedatePolicy.day(in: dates, by: random.next())
    let place = pick(PeopleTable.places, &random)
    let patient = Patient(
      name: PersonName(
        last: pick(PeopleTable.lastNames, &random), first: pick(PeopleTable.firstNames(filling.sex), &random)),
      birthDate: birthDate(aged: filling.age, on: date, &random), sex: filling.sex,
      address: Address(
        line: String(1 + random.next() % 999) + " " + pick(PeopleTable.streets, &random), city: place.city,
        state: place.state, zip: place.zip))
    var coverages: [Coverage] = []
    if !payers.isEmpty {
      let payer = pick(payers, &random)
      coverages = [Coverage(payer: payer.id, payerName: payer.name, member: member(number))]
    }
    return Registration(
      patient: patient, coverages: coverages, rendering: clinicians[practice * Specialty.allCases.count + specialty],
      billing: practices[practice], dateOfService: date, placeOfService: problem.place)
  }

  /// `W` and ten digits, another for each of ten billion visits: multiplying by a number prime to the modulus permutes.
  private func member(_ number: UInt64) -> MemberID {
    let modulus: UInt64 = 10_000_000_000
    let mixed = (number % modulus).multipliedFullWidth(by: 7_368_787_321)
    let permuted = modulus.dividingFullWidth((mixed.high % modulus, mixed.low)).remainder
    return MemberID("W" + String(modulus + (permuted &+ seed % modulus) % modulus).dropFirst())
  }

  private func birthDate(aged age: Int, on date: CalendarDate, _ random: inout SeededRandom) -> CalendarDate {
    let (year, month, day) = date.components
    // Whoever is born on the 29th is as old on the 28th of a year that has no 29th; no month lacks a 28th.
    let birthday = CalendarDate(year: Swift.max(1, year - age), month: month, day: Swift.min(day, 28)) ?? date
    return birthday.adding(days: -Int(random.next() % 360))
  }

  private func pick<Element>(_ choices: [Element], _ random: inout SeededRandom) -> Element {
    choices[Int(random.next() % UInt64(choices.count))]
  }

  /// The visits from number 0 on.
  public func makeIterator() -> Iterator { Iterator(generator: self) }

  /// Walks the visits of a generator; it never ends.
  public struct Iterator: IteratorProtocol {
    fileprivate let generator: VisitGenerator
    private var number = 0

    fileprivate init(generator: VisitGenerator) { self.generator = generator }

    /// The next visit.
    public mutating func next() -> Visit? {
      defer { number &+= 1 }
      return generator.visit(number)
    }
  }
}
