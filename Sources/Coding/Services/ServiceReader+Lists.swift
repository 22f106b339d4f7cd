import CodeSets

/// What lines say of others: a line above a list of tests, the account behind the name of a procedure.
extension ServiceReader {
  /// What the lines before a word, where a line begins, say of those from it on. A line that names nothing and tells of tests of today, or
  /// of here, is the title of those below it, to the next blank line.
  mutating func listed(before index: Int) -> ServiceWords {
    guard index > line else { return [] }
    let before = words[line..<index]
    if before.count <= ServiceReader.longestTitle, let first = before.first, ServiceReader.titles.contains(first.hash) {
      var said: ServiceWords = []
      var position = line
      while position < index {
        guard let (sense, end) = table.sense(words, at: position) else {
          position += 1
          continue
        }
        switch sense {
        case .words(let words): said.formUnion(words)
        case .term(let term) where table.isUnnamedLaboratory(term): break
        // "PFTs in our lab today (interpreted by me)" names what its list tells of.
        case .term where before.count <= ServiceReader.longestTest: break
        case .term, .drug, .vaccine, .veto: return listed
        default: break
        }
        position = end
      }
      // "Labs today" may be another's, and "EKG today" is no title.
      if ServiceReader.ofPractice.contains(first.hash), !said.contains(.here) { return listed }
      let names = ServiceReader.tests.contains(first.hash)
      if names, !said.isSuperset(of: [.here, .today]) { return listed }
      listed = said.intersection([.here, .today])
    } else if isBehindBlankLine(index) {
      listed = []
    }
    return listed
  }

  /// The most words of a title.
  private static let longestTitle = 13
  private static let longestTest = 10
  private static let tests = WordSet("pft pfts")
  private static let ofPractice = WordSet("lab done")
  private static let titles = WordSet(
    "lab done pft pfts in poct poc office testing test tests audiology inhouse tx treatment treatments vascular imaging studies point procedures ancillary clinic non noninvasive"
  )

  /// Whether a heading behind a past history begins the account of a procedure: "PROCEDURE" behind a blank line; "Procedures" are a list
  /// of it.
  func isAccount(_ start: SectionStart) -> Bool {
    words[start.word].hash == ServiceReader.procedureWord && isBehindBlankLine(start.word)
      && words[start.end...].prefix(60).contains { ServiceReader.preparations.contains($0.hash) }
  }

  private static let preparations = WordSet(
    "consent consented timeout prepped prep sterile chlorhexidine chlorhex chloraprep betadine lidocaine lido tolerated"
  )
  private static let procedureWord = Words.hash("procedure")

  func isBehindBlankLine(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let between = numbers.text[Int(words[index - 1].end)..<Int(words[index].start)]
    return between.count { $0 == UInt8(ascii: "\n") } > 1
  }

  /// Whether words right behind the name of a test say that it was done here: "EKG here", "A1c (fingerstick, DCA, here) 8.1", "INR (POC)".
  ///
  /// Behind a test that is done twice it may stand further off: "Spiro pre/post albuterol here".
  func isOfPractice(behind end: Int, isTwice: Bool = false) -> Bool {
    // "12 lead by us"
    if words[end...].prefix(2).count == 2, words[end].hash == ServiceReader.by, words[end].gap < .clause,
      ServiceReader.us.contains(words[end + 1].hash)
    {
      return true
    }
    for (place, word) in words[end...].prefix(isTwice ? 5 : 3).enumerated() {
      if word.gap >= .sentence || ServiceReader.isDigit(numbers.text[Int(word.start)]) { return false }
      if word.hash == ServiceReader.hereWord { return true }
      if place < 2, words[end].gap == .clause, ServiceReader.atHand.contains(word.hash) { return true }
    }
    return false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static let hereWord = Words.hash("here")
  private static let by = Words.hash("by")
  private static let us = WordSet("us")
  private static let atHand = WordSet("poc poct fingerstick house inhouse")

  /// Whether the account of a procedure begins behind its name: "Endometrial biopsy: consent, tenaculum, two passes", "Shave bx. Lido w epi,
  /// dermablade". Consent alone is none: it may be for another day.
  func tellsConsent(behind end: Int) -> Bool {
    // "Intravitreal injection OD: …"
    var end = end
    if end + 1 < words.count, words[end].gap < .clause, ServiceReader.eyes.contains(words[end].hash) { end += 1 }
    guard end < words.count, words[end].gap >= .clause, words[end].gap < .line else { return false }
    let behind = words[end...].prefix(words[end].gap == .clause ? 16 : 32).prefix { $0.gap < .line }
    let tools = behind.count { ServiceReader.tools.contains($0.hash) }
    let begins = words[end].gap == .clause && behind.prefix(4).contains { ServiceReader.consents.contains($0.hash) }
    guard tools > (begins ? 0 : 1) || tools > 0 && behind.contains(where: { ServiceReader.blades.contains($0.hash) })
    else { return false }
    return !behind.contains { ServiceReader.comings.contains($0.hash) }
  }

  private static let eyes = WordSet("od os ou right left r l")
  private static let consents = WordSet("consent consented timeout time lidocaine lido betadine chloraprep")
  private static let tools = WordSet(
    """
    dermablade drysol alcl alcl3 monsel tenaculum pipelle hemostasis lidocaine lido betadine chloraprep speculum passes tolerated out \
    anoscope ligator decubitus supine prone prepped draped needle syringe timeout huber suction
    """
  )
  private static let blades = WordSet("dermablade drysol alcl alcl3 monsel tenaculum pipelle hemostasis")
  private static let comings = WordSet(
    "will schedule scheduled mailed form tomorrow next booked return refer referral set date read kit planned")
}
