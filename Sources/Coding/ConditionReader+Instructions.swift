import CodeSets

/// Conditions that a plan names and nobody has: what a patient is told to watch for, what a handout is about, what a test looks for.
///
/// Source: ICD-10-CM Official Guidelines, sections IV.H (what is looked for is not established) and IV.J (what is coded is what
/// requires or affects care).
extension ConditionReader {
  /// Whether the words before a condition in its line, or at the end of it, say that it is an example or a warning.
  func isInstruction(at index: Int, to end: Int, _ row: Int) -> Bool {
    if section != .pastHistory, isOfWarning(at: index) || isOfRisks(at: index) { return true }
    if isOfCounseling(at: index) || isOfSugarAdvice(at: index, row) { return true }
    guard section == .assessment else { return !isComplaint(row) && isLookedFor(at: index, row) }
    guard index > lineStart else { return false }
    if isOfInstruction(at: index) || isSetAside(at: index) { return true }
    guard !isComplaint(row) else { return false }
    return isLookedFor(at: index, row) || isOfTopics(at: index, from: end)
  }

  /// "Symptoms of hypoglycemia were reviewed", "glucose tablets for hypoglycemia"
  private func isOfSugarAdvice(at index: Int, _ row: Int) -> Bool {
    section == .assessment && ConditionReader.sugarDisorders.contains(icd10cm.category(row: row))
      && words[max(sentence.firstWord, index - 5)..<index].contains { ConditionReader.sugarAdvice.contains($0.hash) }
  }

  private static let sugarDisorders = ICD10CM.categories("E16 R73")
  private static let sugarAdvice = WordSet(
    "symptom symptoms sign signs management tablets treat treating rules handout")

  /// "Handouts: osteoporosis", "red flags reviewed: foot drop", "anticipatory guidance: burns, drowning".
  private func isOfInstruction(at index: Int) -> Bool {
    var hasColon = false
    var isNamed = false
    for next in max(lineStart, sentence.firstWord, index - ConditionReader.longestLine)..<index {
      if next > lineStart, isColon(before: next) { hasColon = true }
      if ConditionReader.handouts.contains(words[next].hash) { return true }
      // "Late effects of a stroke: aphasia" is none.
      let isLate = next > lineStart && words[next - 1].hash == ConditionReader.late
      if !hasColon, ConditionReader.labels.contains(words[next].hash), !isLate { isNamed = true }
    }
    return isNamed && (hasColon || isColon(before: index))
  }

  /// "Counselling: reviewed other methods, bleeding pattern, scarring, infection"
  private func isOfCounseling(at index: Int) -> Bool {
    // "Risk counseling done (all on checklist): malaria, rabies"
    words[lineStart..<index].prefix(3).contains { ConditionReader.counsels.contains($0.hash) }
      && (lineStart + 1..<max(index, lineStart + 1)).prefix(ConditionReader.longestLine).contains {
        isColon(before: $0)
      }
  }

  private static let counsels = WordSet("counseling counselling counseled counselled")

  /// "Not today: BPH (urology), knee OA", "not addressed today: gout".
  private func isSetAside(at index: Int) -> Bool {
    guard let not = (lineStart..<min(index, lineStart + 4)).first(where: { words[$0].hash == ConditionReader.notWord }),
      not + 1 < index, ConditionReader.leftAside.contains(words[not + 1].hash)
    else { return false }
    return (not + 2...min(index, not + 4)).contains { isColon(before: $0) }
  }

  /// "Call for fever", "go to the ED for chest pain", "seek care for numbness": what a patient is to look out for.
  private func isOfWarning(at index: Int) -> Bool {
    guard index > sentence.firstWord else { return false }
    let line = words[sentence.firstWord..<min(index, sentence.firstWord + ConditionReader.longestLine)]
    guard let begin = line.first(where: { !$0.isStop }) else { return false }
    let first = begin.hash
    if mayAssess, isOfAdvice(line) { return true }
    // "Seek care for numbness"; not "seek a second opinion for prostate cancer".
    if first == ConditionReader.seek, !line.contains(where: { ConditionReader.care.contains($0.hash) }) { return false }
    // "Calls with fever" tells of the patient.
    if ConditionReader.warnings.contains(first), text[Int(begin.end) - 1] != UInt8(ascii: "s") { return true }
    // "To ER for seizure"; not "sent to the ER for a seizure".
    let isSent = first == ConditionReader.go || words[sentence.firstWord].hash == ConditionReader.to
    guard isSent || ConditionReader.emergencies.contains(first) else { return false }
    // "ED: bloody stool, bilious vomit"
    if mayAssess, ConditionReader.emergencies.contains(first), isColon(before: sentence.firstWord + 1),
      first != ConditionReader.emergencyLetters || !tellsDysfunction
    {
      return true
    }
    return line.indices.dropLast().contains { place in
      ConditionReader.emergencies.contains(words[place].hash) && words[place + 1].hash == ConditionReader.purpose
    }
  }

  /// A lasting disease that is watched or explained is one that the patient has: "monitor CKD stage 3a", "counseled about obesity"; not
  /// "monitor for CKD", "educated on diabetes prevention".
  ///
  /// Source: ICD-10-CM Official Guidelines, section IV.I (chronic diseases are coded as long as they are cared for).
  mutating func noteFollowed() {
    guard section == .assessment, !isPlan else { return }
    for index in sentence.firstMention..<mentions.count where mentions[index].status == .hypothetical {
      let (word, end) = (mentions[index].word, mentions[index].end)
      guard ConditionReader.lasting.contains(icd10cm.category(row: mentions[index].row)),
        let care = (max(lineStart, word - 3)..<max(lineStart, word)).last(where: {
          ConditionReader.following.contains(words[$0].hash)
        })
      else { continue }
      let isDirect = words[care...word].dropFirst().allSatisfy { $0.gap == .space }
      let between = words[care + 1..<word]
      let isWarning = between.contains {
        $0.hash == ConditionReader.purpose && words[care].hash == ConditionReader.monitor
          || !$0.isStop
            && !ConditionReader.beforeNames.contains($0.hash) && $0.hash != ConditionReader.about
      }
      let behind = words[word...].drop { Int($0.start) < end }.prefix(3).prefix { $0.gap <= .space }
      if isDirect, !isWarning, !behind.contains(where: { ConditionReader.generalities.contains($0.hash) }) {
        mentions[index].status = .present
      }
    }
  }

  private static let monitor = Words.hash("monitor")
  private static let about = Words.hash("about")
  private static let following = WordSet("monitor counseled counselled educated education")
  private static let generalities = WordSet(
    "prevention prevent risk screening screen test testing sign symptom handout class vaccine precaution awareness")
  /// `followed`, and further ones that a visit explains.
  private static let lasting = followed.union(ICD10CM.categories("E66 F32 F33 F41 G20 G40 I48 J45 L40 M06 M81"))
  /// "ED: refill sildenafil" is a disorder and no place.
  private var tellsDysfunction: Bool {
    words[sentence.firstWord...].prefix(20).prefix { $0.gap < .line }.contains {
      ConditionReader.potencyDrugs.contains($0.hash)
    }
  }

  private static let emergencyLetters = Words.hash("ed")
  private static let potencyDrugs = WordSet(
    "sildenafil tadalafil cialis viagra vardenafil refill diabetes erection erections")
  private static let seek = Words.hash("seek")
  private static let care = WordSet("care attention help medical emergency er ed urgent immediate")

  /// "Advised to go to the ER for stroke symptoms", "she knows to come back for a seizure"; not "he will go to therapy for back pain",
  /// "he will come back for his gout".
  private func isOfAdvice(_ line: ArraySlice<Word>) -> Bool {
    guard
      let advice = line.indices.first(where: { index in
        // "He is to call", "she is to go to the ED"
        ConditionReader.advices.contains(words[index].hash)
          || ConditionReader.bes.contains(words[index].hash) && index + 1 < line.endIndex
            && words[index + 1].hash == ConditionReader.to
      }),
      let action = line.firstIndex(where: { ConditionReader.actions.contains($0.hash) }),
      let purpose = line[action...].firstIndex(where: { ConditionReader.occasions.contains($0.hash) })
    else { return false }
    if line[action..<purpose].contains(where: { ConditionReader.emergencies.contains($0.hash) }) { return true }
    guard words[purpose].hash == ConditionReader.purpose else { return false }
    let isGoing = ConditionReader.goings.contains(line[action].hash)
    return !isGoing && !ConditionReader.announcements.contains(line[advice].hash)
  }

  /// "Bunionectomy discussed: infection, nonunion", "risks: blindness": what an operation or a drug may do.
  private func isOfRisks(at index: Int) -> Bool {
    guard index > sentence.firstWord + 1, !isOfProblems else { return false }
    let colon = (max(sentence.firstWord + 1, index - ConditionReader.longestLine)...index).first { place in
      ConditionReader.beforeRisks.contains(words[place - 1].hash) && isColon(before: place)
    }
    return colon != nil
  }

  /// "Problems discussed: hypertension", "discussed: gout": a list of what the visit was about.
  private var isOfProblems: Bool {
    let first = words[sentence.firstWord...].prefix(3).first { !$0.isStop }
    return first.map { ConditionReader.listed.contains($0.hash) } ?? false
  }

  private static let beforeRisks = WordSet("discussed risk explained consent")
  private static let listed = WordSet(
    "problem problems diagnosis diagnoses condition conditions issue concern discussed")

  /// "Sleep study for apnea", "echo to look for endocarditis", "stool for C. diff": not "CT for known stones".
  private func isLookedFor(at index: Int, _ row: Int) -> Bool {
    let first = max(lineStart, sentence.firstWord)
    // A history is no disease that is looked for.
    guard !ConditionReader.histories.contains(icd10cm.category(row: row)),
      let purpose = (max(first, index - 3)..<index).last(where: { words[$0].hash == ConditionReader.purpose }),
      words[purpose + 1..<index].allSatisfy({ $0.isStop }), words[purpose + 1...index].allSatisfy({ $0.gap == .space })
    else { return goesOnWithTargets(at: index) }
    let before = words[max(first, purpose - 4)..<purpose]
    guard !before.contains(where: { ConditionReader.found.contains($0.hash) }) else { return false }
    // "Check TSH for hypothyroidism": what lasts is followed; not "assess for".
    if ConditionReader.followed.contains(icd10cm.category(row: row)),
      !before.contains(where: { ConditionReader.inquiries.contains($0.hash) })
    {
      return false
    }
    let tasks = mayAssess ? ConditionReader.examinationsFor : ConditionReader.searches
    // "Iron studies, ferrous sulfate for anemia": the study is another thing.
    return before.reversed().prefix { $0.gap == .space || tasks.contains($0.hash) }.contains { tasks.contains($0.hash) }
  }

  /// "Urine for gonorrhea, chlamydia and trichomonas": the list of what is looked for goes on.
  private func goesOnWithTargets(at index: Int) -> Bool {
    guard let last = mentions.last, last.status == .hypothetical, last.word >= lineStart, afterLastMention <= index,
      words[max(lineStart, last.word - ConditionReader.longestLine)..<last.word].contains(where: {
        ConditionReader.examinationsFor.contains($0.hash)
      })
    else { return false }
    return words[afterLastMention..<index].allSatisfy { $0.isStop }
      && words[afterLastMention...index].allSatisfy { $0.gap <= .comma }
  }

  /// "Finasteride: gynecomastia, depression discussed": a list behind a colon that was talked about, where what stands before the
  /// colon is no condition.
  private func isOfTopics(at index: Int, from end: Int) -> Bool {
    guard let colon = (lineStart + 1...min(index, lineStart + 3)).first(where: { words[$0].gap == .clause }),
      !mentions.suffix(8).contains(where: { (lineStart..<colon).contains($0.word) })
    else { return false }
    let line = words[end...].prefix(12).prefix { !$0.startsSentence }
    guard let last = line.last else { return false }
    return ConditionReader.talks.contains(last.hash)
  }

  /// Whether a line of a plan is about the condition: "2. Hypertension: continue lisinopril"; not "HIV, RPR, hepatitis panel".
  func isHead(_ found: Range<Int>, _ row: Int) -> Bool {
    let isFirst = words[lineStart..<found.lowerBound].allSatisfy { word in
      word.isStop || ConditionReader.listNumbers.contains(word.hash) || ConditionReader.joints.contains(word.hash)
        || ConditionReader.degrees.contains(word.hash) || ConditionReader.subjects.contains(word.hash)
    }
    // "Regarding her diabetes, she should continue …"
    let isSubject = words[lineStart..<found.lowerBound].contains { ConditionReader.subjects.contains($0.hash) }
    guard isFirst, found.upperBound < words.count else { return isFirst }
    if words[found.upperBound].gap >= (isSubject ? .comma : .clause) { return true }
    // "Hypothyroidism, TSH 2.1, no change", "asthma stable"; not "diabetic foot care handout", "HIV, RPR".
    let behind = words[found.upperBound...]
    let isStated = behind.prefix(3).prefix { $0.gap < .sentence }.contains { ConditionReader.states.contains($0.hash) }
    let isApart =
      words[found.upperBound].gap == .comma && !isTestedFor(row) && icd10cm.letter(row: row) < UInt8(ascii: "R")
    // "Severe obesity, class 3 - discussed tirzepatide"
    if isApart, behind.dropFirst().prefix(3).first(where: { $0.gap > .comma })?.gap == .clause { return true }
    guard isStated || isApart else { return false }
    return !behind.prefix(12).prefix { $0.gap < .line }.contains { word in
      ConditionReader.handouts.contains(word.hash) || ConditionReader.labels.contains(word.hash)
        || ConditionReader.comings.contains(word.hash)
    }
  }

  private static let subjects = WordSet("regarding concerning for re her his their")

  /// Whether a line of a plan tells what is done about a condition: "warfarin for atrial fibrillation", "excised lipoma of back". Such a
  /// condition is treated, though the assessment does not list it.
  func isTreated(at index: Int) -> Bool {
    let line = words[lineStart..<min(max(index, lineStart + 1), lineStart + ConditionReader.longestLine)]
    guard let first = line.first(where: { !$0.isStop }) else { return false }
    return index > lineStart && index - lineStart <= 4 && ConditionReader.treatments.contains(first.hash)
  }

  /// Whether a condition is what something is for: "gabapentin 300 mg TID for diabetic neuropathy", "referral to ortho re: shoulder
  /// impingement", "BMP to recheck hyperkalemia".
  func isPurpose(at index: Int, to end: Int, _ row: Int) -> Bool {
    let letter = icd10cm.letter(row: row)
    // Injuries are not treated in passing, and abnormal findings are looked for.
    guard section == .assessment, index - lineStart <= 24, letter != UInt8(ascii: "S"), letter != UInt8(ascii: "T"),
      !ConditionReader.abnormalFindings.contains(icd10cm.category(row: row))
    else { return false }
    // "A candidate for epilepsy surgery"
    if end < words.count, words[end].gap == .space, ConditionReader.operations.contains(words[end].hash) {
      return false
    }
    var before = index - 1
    while before > lineStart, words[before + 1].gap == .space || words[before].hash == ConditionReader.regarding {
      if ConditionReader.purposes.contains(words[before].hash) { return true }
      guard words[before].isStop || ConditionReader.beforeNames.contains(words[before].hash) else { return false }
      before -= 1
    }
    return false
  }

  private static let regarding = Words.hash("re")
  private static let abnormalFindings = ICD10CM.category("R74")...ICD10CM.category("R97")
  /// Lasting conditions for which tests are done again and again.
  private static let followed = ICD10CM.categories(
    "E03 E05 E10 E11 E53 E55 E78 D50 D64 G47 I10 I25 I50 J44 K74 M10 N18")
  private static let purposes = WordSet(
    "for re recheck follow treat help control because given complicated worsened limited")

  /// Whether a word names an operation that a plan or an order announces, which is no state of the patient yet: "Plan: laparoscopic
  /// cholecystectomy"; not "s/p cholecystectomy", "cholecystectomy 2015".
  func isOperationToCome(_ found: Range<Int>, _ row: Int) -> Bool {
    guard mayAssess, ConditionReader.statuses.contains(icd10cm.category(row: row)),
      words[found].contains(where: { ConditionReader.removals.contains($0.hash) }),
      !words[max(lineStart, found.lowerBound - 8)..<found.upperBound].contains(where: { isPast($0) })
    else { return false }
    if words[found.upperBound...].prefix(4).prefix(while: { !$0.startsSentence }).contains(where: {
      $0.hash == ConditionReader.ago || WordSet.years.contains($0.hash)
    }) {
      return false
    }
    // "Left total knee replacement. Medical reasoning: doing well at 4 years."
    let behind = words[found.upperBound...].prefix(10)
    return
      !(behind.contains { $0.hash == ConditionReader.doing } && behind.contains { $0.hash == ConditionReader.well })
  }

  private func isPast(_ word: Word) -> Bool {
    ConditionReader.pasts.contains(word.hash) || ConditionReader.afterwards.contains(word.hash)
  }

  private static let (doing, well) = (Words.hash("doing"), Words.hash("well"))
  private static let pasts = WordSet("status history hx h prior previous past s absence old remote sp pod recipient")
  private static let removals = WordSet(
    """
    cholecystectomy appendectomy hysterectomy mastectomy nephrectomy prostatectomy colectomy splenectomy \
    thyroidectomy oophorectomy gastrectomy cystectomy lobectomy orchiectomy amputation arthroplasty replacement \
    bypass transplant
    """)

  /// Whether a line names an operation or a device that is only talked of: "possible colostomy discussed", "eligible for a cochlear
  /// implant", "vasectomy not wanted".
  func isTalkedOf(_ found: Range<Int>, _ row: Int) -> Bool {
    guard mayAssess, ConditionReader.statuses.contains(icd10cm.category(row: row)) else { return false }
    let line = words[sentence.firstWord...].prefix(24).enumerated().prefix {
      $0.offset == 0 || $0.element.gap < .sentence
    }.map(\.element)
    // "Prior to knee replacement"; not "prior knee replacement".
    let isBefore = line.indices.dropLast().contains {
      line[$0].hash == ConditionReader.prior && line[$0 + 1].hash == ConditionReader.to
        && sentence.firstWord + $0 < found.lowerBound
    }
    return (isBefore || line.contains { ConditionReader.comings.contains($0.hash) })
      && !line.contains { ConditionReader.presences.contains($0.hash) }
  }

  private static let prior = Words.hash("prior")
  static let statuses = ICD10CM.category("Z89")...ICD10CM.category("Z98")
  static let comings = WordSet(
    """
    possible discussed discuss considered considering consider candidate eligible evaluation eval referral refer teaching creation \
    planned scheduled wanted indicated consult consultation information seminar trial recommended recommend offered need awaiting \
    refused declined decline interested workup before auth authorization option education vs counseling clearance pre preop wants desires requested favors favoring leans prefers
    """)
  static let presences = WordSet(
    "status s has had with post functioning interrogation site output pouch chronic place sp hx h history")

  private static let treatments = WordSet(
    """
    treat treated treating continue continued start started resume increase increased decrease decreased refill refilled hold stop \
    switch titrate taper cryotherapy excised excision removal drained debrided sutured repaired casted splinted injected aspirated removed destroyed wound i
    """)
  private static let beforeNames = WordSet(
    """
    left right bilateral l r mild moderate severe chronic acute her his their both symptomatic recurrent known persistent worsening \
    refractory new onset exertional changing palpable end stage i ii iii iv paroxysmal uncontrolled ongoing with grade 1 2 3 3a 3b 4 5 c4 c5 c6 c7 t12 l1 l2 l3 l4 l5 s1
    """)
  private static let histories = ICD10CM.category("Z85")...ICD10CM.category("Z87")
  /// How many words of a line are looked through: a line may be a whole note.
  static let longestLine = 40
  private static let to = Words.hash("to")
  private static let go = Words.hash("go")
  private static let purpose = Words.hash("for")

  /// What tells of conditions in general, wherever in a line.
  private static let handouts = WordSet("handout pamphlet brochure leaflet potential danger")
  /// What a list behind a colon gives examples of.
  private static let labels = WordSet(
    "precaution guidance warning flag topic risk complication effect safety sign education class safe due prevention preventive maintenance imms immunization vaccine vaccination"
  )
  private static let warnings = WordSet("call notify seek alert watch look 911 await")
  private static let advices = WordSet(
    "advised told instructed counseled reminded knows understands agrees will discussed")
  /// What a patient is to come for: "go to the ED with bloody stools".
  private static let bes = WordSet("is are")
  private static let occasions = WordSet("for with if")
  private static let announcements = WordSet("will discussed")
  private static let actions = WordSet("go going come seek call")
  private static let goings = WordSet("go going")
  private static let emergencies = WordSet("er ed 911 emergency urgent hospital")
  /// What is done to find something.
  private static let examinationsFor = WordSet(
    """
    study ncs eeg bnp dimer cystoscopy echo echocardiogram duplex doppler ultrasound mri ct scan xray radiograph stool urine swab culture nipt titer \
    serology test testing tested labs holter emg tilt spirometry methacholine bronchoscopy abi cortisol antibody renin aldosterone \
    datscan jak2 karyotype mrcp pcr pcl pending workup analysis us koh scraping chloride tryptase lamp result screen form \
    smear esr crp tsh psa ana challenge aspiration monitoring eval evaluation checked colonoscopy endoscopy biopsy look evaluate assess
    """)
  /// Words that say the same in a story, where an examination may also be told by what it found.
  private static let searches = WordSet("look test testing tested evaluate")
  private static let inquiries = WordSet(
    "look test testing tested evaluate assess eval evaluation workup checked screen study")
  private static let found = WordSet(
    "positive reactive known follow diagnostic confirmed surveillance recheck repeat annual")
  private static let talks = WordSet("discussed reviewed explained covered")
}
