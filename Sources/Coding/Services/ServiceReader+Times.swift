import CodeSets

/// Minutes: of the visit, of counseling, of critical care, of planning ahead, of psychotherapy.
extension ServiceReader {
  /// "Time: 31 minutes today on chart, video and orders"
  private func isHeadedTime(_ start: Int) -> Bool {
    words[start].hash == ServiceReader.time && start + 1 < words.count && words[start + 1].gap == .clause
  }

  private static let time = Words.hash("time")

  /// "6 min counselling on diet", "6 min walk to the store", "with husband": no counseling of the patient about tobacco.
  private func isOfAnotherTalk(_ sentence: ServiceSentence) -> Bool {
    words[sentence.range].contains { ServiceReader.otherTalks.contains($0.hash) }
  }

  private static let otherTalks = WordSet(
    "diet nutrition exercise weight husband wife spouse partner group class walk secondhand never last")
  private static let visitTimes = WordSet("visit encounter appointment")

  /// The longest time told in a sentence about time.
  mutating func readTimes(_ sentence: ServiceSentence) {
    let all = sentence.all
    // "25 minutes of psychotherapy were provided" tells of the visit wherever it stands.
    guard zone != .told || all.contains(.psychotherapy) && sentence.tellsOfNow, zone != .instructed else { return }
    // "Nicotine dependence, cigarettes. Advised to quit; 5 min counseling on triggers": the line's subject goes on.
    let isOfTobacco = all.contains(.tobacco) || tobaccoLine == line || tobaccoLine == lastLine
    if all.contains(.tobacco) { tobaccoLine = line }
    if isOfTobacco, !isOfAnotherTalk(sentence),
      !all.isDisjoint(with: [.counseled, .timeSpent]) || isAboutTobacco(sentence),
      found.tobaccoMinutes == nil,
      let (minutes, word) = sentence.minutes, !sentence.isConditional(before: word)
    {
      found.tobaccoMinutes = (minutes, span(sentence, around: word))
      return
    }
    if all.contains(.criticalCare) {
      if found.criticalCareMinutes == nil, let (minutes, word) = sentence.firstMinutes,
        !sentence.isConditional(before: word)
      {
        found.criticalCareMinutes = (minutes, span(sentence, around: word))
      }
      return
    }
    // "Advance care planning: patient agreed to discuss. 24 minutes face-to-face with her and her daughter."
    let isOfVisit = words[sentence.range].contains { ServiceReader.visitTimes.contains($0.hash) }
    if all.contains(.advanceCare) || advanceCareLine == line && !isOfVisit {
      advanceCareLine = line
      if found.advanceCareMinutes == nil, let (minutes, word) = sentence.minutes, !sentence.isConditional(before: word),
        !isPutOff(sentence)
      {
        found.advanceCareMinutes = (minutes, span(sentence, around: word))
      }
      return
    }
    if all.contains(.psychotherapy), found.psychotherapyMinutes == nil, let (minutes, word) = sentence.firstMinutes,
      !sentence.isConditional(before: word)
    {
      found.psychotherapyMinutes = (minutes, span(sentence, around: word))
      return
    }
    guard all.contains(.timeSpent) || isHeadedTime(sentence.range.lowerBound), found.minutes == nil,
      let (minutes, word) = sentence.minutes,
      !sentence.isConditional(before: word)
    else { return }
    // Only the clinician's whole time counts, without that of services billed beside the visit.
    if all.contains(.faceToFace), !all.contains(.total) { return }
    if all.contains(.otherTime), !all.contains(.excluded) { return }
    found.minutes = (minutes, span(sentence, around: word))
  }
}
