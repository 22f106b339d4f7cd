import ClaimModel
import CodeSets

/// Whether another clinician sent the patient here for this visit, as the story tells: who is seen on a referral for the first time is new.
///
/// Source: CPT, evaluation and management guidelines (new and established patients: no service of the same specialty of the group within
/// three years).
struct ReferredPatient {
  /// Whether the words before the plan tell it.
  let isReferred: Bool

  init(_ chart: Chart) {
    guard chart.bits.mayHold(anyOf: ReferredPatient.openings), !chart.signals.isFollowUp,
      let (item, _) = chart.items(.note).first
    else {
      isReferred = false
      return
    }
    let words = chart.words[item]
    let story = words.prefix { [.open, .told].contains(chart.services.zone(item: item, offset: Int($0.start))) }
      .prefix(ReferredPatient.longestStory)
    let told = chart.letters(item: item, from: 0, to: story.last.map { Int($0.end) } ?? 0)
    // "Returns for a recheck. She was referred by her internist at the time."
    let isKnown =
      told.holds(anyOf: ReferredPatient.returns)
      || story.indices.contains { place in
        ReferredPatient.followUps.contains(story[place].hash)
          && !story[place...].dropFirst().prefix(4).contains { ReferredPatient.clinicians.contains($0.hash) }
      }
    guard !isKnown else {
      isReferred = false
      return
    }
    isReferred = story.indices.contains { index in
      ReferredPatient.openings.contains(words[index].hash) && ReferredPatient.tells(words, at: index)
        && !words[words.sentenceStart(at: index)..<words.restOfSentence(from: index, most: 30).endIndex].contains {
          ReferredPatient.otherwise.contains($0.hash)
        }
    }
  }

  private static func tells(_ words: [Word], at index: Int) -> Bool {
    let behind = words[(index + 1)...].prefix(longestName).prefix { $0.gap < .clause }
    let before = words[max(0, index - 4)..<index]
    // "He was initially referred by his internist in 2023"
    if before.contains(where: { earlier.contains($0.hash) }) { return false }
    // "Seen in consultation at the request of Dr. Howard"
    if words[index].hash == request {
      return behind.first?.hash == of && before.contains { ways.contains($0.hash) }
    }
    if words[index].hash == consultation {
      return before.last?.hash == inWord && before.contains { $0.hash == seen }
    }
    // "Was referred by his primary care physician", "was sent by Dr. Lee"; not "was referred to physical therapy".
    if before.last.map({ passives.contains($0.hash) }) == true, let way = behind.first, ways.contains(way.hash) {
      guard let clinician = behind.dropFirst().firstIndex(where: { isClinician($0) }) else { return false }
      // "Referred by his physician to physical therapy"
      let next = words[clinician...].dropFirst().prefix(5)
      guard let goal = next.firstIndex(where: { $0.hash == to }), goal + 1 < words.count else { return true }
      return here.contains(words[goal + 1].hash)
    }
    // "Referred the patient to us", "was referred to our offices", "referred her here"
    if behind.contains(where: { others.contains($0.hash) }) { return false }
    guard words[index].hash == referred, let place = behind.prefix(4).firstIndex(where: { here.contains($0.hash) })
    else {
      return false
    }
    return words[place].hash == hereWord || words[place - 1].hash == to
  }

  private static func isClinician(_ word: Word) -> Bool { clinicians.contains(word.hash) }

  /// The most words of "by his primary care physician after routine labs".
  private static let longestName = 7
  /// How many words of a note tell whether it is of a further visit.
  private static let longestStory = 150
  private static let returns: [StaticString] = [
    "returns for", "returns today", "returns to", "returns with", "who returns", "he returns", "she returns",
    "patient returns", "returning for", "postinjection", "post-injection", "last seen",
  ]
  private static let followUps = WordSet("follow followup recheck fu reevaluation surveillance established")
  /// Words of other times, persons and places.
  private static let otherwise = WordSet(
    """
    ago last wife husband mother father sister brother son daughter child hospital hospitalist \
    since 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 january february march april may june \
    july august september october november december
    """)
  private static let earlier = WordSet("initially originally previously first ago")
  private static let openings = WordSet("referred sent request consultation")
  private static let request = Words.hash("request")
  private static let consultation = Words.hash("consultation")
  private static let (of, inWord, seen) = (Words.hash("of"), Words.hash("in"), Words.hash("seen"))
  private static let to = Words.hash("to")
  private static let (referred, hereWord) = (Words.hash("referred"), Words.hash("here"))
  private static let ways = WordSet("by from at")
  private static let passives = WordSet("was is been were being male female man woman boy girl gentleman lady")
  private static let here = WordSet("us me our here")
  /// "Referred to our physical therapist", "sent us her records"
  private static let others = WordSet(
    "therapy therapist dietitian dietician nutritionist records labs lab message form letter")
  private static let clinicians = WordSet(
    """
    primary pcp physician physicians doctor dr provider pediatrician internist gp practitioner np pa optometrist dentist dermatologist \
    cardiologist neurologist urologist gynecologist oncologist rheumatologist nephrologist endocrinologist gastroenterologist \
    allergist pulmonologist ophthalmologist podiatrist orthopedist surgeon obstetrician midwife psychiatrist hematologist geneticist genetics
    """)
}
