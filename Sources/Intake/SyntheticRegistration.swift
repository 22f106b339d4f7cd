import ClaimModel

/// Registration made up from a key, the same for the same key: for notes and bundles that come without.
struct SyntheticRegistration {
  private var random: SeededRandom
  private let key: String

  init(key: String) {
    self.key = key
    self.random = SeededRandom(seed: StableHash.value(key, key: 0x7265_6769_7374))
  }

  /// An employer identification number: nine digits, of which the first two are a prefix in use.
  /// Source: IRS, "How EINs are assigned and valid EIN prefixes".
  static func taxID(for key: String) -> String {
    let hash = StableHash.value(key, key: 0x65696e)
    let prefixes = ["01", "04", "12", "20", "26", "35", "41", "45", "52", "61", "74", "82", "95"]
    let digits = String(10_000_000 + hash / 16 % 10_000_000).dropFirst()
    return prefixes[Int(hash % UInt64(prefixes.count))] + digits
  }

  /// A member's number: `M` and nine digits.
  static func member(for key: String) -> MemberID {
    MemberID("M" + String(1_000_000_000 + StableHash.value(key, key: 0x6d656d) % 1_000_000_000).dropFirst())
  }

  /// The payer that the patient of `key` is a member of; `nil` if there are none to choose from.
  static func payer(for key: String, among payers: [KnownPayer]) -> KnownPayer? {
    payers.isEmpty ? nil : payers[Int(StableHash.value(key, key: 0x7061_7965) % UInt64(payers.count))]
  }

  /// A day of `range`.
  mutating func day(in range: ClosedRange<CalendarDate>) -> CalendarDate {
    RedatePolicy.day(in: range, by: random.next())
  }

  /// A date of birth of someone `age` years old on `date`.
  mutating func birthDate(aged age: Int, on date: CalendarDate) -> CalendarDate {
    let (year, month, day) = date.components
    // The last 29th of February before a birthday in a common year is taken as the 28th.
    let birthday =
      CalendarDate(year: max(1, year - age), month: month, day: day)
      ?? CalendarDate(year: max(1, year - age), month: month, day: day - 1) ?? date
    return birthday.adding(days: -Int(random.next() % 364))
  }

  /// An adult age from 20 to 79.
  mutating func adultAge() -> Int { 20 + Int(random.next() % 60) }

  /// Female or male.
  mutating func sex() -> Sex { random.next() & 1 == 0 ? .female : .male }

  /// A person's name that fits `sex`.
  mutating func name(sex: Sex) -> PersonName {
    PersonName(last: pick(PeopleTable.lastNames), first: pick(PeopleTable.firstNames(sex)))
  }

  /// A postal address.
  func address() -> Address {
    var copy = SyntheticRegistration(key: key + "/address")
    return copy.nextAddress()
  }

  /// A practice's name.
  func practiceName() -> String {
    var copy = SyntheticRegistration(key: key + "/practice")
    return copy.pick(PeopleTable.places).city + " Medical Group"
  }

  /// A practice of the given name, or of one made up. One of a few, as most practices have many patients.
  func practice(named name: String? = nil) -> BillingProvider {
    let name = name ?? practiceName()
    var copy = SyntheticRegistration(key: name)
    return BillingProvider(
      npi: .derived(from: "practice/" + name), name: name, taxID: Self.taxID(for: name), address: copy.nextAddress())
  }

  /// A clinician of the made-up practice.
  func clinician() -> RenderingProvider {
    let place = practiceName()
    var copy = SyntheticRegistration(key: place + "/clinician")
    return RenderingProvider(
      npi: .derived(from: "clinician/" + place), name: copy.name(sex: copy.sex()),
      taxonomy: SpecialtyTable.defaultTaxonomy)
  }

  mutating func nextAddress() -> Address {
    let place = pick(PeopleTable.places)
    return Address(
      line: "\(1 + random.next() % 999) \(pick(PeopleTable.streets))", city: place.city, state: place.state,
      zip: place.zip)
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int(random.next() % UInt64(choices.count))]
  }
}
