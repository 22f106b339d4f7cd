import CodeSets

/// What clues do not hold for: another time, another part of the body, another place.
extension ClueReader {
  /// "PR positive, HER2 negative": what stands before the comma is said of the one before.
  func isOfTwo(_ event: Event) -> Bool {
    ClueReader.results.contains(words[event.start].hash)
      && words[event.start + 1..<max(event.start + 1, event.end)].contains { $0.gap >= .comma }
  }

  /// "He was on warfarin years ago": a drug that is taken no more.
  func isOfThePast(_ event: Event, upTo end: Int) -> Bool {
    if event.start > sentence, section == .assessment, ClueReader.formers.contains(words[event.start - 1].hash) {
      return true
    }
    // "Completed 5 years of tamoxifen"
    if words[max(sentence, event.start - 5)..<event.start].contains(where: { ClueReader.completions.contains($0.hash) })
    {
      return true
    }
    if words[max(sentence, event.start - 2)..<event.start].contains(where: { ClueReader.ends.contains($0.hash) }) {
      return true
    }
    if isOff(event) { return true }
    // "Treated six months with warfarin, nothing since"
    let behind = words[event.end..<end].prefix(5)
    if let nothing = behind.firstIndex(where: { ClueReader.nothing.contains($0.hash) }), nothing + 1 < end,
      words[nothing + 1].hash == ClueReader.sinceWord
    {
      return true
    }
    return wasTaken(event, upTo: end)
  }

  private static let completions = WordSet("completed finished")
  private static let formers = WordSet("past prior previous former earlier")

  /// "Off metformin"
  func isOff(_ event: Event) -> Bool {
    event.start > sentence && words[event.start - 1].hash == ClueReader.offWord && words[event.start].gap == .space
  }

  private func wasTaken(_ event: Event, upTo end: Int) -> Bool {
    guard event.start - sentence >= 2, words[event.start - 1].hash == ClueReader.on else { return false }
    let rest = words[event.end..<end]
    // "Had been on adalimumab until 2022"
    if words[event.start - 2].hash == ClueReader.been, rest.contains(where: { $0.hash == ClueReader.untilWord }) {
      return true
    }
    return ClueReader.were.contains(words[event.start - 2].hash)
      && rest.contains { ClueReader.since.contains($0.hash) }
  }

  /// "Exposed to COVID-19 last winter"
  func isLongAgo(_ event: Event) -> Bool {
    words[event.end...].prefix(4).prefix { !$0.startsSentence }.contains { ClueReader.seasons.contains($0.hash) }
  }

  private static let on = Words.hash("on")
  private static let been = Words.hash("been")
  private static let untilWord = Words.hash("until")
  static let were = WordSet("was were")
  private static let since = WordSet("ago until before past")
  private static let seasons = WordSet("winter summer spring autumn year years childhood child")

  /// "He was on insulin in the hospital": not at home.
  func isOfStay(_ event: Event) -> Bool {
    words[event.end...].prefix(5).prefix { !$0.startsSentence }.contains { $0.hash == ClueReader.hospital }
  }

  private static let hospital = Words.hash("hospital")
  private static let results = WordSet("positive negative")

  /// Whether a stent is said to be in another vessel or duct.
  func isOfOtherVessel(_ event: Event, upTo end: Int) -> Bool {
    words[event.start..<event.end].contains { $0.hash == ClueReader.stent }
      && !words[event.start..<event.end].contains { ClueReader.ofTheHeart.contains($0.hash) }
      && words[max(sentence, event.start - 4)..<min(end, event.end + 7)].contains {
        ClueReader.vessels.contains($0.hash)
      }
  }

  /// "Status post right knee arthroplasty, 4 weeks": an assessment that begins so is of the weeks after an operation.
  func tellsRecentWeeks(after event: Event, upTo end: Int) -> Bool {
    guard section == .assessment, event.start - sentence <= 1, end - event.end <= 12,
      words[event.start].hash == ClueReader.statusWord
    else { return false }
    return (event.end..<end).dropLast().contains { index in
      guard let number = table.number(words[index].hash) else { return false }
      return words[index + 1].hash == ClueReader.week && number <= 12
        || words[index + 1].hash == ClueReader.day && number <= 90
    }
  }

  private static let statusWord = Words.hash("status")
  private static let ofTheHeart = WordSet("coronary cad heart cardiac eluting lad descending")
  private static let stent = Words.hash("stent")
  private static let vessels = WordSet(
    """
    leg iliac femoral popliteal sfa carotid renal ureter ureteral kidney biliary bile duct pancreatic esophageal esophagus tracheal \
    sinus subclavian mesenteric
    """)

  func isPast(_ event: Event) -> Bool {
    words[max(sentence, event.start - 3)..<event.start].contains { ClueReader.earlier.contains($0.hash) }
      || event.end < words.count && words[event.end].hash == ClueReader.before && words[event.end].gap == .space
  }

  /// "MRSA handout", "MRSA coverage", "culture MRSA, cleared": what is talked of, guarded against or gone.
  func isOfTopic(_ event: Event) -> Bool {
    words[event.end...].prefix(2).prefix { $0.gap <= .comma }.contains { ClueReader.topics.contains($0.hash) }
  }

  private static let topics = WordSet("handout sheet coverage cover risk precautions swab screen cleared resolved")
  private static let before = Words.hash("before")

  /// Whether an amount of cigarettes is what was smoked once: "two packs per day for 20 years, quit in 2012".
  func isOfFormerSmoker(_ event: Event, upTo end: Int) -> Bool {
    if event.start > sentence, ClueReader.quits.contains(words[event.start - 1].hash) { return true }
    // "Former pipe smoker"
    if event.start > sentence + 1, ClueReader.smokes.contains(words[event.start - 1].hash),
      ClueReader.quits.contains(words[event.start - 2].hash)
    {
      return true
    }
    // "Quit cigarettes in 2005" tells it itself; not "advised to quit cigarettes".
    let own = words[event.start..<event.end]
    if own.contains(where: { ClueReader.quits.contains($0.hash) }) {
      return words[max(sentence, event.start - 3)..<event.start].contains { ClueReader.urgings.contains($0.hash) }
    }
    return own.contains { ClueReader.amounts.contains($0.hash) }
      && words[sentence..<end].contains { ClueReader.quits.contains($0.hash) }
  }

  private static let smokes = WordSet("pipe cigar cigarette heavy light social")
  private static let urgings = WordSet(
    "advised advise urged told counseled counselled encouraged wants want ready trying to must should needs help will please rec recommend recommended"
  )

  /// Whether "smoked" is said of what has ended: "smoked for 20 years and quit in 1999". Other words need no end.
  func isOver(_ event: Event, upTo end: Int) -> Bool {
    event.end - event.start > 1 || words[event.start].hash != ClueReader.smoked
      || words[sentence..<end].contains { ClueReader.quits.contains($0.hash) }
  }

  private static let smoked = Words.hash("smoked")

  /// "In high school" tells when something happened, "at a high school" where.
  func isTime(_ event: Event) -> Bool {
    event.start > sentence && words[event.start - 1].hash == ClueReader.inWord
      && words[event.start..<event.end].contains { ClueReader.schools.contains($0.hash) }
  }

  private static let inWord = Words.hash("in")
  private static let schools = WordSet("school college university")

  private static let amounts = WordSet("pack packs cigarette cigarettes ppd cigs")
  private static let quits = WordSet("quit quitting stopped stop former formerly previously ago until used")

  /// Whether the words right after a phrase say that it is over: "takes tamoxifen no more", "metformin was stopped".
  func isEnded(after event: Event, upTo end: Int) -> Bool {
    var index = event.end
    // "Pacemaker: no", "egg allergy - NO"
    let answer = words[index..<end].prefix(2).firstIndex { $0.gap == .clause }
    if let answer, ClueReader.answers.contains(words[answer].hash), answer + 1 >= end || words[answer + 1].gap >= .comma
    {
      return true
    }
    // "Tamoxifen, finished in 2016", "took it for 6 months and has been off of it"
    if words[index..<end].prefix(3).prefix(while: { $0.gap <= .comma }).contains(where: {
      ClueReader.ends.contains($0.hash)
    }) {
      return true
    }
    let rest = words[event.end..<end].prefix(14)
    if let off = rest.firstIndex(where: { $0.hash == ClueReader.offWord }), off + 1 < end,
      ClueReader.afterOff.contains(words[off + 1].hash)
    {
      return true
    }
    while index < min(end, event.end + 4), words[index].gap == .space {
      if ClueReader.ends.contains(words[index].hash) { return true }
      let next = index + 1
      if next < end, ClueReader.no.contains(words[index].hash), ClueReader.more.contains(words[next].hash) {
        return true
      }
      index += 1
    }
    return false
  }

  private static let nothing = WordSet("nothing none")
  private static let answers = WordSet("no none never denies denied negative neg")
  private static let ends = WordSet("stopped dropped discontinued declined refused completed finished ruled done")
  private static let offWord = Words.hash("off")
  private static let afterOff = WordSet("of it since")
  private static let no = WordSet("no not any")
  private static let more = WordSet("more longer anymore")
}
