import CodeSets

/// Eyelids, joints, ducts and the course of a disease of the eye, which stand in the sentence of a condition.
///
/// Source: ICD-10-CM index and tabular list; for each the code.
extension NoteKind {
  /// The code of the kind of a condition whose words start at the given one; `nil` where the sentence tells none.
  func place(_ code: String, at start: Int) -> String? {
    switch code {
    case _ where code.hasPrefix("H00") && "369".contains(code.suffix(1)):
      return lid(at: start).map { code.dropLast() + $0 }
    case _ where code.hasPrefix("H3532") && code.hasSuffix("0"):
      return course(at: start).map { code.dropLast() + $0 }
    case _ where code.hasPrefix("H3531") && code.hasSuffix("0"):
      return stageOfDryness(at: start).map { code.dropLast() + $0 }
    case "M069", "M059": return rheumatoid(code, at: start)
    case "D709": return isOfAntineoplastic(at: start) ? "D701" : nil
    case "K8050": return isOfGallbladder(at: start) ? "K8020" : nil
    default: return nil
    }
  }

  /// D70.1: "neutropenia, from ribociclib", "chemotherapy-induced neutropenia".
  private func isOfAntineoplastic(at start: Int) -> Bool {
    let sentence = sentence(at: start)
    return has(sentence, NoteKind.antineoplastics) && has(sentence, NoteKind.neutropeniaCauses)
  }

  private static let antineoplastics = WordSet(
    """
    chemotherapy chemo ribociclib palbociclib abemaciclib olaparib niraparib capecitabine carboplatin cisplatin oxaliplatin paclitaxel docetaxel \
    gemcitabine doxorubicin cyclophosphamide etoposide topotecan irinotecan folfox folfiri folfirinox azacitidine venetoclax
    """)
  private static let neutropeniaCauses = WordSet("from due induced secondary caused after")

  /// H00.01 and H00.1: "external hordeolum RUL", "chalazion of the left lower lid".
  private func lid(at start: Int) -> String? {
    let named = Set(sentence(at: start).compactMap { NoteKind.lids[$0.hash] })
    return named.count == 1 ? named.first : nil
  }

  private static let lids = Dictionary(
    uniqueKeysWithValues: [("rul", "1"), ("rll", "2"), ("lul", "4"), ("lll", "5")].map { (Words.hash($0), $1) })

  /// H35.31: "intermediate dry AMD".
  private func stageOfDryness(at start: Int) -> String? {
    let before = words[max(words.sentenceStart(at: start), start - 3)..<start]
    let behind = words[start...].dropFirst().prefix(5)
    // "Dry AMD right eye, early cataract left eye" tells of two.
    return (Array(before) + behind.prefix { $0.gap == .space })
      .lazy.compactMap { NoteKind.stagesOfDryness[$0.hash] }.first
  }

  /// H35.32: "exudative AMD OD w/ active neovascular membrane".
  private func course(at start: Int) -> String? {
    let told = Set(
      words[start...].dropFirst().prefix(8).prefix { $0.gap < .clause }.compactMap { NoteKind.courses[$0.hash] })
    return told.count == 1 ? told.first : nil
  }

  private static let courses = Dictionary(
    uniqueKeysWithValues: [("active", "1"), ("inactive", "2"), ("scar", "3")].map { (Words.hash($0), $1) })
  private static let stagesOfDryness = Dictionary(
    uniqueKeysWithValues: [("early", "1"), ("intermediate", "2"), ("advanced", "3")].map { (Words.hash($0), $1) })

  /// M05: "rheumatoid arthritis, RF and CCP positive, hands/wrists/feet".
  private func rheumatoid(_ code: String, at start: Int) -> String? {
    let sentence = sentence(at: start)
    let isPositive =
      code == "M059"
      || has(sentence, NoteKind.rheumatoidTests) && has(sentence, NoteKind.found) && !has(sentence, NoteKind.negatives)
      || has(sentence, NoteKind.seropositives)
    guard isPositive else { return nil }
    let joints = Set(sentence.map(\.hash).filter(NoteKind.jointGroups.contains))
    return joints.count > 1 ? "M0579" : code == "M059" ? nil : "M059"
  }

  private static let rheumatoidTests = WordSet("rf ccp acpa")
  private static let found = WordSet("positive pos")
  private static let negatives = WordSet("negative neg")
  private static let seropositives = WordSet("seropositive")
  private static let jointGroups = WordSet(
    "hand wrist elbow shoulder hip knee ankle foot feet mcp pip mtp")

  /// K80.20: "biliary colic from gallstones": the stones are in the gallbladder, and a colic alone would be of the bile duct.
  private func isOfGallbladder(at start: Int) -> Bool {
    let sentence = sentence(at: start)
    return has(sentence, NoteKind.gallstones) && !has(sentence, NoteKind.ducts)
  }

  private static let gallstones = WordSet("gallstone gallstones cholelithiasis")
  private static let ducts = WordSet("duct cbd choledocholithiasis")

  private func sentence(at start: Int) -> ArraySlice<Word> { words.sentence(around: start, most: 20) }
}
