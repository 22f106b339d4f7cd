import CodeSets

/// Infections that name the test for them: "RPR, HIV sent", "check HIV and hepatitis C".
///
/// Source: ICD-10-CM Official Guidelines, section IV.H: what is looked for is not there yet.
extension ConditionReader {
  /// What stands right before a word that tells of a test is what is tested for, with all that a list joins to it.
  mutating func nameTests(before index: Int) {
    guard words[index].gap == .space, !isFound(after: index), !isFound(before: index), !sendsPatient(index) else {
      return
    }
    var next = index
    for mention in mentions.indices[sentence.firstMention...].reversed() {
      var end = next
      while end > mentions[mention].word, isOfList(words[end - 1]), words[end].gap <= .comma,
        Int(words[end - 1].start) >= mentions[mention].end
      {
        end -= 1
      }
      guard end > mentions[mention].word, words[end].gap <= .comma, Int(words[end - 1].end) <= mentions[mention].end,
        isTestedFor(mentions[mention].row) || mentions[mention].status == .hypothetical
      else { return }
      mentions[mention].status = max(mentions[mention].status, .hypothetical)
      next = mentions[mention].word
    }
  }

  /// Whether a condition stands right behind a word that tells of a test, or in a list that begins there.
  func isTestNamed(at index: Int, _ row: Int) -> Bool {
    if isOtherName(at: index) { return true }
    if isTestedFor(row), !isFound(after: lineStart), isBehindTestLabel(index) { return true }
    guard test >= sentence.firstWord, test < index, !isFound(after: index) else { return false }
    // "Check for a UTI"
    if words[test].hash == ConditionReader.check, test + 1 < index, words[test + 1].hash == ConditionReader.purpose,
      words[test + 2...index].allSatisfy({ $0.gap == .space && $0.isStop || $0.start == words[index].start })
    {
      return true
    }
    guard isTestedFor(row) else { return false }
    return words[test + 1..<index].allSatisfy { isOfList($0) && $0.gap <= .clause } && words[index].gap <= .clause
  }

  /// "UC note", of an urgent care; "CAP 298", of a liver's fat.
  private func isOtherName(at index: Int) -> Bool {
    if words[index].hash == ConditionReader.urgentCare {
      return index + 1 < words.count && words[index + 1].gap == .space
        && ConditionReader.records.contains(words[index + 1].hash)
    }
    return words[index].hash == ConditionReader.attenuation
      && words[max(sentence.firstWord, index - 20)..<min(words.count, index + 4)].contains {
        ConditionReader.elastographies.contains($0.hash)
      }
  }

  private static let urgentCare = Words.hash("uc")
  private static let records = WordSet("note visit encounter record chart clinic")
  private static let attenuation = Words.hash("cap")
  private static let elastographies = WordSet("kpa iqr fibroscan elastography stiffness")

  /// Whether the word right behind a condition makes a test's name of it: "C diff toxin", "hepatitis B surface antigen", "celiac panel
  /// sent". The sentence must go on with the test's being done: an antibody may also be what was found.
  func namesTest(from end: Int) -> Bool {
    guard end < words.count, words[end].gap == .space, ConditionReader.kinds.contains(words[end].hash),
      !isFound(after: end - 1)
    else { return false }
    // "HIV testing declined", "hepatitis C screen"
    if ConditionReader.plainKinds.contains(words[end].hash) { return true }
    var index = end + 1
    while index < min(words.count, end + 4), words[index].gap == .space {
      if ConditionReader.orderings.contains(words[index].hash) { return !sendsPatient(index) }
      index += 1
    }
    return false
  }

  /// Whether the line is one of tests: "Additional testing: hepatitis B and C serologies".
  private func isBehindTestLabel(_ index: Int) -> Bool {
    guard let label = words[lineStart..<index].prefix(4).firstIndex(where: { ConditionReader.labels.contains($0.hash) })
    else { return false }
    return label + 1 < words.count && words[label + 1].gap == .clause
  }

  private static let labels = WordSet("testing tests labs orders workup")

  /// A sentence that lists infections and ends with what became of the tests: "HIV, hepatitis C and lipid panel drawn", "Lyme, syphilis,
  /// B12 normal", "gonorrhea and chlamydia not detected".
  mutating func noteTests(upTo end: Int) {
    guard sentence.firstMention < mentions.count, end > sentence.firstWord,
      words[max(sentence.firstWord, end - 3)..<end].contains(where: { ConditionReader.outcomes.contains($0.hash) })
    else { return }
    let told = words[sentence.firstWord..<end].prefix(40)
    guard !told.contains(where: { ConditionReader.affirmations.contains($0.hash) }) else { return }
    // "COVID-19, chest X-ray ordered" is no list of tests.
    let listed = mentions.indices[sentence.firstMention...].filter { isTestedFor(mentions[$0].row) }
    guard listed.count > 1 else { return }
    for mention in listed where mentions[mention].status == .present {
      mentions[mention].status = .hypothetical
    }
  }

  private static let outcomes = WordSet(
    """
    normal negative drawn sent ordered pending titer titers labs panel workup testing tests detected nonreactive immune
    """)
  private static let affirmations = WordSet(
    """
    positive pos reactive confirmed known history hx has had with infection disease on treated diagnosed for due new chronic acute
    """)

  private func isOfList(_ word: Word) -> Bool { word.isStop || ConditionReader.tests.contains(word.hash) }

  func isTestedFor(_ row: Int) -> Bool { ConditionReader.testable.contains(icd10cm.category(row: row)) }

  /// Whether the sentence goes on with what was found: "HIV sent, reactive".
  private func isFound(after index: Int) -> Bool {
    words[index...].dropFirst().prefix(10).prefix { !$0.startsSentence }
      .contains { ConditionReader.findings.contains($0.hash) }
  }

  private func isFound(before index: Int) -> Bool {
    words[max(sentence.firstWord, index - 60)..<index].contains { ConditionReader.findings.contains($0.hash) }
  }

  /// Whether the patient is sent and not a test: "COVID-19 sent home", "flu sent to the ED".
  private func sendsPatient(_ index: Int) -> Bool {
    guard words[index].hash == ConditionReader.sent, index + 1 < words.count, words[index + 1].gap == .space else {
      return false
    }
    return !words[index + 1..<min(words.count, index + 4)].prefix { !$0.startsSentence }
      .contains { ConditionReader.laboratories.contains($0.hash) }
  }

  private static let sent = Words.hash("sent")
  private static let laboratories = WordSet("lab labs labcorp quest pathology reference today off out")
  private static let check = Words.hash("check")
  private static let purpose = Words.hash("for")
  /// The second word of a test's name.
  private static let kinds = WordSet(
    """
    panel antibody antibodies antigen titer titers serology serologies pcr naat gene toxin culture cultures screen test testing assay \
    surface core swab swabs igg igm
    """)
  private static let plainKinds = WordSet("testing screen test swab swabs")
  private static let orderings = WordSet("sent ordered order pending drawn checked collected")
  private static let findings = WordSet("positive pos reactive detected confirmed came back known")
  /// Words of tests, and those by which a list names infections.
  private static let tests = WordSet(
    """
    test tests testing serology serologies titer titers antibody antibodies antigen ag ab pcr naat culture cultures swab swabs \
    screen screening panel labs rpr vdrl gc ct cbc cmp hcv hbv hiv hepatitis b c syphilis gonorrhea chlamydia trichomonas lyme \
    mono strep flu influenza covid 19 rsv cov sars 2 blood urine for was were is are include includes including ordered bmp tsh psa a1c \
    lipid lipids esr crp lft lfts ana rf ccp urinalysis ferritin folate b12 vitamin d
    """)
  /// Infections, and disorders of clotting, that are tested for by their names.
  private static let testable = ICD10CM.categories(
    """
    A04 A15 A18 A37 A49 A50 A51 A52 A53 A54 A55 A56 A59 A60 A64 A69 A74 A90 A92 B00 B01 B05 B06 B26 B50 B54 B04 \
    B15 B16 B17 B18 B19 B20 B27 B96 D68 J09 J10 J11 U07 Z21
    """)
}
