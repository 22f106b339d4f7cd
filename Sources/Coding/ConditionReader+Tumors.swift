import ClaimModel
import CodeSets

/// Tumors that have spread, and terms of which one word names two conditions.
extension ConditionReader {
  /// A tumor that has not come back lies in the past: "no evidence of recurrent thyroid cancer".
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.2.m.
  mutating func noteLostTumors() {
    for index in sentence.firstMention..<mentions.count where mentions[index].status == .negated {
      guard icd10cm.letter(row: mentions[index].row) == UInt8(ascii: "C"),
        words[max(sentence.firstWord, mentions[index].word - 3)..<mentions[index].word].contains(where: {
          ConditionReader.returns.contains($0.hash)
        }) || mentions[index].own(of: words).contains(where: { ConditionReader.returns.contains($0.hash) })
      else { continue }
      mentions[index].status = .history
    }
  }

  private static let returns = WordSet("recurrent recurrence recurring")

  /// A tumor that is said to have spread is two: the one at its first site, and those where it has come to.
  ///
  /// Source: ICD-10-CM Official Guidelines, section I.C.2; Index, Metastasis and Metastatic.
  mutating func noteSpread(upTo end: Int) {
    guard sentence.firstMention < mentions.count,
      let first = (sentence.firstMention..<mentions.count).first(where: { isSolidTumor(mentions[$0].row) })
    else { return }
    let tumor = mentions[first]
    let reach = tumor.word..<min(end, tumor.word + 16)
    let isNamed = mentions[sentence.firstMention...].contains { isSecondary($0.row) }
    let isCalled =
      tumor.word > sentence.firstWord && ConditionReader.spread.contains(words[tumor.word - 1].hash)
      || ConditionReader.spread.contains(words[tumor.word].hash)
    guard !isNamed, isCalled || reach.contains(where: { ConditionReader.spread.contains(words[$0].hash) }) else {
      return
    }
    // "to the liver and bones", "to lung"
    let start = reach.first { $0 > tumor.word && ConditionReader.targets.contains(words[$0].hash) } ?? reach.upperBound
    var found = 0
    for index in start..<reach.upperBound where words[index].gap <= .comma && termWords[index].hash != 0 {
      guard let term = icd10cm.term(of: termWords[index].hash, and: ConditionReader.metastasis), let row = term.row,
        isSecondary(row)
      else { continue }
      appendSpread(at: index, row, of: tumor)
      found += 1
    }
    if found == 0, isCalled, tumor.isProblem, let row = icd10cm.row(of: "C799") {
      appendSpread(at: tumor.word, row, of: tumor)
    }
    mentions[sentence.firstMention...].sort { $0.word < $1.word }
  }

  private mutating func appendSpread(at index: Int, _ row: Int, of tumor: Mention) {
    var mention = tumor
    (mention.row, mention.word, mention.side, mention.origin) = (row, index, nil, .neoplasm)
    (mention.start, mention.end) = (Int(words[index].start), Int(words[index].end))
    mentions.append(mention)
  }

  /// The first of two conditions that "and" joins where both words together name a third: "cough and headache" are no primary
  /// cough headache. Nausea and vomiting have one code.
  func firstOfTwo(_ found: ICD10CM.FoundTerm, at index: Int) -> ICD10CM.Term? {
    guard found.words == 2, found.end - index > 2,
      words[index + 1..<found.end - 1].contains(where: { ConditionReader.conjunctions.contains($0.hash) }),
      let row = found.term.row, icd10cm.category(row: row) != ConditionReader.nausea,
      let own = icd10cm.term(of: termWords[index].hash), own.row != nil,
      icd10cm.longestTerm(at: found.end - 1, in: words, termWords: termWords)?.term.row != nil
    else { return nil }
    return own
  }

  /// The condition before "due to", where the cause behind it is a longer name than a term has taken of it: "pain in the foot due
  /// to plantar fasciitis".
  func beforeCause(_ found: ICD10CM.FoundTerm, at index: Int) -> ICD10CM.FoundTerm? {
    guard let due = (index + 1..<found.end).first(where: { words[$0].hash == ConditionReader.cause }),
      let start = (due + 1..<found.end).first(where: { !words[$0].isStop }),
      let cause = icd10cm.longestTerm(at: start, in: words, termWords: termWords), cause.end > found.end,
      words[start + 1..<cause.end].allSatisfy({ $0.gap == .space })
    else { return nil }
    return longestTerm(at: index, before: due)
  }

  /// "COPD exacerbation with acute bronchitis": the degree that a term ends with belongs to what follows it.
  func beforeDegree(_ found: ICD10CM.FoundTerm, at index: Int) -> ICD10CM.FoundTerm? {
    let last = found.end - 1
    guard found.words > 2, found.end < words.count, words[found.end].gap == .space,
      ConditionReader.acuteOrChronic.contains(words[last].hash),
      let next = icd10cm.longestTerm(at: last, in: words, termWords: termWords), next.words > 1, next.end > found.end
    else { return nil }
    return longestTerm(at: index, before: last)
  }

  /// "Abscess with cellulitis, hx MRSA": the history is of what stands behind it.
  func beforeHistory(_ found: ICD10CM.FoundTerm, at index: Int) -> ICD10CM.FoundTerm? {
    let last = found.end - 1
    guard last > index, words[last].gap >= .comma, ConditionReader.histories.contains(words[last].hash) else {
      return nil
    }
    return longestTerm(at: index, before: last)
  }

  private func longestTerm(at index: Int, before end: Int) -> ICD10CM.FoundTerm? {
    icd10cm.longestTerm(at: index, in: Array(words[..<end]), termWords: Array(termWords[..<end]))
  }

  private static let histories = WordSet("history hx")
  private static let acuteOrChronic = WordSet("acute chronic")
  private static let cause = Words.hash("due")

  /// The kind of a problem that stands behind its name, set apart: "gout (tophaceous)".
  func kindBehind(_ found: ICD10CM.FoundTerm, at index: Int) -> ICD10CM.FoundTerm? {
    guard section == .assessment, found.words == 1, found.end == index + 1, found.end < words.count,
      words[found.end].gap == .clause, found.end + 1 == words.count || words[found.end + 1].gap >= .comma
    else { return nil }
    let kind = termWords[found.end].hash
    guard kind != 0, icd10cm.term(of: kind)?.row == nil, !icd10cm.namesSide(kind),
      let term = icd10cm.term(of: termWords[index].hash, and: kind), term.row != nil
    else { return nil }
    return ICD10CM.FoundTerm(term: term, end: found.end + 1, words: 2)
  }

  private static let conjunctions = WordSet("and or")
  private static let nausea = ICD10CM.category("R11")

  /// The tumor at its first site that "metastatic" is said of: "metastatic ascending colon cancer" is one of the colon. Of a
  /// site to which tumors mostly come from elsewhere nobody knows.
  ///
  /// Source: Index, Neoplasm, and the note at Metastatic: bone, brain, liver, lymph nodes, pleura, peritoneum.
  func firstSite(of best: ICD10CM.FoundTerm, at index: Int) -> ICD10CM.FoundTerm? {
    guard let row = best.term.row, isSecondary(row), ConditionReader.spread.contains(words[index].hash),
      best.end < words.count, words[best.end].gap == .space, ConditionReader.tumors.contains(words[best.end].hash),
      let own = icd10cm.longestTerm(at: index + 1, in: words, termWords: termWords), let first = own.term.row,
      isSolidTumor(first), own.end > best.end
    else { return nil }
    let code = icd10cm.subcategory(row: row)
    return ConditionReader.commonTargets.contains(code) ? nil : own
  }

  private func isSecondary(_ row: Int) -> Bool { ConditionReader.secondary.contains(icd10cm.category(row: row)) }
  private func isSolidTumor(_ row: Int) -> Bool { ConditionReader.primary.contains(icd10cm.category(row: row)) }

  private static let metastasis = Words.hash("metastasis")
  private static let spread = WordSet("metastatic metastasis metastases metastasized mets met spread")
  private static let tumors = WordSet("cancer carcinoma adenocarcinoma tumor")
  private static let commonTargets = ICD10CM.categories("C771 C772 C779 C781 C782 C786 C787 C793 C795")
  private static let targets = WordSet("to involving in")
  private static let primary = ICD10CM.category("C00")...ICD10CM.category("C76")
  static let secondary = ICD10CM.category("C77")...ICD10CM.category("C79")
}
