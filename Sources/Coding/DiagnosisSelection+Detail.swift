import ClaimModel
import CodeSets

/// What the rest of a note says of the conditions that its assessment names.
///
/// Source: ICD-10-CM Official Guidelines, section I.B.2 (highest level of detail documented in the record).
extension DiagnosisSelection {
  /// A condition that the assessment names with less than the story does is the one of the story: "cardiomyopathy" after
  /// "nonischemic cardiomyopathy", where only one of the kind is told.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.B.2.
  mutating func nameMoreClosely() {
    let codes = codes
    for candidate in list.candidates where candidate.weight >= 0.8 && rules.isUnspecified(candidate.row) {
      guard let own = candidate.evidence.first.map({ SmallLetters($0.text) }) else { continue }
      var closer: Set<Int> = []
      for mention in chart.mentions where mention.status == .present && mention.end - mention.start > own.bytes.count {
        // A list of what the patient has had tells of what lasts.
        let isTold =
          mention.section == .presentIllness || mention.section == .body
          || mention.section == .pastHistory && rules.isChronic(candidate.row)
        let isOfCategory = icd10cm.category(row: mention.row) == icd10cm.category(row: candidate.row)
        guard isTold,
          isOfCategory && SmallLetters(chart.evidence(mention).text).holds(own)
            || isQuadrant(mention.row, of: candidate.row)
            || isSeropositive(mention.row, of: candidate.row)
        else { continue }
        codes.resolve(mention) { row, _ in
          if row != candidate.row, !rules.isOpen(row) || isSeropositive(row, of: candidate.row) { closer.insert(row) }
        }
      }
      if closer.count == 1, let row = closer.first {
        let told = candidate.evidence.first.flatMap { compensated(row, $0) } ?? row
        list.precede(candidate.row, by: told, rule: "named-more-closely", keepsOwn: false)
      }
    }
  }

  /// The chronic heart failure that a problem's words tell in place of an acute one of the story: "recent decompensation, now
  /// compensated".
  private func compensated(_ row: Int, _ evidence: Evidence) -> Int? {
    let code = icd10cm.code(at: row).rawValue
    guard code.hasPrefix("I50"), code.utf8.count == 5, code.hasSuffix("3") || code.hasSuffix("1"),
      let (words, start) = words(of: evidence)
    else { return nil }
    let sentence = words.sentence(around: start, most: 40)
    guard sentence.contains(where: { DiagnosisSelection.steady.contains($0.hash) }) else { return nil }
    return icd10cm.row(of: DiagnosisCode(rawValue: code.dropLast() + "2"))
  }

  /// Symptoms of which the note says so: "palpitations, cause undetermined".
  var unexplainedSymptoms: Set<Int> {
    let symptoms = list.candidates.filter { icd10cm.letter(row: $0.row) == UInt8(ascii: "R") }
    return Set(
      symptoms.filter { candidate in
        candidate.evidence.contains { evidence in
          guard let (words, start) = words(of: evidence) else { return false }
          let behind = words.restOfSentence(from: start, most: 10)
          guard let cause = behind.firstIndex(where: { DiagnosisSelection.causes.contains($0.hash) }) else {
            return false
          }
          return behind[max(start, cause - 2)...].prefix(5).contains { DiagnosisSelection.unknown.contains($0.hash) }
        }
      }.map(\.row))
  }

  private static let causes = WordSet("cause etiology")
  private static let unknown = WordSet("undetermined unclear unknown unexplained uncertain")
  private static let steady = WordSet("compensated euvolemic chronic recovered recovering")

  /// "RA" in the assessment of a seropositive rheumatoid arthritis.
  private func isSeropositive(_ row: Int, of open: Int) -> Bool {
    icd10cm.code(at: open) == "M069" && icd10cm.category(row: row) == DiagnosisSelection.seropositive
  }

  private static let seropositive = ICD10CM.category("M05")

  /// Whether a code tells the part of the breast whose cancer another one leaves open, on the same side.
  private func isQuadrant(_ row: Int, of open: Int) -> Bool {
    let (one, other) = (icd10cm.code(at: row).rawValue, icd10cm.code(at: open).rawValue)
    return other.hasPrefix("C509") && one.hasPrefix("C50") && one.suffix(2) == other.suffix(2)
  }

  /// The method that contraception is begun or gone on with, where the line of its words tells it.
  mutating func nameContraceptives() {
    for candidate in list.candidates where rules.ranks.openContraception.contains(candidate.row) {
      guard let evidence = candidate.evidence.first,
        let item = chart.visit.documentation.firstIndex(where: { $0.source == evidence.source })
      else { continue }
      let line = chart.visit.documentation[item].text.utf8.dropFirst(evidence.offset).prefix(160)
        .prefix { $0 != UInt8(ascii: "\n") }
      if let code = ContraceptiveMethod.code(SmallLetters(line)), let row = icd10cm.row(of: code) {
        list.precede(candidate.row, by: row, rule: "contraceptive-method", keepsOwn: false)
        // What is put in was not there before.
        if code.rawValue.hasPrefix("Z3043") { list.withdraw { [icd10cm] in icd10cm.code(at: $0) == "Z975" } }
      } else if list.candidates.count > 1, icd10cm.code(at: candidate.row) == "Z309" {
        // "Contraception discussed" beside a problem
        list.withdraw { $0 == candidate.row }
      }
    }
  }

  /// What a dependence on nicotine is on, where the assessment does not say it again: cigarettes, chewing tobacco.
  mutating func nameTobacco() {
    let dependence = icd10cm.row(of: "F17200")
    let open = [dependence, rules.ranks.tobaccoUse].compactMap { $0 }
    guard let own = list.candidates.first(where: { open.contains($0.row) })?.row else { return }
    // Index, Smoker: a dependence.
    let told = Set(chart.clues.found.map(\.clue.row).filter { rules.ranks.nicotineDependence.contains($0) })
    let kinds = told.subtracting(open)
    guard let kind = kinds.count == 1 ? kinds.first : kinds.isEmpty ? told.first : nil, kind != own else { return }
    list.precede(own, by: kind, rule: "named-more-closely", keepsOwn: false)
  }

  /// Complications of a diabetes that the assessment names without them.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.4.a (as many codes as are needed for all complications).
  mutating func addComplications() {
    let types = Set(
      list.candidates.filter { $0.weight >= 0.8 }.map { icd10cm.category(row: $0.row) }
        .filter { DiagnosisSelection.diabetes.contains($0) })
    guard !types.isEmpty else { return }
    for mention in chart.mentions where types.contains(icd10cm.category(row: mention.row)) {
      let isTold = mention.section == .presentIllness || mention.section == .pastHistory || mention.section == .body
      let kind = UInt8(truncatingIfNeeded: icd10cm.key(row: mention.row) >> 32)
      guard isTold, mention.status == .present || mention.status == .history,
        (UInt8(ascii: "2")...UInt8(ascii: "5")).contains(kind)
      else { continue }
      add(mention, weight: 0.3)
      // The story tells the eye that the assessment does not.
      let eye = mention.side.flatMap { _ in list.candidates.last?.row }
      let open = list.candidates.first { candidate in
        candidate.row != eye && eye.map { icd10cm.key(row: $0) >> 16 == icd10cm.key(row: candidate.row) >> 16 } ?? false
          && UInt8(truncatingIfNeeded: icd10cm.key(row: candidate.row) >> 8) == UInt8(ascii: "9")
      }
      if let eye, let open { list.precede(open.row, by: eye, rule: "named-more-closely", keepsOwn: false) }
    }
  }

  /// An infarction that the visit follows.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.9.e.1 (it is coded as acute for four weeks, while it needs care).
  mutating func addInfarction() {
    let hasDisease = list.candidates.contains { DiagnosisSelection.coronary == icd10cm.category(row: $0.row) }
    guard hasDisease,
      let mention = chart.mentions.first(where: {
        $0.section == .chiefComplaint && $0.status == .present
          && icd10cm.category(row: $0.row) == DiagnosisSelection.infarction
      })
    else { return }
    add(mention, weight: 0.5)
  }

  private static let coronary = ICD10CM.category("I25")
  private static let infarction = ICD10CM.category("I21")

  /// Hypertension and diabetes that the story or the history tells beside a disease that is presumed to come from them, and
  /// the disease beside them.
  ///
  /// Source: ICD-10-CM Official Guidelines, sections I.A.15 (with), I.C.4.a and I.C.9.a (the link is presumed even where nobody
  /// documents it).
  mutating func addLinkedDiseases() {
    let problems = list.candidates.filter { $0.weight >= 0.8 }.map { icd10cm.category(row: $0.row) }
    for (one, other, isMutual) in DiagnosisSelection.links {
      for (told, missing) in isMutual ? [(one, other), (other, one)] : [(other, one)] {
        guard problems.contains(where: told.contains), !problems.contains(where: missing.contains),
          let mention = chart.mentions.first(where: { mention in
            [.presentIllness, .pastHistory, .assessment, .body].contains(mention.section)
              && (mention.status == .present || mention.status == .history) && !mention.isProblem
              && missing.contains(icd10cm.category(row: mention.row))
          })
        else { continue }
        add(mention, weight: 0.3)
      }
    }
  }

  /// Hypertension and what it is presumed to cause, I50 and N18, and diabetes with N18, L97 and H35. An ulcer
  /// that the assessment does not name may have healed.
  private static let links: [(Set<UInt32>, Set<UInt32>, isMutual: Bool)] = [
    ("I10", "I50", true), ("I10", "N18", true), ("E10 E11", "N18", true), ("E10 E11", "L97", false),
    ("E10 E11", "H35", true),
  ].map { (ICD10CM.categories($0), ICD10CM.categories($1), $2) }

  /// The deep veins that the words behind a thrombosis name: each has its code.
  ///
  /// Source: ICD-10-CM tabular list, I82.41 to I82.46.
  mutating func nameVeins() {
    let veins = icd10cm.rows(under: "I824")
    for candidate in list.candidates where candidate.weight >= 0.8 && veins.contains(candidate.row) {
      guard let evidence = candidate.evidence.first, let (words, start) = words(of: evidence) else { continue }
      let code = icd10cm.code(at: candidate.row).rawValue
      guard let side = code.last, "123".contains(side) else { continue }
      let behind = words[start...].dropFirst().prefix { !$0.startsSentence }.prefix(16)
      let named = Set(behind.compactMap { DiagnosisSelection.veins[$0.hash] }).sorted()
      let rows = named.compactMap { icd10cm.row(of: DiagnosisCode(rawValue: "I82\($0)\(side)")) }
      guard let first = rows.first else { continue }
      if !rows.contains(candidate.row) {
        list.precede(candidate.row, by: first, rule: "named-more-closely", keepsOwn: false)
      }
      for row in rows {
        list.add(row, evidence, rule: "named-more-closely", confidence: candidate.confidence, weight: candidate.weight)
      }
    }
  }

  private static let veins = Dictionary(
    uniqueKeysWithValues: [
      ("femoral", "41"), ("iliac", "42"), ("popliteal", "43"), ("tibial", "44"), ("peroneal", "45"),
    ].map { (Words.hash($0), $1) })

  /// The words of the text that evidence stands in, and its first one.
  private func words(of evidence: Evidence) -> (words: [Word], start: Int)? {
    guard let item = chart.visit.documentation.firstIndex(where: { $0.source == evidence.source }),
      case let start = chart.words[item].partitioningIndex(where: { Int($0.start) >= evidence.offset }),
      start < chart.words[item].count
    else { return nil }
    return (chart.words[item], start)
  }

  /// The stage that each eye's glaucoma has.
  mutating func nameGlaucomas() {
    for candidate in list.candidates where candidate.weight >= 0.4 {
      guard icd10cm.category(row: candidate.row) == DiagnosisSelection.glaucoma,
        let evidence = candidate.evidence.first,
        let (words, start) = words(of: evidence)
      else { continue }
      let first = words.sentenceStart(at: start)
      let rows = GlaucomaStages(icd10cm).rows(
        candidate.row, in: words[first..<words.restOfSentence(from: start, most: 40).endIndex])
      replace(candidate, by: rows)
    }
  }

  private static let glaucoma = ICD10CM.category("H40")

  /// Puts the kind of a condition that the note tells in place of one that leaves it open.
  mutating func nameKinds() {
    for candidate in list.candidates where candidate.weight >= 0.4 {
      guard let evidence = candidate.evidence.first, let (words, start) = words(of: evidence),
        let kind = NoteKind(icd10cm, words).row(candidate.row, at: start)
      else { continue }
      list.precede(candidate.row, by: kind, rule: "named-more-closely", keepsOwn: false)
    }
  }

  /// The same for conditions of a pregnancy.
  mutating func nameKindsOfPregnancy() {
    guard list.candidates.contains(where: { rules.pregnancy.isOfChapter($0.row) }) else { return }
    nameKinds()
  }

  /// The same for retinopathies of diabetes, which may be put together from both.
  mutating func nameRetinopathies() {
    for candidate in list.candidates where candidate.weight >= 0.4 && rules.isDiabeticEye(candidate.row) {
      guard let evidence = candidate.evidence.first, let (words, start) = words(of: evidence) else { continue }
      let rows = Retinopathy(
        icd10cm.code(at: candidate.row).rawValue, in: NoteKind(icd10cm, words).paragraph(from: start)
      ).codes.compactMap { icd10cm.row(of: $0) }
      replace(candidate, by: rows)
    }
    if list.candidates.contains(where: { rules.isDiabeticEye($0.row) }) {
      list.withdraw { [icd10cm] in icd10cm.code(at: $0) == "H3581" || icd10cm.code(at: $0) == "H3530" }
    }
  }

  /// Puts the codes that the note names more closely in place of one.
  private mutating func replace(_ candidate: DiagnosisCandidate, by rows: [Int]) {
    guard let one = rows.first, let evidence = candidate.evidence.first else { return }
    if one != candidate.row {
      list.precede(candidate.row, by: one, rule: "named-more-closely", keepsOwn: rows.contains(candidate.row))
    }
    for row in rows {
      list.add(row, evidence, rule: "named-more-closely", confidence: candidate.confidence, weight: candidate.weight)
    }
  }

  private static let diabetes = ICD10CM.category("E08")...ICD10CM.category("E13")

  /// Fractures of another part of a broken bone's region that the clinician reads in the image: the styloid process of the ulna
  /// beside the radius.
  ///
  /// Source: ICD-10-CM Official Guidelines, sections I.C.19.b (each injury has its code) and IV.K (what an image showed).
  mutating func addFurtherFractures() {
    let broken = list.candidates.filter { $0.weight >= 0.8 && isFracture($0.row) }.map(\.row)
    guard let first = broken.first else { return }
    for mention in chart.mentions where mention.section == .results && mention.status == .present {
      guard isFracture(mention.row), icd10cm.category(row: mention.row) == icd10cm.category(row: first),
        broken.allSatisfy({ icd10cm.subcategory(row: $0) != icd10cm.subcategory(row: mention.row) })
      else { continue }
      var sided = mention
      let category = icd10cm.category(row: first)
      sided.side =
        mention.side
        ?? chart.mentions.first {
          $0.section == .assessment && $0.side != nil && icd10cm.category(row: $0.row) == category
        }?.side
      add(sided, weight: 0.7)
    }
  }

  /// The categories of fractures end in 2, those of the skull, the spine and the ribs too.
  private func isFracture(_ row: Int) -> Bool {
    icd10cm.letter(row: row) == UInt8(ascii: "S") && icd10cm.category(row: row) & 0xff == 0x32
  }

  /// Puts conditions where the note says they are: a stone in the ureter, a bite on the thigh, a nail of the foot.
  mutating func placeByTheNote() {
    for candidate in list.candidates where candidate.weight >= 0.4 {
      guard let evidence = candidate.evidence.first, let (words, start) = words(of: evidence),
        let place = NotePlace(icd10cm).row(candidate.row, evidence, words, at: start)
      else { continue }
      list.precede(candidate.row, by: place, rule: "placed-by-the-note", keepsOwn: false)
    }
  }

  /// A name that leaves open what another code of the visit tells: "migraine" above what is done about a chronic migraine. Where nothing is
  /// assessed, the class of an obesity alone closes what its name leaves open.
  mutating func withdrawOpenNames(isAssessed: Bool) {
    let codes = Set(list.candidates.map { icd10cm.code(at: $0.row).rawValue })
    let open: Set<String> = Set(
      DiagnosisSelection.openNames.filter { name in
        guard codes.contains(name.open),
          let closer = isAssessed ? name.closer : DiagnosisSelection.closersInStories[name.open]
        else { return false }
        return codes.contains { $0 != name.open && $0.hasPrefix(closer) }
      }.map(\.open))
    // A headache is what a migraine is.
    if !isAssessed, codes.contains(where: { $0.hasPrefix("G43") }) {
      list.withdraw { [icd10cm] in icd10cm.code(at: $0) == "R519" }
    }
    list.withdraw { [icd10cm] in open.contains(icd10cm.code(at: $0).rawValue) }
  }

  /// Pain, bleeding or infection without a place names nothing beside what has one, nor does an irregular heartbeat beside one with a name.
  ///
  /// Source: ICD-10-CM tabular list, the notes Excludes1 at R52 and R58; Official Guidelines, section I.B.2.
  mutating func withdrawNamedByMore() {
    let rows = list.candidates.map(\.row)
    let hasOther = rows.contains { icd10cm.letter(row: $0) < UInt8(ascii: "V") && !rules.isSiteless($0) }
    let hasRhythm = rows.contains { DiagnosisSelection.rhythms.contains(icd10cm.category(row: $0)) }
    let hasGraves = rows.contains { icd10cm.code(at: $0).rawValue.hasPrefix("E050") }
    guard hasOther || hasRhythm else { return }
    list.withdraw { [icd10cm] row in
      switch icd10cm.code(at: row) {
      case "R52", "R58", "B999": hasOther
      case "I499": hasRhythm
      // The goiter of Graves disease is a part of it.
      case "E040", "E049": hasGraves
      default: false
      }
    }
  }

  private static let openNames: [(open: String, closer: String)] = [
    ("G43909", "G43"), ("N400", "N401"), ("J4520", "J4521"), ("J4530", "J4531"), ("J4540", "J4541"), ("J4550", "J4551"),
    ("E669", "E66"), ("Z21", "B20"), ("G5613", "G5603"), ("G5611", "G5601"), ("G5612", "G5602"), ("H5711", "T1501"),
    ("H5712", "T1502"), ("G9340", "K7682"), ("G249", "G20B"), ("N390", "N10"), ("N529", "N52"),
  ]
  /// What closes a name in a note without an assessment, too.
  private static let closersInStories = ["E669": "E6681", "G43909": "G43"]
  private static let rhythms = ICD10CM.categories("I47 I48")

  /// Whether an assessment tells beside a problem that the patient's defenses are weak, which bears on each of them: "shingles, in pt
  /// immunosuppressed by transplant drugs".
  ///
  /// Source: ICD-10-CM Official Guidelines, section IV.J.
  func isImmunodeficiency(_ mention: Mention) -> Bool {
    let code = icd10cm.code(at: mention.row).rawValue
    return mention.section == .assessment && (code.hasPrefix("D848") || code == "D849")
  }
}
