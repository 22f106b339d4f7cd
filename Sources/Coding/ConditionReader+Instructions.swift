import CodeSets

/// Conditions that a plan names and nobody has: what a patient is told to watch for, what a handout is about, what a test looks for.
///
/// Source: ICD-10-CM Official Guidelines, sections IV.H (what is looked for is not established) and IV.J (what is coded is what
/// requires or affects care).
extension ConditionReader {
  /// Whether the words before a condition in its line, or at the end of it, say that it is an example or a warning.
  func isInstruction(at index: Int, to end: Int, _ row: Int) -> Bool {
    guard section == .assessment else { return !isComplaint(row) && isLookedFor(at: index) }
    guard index > lineStart else { return false }
    if isOfInstruction(at: index) || isOfWarning(at: index) { return true }
    guard !isComplaint(row) else { return false }
    return isLookedFor(at: index) || isOfTopics(at: index, from: end)
  }

  /// "Handouts: osteoporosis", "red flags reviewed: foot drop", "anticipatory guidance: burns, drowning".
  private func isOfInstruction(at index: Int) -> Bool {
    var hasColon = false
    var isNamed = false
    for next in lineStart..<index {
      if next > lineStart, words[next].gap == .clause { hasColon = true }
      if ConditionReader.handouts.contains(words[next].hash) { return true }
      if !hasColon, ConditionReader.labels.contains(words[next].hash) { isNamed = true }
    }
    return isNamed && (hasColon || words[index].gap == .clause)
  }

  /// "Call for fever", "go to the ED for chest pain", "seek care for numbness": what a patient is to look out for.
  private func isOfWarning(at index: Int) -> Bool {
    let line = words[lineStart..<index]
    guard let first = line.first(where: { !$0.isStop })?.hash else { return false }
    if ConditionReader.warnings.contains(first) { return true }
    // "To ER for seizure"; not "sent to the ER for a seizure".
    guard first == ConditionReader.go || words[lineStart].hash == ConditionReader.to else { return false }
    return line.contains { ConditionReader.emergencies.contains($0.hash) }
  }

  /// "Sleep study for apnea", "echo to look for endocarditis", "stool for C. diff": not "CT for known stones".
  private func isLookedFor(at index: Int) -> Bool {
    let first = max(lineStart, sentence.firstWord)
    guard let purpose = (max(first, index - 3)..<index).last(where: { words[$0].hash == ConditionReader.purpose }),
      words[purpose + 1..<index].allSatisfy({ $0.isStop }), words[purpose + 1...index].allSatisfy({ $0.gap == .space })
    else { return goesOnWithTargets(at: index) }
    let before = words[max(first, purpose - 4)..<purpose]
    guard !before.contains(where: { ConditionReader.found.contains($0.hash) }) else { return false }
    let tasks = section == .assessment ? ConditionReader.examinationsFor : ConditionReader.searches
    return before.contains { tasks.contains($0.hash) }
  }

  /// "Urine for gonorrhea, chlamydia and trichomonas": the list of what is looked for goes on.
  private func goesOnWithTargets(at index: Int) -> Bool {
    guard let last = mentions.last, last.status == .hypothetical, last.word >= lineStart, afterLastMention <= index,
      words[lineStart..<last.word].contains(where: { ConditionReader.examinationsFor.contains($0.hash) })
    else { return false }
    return words[afterLastMention..<index].allSatisfy { $0.isStop } && words[afterLastMention...index].allSatisfy { $0.gap <= .comma }
  }

  /// "Finasteride: gynecomastia, depression discussed": a list behind a colon that was talked about, where what stands before the
  /// colon is no condition.
  private func isOfTopics(at index: Int, from end: Int) -> Bool {
    guard let colon = (lineStart + 1...index).first(where: { words[$0].gap == .clause }), colon - lineStart <= 3,
      !mentions.reversed().prefix(while: { $0.word >= lineStart }).contains(where: { $0.word < colon })
    else { return false }
    let line = words[end...].prefix(12).prefix { !$0.startsSentence }
    guard let last = line.last else { return false }
    return ConditionReader.talks.contains(last.hash)
  }

  private static let to = Words.hash("to")
  private static let go = Words.hash("go")
  private static let purpose = Words.hash("for")

  private static func hashes(_ words: String) -> WordSet {
    WordSet(words.split(whereSeparator: \.isWhitespace).map { Words.hash(String($0)) })
  }

  /// What tells of conditions in general, wherever in a line.
  private static let handouts = hashes("handout pamphlet brochure leaflet")
  /// What a list behind a colon gives examples of.
  private static let labels = hashes(
    "precaution guidance warning flag topic risk complication effect safety sign education class safe due prevention preventive maintenance")
  private static let warnings = hashes("call notify seek contact report alert watch")
  private static let emergencies = hashes("er ed 911 emergency urgent hospital")
  /// What is done to find something.
  private static let examinationsFor = hashes(
    """
    study echo echocardiogram duplex doppler ultrasound mri ct scan xray radiograph stool urine swab culture nipt panel titer \
    serology test testing tested labs holter emg tilt spirometry methacholine bronchoscopy colonoscopy endoscopy biopsy look evaluate assess
    """)
  /// Words that say the same in a story, where an examination may also be told by what it found.
  private static let searches = hashes("look test testing tested evaluate")
  private static let found = hashes("positive reactive known follow diagnostic confirmed")
  private static let talks = hashes("discussed reviewed explained covered")
}
