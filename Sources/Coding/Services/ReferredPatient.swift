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
    // "Returns for a recheck. She was referred by her internist at the time."
    guard !words.prefix(ReferredPatient.longestStory).contains(where: { ReferredPatient.returns.contains($0.hash) })
    else {
      isReferred = false
      return
    }
    isReferred = words.indices.contains { index in
      ReferredPatient.openings.contains(words[index].hash) && ReferredPatient.tells(words, at: index)
        && [.open, .told].contains(chart.services.zone(item: item, offset: Int(words[index].start)))
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
      return behind.dropFirst().contains { isClinician($0) }
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
  private static let longestStory = 90
  private static let returns = WordSet(
    "returning returned follow followup recheck fu reevaluation surveillance established")
  private static let earlier = WordSet("initially originally previously first years ago")
  private static let openings = WordSet("referred sent request consultation")
  private static let request = Words.hash("request")
  private static let consultation = Words.hash("consultation")
  private static let (of, inWord, seen) = (Words.hash("of"), Words.hash("in"), Words.hash("seen"))
  private static let to = Words.hash("to")
  private static let (referred, hereWord) = (Words.hash("referred"), Words.hash("here"))
  private static let ways = WordSet("by from at")
  private static let passives = WordSet("was is been were being")
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
