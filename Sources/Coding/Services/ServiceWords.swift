/// What the words of a sentence say about the services it names.
struct ServiceWords: OptionSet, Hashable, Sendable {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(bit: UInt64) { rawValue = 1 << bit }

  // MARK: What was done

  /// `performed`, `done`.
  static let performed = ServiceWords(bit: 0)
  /// `given`, `administered`.
  static let given = ServiceWords(bit: 1)
  /// `obtained`, `taken`, `collected`.
  static let obtained = ServiceWords(bit: 2)
  /// `placed`, `applied`, `inserted`.
  static let placed = ServiceWords(bit: 3)
  /// `removed`, `extracted`.
  static let removed = ServiceWords(bit: 4)
  static let injected = ServiceWords(bit: 5)
  /// `aspirated`, `withdrawn`.
  static let aspirated = ServiceWords(bit: 6)
  /// `repaired`, `sutured`, `closed`.
  static let repaired = ServiceWords(bit: 7)
  /// `drained`, `incised`, `lanced`.
  static let drained = ServiceWords(bit: 8)
  /// `frozen`, `treated`, `destroyed`.
  static let destroyed = ServiceWords(bit: 9)
  /// `excised`, `shaved`.
  static let excised = ServiceWords(bit: 10)
  static let biopsied = ServiceWords(bit: 11)
  /// `trimmed`, `debrided`, `avulsed`.
  static let trimmed = ServiceWords(bit: 12)
  /// `irrigated`, `lavaged`.
  static let irrigated = ServiceWords(bit: 13)
  /// `drawn`: blood.
  static let drawn = ServiceWords(bit: 14)
  /// `cauterized`, `packed`.
  static let cauterized = ServiceWords(bit: 15)

  /// Any word for something done.
  static let acts = ServiceWords(rawValue: 0xffff)

  // MARK: Where and when

  static let today = ServiceWords(bit: 16)
  /// `in the office`, `in clinic`, `point of care`.
  static let here = ServiceWords(bit: 17)
  /// `normal`, `positive`, `shows`.
  static let result = ServiceWords(bit: 18)
  /// `reviewed`.
  static let reviewed = ServiceWords(bit: 19)

  // MARK: How

  /// `layered`, `intermediate`: a repair below the skin.
  static let layered = ServiceWords(bit: 20)
  /// `complicated`, `multiple`, `packing`.
  static let complicated = ServiceWords(bit: 21)
  /// `curette`, `forceps`, `suction`.
  static let instrument = ServiceWords(bit: 22)
  /// A urine strip read by a machine.
  static let automated = ServiceWords(bit: 23)
  static let microscopy = ServiceWords(bit: 24)
  /// A test before and after a drug that widens the airways.
  static let bronchodilator = ServiceWords(bit: 25)
  /// `read`, `sinus rhythm`: the tracing was interpreted.
  static let interpreted = ServiceWords(bit: 26)
  /// Into a muscle or below the skin.
  static let route = ServiceWords(bit: 27)
  /// `counseled`, `benefits`.
  static let counseled = ServiceWords(bit: 28)
  /// Actinic keratoses.
  static let premalignant = ServiceWords(bit: 29)
  /// Warts and other benign lesions.
  static let benign = ServiceWords(bit: 30)
  /// The molecular kind of a test.
  static let molecular = ServiceWords(bit: 31)
  /// Closed by strips only, which is no repair.
  static let strips = ServiceWords(bit: 34)
  /// A slit lamp.
  static let slitLamp = ServiceWords(bit: 35)
  static let walking = ServiceWords(bit: 36)
  /// Beyond the next joint.
  static let long = ServiceWords(bit: 37)
  /// Tobacco, or stopping it.
  static let tobacco = ServiceWords(bit: 39)
  /// `total time`, `spent`.
  static let timeSpent = ServiceWords(bit: 40)
  /// `total`: all of a clinician's time.
  static let total = ServiceWords(bit: 41)
  static let faceToFace = ServiceWords(bit: 42)
  /// Time of a procedure or of another service.
  static let otherTime = ServiceWords(bit: 43)
  /// `laceration`, `wound`, `cut`.
  static let wound = ServiceWords(bit: 44)
  /// Attempted without success.
  static let attempted = ServiceWords(bit: 45)
  /// `excluding`: other services' time is not part of it.
  static let excluded = ServiceWords(bit: 47)
  /// Psychotherapy, whose minutes are no time of the visit.
  static let psychotherapy = ServiceWords(bit: 46)
  /// A test found nothing.
  static let negative = ServiceWords(bit: 49)
  /// An area of skin, which is told of what was done to it.
  static let area = ServiceWords(bit: 50)
  /// A vaccine of a high dose.
  static let highDose = ServiceWords(bit: 51)
  /// Talk about what is to be done at the end of life.
  static let advanceCare = ServiceWords(bit: 52)
  /// A score that follows the name of its instrument and is all that tells of it.
  static let scoreAlone = ServiceWords(bit: 53)
  /// `debridement`, `paring`: what an account of a procedure calls what it tells of.
  static let trimming = ServiceWords(bit: 54)
  /// `received`: today a vaccine was given, otherwise it may have been long ago.
  static let received = ServiceWords(bit: 55)
  /// `critical care`.
  static let criticalCare = ServiceWords(bit: 56)
  /// Vaccines in general.
  static let vaccination = ServiceWords(bit: 48)
}

/// What keeps a service from counting as done today in this office.
enum ServiceVeto: UInt8, Sendable {
  /// It is still to come: `will`, `recommend`.
  case future
  /// It might come: `if`, `consider`.
  case conditional
  /// It was ordered; obtained today it counts all the same.
  case ordered
  /// The patient did not want it.
  case refused
  /// `no`, `without`.
  case absent
  /// `not`.
  case not
  /// It was done before: `last`, `ago`, `in March`.
  case past
  /// It was done elsewhere.
  case elsewhere
}

/// What words say of the visit itself.
enum VisitCue: UInt8, Sendable {
  case newPatient, establishedPatient
  case video, audioOnly
  /// The visit was for a vaccine and nothing else.
  case vaccinationOnly
  /// A prescription drug, or its prescription.
  case prescription
  /// A drug that is sold without prescription.
  case overTheCounter
  /// A drug that harms without regular tests.
  case toxicDrug
  /// Tests for harm by a drug.
  case monitoring
  case hospitalization, majorSurgery, riskFactors, resuscitation, socialNeed
  case historian, externalNote, ownInterpretation, discussion
  /// A problem that got worse, is not at its goal, or endangers.
  case worse, severe, stable
  /// A drug that is taken in a higher dose from now on.
  case raised
  /// Fever and other signs of the whole body.
  case systemic
  /// A treatment that begins, ends or changes.
  case changed
  /// A drug that is prescribed: both a prescription and a treatment that begins.
  case prescribed
  /// A yearly wellness visit, the first of them, and the first visit with Medicare, as Medicare pays them.
  case wellness, firstWellness, welcome
  /// The visit lies in the time that an operation's fee covers.
  case globalPeriod
  /// The clinician is the one who keeps caring for the patient.
  case longitudinal
  /// What an examination of the eyes is made of.
  case visualAcuity, eyePressure, slitLamp, fundus
  /// A psychiatrist's first evaluation.
  case psychiatricEvaluation
  /// Something runs or ran into a vein.
  case infusion
  /// The visit is one after a stay in a hospital that takes the patient home.
  case transitionalCare
  /// The patient chose what was proposed.
  case proceeds
  /// Major surgery that is named with a condition, as one of several ways.
  case surgeryWeighed
  /// A drug against cancer that harms the blood and organs, and one that is to be begun.
  case antineoplastic, antineoplasticBegun
  /// The visit is for thinking that fails, with a plan of care.
  case cognitiveCare
}

/// Several of ``VisitCue``.
struct VisitCues: OptionSet {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }
  init(_ cue: VisitCue) { rawValue = 1 << UInt32(cue.rawValue) }

  static let worse = VisitCues(.worse)
  static let severe = VisitCues(.severe)
  static let stable = VisitCues(.stable)
  static let systemic = VisitCues(.systemic)
}

/// Several of ``ServiceVeto``.
struct ServiceVetoes: OptionSet {
  let rawValue: UInt8
  init(rawValue: UInt8) { self.rawValue = rawValue }
  init(_ veto: ServiceVeto) { rawValue = 1 << veto.rawValue }

  static let future = ServiceVetoes(.future)
  static let conditional = ServiceVetoes(.conditional)
  static let ordered = ServiceVetoes(.ordered)
  static let refused = ServiceVetoes(.refused)
  static let absent = ServiceVetoes(.absent)
  static let not = ServiceVetoes(.not)
  static let past = ServiceVetoes(.past)
  static let elsewhere = ServiceVetoes(.elsewhere)
}
