import CodeSets

/// What part of a note a sentence stands in.
enum NoteSection: UInt8, Sendable {
  /// Before any heading, or in a note that has none.
  case body
  case chiefComplaint
  case presentIllness
  case assessment
  case results
  case pastHistory
  /// Where conditions are asked about, ruled out, or somebody else's: not coded from.
  case ignored

  /// The headings of a note's sections.
  struct Headings: Sendable {
    private let sections: [UInt64: Heading]

    /// What a heading opens.
    typealias Heading = (section: NoteSection, zone: ServiceZone)

    init() {
      var sections: [UInt64: Heading] = [:]
      for (headings, section, zone) in Headings.table {
        for heading in headings.split(separator: "|") {
          var key: UInt64 = 0
          for word in Words.scan(String(heading)) where !word.isStop { key = key &+ word.hash }
          sections[key] = (section, zone)
        }
      }
      self.sections = sections
    }

    /// The headings of a text, in their order.
    func all(in words: [Word]) -> [SectionStart] {
      words.indices.compactMap { index in
        guard words[index].gap == .line, let (opens, end) = heading(words, at: index) else { return nil }
        return SectionStart(word: index, end: end, section: opens.section, zone: opens.zone)
      }
    }

    /// Whether a text tells a story that one or two lines like headings do not divide: a case report, a discharge letter.
    /// It may name a final diagnosis, and has no assessment or plan.
    func isStory(_ headings: [SectionStart], _ words: [Word]) -> Bool {
      guard let first = headings.first, headings.count <= 2, first.word > Headings.longestOpening else {
        return false
      }
      return headings.allSatisfy { heading in
        heading.section != .assessment
          || words[heading.word..<heading.end].contains { finalWords.contains($0.hash) }
      }
    }

    private let finalWords = WordSet(["diagnosis", "diagnoses", "conclusion"].map(Words.hash))

    /// The most words that stand before the first heading of a note made of sections.
    private static let longestOpening = 60

    /// The section that begins with the line of words starting at `index`, and the word after the heading.
    func heading(_ words: [Word], at index: Int) -> (opens: Heading, end: Int)? {
      var key: UInt64 = 0
      var next = index
      while next < words.count, next < index + 6, next == index || words[next].gap < .clause {
        if !words[next].isStop { key = key &+ words[next].hash }
        next += 1
      }
      // A heading fills its line or ends with a colon.
      guard next == words.count || words[next].gap == .line || words[next].gap == .clause else { return nil }
      return sections[key].map { ($0, next) }
    }

    private static let table: [(String, NoteSection, ServiceZone)] = [
      ("chief complaint|cc|reason for visit|presenting complaint|reason for consultation", .chiefComplaint, .told),
      (
        "history of present illness|hpi|subjective|interval history|present illness|history", .presentIllness, .told
      ),
      (
        """
        assessment|assessment and plan|assessment plan|impression|impression and plan|diagnosis|diagnoses|plan|\
        impressions|final diagnosis|final diagnoses|a p|discharge diagnosis|problem list|problems|conclusion|\
        clinical impression|medical decision making|assessment and recommendations|visit diagnoses|ap
        """, .assessment, .planned
      ),
      (
        """
        results|labs|imaging|laboratory|lab results|data|diagnostics|radiology|studies|diagnostic results|\
        point of care testing|in office labs|office labs|in office testing|tests
        """, .results, .found
      ),
      (
        """
        procedure|procedures|procedure note|procedures performed|procedure performed|office procedure|in office procedure
        """, .results, .procedure
      ),
      (
        """
        past medical history|medical history|pmh|past history|past surgical history|surgical history|history past|\
        birth history|obstetric history
        """, .pastHistory, .told
      ),
      (
        """
        physical exam|physical examination|exam|examination|objective|vitals|vital signs|vitals reviewed
        """, .ignored, .found
      ),
      (
        """
        review of systems|ros|family history|social history|medications|current medications|allergies|immunizations|\
        social|family medical history|home medications|medication
        """, .ignored, .told
      ),
      (
        "instructions|patient instructions|education|follow up instructions|disposition", .ignored, .instructed
      ),
    ]
  }
}

/// What a part of a note says of services: something done, found, told or still to come.
enum ServiceZone: UInt8, Sendable {
  /// Before any heading, or in a note that has none.
  case open
  /// What the patient tells, and what was done before.
  case told
  /// What was examined and measured.
  case found
  /// What was done to the patient.
  case procedure
  /// The assessment and what is to be done.
  case planned
  /// What the patient is told to do.
  case instructed
}

/// Where a section of a note begins.
struct SectionStart {
  /// The first word of its heading, and the word after it.
  var word: Int
  var end: Int
  var section: NoteSection
  var zone: ServiceZone
}
