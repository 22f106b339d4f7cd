import CodeSets

/// What an account of a procedure, or a list, tells over several sentences.
extension ServiceReader {
  /// Remembers the joint that an account names: "Right knee prepped."
  mutating func noteJoint(_ events: [ServiceSentence.Event]) {
    guard zone == .procedure else { return }
    for position in events.indices {
      guard case .site(let site) = events[position].sense, site.jointSize != nil else { continue }
      var side: Mention.Side?
      for other in events {
        if case .side(let found) = other.sense, other.end == events[position].start || side == nil { side = found }
      }
      joint = (site, side ?? (joint?.site == site ? joint?.side : nil))
      return
    }
  }

  /// Blood that this office draws for the tests of another: "CMP, lipids drawn here by MA, sent to Quest".
  mutating func readDrawnBlood(_ sentence: ServiceSentence) {
    guard zone != .told, zone != .instructed,
      let position = sentence.events.firstIndex(where: { $0.words.contains(.drawn) }),
      sentence.events.contains(where: {
        if case .term(let index) = $0.sense { table.terms[index].isOfBlood } else { false }
      }), !sentence.isVetoed(position, by: [.future, .conditional, .refused, .absent, .not, .past]),
      isDrawnHere(sentence, sentence.events[position])
    else { return }
    let word = sentence.events[position].start
    found.mentions.append(
      ServiceMention(
        term: table.unnamedLaboratory, span: span(sentence, around: word),
        name: ChartSpan(item: item, start: Int(words[word].start), end: Int(words[word].end)), status: .performed,
        zone: zone, site: nil, side: nil, words: sentence.words(around: position), count: nil, millimeters: nil))
  }

  private func isDrawnHere(_ sentence: ServiceSentence, _ drawn: ServiceSentence.Event) -> Bool {
    let behind = words[drawn.end..<sentence.range.upperBound].prefix(5)
    if let next = behind.first, ServiceReader.at.contains(next.hash) {
      return behind.dropFirst().prefix(1).contains { ServiceReader.ours.contains($0.hash) }
    }
    return behind.contains { ServiceReader.here.contains($0.hash) }
  }

  private static let at = WordSet("at")
  private static let ours = WordSet("our this")
  private static let here = WordSet("here our ma rn lpn nurse me staff phlebotomist sent clinic office today")

  /// Whether a vaccine stands in a list of those given today, with its dose: "Vaccines today: / Rotarix 1 mL PO".
  func isListed(_ position: Int, of sentence: ServiceSentence) -> Bool {
    listsVaccines && (sentence.hasNumber(after: position) || sentence.words(around: position).contains(.route))
      && !sentence.isVetoed(position, by: [.conditional, .refused, .absent, .not, .past, .elsewhere])
  }
}
