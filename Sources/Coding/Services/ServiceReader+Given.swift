import ClaimModel
import CodeSets

/// Vaccines and drugs that were given.
extension ServiceReader {
  mutating func readVaccines(_ sentence: ServiceSentence) {
    if sentence.all.isSuperset(of: [.counseled, .vaccination]), zone != .told { found.hasVaccineCounseling = true }
    let hasVaccine = sentence.events.contains { if case .vaccine = $0.sense { true } else { false } }
    if sentence.all.isSuperset(of: [.vaccination, .today]), zone != .told, !hasVaccine, !refuses(sentence) {
      listsVaccines = true
    }
    if !hasVaccine, !sentence.all.contains(.vaccination) { listsVaccines = false }
    if sentence.all.isSuperset(of: [.vaccination, .given]), !hasVaccine, zone == .planned || zone == .procedure,
      !refuses(sentence), !words[sentence.range].contains(where: { ServiceReader.elsewhere.contains($0.hash) }),
      !isGivenElsewhere(sentence.range), otherLine != line, !isCopied
    {
      vaccineLine = line
    }
    for (position, event) in sentence.events.enumerated() {
      guard case .vaccine(let index) = event.sense, !isNamedAgain(position, of: sentence), !isAsked(event),
        sentence.isGiven(position, isRecorded: kind == .procedure) || isListed(position, of: sentence)
          || isInLineOfGiven(position, of: sentence)
          || section == .ignored && zone == .told && sentence.isDosed(position),
        kind == .procedure || !isOfOthers(position, of: sentence) && !isPaperOrElsewhere(position, of: sentence)
      else { continue }
      // "Flu shot (high dose)"
      let isHighDose =
        index == NamedVaccine.influenza
        && sentence.events.contains {
          $0.words.contains(.highDose) && (0...3).contains($0.start - event.end) && $0.matter == event.matter
        }
      found.vaccines.append(
        .init(
          vaccine: isHighDose ? NamedVaccine.highDose : index, span: span(sentence, around: event.start)))
      vaccineEnd = line
      if sentence.all.contains(.counseled) { found.hasVaccineCounseling = true }
    }
  }

  /// "Infanrix R thigh, ActHIB L thigh. I went over each disease and its risks with mom."
  mutating func noteTalkOfVaccines(_ events: [ServiceSentence.Event], _ range: Range<Int>) {
    guard vaccineEnd == line, zone != .told, events.contains(where: { $0.words.contains(.counseled) }),
      words[range].contains(where: { ServiceReader.talksOfVaccines.contains($0.hash) })
    else { return }
    found.hasVaccineCounseling = true
  }

  private static let talksOfVaccines = WordSet(
    "both each all vis risk risks benefit benefits disease diseases component components them vaccine vaccines before")

  mutating func readDrugs(_ sentence: ServiceSentence) {
    defer { namedDrug = drugWithoutDose(sentence) }
    // "A vial of 200 units was mixed. 155 units were injected."
    if let (drug, word) = namedDrug, sentence.injectsWithoutName,
      let dose = sentence.dose(of: InjectedDrug.all[drug])
    {
      found.drugs.append(
        .init(
          drug: drug, dose: dose, isSystemic: sentence.givesWithoutName,
          span: ChartSpan(item: item, start: Int(words[word].start), end: Int(words[sentence.range.upperBound - 1].end))
        ))
    }
    for (position, event) in sentence.events.enumerated() {
      guard case .drug(let index) = event.sense, zone != .told || sentence.all.contains(.today),
        sentence.isInjected(position), !isOfOthers(position, of: sentence), !isBrokenOff(position, of: sentence)
      else { continue }
      let words = sentence.words(around: position)
      found.drugs.append(
        .init(
          drug: index, dose: sentence.dose(near: position, of: InjectedDrug.all[index]),
          isSystemic: words.contains(.route), span: span(sentence, around: event.start)))
    }
  }

  /// The drug of a sentence that names one and does not say that it was given, and its word.
  private func drugWithoutDose(_ sentence: ServiceSentence) -> (drug: Int, word: Int)? {
    guard zone != .told, zone != .instructed else { return nil }
    for (position, event) in sentence.events.enumerated() {
      guard case .drug(let index) = event.sense else { continue }
      return sentence.isInjected(position) || sentence.isVetoed(position, by: ServiceSentence.everything)
        ? nil : (index, event.start)
    }
    return nil
  }

  private static let elsewhere = WordSet(
    "school pharmacy department pcp hospital elsewhere outside previously past last cvs walgreens")

  /// "Gave Jynneos? had both in 2022"
  private func isAsked(_ event: ServiceSentence.Event) -> Bool {
    let end = Int(words[event.end - 1].end)
    return end < numbers.text.count && numbers.text[end] == UInt8(ascii: "?")
  }

  /// "MenACWY (MenQuadfi)": the brand in parentheses tells which product it is.
  private func isNamedAgain(_ position: Int, of sentence: ServiceSentence) -> Bool {
    guard position + 1 < sentence.events.count, case .vaccine = sentence.events[position + 1].sense else {
      return false
    }
    let (own, next) = (sentence.events[position], sentence.events[position + 1])
    return next.start == own.end && words[next.start].gap == .clause
      && numbers.text[Int(words[next.start].start) - 1] == UInt8(ascii: "(")
  }

  /// "Imms given, mom agrees. Discussed each one: DTaP, Hib, PCV20": names behind the sentence, in its line.
  private func isInLineOfGiven(_ position: Int, of sentence: ServiceSentence) -> Bool {
    vaccineLine == line && !refuses(sentence)
      && !sentence.isVetoed(position, by: ServiceSentence.everything.union([.ordered]))
  }
}
