import ClaimModel
import CodeSets

/// Care without a visit to a clinician: a month of care management, a clotting test that a drug is adjusted by, an injection or an infusion
/// that a nurse gave.
///
/// Source: CPT by number, 99490 and 99439 (clinical staff, 20 minutes each), 99491 and 99437 (the clinician, 30 minutes each), 93793
/// (warfarin adjusted by a test that was looked at), 99211; CMS, Chronic Care Management Services (MLN booklet).
struct StaffVisit {
  /// The service that stands for a visit, and further ones; none where the other services of the note are all there is.
  private(set) var drafts: [ServiceDraft] = []

  /// `nil` where a note's title does not call it one; `performed` are the other services of the note.
  init?(_ chart: Chart, performed: [ServiceDraft]) {
    // Most notes end here: the rest looks through the whole title, or text.
    guard let (item, note) = chart.items(.note).first.map({ ($0.index, $0.item) }),
      chart.words[item].prefix(StaffVisit.wordsOfTitle).contains(where: { StaffVisit.openings.contains($0.hash) })
    else { return nil }
    let line = note.text.utf8.drop(while: StaffVisit.endsLine).prefix { !StaffVisit.endsLine($0) }
    let title = SmallLetters([UInt8(ascii: " ")] + line.prefix(StaffVisit.longestTitle))
    let isOfStaff = title.holds(anyOf: StaffVisit.staff)
    let isOfMonth = title.holds(anyOf: ["chronic care management", "ccm monthly", "ccm record", "ccm log"])
    let isOfClotting = title.holds(anyOf: ["anticoag", "coumadin clinic", "warfarin clinic", "inr clinic", "inr visit"])
    let isOfNerves = title.holds(anyOf: [
      "electrodiagnostic lab", "emg laboratory", "emg lab", "electrodiagnostic consultation",
      "electrodiagnostic report",
    ])
    let isOfHearing = title.holds(anyOf: ["audiology report", "audiologic evaluation", "audiology evaluation"])
    let isOfNutrition = title.holds(anyOf: ["medical nutrition therapy", "mnt initial", "initial mnt", "mnt visit"])
    let isOfDevice = title.holds("device") && title.holds(anyOf: ["check", "interrogation"]) && !title.holds("visit")
    guard isOfStaff || isOfMonth || isOfClotting || isOfNerves || isOfHearing || isOfNutrition || isOfDevice else {
      return nil
    }
    guard !title.holds(anyOf: StaffVisit.others) else { return nil }
    let text = SmallLetters(note.text)
    let evidence = [chart.evidence(item: item, from: 0, to: min(note.text.utf8.count, StaffVisit.longestTitle))]
    func add(_ code: ProcedureCode, units: Int = 1, _ rule: String) {
      drafts.append(
        ServiceDraft(procedure: code, units: units, evidence: evidence, rule: rule, pointers: StaffVisit.pointers))
    }
    if isOfDevice {
      guard !performed.contains(where: { StaffVisit.deviceChecks.contains($0.procedure) }) else { return }
      let isDefibrillator = text.holds(anyOf: [" icd", "defibrillator", "crt-d"])
      let isSet = text.tellsReprogramming
      add(isSet ? (isDefibrillator ? "93283" : "93280") : isDefibrillator ? "93289" : "93288", "device-check")
      return
    }
    if isOfNutrition {
      // 97802 and 97803, each 15 minutes.
      let minutes = StaffVisit.minutes(note.text) ?? 15
      let code: ProcedureCode = title.holds(anyOf: ["initial", "first"]) ? "97802" : "97803"
      add(code, units: max(1, min(8, (minutes + 7) / 15)), "nutrition-therapy-by-minutes")
      return
    }
    if isOfMonth {
      let rule = "care-management-by-minutes"
      guard let minutes = StaffVisit.countedMinutes(note.text), minutes >= 20 else { return }
      if text.holds(anyOf: ["clinical staff", "lpn", " rn ", "nurse", "medical assistant"]) {
        add("99490", rule)
        if minutes >= 40 { add("99439", units: min(2, (minutes - 20) / 20), rule) }
      } else if minutes >= 30 {
        add("99491", rule)
        if minutes >= 60 { add("99437", units: (minutes - 30) / 30, rule) }
      }
      return
    }
    let isByStaff =
      isOfStaff || SmallLetters(note.text.utf8.prefix(StaffVisit.longestHead)).holds(anyOf: ["pharm", " rn:", " rn "])
      || text.holds(anyOf: ["completed: ", "completed by", "no other problems discussed"]) && text.holds(" rn ")
    if isOfClotting, isByStaff, text.holds("inr"), text.holds(anyOf: ["warfarin", "coumadin"]) {
      add("93793", "anticoagulant-adjusted")
      return
    }
    guard isOfStaff || isOfNerves || isOfHearing else { return nil }
    if isOfHearing, performed.isEmpty { return nil }
    if performed.isEmpty { add("99211", "visit-of-staff") }
  }

  /// The minutes of a session, as they are told or between its two times of day.
  private static func minutes(_ text: String) -> Int? {
    let told = SmallLetters.minutes(among: SmallLetters.words(of: String(text.prefix(longestAccount))))
      .first { (8...240).contains($0) }
    return told ?? ClockSpan.minutes(in: Array(text.utf8.prefix(longestAccount))[...])
  }

  private static let longestAccount = 400

  /// The minutes that a record counts together: "Clinical staff time counted: 45 min", "total time this month 45 minutes".
  private static func countedMinutes(_ text: String) -> Int? {
    let lines = text.split(whereSeparator: \.isNewline)
    let counted = lines.filter { line in
      SmallLetters(line.utf8).holds(anyOf: ["counted", "total", "staff time", "minutes this month"])
    }
    let numbers = counted.flatMap { SmallLetters.minutes(among: SmallLetters.words(of: String($0))) }
    return numbers.filter { $0 <= StaffVisit.mostMinutes }.max()
  }

  private static let staff: [StaticString] = [
    " rn visit", " rn clinic", "nurse visit", "nursing record", "nursing note", " ma visit", "nurse only",
    "injection clinic",
    "injection visit", "infusion nursing", " lpn visit", "nurse clinic",
  ]
  private static let deviceChecks: Set<ProcedureCode> = [
    "93279", "93280", "93281", "93282", "93283", "93284", "93285", "93288", "93289", "93291",
  ]
  private static func endsLine(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  /// Words of which one stands in each of these titles.
  private static let openings = WordSet(
    """
    rn nurse nursing ma injection infusion lpn chronic ccm anticoag anticoagulation anticoagulant anticoagulated anticoagulate coumadin \
    warfarin inr electrodiagnostic emg audiology audiologic nutrition mnt device
    """)
  /// More words than a title of that length has.
  private static let wordsOfTitle = 80
  private static let longestTitle = 160
  /// How far who saw the patient is named.
  private static let longestHead = 220
  /// More minutes of a month than this were misread.
  private static let mostMinutes = 600
  /// What tells that the words name no such visit: another one, or one to come.
  private static let others: [StaticString] = [
    "reviewed", " after ", " last ", "interested", " wants ", "at a ", "since ", "complaint", "cc:", "hpi",
  ]
  private static let pointers = [1, 2, 3, 4]
}
