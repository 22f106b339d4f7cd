import ClaimModel
import CodeSets

/// The services of a session of therapy: physical or occupational therapy by the minutes of each kind, psychotherapy by those of
/// the session. There is no visit beside them.
///
/// Source: CPT by number, 90832 (16 to 37 minutes), 90834 (38 to 52) and 90837 (53 and more); CMS, Medicare Claims Processing
/// Manual, chapter 5, sections 20.1 and 20.2 (modifiers GP and GO; units of timed services by the minutes of all together).
struct TherapyServices {
  private(set) var drafts: [ServiceDraft] = []

  /// The services of the notes that call themselves sessions of therapy in their title.
  init(_ chart: Chart) {
    for (index, item) in chart.items(.note) {
      let words = chart.words[index]
      let title = words.prefix { Int($0.end) <= TherapyServices.title }
      guard title.contains(where: { TherapyServices.openings.contains($0.hash) }) else { continue }
      let modifier = TherapyServices.disciplines.first { $0.title.stands(in: title) }?.modifier
      let isPsychotherapy = TherapyServices.psychotherapies.contains { $0.stands(in: title) }
      guard modifier != nil || isPsychotherapy else { continue }
      let text = Array(item.text.utf8)
      if let modifier {
        addEvaluation(words, item: index, modifier: modifier, chart)
        addTimed(words, text, item: index, modifier: modifier, chart)
        addStimulation(words, item: index, modifier: modifier, chart)
      } else if chart.services.sign(.prescription) == nil || TherapyServices.isOfTherapist(item.text) {
        addSession(words, text, item: index, chart)
      }
    }
  }

  /// Whether who signs prescribes nothing: a drug that the note names is another's. "Therapy weekly with LCSW" is no signature.
  private static func isOfTherapist(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      // A date and a time may stand behind the name.
      let words = SmallLetters.words(of: String(line.suffix(longestSignature))).filter { word in
        !(word.first?.isNumber ?? false)
      }
      guard let place = words.lastIndex(where: therapists.contains), words.count - place <= 2 else { return false }
      return place == 0 || !connections.contains(words[place - 1])
    }
  }

  private static let longestSignature = 120
  private static let therapists: Set = ["lcsw", "lmft", "lmhc", "lpc", "psyd", "licsw", "phd", "psychologist"]
  private static let connections: Set = ["with", "to", "by", "w", "from", "per", "and"]

  /// How far into a note its title reaches, in bytes.
  private static let title = 160
  private static let disciplines: [(title: WordSequence, modifier: ProcedureModifier)] = [
    ("physical therapy", "GP"), ("pt daily note", "GP"), ("occupational therapy", "GO"), ("ot daily note", "GO"),
  ].map { (WordSequence($0), $1) }
  private static let psychotherapies = [
    "psychotherapy", "individual therapy", "individual progress note", "therapy progress note", "therapy session",
    "individual session",
  ].map { WordSequence($0) }

  /// The words with which these begin.
  private static let openings = WordSet(disciplines.map(\.title.first) + psychotherapies.map(\.first))

  /// Timed services by the names that notes give them; our own words.
  private static let timed: [(procedure: ProcedureCode, phrases: [WordSequence])] = [
    ("97110", "therapeutic exercise|therapeutic exercises|therapeutic ex|ther ex|therex|strengthening exercises"),
    (
      "97140",
      "manual|manual therapy|manual tx|manual gh|manual stm|manual mobs|manual joint|joint mobilization|soft tissue mobilization"
    ),
    (
      "97112",
      "neuromuscular reeducation|neuromuscular re education|neuromuscular re ed|neuro re ed|balance training"
    ),
    ("97116", "gait training"), ("97530", "therapeutic activities|functional activities"),
  ].map { code, phrases in (code, WordSequence.alternatives(phrases)) }

  /// The evaluation that a first session begins with, by the complexity that the note tells; the lowest where none is told.
  private mutating func addEvaluation(_ words: [Word], item: Int, modifier: ProcedureModifier, _ chart: Chart) {
    let title = words.prefix { Int($0.end) <= TherapyServices.title }
    guard title.contains(where: { TherapyServices.firsts.contains($0.hash) }),
      let place = title.firstIndex(where: { TherapyServices.evaluations.contains($0.hash) })
    else { return }
    let levels = words.indices.dropFirst().compactMap { index -> Int? in
      guard words[index].hash == TherapyServices.complexity else { return nil }
      return TherapyServices.complexities.firstIndex(of: words[index - 1].hash)
    }
    let codes: [ProcedureCode] = modifier == "GP" ? ["97161", "97162", "97163"] : ["97165", "97166", "97167"]
    drafts.append(
      ServiceDraft(
        procedure: codes[levels.max() ?? 0], modifiers: [modifier],
        evidence: [chart.evidence(item: item, from: Int(words[place].start), to: Int(words[place].end))],
        rule: "therapy-evaluation", pointers: [1]))
  }

  private static let firsts = WordSet("initial new first")
  private static let evaluations = WordSet("evaluation eval assessment")
  private static let complexity = Words.hash("complexity")
  private static let complexities = ["low", "moderate", "high"].map(Words.hash)

  private mutating func addTimed(
    _ words: [Word], _ text: [UInt8], item: Int, modifier: ProcedureModifier, _ chart: Chart
  ) {
    var found: [(procedure: ProcedureCode, minutes: Int, evidence: Evidence)] = []
    let isTable = TherapyServices.hasColumnOfMinutes(words)
    for (procedure, phrases) in TherapyServices.timed {
      for index in words.indices {
        guard found.last?.procedure != procedure,
          let phrase = phrases.first(where: { $0.stands(at: index, in: words[...]) }),
          let (minutes, end) = TherapyServices.minutes(after: index + phrase.count, words, text, isTable: isTable)
        else { continue }
        let evidence = chart.evidence(item: item, from: Int(words[index].start), to: Int(words[end].end))
        found.append((procedure, minutes, evidence))
      }
    }
    let total = found.reduce(0) { $0 + $1.minutes }
    guard total >= 8 else { return }
    var units = found.map { $0.minutes / 15 }
    // What is left over goes where most minutes are left.
    let order = found.indices.sorted { found[$0].minutes % 15 > found[$1].minutes % 15 }
    for index in order where units.reduce(0, +) < (total + 7) / 15 { units[index] += 1 }
    for (index, service) in found.enumerated() where units[index] > 0 {
      drafts.append(
        ServiceDraft(
          procedure: service.procedure, modifiers: [modifier], units: units[index], evidence: [service.evidence],
          rule: "timed-therapy", pointers: [1]))
    }
  }

  /// Current through muscles that nobody attends: Medicare has a number of its own for it.
  private mutating func addStimulation(_ words: [Word], item: Int, modifier: ProcedureModifier, _ chart: Chart) {
    guard
      let place = words.indices.first(where: { index in
        let line = words[max(0, index - 6)..<min(words.count, index + 7)]
        return words[index].hash == TherapyServices.unattended
          && line.contains { TherapyServices.currents.contains($0.hash) }
          && !line.contains { TherapyServices.denials.contains($0.hash) }
      })
    else { return }
    drafts.append(
      ServiceDraft(
        procedure: chart.isOfMedicare ? "G0283" : "97014", modifiers: [modifier],
        evidence: [chart.evidence(item: item, from: Int(words[place].start), to: Int(words[place].end))],
        rule: "unattended-stimulation", pointers: [1]))
  }

  private static let unattended = Words.hash("unattended")
  private static let currents = WordSet("stim estim stimulation ifc interferential")
  private static let denials = WordSet("not no held deferred")

  private mutating func addSession(_ words: [Word], _ text: [UInt8], item: Int, _ chart: Chart) {
    for index in words.indices {
      guard let (minutes, end) = TherapyServices.minutes(at: index, words, text), minutes >= 16 else { continue }
      drafts.append(
        ServiceDraft(
          procedure: minutes >= 53 ? "90837" : minutes >= 38 ? "90834" : "90832",
          evidence: [chart.evidence(item: item, from: Int(words[index].start), to: Int(words[end].end))],
          rule: "psychotherapy-by-minutes", pointers: [1]))
      return
    }
  }

  /// The minutes behind a phrase in its line, before another kind of therapy, and their last word: "wall slides: 10:02-10:27 = 25 min".
  /// In a table with a column of minutes they are the number that the line ends with.
  private static func minutes(
    after index: Int, _ words: [Word], _ text: [UInt8], isTable: Bool
  ) -> (minutes: Int, end: Int)? {
    var next = index
    while next < min(words.count, index + longestLine), !words[next].startsLine {
      if let found = minutes(at: next, words, text) { return found }
      if timed.contains(where: { $0.phrases.contains { $0.stands(at: next, in: words[...]) } }) { return nil }
      next += 1
    }
    guard isTable, next > index, next == words.count || words[next].startsLine else { return nil }
    let last = text[Int(words[next - 1].start)..<Int(words[next - 1].end)]
    guard last.count <= 2, let number = Int(String(decoding: last, as: UTF8.self)), number > 0 else { return nil }
    return (number, next - 1)
  }

  /// Whether a line ends with the name of such a column: "Rx today     min".
  private static func hasColumnOfMinutes(_ words: [Word]) -> Bool {
    words.indices.dropFirst().contains { index in
      units.contains(words[index].hash) && !words[index].startsLine
        && (index + 1 == words.count || words[index + 1].startsLine)
        && !isNumber(words[index - 1])
    }
  }

  private static func isNumber(_ word: Word) -> Bool { numbers.contains(word.hash) }
  private static let numbers = WordSet((0...180).map { Words.hash(String($0)) })
  private static let longestLine = 40

  /// The minutes that a number tells: "30 min", "30min".
  private static func minutes(at index: Int, _ words: [Word], _ text: [UInt8]) -> (minutes: Int, end: Int)? {
    let word = text[Int(words[index].start)..<Int(words[index].end)]
    let digits = word.prefix { (48...57).contains($0) }
    guard !digits.isEmpty, digits.count <= 3, let number = Int(String(decoding: digits, as: UTF8.self)) else {
      return nil
    }
    if digits.count < word.count {
      return word.dropFirst(digits.count).starts(with: "min".utf8) ? (number, index) : nil
    }
    guard index + 1 < words.count, units.contains(words[index + 1].hash) else { return nil }
    return (number, index + 1)
  }

  private static let units = WordSet("min minute mins")
}
