import ClaimModel
import CodeSets

/// Words that name a service, and how it is told that it was done.
struct ServiceTerm: Sendable {
  /// What the code follows from.
  var family: ServiceFamily
  /// The code, where the words alone tell it.
  var procedure: ProcedureCode?
  /// The words for doing it.
  var acts: ServiceWords
  /// What the words themselves say: `injected`.
  var says: ServiceWords = []
  /// Whether the words name doing something, as `injection` does, and not a thing, as `cerumen` does.
  var isAct = true
  /// Whether a test of it is waived under CLIA and takes QW.
  var isWaived = false
  /// Whether it is of a side of the body.
  var hasSide = false
  /// Whether it is done where the patient is and nowhere else, so that a result tells it was: a dipstick.
  var isAtHand = false
  /// Whether a lasting illness is steered by its value: diabetes, anemia, blood fats, the thyroid, kidneys, clotting.
  var isSteering = false

  /// Whether it is an injection other than into a muscle, beside which the drug is billed.
  var takesDrug: Bool { family.isInjection || procedure.map { ServiceTerm.injections.contains($0) } ?? false }

  /// Whether blood is drawn for it.
  var isOfBlood: Bool {
    family == .venipuncture
      || family == .outsideTest
        && procedure.map { "80" <= $0.rawValue.prefix(2) && $0.rawValue.prefix(2) <= "86" } ?? false
  }

  /// Injections at the spine, into nerves, the eye and the skin.
  private static let injections: Set<ProcedureCode> = [
    "64483", "62321", "62323", "64490", "64493", "27096", "64405", "67028", "11900", "20526",
  ]
}

/// Kinds of services by what their codes follow from.
enum ServiceFamily: UInt8, Sendable {
  /// A procedure whose words tell its code.
  case procedure
  /// An injection into, or aspiration of, a joint or bursa: by the joint's size.
  case joint
  /// By number of muscles.
  case triggerPoint
  /// A tendon sheath or its origin.
  case tendonSheath, tendonOrigin
  /// By kind, region and length.
  case repair
  case drainage
  /// By kind of biopsy, one and each further one.
  case biopsy
  /// By region and diameter.
  case shave, excision
  /// A malignant lesion cut out, or scraped and burned: by region and diameter.
  case malignantExcision, malignantDestruction
  /// An ulcer cleaned of dead tissue: by how deep.
  case debridement
  /// By kind and number of lesions.
  case destruction
  case skinTag
  case cerumen
  case nailDebridement, nailAvulsion
  /// By number.
  case callus
  case splint, cast
  case foreignBody
  case device
  case nebulizer
  case venipuncture
  /// Images by site and number of views.
  case xray
  case tracing, spirometry
  /// How nerves conduct, by their number, and muscles with a needle, by limbs.
  case nerveConduction, needleElectromyography
  /// A test in the office whose words tell its code.
  case officeTest
  case urinalysis
  case coronavirus, influenza
  /// A screening with a score.
  case instrument, developmentalInstrument
  /// A test that others do: it counts for the decision only.
  case outsideTest
  /// The same of tissue that was taken, and of a smear.
  case outsideTissue, outsideSmear
  /// A screening of the senses.
  case screening
  /// Allergens pricked into the skin, by their number.
  case prickTest
  /// Allergens, by the number of injections.
  case allergen
  /// Botulinum toxin, which comes with its drug.
  case chemodenervation
  /// The care of a fracture that is left where it is, by its diagnosis.
  case fractureCare
  /// Looking at the cervix, by what was taken.
  case colposcopy
  /// Endoscopies: by what was done through the scope.
  case colonoscopy, upperEndoscopy
  /// What was done through a scope.
  case scopeSnare, scopeHotForceps, scopeBiopsy, scopeInjection

  /// Whether the practice gets a reading with it, so that it is no data of the visit when it is billed.
  ///
  /// Source: AMA CPT E/M guidelines, "Amount and/or Complexity of Data": tests reported separately with an
  /// interpretation do not count.
  var isInterpreted: Bool { isTakenHere || isOfNerves }

  /// Whether it is an image or tracing that offices take.
  var isTakenHere: Bool { self == .xray || self == .tracing || self == .spirometry }

  /// Whether it is a test of nerves and muscles.
  var isOfNerves: Bool { self == .nerveConduction || self == .needleElectromyography }

  /// Whether it may be an image or tracing, which can be read once more.
  var isImageOrTracing: Bool { isInterpreted || self == .outsideTest }

  /// Whether it is an injection other than into a muscle.
  var isInjection: Bool {
    switch self {
    case .joint, .triggerPoint, .tendonSheath, .tendonOrigin, .chemodenervation: true
    default: false
    }
  }

  /// Whether it is told with how many it was done to.
  var isCounted: Bool { [.nailDebridement, .callus, .destruction, .skinTag, .allergen].contains(self) }

  /// Whether it is a test that others do.
  var isOutside: Bool { self == .outsideTest || self == .outsideTissue || self == .outsideSmear }

  /// Whether it is an endoscopy, which a section on procedures tells of, or words of today.
  var isEndoscopy: Bool { self == .colonoscopy || self == .upperEndoscopy }

  /// Whether it is a step of an endoscopy, and no service without one.
  var isScopeStep: Bool {
    switch self {
    case .scopeSnare, .scopeHotForceps, .scopeBiopsy, .scopeInjection: true
    default: false
    }
  }

  /// Whether it is a test or image rather than something done to the body.
  var isTest: Bool {
    switch self {
    case .xray, .tracing, .spirometry, .nerveConduction, .needleElectromyography, .officeTest, .venipuncture,
      .urinalysis, .coronavirus, .influenza, .instrument,
      .developmentalInstrument, .outsideTest, .outsideTissue, .outsideSmear, .screening, .prickTest:
      true
    default: false
    }
  }
}

/// Words of a chart that name a service.
struct ServiceMention {
  /// Which of the table's terms.
  var term: Int
  /// The words with their sentence.
  var span: ChartSpan
  /// The words of the term itself.
  var name: ChartSpan
  var status: Status
  var zone: ServiceZone
  var site: BodySite?
  var side: Mention.Side?
  /// What the sentence says of it.
  var words: ServiceWords
  /// Views, lesions or other things counted.
  var count: Int?
  /// Millimeters of length or diameter.
  var millimeters: Int?

  /// What is said of a service.
  enum Status: UInt8 {
    /// Named only, or refused, past, elsewhere.
    case named
    /// Its result was looked at.
    case reviewed
    /// It is ordered or planned.
    case ordered
    /// It was done today in this office.
    case performed
  }
}

/// A stretch of an item's text, in UTF-8 bytes.
struct ChartSpan: Hashable {
  var item: Int
  var start: Int
  var end: Int
}
