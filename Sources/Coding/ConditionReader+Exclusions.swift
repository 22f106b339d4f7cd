import ClaimModel
import CodeSets

/// Sentences of an assessment that say in more words than one that a condition is not there, or not certain.
///
/// Source: ICD-10-CM Official Guidelines, section IV.H (what is only thought of or looked for is not coded).
extension ConditionReader {
  /// Takes what the sentence excludes, doubts or looks for in such words for what it is.
  mutating func noteExclusions(upTo end: Int) {
    guard section == .assessment, sentence.firstMention < mentions.count else { return }
    denyWhatIsNotSeen(upTo: end)
    doubtWhatIsPossible(upTo: end)
    for index in sentence.firstMention..<mentions.count where mentions[index].status == .present {
      mentions[index].status = excludedStatus(mentions[index], upTo: end)
    }
  }

  /// What a condition that stands as present is by the words around it. Apart from the loop that changes the mentions: built into it,
  /// each question would copy the reader.
  @inline(never)
  private func excludedStatus(_ mention: Mention, upTo end: Int) -> Mention.Status {
    let after = mention.own(of: words).endIndex
    if isOfChildhood(from: after, upTo: end) { return .history }
    if wasThought(mention) || isThoughtAbout(from: after, upTo: end)
      || isPossibility(from: after, upTo: end, mention.row)
    {
      return .uncertain
    }
    if isNotTheCause(from: after, upTo: end) || isForceOfFall(mention) { return .negated }
    return isLimit(mention) || isLookedFor(mention, after: after) || isSetAside(from: after, upTo: end)
      ? .hypothetical : .present
  }

  /// "Depression - meds continue by PCP, not part of today"
  private func isSetAside(from after: Int, upTo end: Int) -> Bool {
    (after..<max(after, min(end, after + 12))).contains { index in
      index + 1 < end && words[index].hash == ConditionReader.notWord && words[index + 1].hash == ConditionReader.part
        && words[(index + 2)..<min(end, index + 5)].contains { ConditionReader.visits.contains($0.hash) }
    }
  }

  private static let part = Words.hash("part")
  private static let visits = WordSet("today visit")

  /// "I do not see features of Parkinson's or Lewy body disease", "nothing points to diabetes, infection or a tethered cord": all that
  /// follows, up to another verb.
  private mutating func denyWhatIsNotSeen(upTo end: Int) {
    guard
      let verb = (sentence.firstWord..<end).dropFirst().first(where: { index in
        ConditionReader.seeing.contains(words[index].hash) && ConditionReader.noSight.contains(words[index - 1].hash)
      })
    else { return }
    let stop = (verb + 1..<end).first { ConditionReader.newThoughts.contains(words[$0].hash) } ?? end
    for index in sentence.firstMention..<mentions.count
    where mentions[index].word > verb && mentions[index].word < stop && mentions[index].status < .negated {
      mentions[index].status = .negated
    }
  }

  private static let seeing = WordSet("see find appreciate detect point points suggests suggest supports support")
  private static let noSight = WordSet("not nothing never")
  private static let newThoughts = WordSet("but however although though has have is are was were because as since so")

  /// "Possibilities include a polyp, hyperplasia and endometrial cancer": all that follows.
  private mutating func doubtWhatIsPossible(upTo end: Int) {
    guard
      let word = (sentence.firstWord..<end).dropLast().first(where: { index in
        words[index].hash == ConditionReader.possibility && ConditionReader.including.contains(words[index + 1].hash)
      })
    else { return }
    for index in sentence.firstMention..<mentions.count
    where mentions[index].word > word && mentions[index].status == .present {
      mentions[index].status = .uncertain
    }
  }

  private static let possibility = Words.hash("possibilities")
  private static let including = WordSet("include includes are")

  /// "Thyroid disease and anemia were considered", "Cushing syndrome was thought about": whatever came of it, no condition.
  private func isThoughtAbout(from start: Int, upTo end: Int) -> Bool {
    let behind = words[min(start, end)..<end].prefix(8)
    guard let thought = behind.firstIndex(where: { ConditionReader.thoughts.contains($0.hash) }), thought > start else {
      return false
    }
    let isPassive = ConditionReader.auxiliaries.contains(words[thought - 1].hash)
    // "Is considered stable", "was thought to be gout"
    let next = thought + 1 < end ? words[thought + 1].hash : 0
    if words[thought].hash == ConditionReader.kept {
      return words[thought..<end].prefix(4).contains { $0.hash == ConditionReader.mind }
    }
    return isPassive && behind[..<thought].allSatisfy { $0.gap < .clause }
      && (words[thought].hash == ConditionReader.considered
        ? thought + 1 >= end || words[thought + 1].gap >= .comma || ConditionReader.ends.contains(next)
        : next == ConditionReader.about || next == ConditionReader.ofWord
          || words[thought].hash == ConditionReader.entertained)
  }

  private static let thoughts = WordSet("considered thought entertained kept")
  private static let kept = Words.hash("kept")
  private static let mind = Words.hash("mind")
  private static let considered = Words.hash("considered")
  private static let entertained = Words.hash("entertained")
  private static let about = Words.hash("about")
  private static let ofWord = Words.hash("of")
  private static let auxiliaries = WordSet("was were be been")
  private static let ends = WordSet("and but again because")

  /// "Psoriatic arthritis is a concern", "early osteoarthritis would explain it". A finding that is a concern is there.
  private func isPossibility(from start: Int, upTo end: Int, _ row: Int) -> Bool {
    guard icd10cm.letter(row: row) != UInt8(ascii: "R"), start < end, words[start].gap < .comma else { return false }
    // "Metastatic disease from lung or GI tract is also possible"
    let tail = words[start..<end].prefix(11).prefix { $0.gap < .clause }
    if let being = tail.firstIndex(where: { ConditionReader.being.contains($0.hash) }),
      being == start || ConditionReader.origins.contains(words[start].hash),
      tail[being...].dropFirst().prefix(2).contains(where: { $0.hash == ConditionReader.possible })
    {
      return true
    }
    let behind = words[start..<end].prefix(4).prefix { $0.gap < .comma }
    if behind.dropFirst().contains(where: { ConditionReader.explaining.contains($0.hash) }),
      ConditionReader.moods.contains(words[start].hash)
    {
      return true
    }
    return ConditionReader.being.contains(words[start].hash)
      && behind.dropFirst().contains { ConditionReader.possibilities.contains($0.hash) }
  }

  private static let origins = WordSet("from of to in")
  private static let possible = Words.hash("possible")
  private static let explaining = WordSet("explain fit account")
  private static let moods = WordSet("would could might may can")
  private static let being = WordSet("is are remains remain")
  private static let possibilities = WordSet("concern possibility consideration worry differential")

  /// "She had pneumonia as a child"
  private func isOfChildhood(from start: Int, upTo end: Int) -> Bool {
    let behind = words[min(start, end)..<end].prefix(4).prefix { $0.gap < .comma }
    guard let asWord = behind.firstIndex(where: { $0.hash == ConditionReader.asWord }) else { return false }
    return behind[asWord...].contains { ConditionReader.young.contains($0.hash) }
  }

  private static let asWord = Words.hash("as")
  private static let young = WordSet("child kid baby infant teenager teen boy girl youth")

  /// "The doctor thought it was kidney stones", "initially felt to be gout", "the urgent care called it bronchitis", "she wonders about
  /// fibromyalgia", "I would hate to miss a fracture".
  private func wasThought(_ mention: Mention) -> Bool {
    let before = words[max(sentence.firstWord, mention.word - 5)..<mention.word]
    if let wondering = before.lastIndex(where: { ConditionReader.wonderings.contains($0.hash) }),
      words[wondering...mention.word].dropFirst().allSatisfy({ $0.gap < .comma }),
      words[wondering].hash != ConditionReader.miss
        || wondering > 0 && ConditionReader.beforeMiss.contains(words[wondering - 1].hash)
    {
      return true
    }
    if before.contains(where: { $0.hash == ConditionReader.felt }),
      before.contains(where: { ConditionReader.atFirst.contains($0.hash) })
    {
      return true
    }
    if before.suffix(3).contains(where: { $0.hash == ConditionReader.called }),
      before.suffix(2).contains(where: { $0.hash == ConditionReader.itWord })
    {
      return true
    }
    // "Colposcopic impression is CIN 2": the tissue tells.
    if let looking = before.lastIndex(where: { $0.hash == ConditionReader.colposcopic }),
      words[looking...mention.word].dropFirst().allSatisfy({ $0.gap < .clause })
    {
      return true
    }
    guard let thought = before.firstIndex(where: { ConditionReader.pastThoughts.contains($0.hash) }) else {
      return false
    }
    return before[thought...].dropFirst().contains { ConditionReader.pronouns.contains($0.hash) }
      && before[thought...].contains { ConditionReader.auxiliaries.contains($0.hash) }
  }

  private static let wonderings = WordSet("wonder wondered wondering miss")
  private static let miss = Words.hash("miss")
  private static let beforeMiss = WordSet("to not")
  private static let felt = Words.hash("felt")
  private static let atFirst = WordSet("initially originally first previously")
  private static let called = Words.hash("called")
  private static let itWord = Words.hash("it")
  private static let colposcopic = Words.hash("colposcopic")
  private static let pastThoughts = WordSet("thought believed assumed")
  private static let pronouns = WordSet("it this that")

  /// "T11 compression fracture, low energy": what broke it, not how the patient feels.
  private func isForceOfFall(_ mention: Mention) -> Bool {
    words[mention.word].hash == ConditionReader.low && mention.word + 1 < words.count
      && words[mention.word + 1].hash == ConditionReader.energy
      && words[sentence.firstWord..<mention.word].contains { ConditionReader.fractures.contains($0.hash) }
  }

  private static let (low, energy) = (Words.hash("low"), Words.hash("energy"))
  private static let fractures = WordSet("fracture fractures fx")

  /// "Fever >100.4": from when on somebody is to call.
  private func isLimit(_ mention: Mention) -> Bool {
    let next = mention.own(of: words).endIndex
    return icd10cm.code(at: mention.row) == "R509" && next < words.count
      && ConditionReader.degrees100.contains(words[next].hash)
      && text[min(mention.end, text.count)...].prefix(3).first { $0 != UInt8(ascii: " ") } == UInt8(ascii: ">")
      && (next + 1 >= words.count || words[next + 1].hash != ConditionReader.forWord)
  }

  /// A fever's degrees, with and without their fraction.
  private static let degrees100 = WordSet(
    (100...104).map { Words.hash(String($0)) } + [Words.hash("38"), Words.hash("39")])
  private static let forWord = Words.hash("for")

  /// "Meniere's disease is not what is going on here", "is not the cause".
  private func isNotTheCause(from start: Int, upTo end: Int) -> Bool {
    guard start + 2 < end, words[start].gap < .comma, ConditionReader.being.contains(words[start].hash),
      words[start + 1].hash == ConditionReader.notWord
    else { return false }
    return words[start + 2].hash == ConditionReader.what
      || words[start + 2..<end].prefix(2).contains { ConditionReader.explanationNouns.contains($0.hash) }
  }

  static let notWord = Words.hash("not")
  private static let what = Words.hash("what")
  private static let explanationNouns = WordSet("cause explanation reason diagnosis answer culprit")

  /// "Biopsies will be looked at for cytomegalovirus", "blood for HIV and syphilis was sent", "ultrasound for liver cancer surveillance",
  /// "in case the MRI shows bone infection".
  private func isLookedFor(_ mention: Mention, after: Int) -> Bool {
    if after < words.count, words[after].gap == .space, words[after].hash == ConditionReader.surveillance {
      return true
    }
    let before = max(sentence.firstWord, mention.word - ConditionReader.longestLine)..<mention.word
    if before.dropFirst().contains(where: {
      words[$0].hash == ConditionReader.caseWord && words[$0 - 1].hash == ConditionReader.inWord
    }) {
      return true
    }
    if mention.word >= sentence.firstWord + 2, words[mention.word - 1].hash == ConditionReader.purposeWord,
      words[mention.word - 2].hash == ConditionReader.looking
    {
      return true
    }
    // What a specimen is tested for is an infection; other words behind "for" are the reason.
    let letter = icd10cm.letter(row: mention.row)
    guard letter == UInt8(ascii: "A") || letter == UInt8(ascii: "B") || isTestedFor(mention.row),
      let purpose = before.last(where: { words[$0].hash == ConditionReader.purposeWord }), purpose > sentence.firstWord,
      mention.word - purpose <= 6, words[purpose + 1...mention.word].allSatisfy({ $0.gap < .comma }),
      words[purpose - 1].gap < .clause
    else { return false }
    let own = words[max(sentence.firstWord, purpose - 4)..<purpose]
    return own.contains { ConditionReader.specimens.contains($0.hash) }
  }

  private static let looking = Words.hash("looking")
  private static let surveillance = Words.hash("surveillance")
  private static let caseWord = Words.hash("case")
  private static let inWord = Words.hash("in")
  private static let specimens = WordSet(
    "blood stool swab swabs biopsy biopsies culture cultures serology serologies sample samples specimen specimens looked titers"
  )
}
