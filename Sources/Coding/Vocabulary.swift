import CodeSets

/// The words a coder looks for beside the names of conditions, hashed once.
final class Vocabulary: Sendable {
  let cues = CueTable()
  let headings = NoteSection.Headings()
  let semanticTags = WordSet("disorder finding situation procedure event morphologic observable")
  let services = ServiceTable()
  let clues: ClueTable
  /// Which of these words a word may be.
  let roles: WordRoles
  let visitKinds: WordMap<ChartSignals.VisitKind>
  /// Phrases by which a clinician says that there is no more to say.
  let finalWords = WordSet("nothing none unspecified unknown unavailable undetermined no not")

  init(_ icd10cm: ICD10CM) {
    var kinds: [UInt64: ChartSignals.VisitKind] = [:]
    var words: [UInt64] = []
    func enter(_ phrase: String, _ kind: ChartSignals.VisitKind) {
      kinds[Vocabulary.key(phrase)] = kind
      words += Words.scan(phrase).map(\.hash)
    }
    let preventive = [
      "annual exam", "annual examination", "annual physical", "annual checkup", "routine physical",
      "yearly physical", "check up", "well child", "well baby", "wellness visit", "wellness exam", "checkup",
      "preventive visit", "complete physical", "general examination", "health examination", "well visit", "well check",
      "wellness check", "well adolescent", "well newborn", "newborn check", "newborn checkup", "newborn visit",
      "newborn weight check", "well teen", "wcc", "awv", "ippe", "welcome medicare", "preventive physical",
      "health supervision",
    ]
    for phrase in preventive { enter(phrase, .preventive) }
    let prenatal = ["visit", "care", "check", "checkup", "appointment", "exam", "examination", "follow", "encounter"]
    for word in prenatal {
      enter("prenatal " + word, .prenatal)
      enter("antenatal " + word, .prenatal)
    }
    let more = [
      "routine prenatal", "initial prenatal", "first prenatal", "ob visit", "obstetric visit", "obstetrical visit",
      "pregnancy visit",
    ]
    for phrase in ["prenatal", "antenatal"] + more { enter(phrase, .prenatal) }
    enter("death certification", .deathCertification)
    visitKinds = WordMap(kinds)
    clues = ClueTable(icd10cm)
    roles = WordRoles(cues: cues.hashes, visitKinds: words, clues: clues.phrases, services: services.phrases)
  }

  /// The sum of the hashes of a phrase's words, which does not depend on their order.
  static func key(_ phrase: String) -> UInt64 {
    Words.scan(phrase).reduce(0) { $1.isStop ? $0 : $0 &+ $1.hash }
  }

}
