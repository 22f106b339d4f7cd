import CodeSets

/// Takes from the words around a mention what makes its code more specific.
struct MentionDetail {
  private let rules: DiagnosisRules
  private let sides = MentionDetail.sides

  /// How many words before and after a mention are its surroundings: in an assessment, and in a sentence that tells a
  /// story.
  private static let reach = (assessment: 6, story: 3)

  init(_ rules: DiagnosisRules) { self.rules = rules }

  /// Gives each mention that may be coded the code that says what its surroundings say.
  func apply(to mentions: inout [Mention], words: [Word]) {
    var near: [UInt64] = []
    var own: [UInt64] = []
    near.reserveCapacity(16)
    own.reserveCapacity(8)
    var previousEnd = 0
    for index in mentions.indices {
      let mention = mentions[index]
      var end = mention.word
      while end < words.count, Int(words[end].end) <= mention.end { end += 1 }
      defer { previousEnd = end }
      let isCoded = mention.status == .present || mention.status == .history
      guard isCoded, mention.section != .ignored, mention.section != .results else { continue }
      near.removeAll(keepingCapacity: true)
      let next = index + 1 < mentions.count ? mentions[index + 1].word : words.count
      let tellsStory = mention.section == .body || mention.section == .presentIllness
      let reach = tellsStory && words.count > 60 ? MentionDetail.reach.story : MentionDetail.reach.assessment
      gather(before: mention.word, downTo: max(previousEnd, mention.word - reach), words, into: &near)
      gather(after: end, upTo: min(next, end + reach), words, into: &near)
      if let side = mention.side { near.append(MentionDetail.word(of: side)) }
      guard !near.isEmpty else { continue }
      if rules.seventhCharacter.isStaged(mention.row) {
        mentions[index].stage = rules.seventhCharacter.stage(near, of: mention.row)
      }
      own.removeAll(keepingCapacity: true)
      // "Osteoarthritis of the right knee": the side adds to the term as one beside it does.
      for word in mention.word..<end where !words[word].isStop && !sides.contains(words[word].hash) {
        own.append(words[word].hash)
      }
      if let row = rules.specificity.undisplaced(mention.row, near: near)
        ?? rules.specificity.refine(mention.row, own: own, near: near)
      {
        mentions[index].lessSpecificRow = mention.row
        mentions[index].row = row
      }
    }
  }

  /// The word by which titles name a side.
  static func word(of side: Mention.Side) -> UInt64 { sides[Int(side.rawValue)] }

  private static let sides = Mention.Side.allCases.map { Words.hash($0.names[0]) }

  private func gather(before start: Int, downTo limit: Int, _ words: [Word], into near: inout [UInt64]) {
    var index = start
    while index > max(limit, 0), !words[index].startsClause {
      index -= 1
      if rules.negations.contains(words[index].hash) { return }
      if !words[index].isStop, !sides.contains(words[index].hash) { near.append(words[index].hash) }
    }
  }

  private func gather(after end: Int, upTo limit: Int, _ words: [Word], into near: inout [UInt64]) {
    var index = end
    while index < min(limit, words.count), !words[index].startsSentence {
      if rules.negations.contains(words[index].hash) { return }
      if !words[index].isStop, !sides.contains(words[index].hash) { near.append(words[index].hash) }
      index += 1
    }
  }
}
