import CodeSets

/// What the findings of a note tell of its problems: which part of the back, which bone, which enzyme, how high the sugar.
extension NoteKind {
  /// M54.5-: the lower back, where the note tells of no other part.
  var isOfLowBack: Bool {
    let tells = sentences(0..<words.count).contains { sentence in
      sentence.indices.contains { index in
        NoteKind.lowBack.contains(words[index].hash)
          || index + 1 < sentence.endIndex && NoteKind.lower.contains(words[index].hash)
            && words[index + 1].hash == NoteKind.back
      } && !has(sentence, NoteKind.notOfPain)
    }
    return tells && !has(words[...], NoteKind.otherBack)
  }

  private static let notOfPain = WordSet(
    "no denies denied without wife husband father mother brother sister surgery surgical fusion laminectomy avoid bending when lifting history"
  )
  private static let lowBack = WordSet("lumbar lumbosacral")
  private static let lower = WordSet("low lower")
  private static let back = Words.hash("back")
  private static let otherBack = WordSet("thoracic midback upper mid shoulder scapula scapular")

  /// R97.21: a prostate's antigen that rises after its cancer was treated.
  func risesAgain(at start: Int) -> Bool {
    has(words.sentence(around: start, most: 24), NoteKind.rising) && has(words[...], NoteKind.prostateTreatments)
  }

  private static let rising = WordSet("rising rise rises rose recurrence")
  private static let prostateTreatments = WordSet(
    "prostatectomy radiation eligard lupron leuprolide enzalutamide abiraterone brachytherapy castration")

  /// R74.01: which of the liver's enzymes is high.
  func namesTransaminase(at start: Int) -> Bool {
    let sentence = words.sentence(around: start, most: 20)
    return has(sentence, NoteKind.liver)
      && sentences(0..<words.count).contains {
        has($0, NoteKind.transaminases) && !has($0, NoteKind.notHigh)
      }
  }

  private static let notHigh = WordSet("normal negative no not")
  private static let liver = WordSet("liver hepatic")
  private static let transaminases = WordSet("alt ast sgpt sgot transaminase transaminases")

  /// Index, Diabetes, with hyperglycemia, told of the problem itself: "recent blood glucose levels were elevated"; not "has not had any
  /// elevated readings".
  func hasHighSugar(after start: Int) -> Bool {
    let story = sentences(0..<start).filter { has($0, NoteKind.going) && !has($0, NoteKind.otherTimes) }
    return (paragraph(from: start) + story).contains { sentence in
      sentence.indices.contains { index in
        guard NoteKind.sugars.contains(words[index].hash) else { return false }
        let behind = words[index..<sentence.endIndex].dropFirst().prefix(7)
        let before = words[sentence.startIndex..<index]
        let isHigh = has(behind, NoteKind.high) || before.last.map { NoteKind.high.contains($0.hash) } ?? false
        return isHigh && !has(sentence, NoteKind.noHeights)
      }
    }
  }

  /// "His sugars at home have been high", "has been running higher": of now, where the story tells it.
  private static let going = WordSet("been running are remain remained")
  private static let otherTimes = WordSet(
    """
    last past before previously ago year husband wife mother father sister brother son daughter friend goal normal now january february march \
    april may june july august september october november december prior
    """)
  private static let sugars = WordSet("glucose sugar sugars glucoses")
  private static let high = WordSet("elevated high higher")
  private static let noHeights = WordSet(
    "no not never without denies if when sees see avoid risk call any could may watch sign signs symptom symptoms reviewed rules tablets management handout goal target"
  )

  /// S92.3-: the metatarsal that the note names, of one that is broken: "displacement of the base of the 2nd metatarsal".
  var metatarsal: String? {
    let named = words.indices.dropFirst().first { place in
      NoteKind.metatarsals.contains(words[place].hash) && NoteKind.ordinals[words[place - 1].hash] != nil
        && !has(words.sentence(around: place, most: 24), NoteKind.unbroken)
    }
    return named.flatMap { NoteKind.ordinals[words[$0 - 1].hash] }
  }

  private static let unbroken = WordSet(
    "no not without tenderness tender ago old prior previous history 2010 2012 2014 2015 2016 2018 2019 2020 2021 2022")
  private static let metatarsals = WordSet("metatarsal metatarsals")
  private static let ordinals = Dictionary(
    uniqueKeysWithValues: [
      ("1st", "1"), ("first", "1"), ("2nd", "2"), ("second", "2"), ("3rd", "3"), ("third", "3"), ("4th", "4"),
      ("fourth", "4"),
      ("5th", "5"), ("fifth", "5"),
    ].map { (Words.hash($0), $1) })

  /// S93.4: the ligament of a sprained ankle.
  func ankle(_ code: String, after start: Int) -> String? {
    let named = Set(
      paragraph(from: start).filter { !has($0, NoteKind.doubts) }.flatMap { sentence in
        sentence.indices.compactMap { index in
          // "Lateral ligament complex"; a lateral pain names none.
          if words[index].hash == NoteKind.lateral, index + 1 < words.count,
            NoteKind.ofJoint.contains(words[index + 1].hash)
          {
            return "9"
          }
          return NoteKind.ligaments[words[index].hash]
        }
      })
    guard named.count == 1, let ligament = named.first else { return nil }
    return "S934\(ligament)\(code.dropFirst(5))"
  }

  private static let lateral = Words.hash("lateral")
  private static let ofJoint = WordSet("ligament ligaments ligamentous collateral")
  private static let ligaments = Dictionary(
    uniqueKeysWithValues: [
      ("calcaneofibular", "1"), ("deltoid", "2"), ("tibiofibular", "3"), ("syndesmosis", "3"), ("syndesmotic", "3"),
      ("talofibular", "9"), ("atfl", "9"), ("cfl", "1"),
    ].map { (Words.hash($0), $1) })
}
