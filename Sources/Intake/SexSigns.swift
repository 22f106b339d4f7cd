import ClaimModel

/// What the words of a note say of the patient's sex, where none is stated with the age.
///
/// Dictation and translation put "he" for "she" more often than they change a noun or an organ.
struct SexSigns {
  /// Nouns that state it: "male patient", "this woman", "Sex: F".
  private var stated = Tally()
  /// Findings of organs that one sex has.
  private var organs = Tally()
  private var pronouns = Tally()

  /// How many words ago somebody else was named, whose organs and nouns are theirs: "his wife", "family history of".
  private var sinceOther = SexSigns.reachOfOther
  /// An organ told shortly before, and how many words ago: of "her father" it was his.
  private var organ: (sex: Sex, since: Int)?
  private var last: UInt128 = 0

  /// Reads the words of a note.
  init(_ words: NoteWords) {
    var words = words
    while let word = words.next() {
      note(word.spelling)
      last = word.spelling
    }
    settleOrgan()
  }

  /// What is stated outweighs organs, and these outweigh pronouns. A contradiction of what is stated, of organs, or of one
  /// organ and many pronouns that agree, leaves it unknown: then no code is refused for it.
  var sex: Sex? {
    if stated.count > 0 { return stated.only }
    guard organs.count > 0 else { return pronouns.most }
    guard let sex = organs.only else { return nil }
    let isDoubtful = organs.count == 1 && pronouns.count >= SexSigns.manyPronouns && pronouns.only != nil
    return isDoubtful && pronouns.only != sex ? nil : sex
  }

  private mutating func note(_ spelling: UInt128) {
    sinceOther += 1
    if let since = organ?.since {
      // "vaginal delivery" tells of a birth, which may be the patient's own.
      if since == 0, SexSigns.births.contains(spelling) { organ = nil } else { organ?.since = since + 1 }
      if since >= SexSigns.reachOfOrgan { settleOrgan() }
    }
    let pronoun = SexSigns.pronoun(spelling)
    guard pronoun == nil else { return pronouns.add(pronoun) }
    if last == SexSigns.sex || last == SexSigns.gender, let sex = SexSigns.letters[spelling] { return stated.add(sex) }
    // Most words are none of these: a table of bits says so at less cost than the table itself.
    guard SexSigns.mayBeSign[SexSigns.slot(spelling)], let sign = SexSigns.signs[spelling] else { return }
    if sign == .other {
      sinceOther = 0
      organ = nil
    }
    guard sinceOther > SexSigns.reachOfOther else { return }
    switch sign {
    case .noun(let sex): if SexSigns.determiners.contains(last) { stated.add(sex) }
    case .patient: if case .noun(let sex) = SexSigns.signs[last] { stated.add(sex) }
    case .organ(let sex):
      settleOrgan()
      organ = (sex, 0)
    case .other: break
    }
  }

  private mutating func settleOrgan() {
    organs.add(organ?.sex)
    organ = nil
  }

  /// How often each sex is told.
  private struct Tally {
    private var female = 0
    private var male = 0

    mutating func add(_ sex: Sex?) {
      if sex == .female { female += 1 }
      if sex == .male { male += 1 }
    }

    var count: Int { female + male }
    /// The sex that is told, if it is one.
    var only: Sex? { female > 0 && male > 0 || count == 0 ? nil : female > 0 ? .female : .male }
    /// The sex told more often.
    var most: Sex? { female == male ? nil : female > male ? .female : .male }
  }

  private enum Sign: Equatable { case noun(Sex), organ(Sex), other, patient }

  /// So many pronouns, all of one sex, are no slip.
  private static let manyPronouns = 6
  private static let reachOfOther = 8
  private static let reachOfOrgan = 4

  static let nouns: [UInt128: Sex] = NoteWords.spelled([
    "female": .female, "woman": .female, "girl": .female, "lady": .female,
    "male": .male, "man": .male, "boy": .male, "gentleman": .male,
  ])
  private static let letters: [UInt128: Sex] = NoteWords.spelled(["f": .female, "m": .male])

  /// Before a noun they make it the patient: "a woman", "this gentleman", "sex: male"; not "male infertility".
  private static let determiners = Set(NoteWords.spelled("a an the this young old elderly adult sex gender is"))
  private static let (sex, gender) = (NoteWords.spelling("sex"), NoteWords.spelling("gender"))
  private static let births = Set(NoteWords.spelled("delivery deliveries birth births born"))

  /// Other people, whose organs are theirs. The family is one that has a history.
  private static let others = """
    mother mom maternal father dad paternal parents brother sister sibling siblings son daughter wife husband partner \
    aunt uncle cousin grandmother grandfather family familial relative relatives twin donor spouse girlfriend boyfriend
    """
  private static let femaleOrgans = """
    ovary ovaries ovarian uterus uterine vagina vaginal vulva vulvar vulvovaginal endometrium endometrial endometriosis \
    hysterectomy oophorectomy transvaginal menarche menses menstrual menstruation menopause menopausal postmenopausal \
    perimenopausal amenorrhea dysmenorrhea menorrhagia metrorrhagia gynecological gynecologist
    """
  private static let maleOrgans = """
    prostate prostatic prostatitis prostatectomy testis testes testicle testicles testicular scrotum scrotal hemiscrotum \
    epididymis epididymal epididymitis orchitis orchiectomy orchidectomy penis penile glans foreskin phimosis varicocele \
    hydrocele vasectomy balanitis spermatic
    """

  private static let signs: [UInt128: Sign] = {
    var signs = nouns.mapValues { Sign.noun($0) }
    for word in NoteWords.spelled(femaleOrgans) { signs[word] = .organ(.female) }
    for word in NoteWords.spelled(maleOrgans) { signs[word] = .organ(.male) }
    for word in NoteWords.spelled(others) { signs[word] = .other }
    signs[NoteWords.spelling("patient")] = .patient
    return signs
  }()

  private static let mayBeSign: [Bool] = {
    var slots = [Bool](repeating: false, count: 4096)
    for spelling in signs.keys { slots[slot(spelling)] = true }
    return slots
  }()

  @inline(__always)
  private static func slot(_ spelling: UInt128) -> Int {
    Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: spelling) &* 0x9e37_79b9_7f4a_7c15) >> 52)
  }

  /// The sex that a pronoun stands for: asked of each word of a note, so spelled out.
  @inline(__always)
  private static func pronoun(_ spelling: UInt128) -> Sex? {
    guard spelling <= 0xffff_ffff else { return nil }
    switch UInt32(truncatingIfNeeded: spelling) {
    case 0x73_6865, 0x68_6572, 0x6865_7273: return .female  // she, her, hers
    case 0x6865, 0x68_696d, 0x68_6973: return .male  // he, him, his
    default: return nil
    }
  }
}
