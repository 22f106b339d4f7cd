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
      expand(&near, code: rules.key(of: mention.row))
      guard !near.isEmpty else { continue }
      if rules.seventhCharacter.isStaged(mention.row) {
        mentions[index].stage = rules.seventhCharacter.stage(near, of: mention.row)
      }
      own.removeAll(keepingCapacity: true)
      // "Osteoarthritis of the right knee": the side adds to the term as one beside it does.
      for word in mention.word..<end where !words[word].isStop && !sides.contains(words[word].hash) {
        // "Laceration without foreign body": what is denied is not said.
        if rules.negations.contains(words[word].hash) { break }
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

  /// Adds the words that letters for a quadrant, a lobe or a lid stand for, where the condition is of such a place: "UOQ" of a breast, "RUL"
  /// of a lung or of the eyelids.
  private func expand(_ near: inout [UInt64], code: UInt64) {
    let category = code >> 40
    for word in near {
      let place = MentionDetail.places.first { $0.letters == word && $0.categories.contains { $0.contains(category) } }
      if let place { near += place.words }
    }
  }

  private static func place(_ letters: String, _ words: String, _ categories: [String]) -> (
    letters: UInt64, words: [UInt64], categories: [ClosedRange<UInt64>]
  ) {
    func key(_ code: Substring) -> UInt64 { code.utf8.reduce(0) { $0 << 8 | UInt64($1) } }
    let ranges = categories.map { range in
      let ends = range.split(separator: "-")
      return key(ends[0])...key(ends[ends.count - 1])
    }
    return (Words.hash(letters), words.split(separator: " ").map { Words.hash(String($0)) }, ranges)
  }

  private static let breast = ["C50", "D05", "N63"]
  private static let lungs = ["C34", "R91"]
  private static let lids = ["H00-H02"]
  private static let places = [
    place("uoq", "upper outer quadrant", breast), place("uiq", "upper inner quadrant", breast),
    place("loq", "lower outer quadrant", breast), place("liq", "lower inner quadrant", breast),
    place("rul", "right upper lobe", lungs), place("lul", "left upper lobe", lungs),
    place("rml", "right middle lobe", lungs), place("rll", "right lower lobe", lungs),
    place("lll", "left lower lobe", lungs), place("rul", "right upper eyelid", lids),
    place("rll", "right lower eyelid", lids), place("lul", "left upper eyelid", lids),
    place("lll", "left lower eyelid", lids),
  ]

  /// The word by which titles name a side.
  static func word(of side: Mention.Side) -> UInt64 { sides[Int(side.rawValue)] }

  private static let initial = Words.hash("initial")
  private static let encounter = Words.hash("encounter")
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
      // "ACL tear right knee, initial"
      if words[index].hash == MentionDetail.initial, words[index].gap == .comma,
        index + 1 == words.count || words[index + 1].startsClause
      {
        near.append(MentionDetail.encounter)
      }
      index += 1
    }
  }
}
