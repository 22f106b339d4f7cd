import CodeSets

/// Kinds that stand further from the name of a condition: in its line, in the reasoning below it, or anywhere in the note.
///
/// Source: ICD-10-CM index and tabular list; for each the code.
extension NoteKind {
  /// The code of the kind of a condition whose words start at the given one; `nil` where the note tells none.
  func further(_ code: String, at start: Int) -> String? {
    switch code {
    case "S060XAA": return deniesLossOfConsciousness ? "S060X0A" : nil
    case "M7510", "M75100", "M75101", "M75102", "M75110", "M75111", "M75112", "M75120", "M75121", "M75122":
      return isTraumatic(at: start) ? "S4601\(code.last == "0" ? "9" : String(code.suffix(1)))A" : nil
    case "H05839": return tellsBothEyes(after: start) ? "H05833" : nil
    case "D499": return isOfSkin(at: start) ? "D492" : nil
    case _ where code.hasPrefix("F1") && code.hasSuffix("20") && code.utf8.count == 5 && !code.hasPrefix("F17"):
      return isInRemission(at: start) ? "\(code.prefix(4))1" : nil
    default: return place(code, at: start)
    }
  }

  /// S06.0X0: "there was no loss of consciousness", "denies LOC", "did not pass out".
  private var deniesLossOfConsciousness: Bool {
    // "LOC 2 minutes", "out for a minute", of the patient; "his sister had no loss of consciousness" of another.
    let isTold = words.indices.dropLast().contains { index in
      words[index].hash == NoteKind.lossLetters && NoteKind.minutes.contains(words[index + 1].hash)
        || words[index].hash == NoteKind.outWord && words[index + 1].hash == NoteKind.forWord
    }
    guard !isTold else { return false }
    return words.indices.contains { index in
      guard NoteKind.consciousness.contains(words[index].hash),
        !words.sentence(around: index, most: 12).contains(where: { NoteKind.otherInjuries.contains($0.hash) })
      else { return false }
      let before = words[max(0, index - 4)..<index]
      return before.contains { NoteKind.noes.contains($0.hash) } && !before.dropFirst().contains { $0.startsSentence }
    }
  }

  private static let (lossLetters, outWord, forWord) = (Words.hash("loc"), Words.hash("out"), Words.hash("for"))
  private static let minutes = WordSet((1...60).map { Words.hash(String($0)) } + ["positive", "yes"].map(Words.hash))
  private static let otherInjuries = WordSet(
    "sister brother mother father passenger wife husband friend prior previous earlier 2020 2021 2022 2023 2024 2025")
  private static let consciousness = WordSet("consciousness loc")
  private static let noes = WordSet("no not without denies denied never didn")

  /// S46.01: "acute traumatic partial tear of the left rotator cuff" is an injury, M75.1 what wears out.
  private func isTraumatic(at start: Int) -> Bool {
    let sentence = words.sentence(around: start, most: 16)
    guard let word = sentence.firstIndex(where: { $0.hash == NoteKind.traumatic }) else { return false }
    // A tear that was repaired, or is old, is treated no more.
    guard !has(sentence, NoteKind.olds) else { return false }
    // "Non-traumatic"
    return word == sentence.startIndex || !NoteKind.nons.contains(words[word - 1].hash)
  }

  private static let olds = WordSet("repaired repair old prior chronic previous remote postop surgery")
  private static let traumatic = Words.hash("traumatic")
  private static let nons = WordSet("non not no")

  /// H05.83: "thyroid eye disease. Both eyes are involved".
  private func tellsBothEyes(after start: Int) -> Bool {
    paragraph(from: start).contains { sentence in
      !has(sentence, NoteKind.doubts)
        && sentence.indices.dropLast().contains { index in
          NoteKind.twos.contains(words[index].hash) && NoteKind.eyes.contains(words[index + 1].hash)
        }
    }
  }

  private static let twos = WordSet("both bilateral")
  private static let eyes = WordSet("eye eyes orbit orbits")

  /// D49.2: "new growth L upper back", of which a piece of skin was taken.
  private func isOfSkin(at start: Int) -> Bool {
    has(words.restOfSentence(from: start, most: 8), NoteKind.partsOfSkin) && has(words[...], NoteKind.skinDoctors)
  }

  private static let partsOfSkin = WordSet(
    "back nose nasal scalp face cheek forehead temple ear helix lip chin neck shoulder chest arm forearm hand leg thigh shin calf trunk abdomen"
  )
  private static let skinDoctors = WordSet("shave punch tangential dermablade derm dermatology skin")

  /// F10.21 and the like: "alcohol use disorder, severe, 7 months sober (early remission)".
  private func isInRemission(at start: Int) -> Bool {
    let line = words[start...].dropFirst().prefix { $0.gap != .line }.prefix(16)
    guard let remission = line.firstIndex(where: { $0.hash == NoteKind.remission }) else { return false }
    // "RA in remission", "had been in remission", "his sister's": not this one, or no more.
    return !words[start..<remission].contains {
      NoteKind.noes.contains($0.hash) || NoteKind.otherRemissions.contains($0.hash)
    }
  }

  private static let otherRemissions = WordSet(
    """
    had hopes hope relapsed relapse sister brother mother father wife husband son daughter depression mdd bipolar ra arthritis cancer leukemia \
    lymphoma myeloma crohn colitis lupus disease ibd ptsd anxiety
    """)

  private static let remission = Words.hash("remission")
}
