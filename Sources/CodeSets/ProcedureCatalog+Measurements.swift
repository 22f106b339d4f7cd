import ClaimModel

/// Tests, images, treatments by talk or light and laboratory tests of offices of every specialty. Labels are our own words.
extension ProcedureCatalog {
  static let measurements: [ProcedureEntry] =
    hearingAndEyes + heartAndLungs + allergyAndSkin + mindAndCounsel + officeLaboratories

  /// Hearing, balance, speech and sight tested.
  private static let hearingAndEyes: [ProcedureEntry] = [
    ProcedureEntry("92517", "balance organ tested, neck muscles", .diagnosticTest),
    ProcedureEntry("92518", "balance organ tested, eye muscles", .diagnosticTest),
    ProcedureEntry("92519", "balance organ tested, neck and eye muscles", .diagnosticTest),
    ProcedureEntry("92546", "eyes recorded in a turning chair", .diagnosticTest),
    ProcedureEntry("92553", "hearing tested with tones, air and bone", .diagnosticTest),
    ProcedureEntry("92555", "hearing of speech, threshold", .diagnosticTest),
    ProcedureEntry("92556", "hearing of speech, threshold and recognition", .diagnosticTest),
    ProcedureEntry("92558", "ear's own sounds, screening", .diagnosticTest),
    ProcedureEntry("92570", "middle ear pressure, reflexes and their decay", .diagnosticTest),
    ProcedureEntry("92588", "ear's own sounds, many frequencies", .diagnosticTest),
    ProcedureEntry("92625", "noise in the ear measured", .diagnosticTest),
    ProcedureEntry("92652", "brain's answers to sound, threshold", .diagnosticTest),
    ProcedureEntry("92612", "swallowing looked at with a scope", .diagnosticTest),
    ProcedureEntry("92610", "swallowing evaluated at the bedside", .diagnosticTest),
    ProcedureEntry("92507", "speech treated", .counseling),
    ProcedureEntry("92523", "speech sounds and language evaluated", .counseling),
    ProcedureEntry("92526", "swallowing treated", .counseling),
    ProcedureEntry("92081", "visual field, limited", .diagnosticTest),
    ProcedureEntry("92100", "eye pressure through the day", .diagnosticTest),
    ProcedureEntry("92145", "stiffness of the cornea", .diagnosticTest),
    ProcedureEntry("92202", "back of the eye drawn, nerve or macula", .diagnosticTest),
    ProcedureEntry("92240", "vessels of the eye seen with green dye", .diagnosticTest),
    ProcedureEntry("92273", "answers of the whole retina to light", .diagnosticTest),
    ProcedureEntry("92274", "answers of parts of the retina to light", .diagnosticTest),
    ProcedureEntry("92065", "eyes trained", .counseling),
    ProcedureEntry("92072", "contact lens fitted for a cone-shaped cornea", .surgery),
    ProcedureEntry("76510", "eye seen by ultrasound, A and B", .imaging),
    ProcedureEntry("76519", "eye measured by ultrasound for its lens", .imaging),
    ProcedureEntry("76513", "front of the eye seen by ultrasound", .imaging),
  ]

  /// Hearts, vessels, lungs and unborn children recorded and seen.
  private static let heartAndLungs: [ProcedureEntry] = [
    ProcedureEntry("93224", "heart's rhythm recorded to two days, all of it", .diagnosticTest),
    ProcedureEntry("93225", "heart's rhythm recorded to two days, hooked up", .diagnosticTest),
    ProcedureEntry("93246", "heart's rhythm recorded 8 to 15 days, put on", .diagnosticTest),
    ProcedureEntry("93242", "heart's rhythm recorded 3 to 7 days, put on", .diagnosticTest),
    ProcedureEntry("93270", "heart's events recorded to 30 days, put on", .diagnosticTest),
    ProcedureEntry("93279", "pacemaker of one lead programmed", .diagnosticTest),
    ProcedureEntry("93281", "pacemaker of several leads programmed", .diagnosticTest),
    ProcedureEntry("93282", "defibrillator of one lead programmed", .diagnosticTest),
    ProcedureEntry("93284", "defibrillator of several leads programmed", .diagnosticTest),
    ProcedureEntry("93285", "recorder below the skin programmed", .diagnosticTest),
    ProcedureEntry("93294", "pacemaker read from afar, 90 days", .diagnosticTest),
    ProcedureEntry("93295", "defibrillator read from afar, 90 days", .diagnosticTest),
    ProcedureEntry("93298", "recorder below the skin read from afar, 30 days", .diagnosticTest),
    ProcedureEntry("93308", "heart seen by ultrasound, limited", .imaging),
    ProcedureEntry("93798", "exercise of the heart's rehabilitation, watched", .counseling),
    ProcedureEntry("93975", "vessels of organs in the belly seen by ultrasound", .imaging),
    ProcedureEntry("93978", "aorta and pelvic arteries seen by ultrasound", .imaging),
    ProcedureEntry("93990", "access of dialysis seen by ultrasound", .imaging),
    ProcedureEntry("93886", "arteries of the brain heard by ultrasound", .diagnosticTest),
    ProcedureEntry("93930", "arteries of both arms seen by ultrasound", .imaging),
    ProcedureEntry("94070", "airways provoked by a drug", .diagnosticTest),
    ProcedureEntry("94375", "flow of a breath drawn against its volume", .diagnosticTest),
    ProcedureEntry("94617", "airways provoked by exercise", .diagnosticTest),
    ProcedureEntry("94664", "use of an inhaler shown", .surgery),
    ProcedureEntry("94727", "lung volumes by gas", .diagnosticTest),
    ProcedureEntry("94728", "airways' resistance by oscillation", .diagnosticTest),
    ProcedureEntry("94762", "oxygen in the blood through the night", .diagnosticTest),
    ProcedureEntry("76604", "chest seen by ultrasound", .imaging),
    ProcedureEntry("76857", "pelvis seen by ultrasound, limited", .imaging),
    ProcedureEntry("76870", "scrotum seen by ultrasound", .imaging, sex: .male),
    ProcedureEntry("76872", "prostate seen by ultrasound from within", .imaging),
    ProcedureEntry("76775", "kidneys seen by ultrasound, limited", .imaging),
    ProcedureEntry("76881", "joint seen by ultrasound, whole", .imaging),
    ProcedureEntry("76882", "limb seen by ultrasound, limited", .imaging),
    ProcedureEntry("76811", "unborn child seen by ultrasound, in detail", .imaging, sex: .female),
    ProcedureEntry("76813", "neck fold of the unborn child measured", .imaging, sex: .female),
    ProcedureEntry("76821", "flow in the unborn child's brain", .imaging, sex: .female),
    ProcedureEntry("76831", "womb filled with water seen by ultrasound", .imaging, sex: .female),
  ]

  /// Allergens, and light against skin diseases.
  private static let allergyAndSkin: [ProcedureEntry] = [
    ProcedureEntry("95017", "venoms pricked into the skin, each", .diagnosticTest),
    ProcedureEntry("95018", "drugs pricked into the skin, each", .diagnosticTest),
    ProcedureEntry("95165", "extract of allergens made ready, each dose", .drug),
    ProcedureEntry("96902", "hair looked at under magnification", .diagnosticTest),
    ProcedureEntry("96904", "whole skin photographed", .diagnosticTest),
    ProcedureEntry("96912", "skin treated with light and psoralen", .surgery),
    ProcedureEntry("96920", "skin treated with an excimer laser, under 250 square centimeters", .surgery),
    ProcedureEntry("95079", "food or drug eaten under watch, each further hour", .diagnosticTest),
  ]

  /// Talk, training, teaching and counsel.
  private static let mindAndCounsel: [ProcedureEntry] = [
    ProcedureEntry("90785", "talk made hard by others, beside psychotherapy", .counseling),
    ProcedureEntry("90839", "psychotherapy in a crisis, first hour", .counseling),
    ProcedureEntry("90846", "family talk without the patient", .counseling),
    ProcedureEntry("90870", "seizure set off as a treatment", .surgery),
    ProcedureEntry("90901", "body signals shown for training", .counseling),
    ProcedureEntry("90912", "pelvic floor trained by signals, first 15 minutes", .counseling),
    ProcedureEntry("96116", "thinking examined by a clinician, first hour", .diagnosticTest),
    ProcedureEntry("96112", "development tested, first hour", .diagnosticTest),
    ProcedureEntry("96156", "health behavior assessed", .counseling),
    ProcedureEntry("96158", "health behavior changed by talk, first half hour", .counseling),
    ProcedureEntry("97802", "nutrition therapy, first visit, each 15 minutes", .counseling),
    ProcedureEntry("97803", "nutrition therapy, later visit, each 15 minutes", .counseling),
    ProcedureEntry("97813", "needles with current, first 15 minutes", .surgery),
    ProcedureEntry("98943", "spine left alone, limbs set by hand", .surgery),
    ProcedureEntry("G0101", "pelvis and breasts examined for cancer, Medicare", .counseling, sex: .female),
    ProcedureEntry("G0296", "talk about lung cancer screening", .counseling),
    ProcedureEntry("G0108", "diabetes taught to one person, each half hour", .counseling),
    ProcedureEntry("G0447", "talk about weight, 15 minutes, Medicare", .counseling),
    ProcedureEntry("G0180", "home health plan certified", .counseling),
  ]

  /// Tests of a laboratory in the office.
  private static let officeLaboratories: [ProcedureEntry] = [
    ProcedureEntry("82044", "albumin in urine, by strip", .laboratory),
    ProcedureEntry("82274", "blood in stool, antibodies", .laboratory),
    ProcedureEntry("83013", "helicobacter in breath", .laboratory),
    ProcedureEntry("83986", "acidity of a fluid", .laboratory),
    ProcedureEntry("85013", "red cells' share, spun", .laboratory),
    ProcedureEntry("86318", "helicobacter antibodies, rapid", .laboratory),
    ProcedureEntry("86703", "HIV antibodies, both kinds, rapid", .laboratory),
    ProcedureEntry("86803", "hepatitis C antibodies", .laboratory),
    ProcedureEntry("87426", "coronavirus antigen by machine", .laboratory),
    ProcedureEntry("87636", "coronavirus and influenza, amplified", .laboratory),
    ProcedureEntry("87637", "coronavirus, influenza and RSV, amplified", .laboratory),
    ProcedureEntry("87634", "respiratory syncytial virus, amplified", .laboratory),
    ProcedureEntry("87651", "streptococcus A, amplified", .laboratory),
    ProcedureEntry("87808", "trichomonas antigen, rapid", .laboratory),
    ProcedureEntry("87905", "sialidase of bacteria", .laboratory),
    ProcedureEntry("89300", "sperm looked at", .laboratory),
    ProcedureEntry("89310", "sperm counted", .laboratory),
    ProcedureEntry("82950", "blood sugar after sugar", .laboratory),
  ]
}
