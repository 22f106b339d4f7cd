import ClaimModel
import CodeSets

/// What the sentences of an assessment that name no problem tell as found: the clinician's reasoning.
extension ConditionReader {
  /// Notes what the reasoning of an assessment establishes beside the problems it lists, and the symptoms that are there while
  /// their cause is doubted.
  mutating func noteFindings(upTo end: Int) {
    guard section == .assessment else { return }
    noteLostTumors()
    for index in sentence.firstMention..<mentions.count where !isKindOfEncounter(mentions[index].row) {
      if isSymptom(mentions[index].row) { noteDoubtedCause(of: index) }
      guard isEstablished(index, upTo: end) else { continue }
      mentions[index].status = .present
      mentions[index].isFound = true
    }
  }

  /// Whether the reasoning establishes a condition. Apart from the loop that changes the mentions: built into it, each question
  /// would copy the reader.
  @inline(never)
  private func isEstablished(_ index: Int, upTo end: Int) -> Bool {
    let mention = mentions[index]
    let isPresent = mention.status == .present
    if isSymptom(mention.row) { return isEvaluated(mention) || isPresent && isDanger(mention) }
    if isExacerbated(mention) || mention.status <= .hypothetical && isReasonOfDrug(mention) { return true }
    guard isPresent, !mention.isProblem else { return false }
    return isSpread(mention.row) || isShownByTest(mention, upTo: end) || isTreated(mention, upTo: end)
      || isCause(mention) || isReason(mention) || isContributor(mention, upTo: end) || isJoined(to: index)
  }

  /// Whether a test is said to have shown a condition: "her echocardiogram demonstrated mitral regurgitation", "radiographic
  /// evidence of arthritis". What it showed years ago is not what the visit is about.
  ///
  /// Source: ICD-10-CM Official Guidelines, sections III.B (a finding whose significance the clinician tells) and IV.K.
  private func isShownByTest(_ mention: Mention, upTo end: Int) -> Bool {
    // "The maneuver is diagnostic of positional vertigo"
    if words[max(sentence.firstWord, mention.word - 3)..<mention.word].contains(where: {
      $0.hash == ConditionReader.diagnostic
    }) {
      return true
    }
    guard
      let verb = (max(sentence.firstWord, mention.word - 12)..<mention.word)
        .last(where: { ConditionReader.showing.contains(words[$0].hash) }),
      words[verb...mention.word].dropFirst().allSatisfy({ $0.gap < .clause }),
      words[max(sentence.firstWord, verb - 60)..<verb].contains(where: { ConditionReader.studies.contains($0.hash) })
    else { return false }
    return !(sentence.firstWord + 1..<end).contains { index in
      words[index].hash == ConditionReader.ago && ConditionReader.years.contains(words[index - 1].hash)
    }
  }

  /// Whether it is what a tumor has spread to, wherever the assessment tells it.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.2 (each site of a malignancy is coded).
  private func isSpread(_ row: Int) -> Bool {
    ConditionReader.secondary.contains(icd10cm.category(row: row))
  }

  /// Whether it is what a drug is given for: "I prescribed pantoprazole for gastritis".
  ///
  /// Source: ICD-10-CM Official Guidelines, section IV.J (conditions that are treated).
  private func isTreated(_ mention: Mention, upTo end: Int) -> Bool {
    let isInjury = icd10cm.letter(row: mention.row) >= UInt8(ascii: "S")
    guard !isInjury, !ConditionReader.preventable.contains(icd10cm.category(row: mention.row)),
      let purpose = (max(sentence.firstWord, mention.word - 3)..<mention.word).last(where: {
        words[$0].hash == ConditionReader.purposeWord
      }),
      words[purpose...mention.word].dropFirst().allSatisfy({ $0.gap == .space })
    else { return false }
    return words[sentence.firstWord..<purpose].contains { ConditionReader.treatments.contains($0.hash) }
      && !words[sentence.firstWord..<end].contains { ConditionReader.provisos.contains($0.hash) }
  }

  /// Whether it is the cause of the problem that the assessment lists before it: "Dizziness. This is due to dehydration."
  ///
  /// Source: ICD-10-CM Official Guidelines, sections I.B.4 and IV.D (a symptom is coded where no diagnosis explains it).
  private func isCause(_ mention: Mention) -> Bool {
    guard let problem = mentions[..<sentence.firstMention].last(where: { $0.isProblem }),
      let cause = (max(sentence.firstWord, mention.word - 6)..<mention.word).last(where: {
        ConditionReader.causes.contains(words[$0].hash)
      }), words[cause...mention.word].dropFirst().allSatisfy({ $0.gap == .space })
    else { return false }
    // What made a pressure or a sugar rise that day is no cause of the disease: anxiety, an infection, an injury.
    return isSymptom(problem.row) || ConditionReader.underlying.contains(icd10cm.letter(row: mention.row))
  }

  /// "The deviated septum is a lesser contributor"
  private func isContributor(_ mention: Mention, upTo end: Int) -> Bool {
    let after = mention.own(of: words).endIndex
    guard after < end, words[after].hash == ConditionReader.isWord || words[after].hash == ConditionReader.also else {
      return false
    }
    let behind = words[after..<end].prefix(6)
    return behind.contains { ConditionReader.contributors.contains($0.hash) }
      && !behind.contains { $0.hash == ConditionReader.notWord }
  }

  private static let (isWord, also) = (Words.hash("is"), Words.hash("also"))
  private static let contributors = WordSet("contributor contributes contributing")

  /// Whether "and" joins it to one that is found: "due to his diabetes and hypertension".
  private func isJoined(to index: Int) -> Bool {
    guard index > sentence.firstMention, mentions[index - 1].isFound,
      ConditionReader.underlying.contains(icd10cm.letter(row: mentions[index].row))
    else { return false }
    let between = words[mentions[index - 1].word..<mentions[index].word].filter {
      Int($0.start) >= mentions[index - 1].end
    }
    return between.count <= 2 && between.contains { $0.hash == ConditionReader.conjunction }
      && between.allSatisfy { $0.isStop }
  }

  private static let conjunction = Words.hash("and")

  /// Whether a sign is what an order is to look into: "an echocardiogram to evaluate his murmur". Whose it is, or "the", says
  /// that it is there.
  ///
  /// Source: ICD-10-CM Official Guidelines, sections IV.D (signs that no diagnosis explains) and IV.J.
  private func isEvaluated(_ mention: Mention) -> Bool {
    guard mention.status == .present || mention.status == .hypothetical,
      let owner = owner(before: mention.word, ConditionReader.owners)
    else { return false }
    // "An echocardiogram for his new murmur"
    let isReason =
      owner > sentence.firstWord && words[owner - 1].hash == ConditionReader.purposeWord
      && words[sentence.firstWord..<owner].contains { ConditionReader.studies.contains($0.hash) }
    return isReason
      || (max(sentence.firstWord, owner - 4)..<owner).contains { index in
        ConditionReader.inquiries.contains(words[index].hash)
          // "To follow the murmur"; not "follows the diarrhea".
          || words[index].hash == ConditionReader.followWord && index > sentence.firstWord
            && words[index - 1].hash == ConditionReader.toWord
      }
  }

  /// Whether what the clinician thinks of is that a condition the patient has got worse: "I believe this is an exacerbation of
  /// her heart failure". The condition itself is not doubted.
  private func isExacerbated(_ mention: Mention) -> Bool {
    guard mention.status == .present || mention.status == .uncertain, !mention.isProblem else { return false }
    // "A flare of her COPD" names the condition that has got worse.
    let own = mention.own(of: words)
    if mention.status == .present, own.contains(where: { ConditionReader.persons.contains($0.hash) }),
      own.contains(where: { ConditionReader.exacerbations.contains($0.hash) })
    {
      return true
    }
    guard let owner = owner(before: mention.word, ConditionReader.persons) else { return false }
    return words[max(sentence.firstWord, owner - 3)..<owner].contains {
      ConditionReader.exacerbations.contains($0.hash)
    }
  }

  /// A symptom behind the condition suspected of causing it is there: "suspected appendicitis with abdominal pain".
  ///
  /// Source: ICD-10-CM Official Guidelines, section IV.H (uncertain diagnosis: the signs and symptoms are coded).
  private mutating func noteDoubtedCause(of index: Int) {
    guard index > sentence.firstMention, mentions[index].status == .uncertain else { return }
    let cause = mentions[index - 1]
    let between = words[cause.word..<mentions[index].word].filter { Int($0.start) >= cause.end }
    let follows = isSymptom(cause.row) && cause.status == .present && cause.isFound
    let isBehind = between.contains { ConditionReader.reasons.contains($0.hash) } && cause.status == .uncertain
    guard isBehind && !isSymptom(cause.row) || follows && between.allSatisfy({ $0.isStop || $0.gap == .comma }),
      !between.contains(where: { ConditionReader.alternatives.contains($0.hash) })
    else { return }
    mentions[index].status = .present
    mentions[index].isFound = true
    // It stands in the problem's line.
    mentions[index].isProblem = cause.isProblem
  }

  /// The word that says whose a condition is, right before it or before words of its kind.
  private func owner(before index: Int, _ owners: WordSet) -> Int? {
    (max(sentence.firstWord, index - 3)..<index).last { owners.contains(words[$0].hash) }
  }

  /// Chapter 18, and pain of a joint, a limb or the back.
  private func isSymptom(_ row: Int) -> Bool {
    icd10cm.letter(row: row) == UInt8(ascii: "R") || ConditionReader.pains.contains(icd10cm.subcategory(row: row))
  }

  /// Whether it is a thought of suicide, which no disorder of the mind has to have.
  private func isDanger(_ mention: Mention) -> Bool {
    mention.row == icd10cm.row(of: "R45851")
      && words[max(sentence.firstWord, mention.word - ConditionReader.longestLine)..<mention.word]
        .contains { ConditionReader.reports.contains($0.hash) }
  }

  private static let reports = WordSet("has reports endorses passive active admits describes")

  private func isKindOfEncounter(_ row: Int) -> Bool { icd10cm.letter(row: row) >= UInt8(ascii: "V") }

  private static let pains = painsOfPlaces.union(ICD10CM.categories("M254 M256"))
  private static let showing = WordSet(
    "demonstrated demonstrates demonstrating showed shows showing shown revealed reveals revealing confirmed confirms evidence"
  )
  private static let studies = WordSet(
    """
    ct mri mra ultrasound sonogram radiograph radiographs ray rays xray xrays imaging image images scan biopsy pathology cytology \
    echocardiogram echo ekg ecg eeg emg endoscopy egd colonoscopy cystoscopy laryngoscopy arthroscopy angiogram doppler duplex \
    mammogram culture labs study studies test tests dexa densitometry spirometry radiographic radiographical radiological \
    clinical electrodiagnostic
    """)
  private static let diagnostic = Words.hash("diagnostic")
  private static let years = WordSet("year years")
  static let purposeWord = Words.hash("for")
  private static let treatments = WordSet(
    """
    prescribe prescribed prescription prescriptions continue continues continued continuing refill refilled refills start started \
    initiate initiated increase increased takes taking
    """)
  private static let provisos = WordSet("if unless should could may might consider would")
  private static let causes = WordSet("due secondary caused")
  /// The chapters of diseases that others come from.
  private static let underlying = Set("CDEIKN".utf8)
  private static let owners = WordSet("his her their the this")
  private static let persons = WordSet("his her their known underlying")
  private static let followWord = Words.hash("follow")
  private static let toWord = Words.hash("to")
  private static let inquiries = WordSet(
    "evaluate evaluating evaluation assess assessing assessment investigate characterize workup")
  private static let exacerbations = WordSet(
    "exacerbation exacerbations flare flareup flares worsening decompensation progression recurrence relapse")
  private static let reasons = WordSet("with given causing because presenting")
  private static let alternatives = WordSet("vs versus or")

  /// Takes the injury that was operated on for one that is healing: "status post left Achilles tendon rupture repair, 6 weeks".
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.21.c.7 (aftercare of an injury is its code with a 7th character).
  mutating func noteRepairedInjuries(upTo end: Int) {
    guard section == .assessment, sentence.firstWord == lineStart, end - sentence.firstWord <= 30 else { return }
    for index in sentence.firstMention..<mentions.count where mentions[index].status == .history {
      let letter = icd10cm.letter(row: mentions[index].row)
      guard letter == UInt8(ascii: "S"),
        words[sentence.firstWord..<mentions[index].word].prefix(3).contains(where: {
          $0.hash == ConditionReader.statusWord
        }),
        words[sentence.firstWord..<end].contains(where: { ConditionReader.operations.contains($0.hash) })
      else { continue }
      (mentions[index].status, mentions[index].stage, mentions[index].isProblem) = (.present, .subsequent, true)
    }
  }

  private static let statusWord = Words.hash("status")

  /// Whether the clinician gives a condition for the reason of what follows: "Because she has migraine with aura, I do not recommend
  /// estrogen."
  ///
  /// Source: ICD-10-CM Official Guidelines, section IV.J (conditions that affect the treatment).
  func isReason(_ mention: Mention) -> Bool {
    guard ConditionReader.reasonGivers.contains(words[sentence.firstWord].hash), mention.word - sentence.firstWord <= 6
    else {
      return false
    }
    let between = words[sentence.firstWord..<mention.word].dropFirst()
    // "Because she has migraine", "because he is diabetic"
    let isSo =
      ConditionReader.diabetic == words[mention.word].hash && between.contains { $0.hash == ConditionReader.isWord }
    return between.allSatisfy { $0.gap < .comma }
      && (isSo || between.contains { ConditionReader.havings.contains($0.hash) })
  }

  /// Whether it is what the patient takes a drug for that is the reason of what follows: "Since she is on a blood thinner for atrial
  /// fibrillation, she must be seen for any fall."
  func isReasonOfDrug(_ mention: Mention) -> Bool {
    guard ConditionReader.reasonGivers.contains(words[sentence.firstWord].hash), mention.word - sentence.firstWord <= 10
    else {
      return false
    }
    let between = words[sentence.firstWord..<mention.word]
    return between.dropFirst().allSatisfy { $0.gap < .comma } && between.contains { $0.hash == ConditionReader.onWord }
      && between.last?.hash == ConditionReader.purposeWord
  }

  private static let onWord = Words.hash("on")

  private static let diabetic = Words.hash("diabetic")
  private static let reasonGivers = WordSet("because since given as")
  private static let havings = WordSet("has have having her his")
}
