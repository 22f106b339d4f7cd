import ClaimModel

/// What a chart documents of services and of the visit itself.
struct ChartServices {
  /// Services by their words.
  var mentions: [ServiceMention] = []
  /// Wounds and their lengths.
  var wounds: [Wound] = []
  /// Vaccines named, with whether they were given.
  var vaccines: [VaccineMention] = []
  /// Drugs injected here today, into a muscle or with an injection of another kind.
  var drugs: [DrugMention] = []
  /// What is said of the visit.
  var signs: [VisitSign] = []
  /// A clinician's minutes on the day of the visit.
  var minutes: (count: Int, span: ChartSpan)?
  /// Minutes of counseling to stop tobacco.
  var tobaccoMinutes: (count: Int, span: ChartSpan)?
  /// Where a pregnancy test of today is told to be negative.
  var negativePregnancyTest: ChartSpan?
  /// Minutes of psychotherapy beside a visit.
  var psychotherapyMinutes: (count: Int, span: ChartSpan)?
  /// Minutes of talk about what is to be done at the end of life.
  var advanceCareMinutes: (count: Int, span: ChartSpan)?
  /// Minutes of critical care.
  var criticalCareMinutes: (count: Int, span: ChartSpan)?
  /// Whether somebody was counseled about vaccines.
  var hasVaccineCounseling = false
  /// Where the zones of each text begin, in bytes.
  var zones: [(item: Int, start: Int, zone: ServiceZone)] = []

  /// A wound of the skin.
  struct Wound {
    var site: BodySite?
    var side: Mention.Side?
    var millimeters: Int
    var span: ChartSpan
  }

  /// A vaccine that was given.
  struct VaccineMention {
    /// Which of ``NamedVaccine/all``.
    var vaccine: Int
    var span: ChartSpan
  }

  /// A drug that was injected.
  struct DrugMention {
    /// Which of ``InjectedDrug/all``.
    var drug: Int
    /// In micrograms, or in the drug's own units.
    var dose: Int?
    /// Whether it went into a muscle or below the skin, and not into a joint.
    var isSystemic: Bool
    var span: ChartSpan
  }

  /// Words about the visit.
  struct VisitSign {
    var cue: VisitCue
    var zone: ServiceZone
    var span: ChartSpan
  }

  /// The zone of a place in an item's text.
  func zone(item: Int, offset: Int) -> ServiceZone {
    zones.last { $0.item == item && $0.start <= offset }?.zone ?? .open
  }

  /// Whether an item has a part that tells the assessment and plan.
  func hasPlan(item: Int) -> Bool { zones.contains { $0.item == item && $0.zone == .planned } }

  /// The first sign of a kind.
  func sign(_ cue: VisitCue) -> VisitSign? { signs.first { $0.cue == cue } }

  /// Whether the visit is called one of Medicare's wellness visits, of which a screening for depression is a part.
  ///
  /// Source: 42 CFR 410.15 and 410.16.
  var isWellnessVisit: Bool { sign(.welcome) != nil || sign(.firstWellness) != nil || sign(.wellness) != nil }

  /// Whether the plan tells that a problem got worse, or raises the dose of a drug that needs a prescription.
  var tellsChange: Bool {
    signs.contains { sign in
      guard sign.zone == .planned else { return false }
      return sign.cue == .worse || sign.cue == .severe || raisesDrug(sign)
    }
  }

  /// Whether a sign of the plan raises the dose of a drug that needs a prescription.
  func raisesDrug(_ sign: VisitSign) -> Bool { sign.cue == .raised && isOfDrug(sign, from: sign.span.end) }

  /// Whether a sign of the plan begins or adds a drug that needs a prescription, or puts it in another one's place.
  func beginsDrug(_ sign: VisitSign, _ chart: Chart) -> Bool {
    guard sign.cue == .changed, isOfDrug(sign, from: sign.span.end) else { return false }
    let word = SmallLetters(chart.visit.documentation[sign.span.item].text.utf8.dropFirst(sign.span.start).prefix(6))
    return word.holds(anyOf: ["start", "begin", "began", "initia", "add", "switch"])
  }

  private func isOfDrug(_ sign: VisitSign, from start: Int) -> Bool {
    sign.zone == .planned
      && signs.contains {
        $0.cue == .prescription && $0.span.item == sign.span.item
          && (start...sign.span.end + Self.reachOfRaise).contains($0.span.start)
      }
  }

  /// Whether the plan begins, ends or changes a treatment with a drug that needs a prescription.
  var changesTreatment: Bool {
    tellsChange || signs.contains { $0.cue == .changed && isOfDrug($0, from: $0.span.start) }
  }

  /// How far, in bytes, a drug stands behind the word that raises its dose.
  private static let reachOfRaise = 40

  mutating func merge(_ other: ChartServices) {
    mentions += other.mentions
    wounds += other.wounds
    vaccines += other.vaccines
    drugs += other.drugs
    signs += other.signs
    minutes = minutes ?? other.minutes
    tobaccoMinutes = tobaccoMinutes ?? other.tobaccoMinutes
    negativePregnancyTest = negativePregnancyTest ?? other.negativePregnancyTest
    psychotherapyMinutes = psychotherapyMinutes ?? other.psychotherapyMinutes
    advanceCareMinutes = advanceCareMinutes ?? other.advanceCareMinutes
    criticalCareMinutes = criticalCareMinutes ?? other.criticalCareMinutes
    hasVaccineCounseling = hasVaccineCounseling || other.hasVaccineCounseling
    zones += other.zones
  }
}
