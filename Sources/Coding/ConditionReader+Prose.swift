import CodeSets

/// An assessment in sentences, with a plan of its own behind it.
extension ConditionReader {
  /// Takes what an assessment tells in sentences for its problems, where no line of it lists one and a plan follows: "She has heavy
  /// menses due to fibroids, which have led to anemia." What the plan says of them is no list.
  ///
  /// `first` is the first mention of the section, `start` its first word.
  ///
  /// Source: ICD-10-CM Official Guidelines, section IV.J (all conditions that the visit came to).
  mutating func listProse(of first: Int, from start: Int) {
    guard section == .assessment, first < mentions.count,
      !mentions[first...].contains(where: { $0.isProblem && isLine($0.word, from: start) })
    else { return }
    for index in first..<mentions.count where mentions[index].status == .present {
      let letter = icd10cm.letter(row: mentions[index].row)
      guard letter < UInt8(ascii: "V"), !ConditionReader.loose.contains(icd10cm.category(row: mentions[index].row))
      else {
        continue
      }
      mentions[index].isProblem = true
      hasListed = true
    }
  }

  /// Takes the problem that the assessment has just listed for over where that is all it says of it: "Pneumonia. Medical reasoning:
  /// resolved clinically." What lasts does not end so.
  mutating func noteResolution(upTo end: Int) {
    guard section == .assessment, sentence.firstMention == mentions.count, let problem = mentions.indices.last,
      mentions[problem].isProblem, mentions[problem].status == .present,
      afterLastMention == sentence.firstWord,
      !ConditionReader.lasting.contains(icd10cm.letter(row: mentions[problem].row)),
      let word = (sentence.firstWord..<end).prefix(3).first(where: {
        ConditionReader.resolutions.contains(words[$0].hash)
      }),
      end - word <= 4, words[sentence.firstWord..<word].allSatisfy({ ConditionReader.labels.contains($0.hash) })
    else { return }
    let category = icd10cm.category(row: mentions[problem].row)
    for index in mentions.indices where icd10cm.category(row: mentions[index].row) == category {
      if mentions[index].status == .present { mentions[index].status = .resolved }
    }
  }

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
  private static let resolutions = WordSet("resolved")
  private static let labels = WordSet("medical reasoning")
  private static let lasting = Set("CDEFGI".utf8)

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
    return between.allSatisfy { $0.gap < .comma } && between.contains { ConditionReader.havings.contains($0.hash) }
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

  /// Whether it is what an earlier reaction to a drug was like: "his reaction to amoxicillin was limited to hives".
  func isEarlierReaction(at index: Int) -> Bool {
    let before = words[max(sentence.firstWord, index - 8)..<index]
    guard let reaction = before.firstIndex(where: { $0.hash == ConditionReader.reaction }) else { return false }
    return words[reaction..<index].contains { ConditionReader.passed.contains($0.hash) }
  }

  private static let reaction = Words.hash("reaction")
  private static let passed = WordSet("was were")
  /// "Smoke in the home", "smoke exposure": what others do.
  func isSmokeInTheAir(_ found: Range<Int>) -> Bool {
    guard found.count == 1, words[found.lowerBound].hash == ConditionReader.smoke else { return false }
    let behind = words[found.upperBound...].prefix(3).prefix { !$0.startsSentence }
    return behind.contains { ConditionReader.rooms.contains($0.hash) }
      || found.lowerBound > 0 && ConditionReader.beforeSmoke.contains(words[found.lowerBound - 1].hash)
  }

  private static let smoke = Words.hash("smoke")
  private static let rooms = WordSet(
    "home house car room apartment inside exposure inhalation detector detectors alarm")
  private static let beforeSmoke = WordSet("secondhand hand of the passive")
  private static let onWord = Words.hash("on")

  private static let reasonGivers = WordSet("because since given as")
  private static let havings = WordSet("has have having her his")

  /// Whether a word stands in a line that is no sentence about the patient: it is short, and has no verb.
  private func isLine(_ word: Int, from start: Int) -> Bool {
    let first = (start...word).last { words[$0].startsLine } ?? start
    let line = words[first...].prefix(ConditionReader.longestName + 1).enumerated().prefix {
      $0.offset == 0 || !$0.element.startsLine
    }
    return line.count <= ConditionReader.longestName
      && !line.contains { ConditionReader.tellers.contains($0.element.hash) }
  }

  /// What is the cause or a part of something else: bleeding, a swelling, pain without a place.
  private static let loose = ICD10CM.categories("R52 R58 R60 R69")
  /// Whether a sentence names problems and nothing else in many words: "Lumbar stenosis at L4-L5 with claudication and a degenerative
  /// spondylolisthesis of the same level".
  func isLongName(upTo end: Int) -> Bool {
    guard sentence.firstWord == lineStart, end - lineStart <= ConditionReader.longestName * 2,
      let first = mentions[sentence.firstMention...].first, first.word - lineStart <= 2
    else { return false }
    return !words[lineStart..<end].contains {
      ConditionReader.tellers.contains($0.hash) || ConditionReader.people.contains($0.hash)
    }
  }

  /// What begins behind a comma of such a sentence is one of its names.
  mutating func listNames() {
    for index in sentence.firstMention..<mentions.count where words[mentions[index].word].gap == .comma {
      if mentions[index].status == .present { mentions[index].isProblem = true }
    }
  }

  private static let people = WordSet(
    "patient male female man woman boy girl he she his her who year years old will would we i today")
  private static let longestName = 14
  private static let tellers = WordSet("has have had is are was were presents")
}
