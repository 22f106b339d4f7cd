import ClaimModel
import CodeSets

/// Which of several like services an account tells of, by the words around it and the diagnoses.
extension PerformedServices {
  /// An abscess opened, or a pilonidal cyst, where the words or the place are of one. Packing alone makes none of the latter complicated.
  ///
  /// Source: CPT by number, 10060 to 10081.
  func drainage(_ mention: ServiceMention) -> ProcedureCode {
    let sentence = SmallLetters(chart.evidence(mention.span).text)
    let isNearCleft: Bool =
      switch mention.site {
      case nil, .buttock, .sacrum, .back, .trunk: true
      default: false
      }
    let isPilonidal =
      sentence.holds("pilonidal") || isNearCleft && diagnoses.contains { $0.code.category == "L05" }
    guard isPilonidal, diagnoses.contains(where: { $0.code.category == "L05" }) else {
      return PerformedServices.drainage(isPilonidal: false, isComplicated: isComplicated(mention))
    }
    let note = SmallLetters(chart.visit.documentation[mention.span.item].text)
    return PerformedServices.drainage(
      isPilonidal: true,
      isComplicated: isComplicated(mention)
        && note.holds(anyOf: ["loculat", "complicated", "sinus tract", "marsupial"]))
  }

  private static func drainage(isPilonidal: Bool, isComplicated: Bool) -> ProcedureCode {
    isPilonidal ? (isComplicated ? "10081" : "10080") : isComplicated ? "10061" : "10060"
  }

  /// Whether a forearm that is turned and an elbow that is bent set a radial head that had slipped: the diagnosis says so, or what was felt.
  func setsElbow(_ mention: ServiceMention) -> Bool {
    if diagnoses.contains(where: { $0.code.rawValue.hasPrefix("S5303") }) { return true }
    let note = SmallLetters(chart.visit.documentation[mention.span.item].text)
    guard note.holds(anyOf: ["nursemaid", "radial head sublux", "subluxation of radial head", "pulled elbow"]) else {
      return false
    }
    return !term(mention).says.contains(.performed)
      || account(of: mention, before: 200, behind: 300).holds(anyOf: ["click", "clunk", "pop ", "popped", "reduc"])
  }

  /// An abscess that an account tells to have been opened without its name: "11 blade, 1.5 cm incision over max fluctuance. 10 mL pus out".
  mutating func addDrainageByAccount() {
    guard !drafts.contains(where: { ["10060", "10061", "10080", "10081"].contains($0.procedure) }),
      let abscess = diagnoses.first(where: { ["L02", "L05"].contains($0.code.category) })
    else { return }
    for (index, item) in chart.items(.note) {
      let letters = SmallLetters(item.text)
      guard let pus = PerformedServices.pus.lazy.compactMap({ letters.place(of: $0) }).first,
        chart.services.zone(item: index, offset: pus) == .procedure
          || chart.letters(item: index, from: pus - 240, to: pus).holds(anyOf: ["lidocaine", "lido ", "consent"])
      else { continue }
      let before = chart.letters(item: index, from: pus - 160, to: pus)
      let near = chart.letters(item: index, from: pus - 160, to: pus + 100)
      guard before.holds(anyOf: ["incision", "blade", "incised", "lanced"]),
        !near.holds(anyOf: ["no incision", "without incision", "not incised"])
      else { continue }
      let code = PerformedServices.drainage(
        isPilonidal: abscess.code.category == "L05",
        isComplicated: letters.holds(anyOf: ["loculat", "packed"]) && !letters.holds("not complicated"))
      return drafts.append(
        ServiceDraft(
          procedure: code, evidence: [chart.evidence(item: index, from: max(0, pus - 60), to: pus + 20)],
          rule: "incision-and-drainage"))
    }
  }

  private static let pus: [StaticString] = [
    "ml foul pus", "ml pus", "cc pus", "ml of pus", "cc of pus", "pus out", "pus expressed", "pus drained",
    "purulent material expressed", "purulence expressed", "pus evacuated",
  ]

  /// "Nails listed (8) debrided"
  func nailsInParentheses(_ mention: ServiceMention) -> Int {
    let account = account(of: mention, before: 40, behind: 30).bytes
    guard let open = account.firstIndex(of: UInt8(ascii: "(")),
      let close = account[open...].firstIndex(of: UInt8(ascii: ")")),
      let number = Int(String(decoding: account[(open + 1)..<close], as: UTF8.self)), number <= 10
    else { return 0 }
    return number
  }

  /// Whether the name of a foreign body is that of one in the skin: a splinter, unless the sentence is about an eye.
  func isOfSkinByName(_ mention: ServiceMention) -> Bool {
    let name = chart.letters(item: mention.name.item, from: mention.name.start, to: mention.name.end)
    let sentence = SmallLetters(chart.evidence(mention.span).text)
    return name.holds(anyOf: ["splinter", "hook", "tick"]) && !sentence.holds(anyOf: ["eye", "corne", "conjunctiv"])
  }

  /// Whether the sheath of the same one finger was told of before: "Left ring trigger finger injection. The left ring finger's sheath was
  /// injected".
  func isOfDigitToldBefore(_ mention: ServiceMention) -> Bool {
    guard let digit = ExactPlace.digit(in: chart.evidence(mention.span).text) else { return false }
    return drafts.contains { draft in
      draft.procedure == term(mention).procedure
        && draft.evidence.contains { ExactPlace.digit(in: $0.text) == digit }
    }
  }

  /// "The right canal was cleaned with curette and suction": of wax, where the words around tell of it.
  func tellsWax(_ mention: ServiceMention) -> Bool {
    guard term(mention).says.contains(.removed) else { return true }
    let sentence = SmallLetters(chart.evidence(mention.span).text)
    let namesOther =
      sentence.holds(anyOf: ["debris", "discharge", "pus", "otorrhea", "fungal"])
      && !sentence.holds(anyOf: ["wax", "cerumen"])
    let near = account(of: mention, before: 1_200, behind: 300)
    return sentence.holds(anyOf: PerformedServices.earInstruments + ["irrigat", "lavage", "microscop"])
      && !namesOther && near.holds(anyOf: ["wax", "cerumen"])
      && !near.holds(anyOf: [
        "no wax", "no cerumen", "without wax", "without cerumen", "free of wax", "free of cerumen",
      ])
  }

  /// "Wax: under the microscope, with curette and alligator forceps, I cleared both canals", told elsewhere in the note.
  func tellsHandOnCanals(_ mention: ServiceMention) -> Bool {
    let near = account(of: mention, before: 900)
    return near.holds(anyOf: ["cleared both canals", "cleared the canal", "canals were cleared", "cleared both ears"])
      && near.holds(anyOf: PerformedServices.earInstruments) && near.holds(anyOf: ["wax", "cerumen"])
      && !near.holds(anyOf: ["irrigat", "lavage"])
  }

  static let earInstruments: [StaticString] = [
    "curette", "alligator", "forceps", "suction", "cerumen spoon", "otomicroscop",
  ]

  /// How many muscles the words around an injection name.
  func muscles(of mention: ServiceMention) -> Int {
    let text = SmallLetters(chart.evidence(mention.span).text)
    // "Divided in: L QL, L glut med, L multifidus, R trap, L trap": the list may stand behind, each with its side.
    // Of muscles that twitched the list stands before.
    let name = chart.letters(item: mention.name.item, from: mention.name.start, to: mention.name.end)
    let account = account(of: mention, before: name.holds("twitch") ? 300 : 0, behind: 300)
    let words = SmallLetters.words(of: String(decoding: account.bytes, as: UTF8.self))
      .filter { !["upper", "middle", "lower", "mid"].contains($0) }
    let sided = Set(
      words.indices.dropLast().compactMap { index -> String? in
        let isSide = ["l", "r", "left", "right"].contains(words[index])
        guard isSide, PerformedServices.shortMuscles.contains(where: { words[index + 1].hasPrefix($0) }) else {
          return nil
        }
        return words[index].prefix(1) + words[index + 1]
      })
    return max(PerformedServices.muscleNames.count { text.holds($0) }, sided.count)
  }

  private static let shortMuscles = [
    "ql", "glut", "trap", "multifid", "quadratus", "levator", "rhomboid", "paraspinal", "piriformis", "scm", "splenius",
  ]

  private static let muscleNames: [StaticString] = [
    "trapezi", "levator", "rhomboid", "splenius", "semispinalis", "paraspinal", "supraspinatus", "infraspinatus",
    "glute",
    "quadratus", "piriformis", "iliocostalis", "multifid", "sternocleido", "scalene", "latissimus", "teres", "deltoid",
    "masseter", "temporalis",
  ]
}
