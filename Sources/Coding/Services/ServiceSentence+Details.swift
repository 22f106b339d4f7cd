import CodeSets

/// What else a sentence says of a service: where, how many, how much; and of the visit.
extension ServiceSentence {
  private func nearest<Value>(to position: Int, _ value: (Event) -> Value?) -> Value? {
    let event = events[position]
    var best: (distance: Int, value: Value)?
    for other in events where other.matter == event.matter {
      guard let found = value(other) else { continue }
      let distance = other.start < event.start ? event.start - other.end : other.start - event.end
      if distance < best?.distance ?? .max { best = (distance, found) }
    }
    return best?.value
  }

  /// The first word of a place in a sentence that counts views without a word for them: "R wrist 3v in clinic".
  var firstSite: Int? {
    let hasViews = quantities.contains { if case .view = $0.unit { true } else { false } }
    return hasViews ? events.firstIndex { if case .site = $0.sense { true } else { false } } : nil
  }

  func site(near position: Int) -> BodySite? {
    nearest(to: position) { if case .site(let site) = $0.sense { site } else { nil } }
  }

  func side(near position: Int) -> Mention.Side? {
    // "Bilateral knee injection, right knee aspirated": the side of the place that is nearest.
    let site = nearest(to: position) { if case .site = $0.sense { $0.start } else { nil } }
    if let site {
      for event in events where event.end == site {
        if case .side(let side) = event.sense { return side }
      }
    }
    return nearest(to: position) { if case .side(let side) = $0.sense { side } else { nil } }
  }

  func millimeters(near position: Int) -> Int? {
    let lengths = quantities.compactMap { quantity -> (distance: Int, length: Int)? in
      let distance = abs(quantity.word - events[position].start)
      switch quantity.unit {
      case .centimeter: return (distance, quantity.thousandths / 100)
      case .millimeter: return (distance, quantity.thousandths / 1000)
      default: return nil
      }
    }
    return lengths.min { $0.distance < $1.distance }?.length
  }

  /// How many things a service was done to: views of an image, lesions, nails, muscles.
  func count(near position: Int, of family: ServiceFamily) -> Int? {
    if family == .xray {
      return quantities.first { if case .view = $0.unit { true } else { false } }.map { $0.thousandths / 1000 }
    }
    if family == .prickTest {
      return quantities.filter { quantity in
        // "Read at 15-20 min"
        let isOfTime = quantities.contains { other in
          if other.word == quantity.word + 1, case .minute = other.unit { true } else { false }
        }
        return quantity.unit == nil && !isOfTime && quantity.thousandths % 1000 == 0
          && (4_000...90_000).contains(quantity.thousandths)
      }
      .map { $0.thousandths / 1000 }.max()
    }
    // "Sharp paring of 3 hyperkeratotic lesions …; debridement of 10 nails": the number right before the name.
    if let own = quantities.first(where: { quantity in
      quantity.unit == nil && !quantity.isApart && quantity.thousandths % 1000 == 0
        && (1...2).contains(events[position].start - quantity.word) && (1_000...60_000).contains(quantity.thousandths)
        && !isListNumber(quantity)
    }), family.isCounted {
      return own.thousandths / 1000
    }
    let counts = quantities.filter { quantity in
      guard !isListNumber(quantity) else { return false }
      // "6 mm punch biopsy, full depth, closed 4-0 nylon x2" counts stitches.
      if family == .biopsy, abs(quantity.word - events[position].start) > 4 { return false }
      guard quantity.thousandths % 1000 == 0, (1_000...60_000).contains(quantity.thousandths), !quantity.isApart else {
        return false
      }
      if case .piece = quantity.unit { return true }
      if quantity.isTimes { return true }
      guard quantity.unit == nil else { return false }
      return events.contains { event in
        guard (1...3).contains(event.start - quantity.word) else { return false }
        if case .term = event.sense { return true }
        return !event.words.isDisjoint(with: [.benign, .premalignant])
      }
    }
    return counts.map { $0.thousandths / 1000 }.max()
  }

  /// The number that a sentence begins with is that of a list: "1 Actinic keratoses".
  private func isListNumber(_ quantity: ServiceNumbers.Quantity) -> Bool {
    quantity.word == range.lowerBound && words[range.lowerBound].startsLine && quantity.unit == nil && !quantity.isTimes
      && quantity.thousandths < 10_000
      && events.first.map { $0.start > range.lowerBound } ?? false && zone == .planned
  }

  /// Whether the sentence tells how many times, or how many things.
  var tellsTimes: Bool {
    quantities.contains { quantity in
      if case .piece = quantity.unit { true } else { quantity.isTimes }
    }
  }

  /// The dose nearest to a drug, in micrograms or the drug's own units.
  func dose(near position: Int, of drug: InjectedDrug) -> Int? {
    // "Depo-Medrol 80 mg/mL, 0.5 mL"
    if let measured = doseByVolume(near: position, of: drug) { return measured }
    // "Betamethasone 6 mg/mL, 0.5 mL": what a milliliter holds is no dose where one is told.
    return dose(near: position, of: drug, isStrength: false) ?? dose(near: position, of: drug, isStrength: true)
  }

  /// The milliliters of a drug times what a milliliter is told to hold, where no other dose is.
  private func doseByVolume(near position: Int, of drug: InjectedDrug) -> Int? {
    let near = quantities.filter { abs($0.word - events[position].start) <= 8 && !isOfName($0) }
    let isWeighed = near.contains { quantity in
      guard !quantity.isStrength else { return false }
      switch quantity.unit {
      case .milligram, .microgram, .gram, .internationalUnit: return true
      default: return false
      }
    }
    guard !isWeighed, !drug.isInUnits,
      let strength = near.first(where: { quantity in
        if case .milligram = quantity.unit { quantity.isStrength } else { false }
      })
    else { return nil }
    let volumes = near.filter { quantity in
      if case .milliliter = quantity.unit {
        quantity.thousandths < 100_000 && (1...5).contains(abs(quantity.word - strength.word))
      } else {
        false
      }
    }
    let nearest = volumes.min { abs($0.word - strength.word) < abs($1.word - strength.word) }
    return nearest.map { $0.thousandths * strength.thousandths / 1000 }
  }

  private func dose(near position: Int, of drug: InjectedDrug, isStrength: Bool) -> Int? {
    let doses = quantities.compactMap { quantity -> (distance: Int, dose: Int)? in
      let distance = abs(quantity.word - events[position].start)
      guard distance <= 8, isStrength || !quantity.isStrength else { return nil }
      switch quantity.unit {
      case .milligram where !drug.isInUnits: return (distance, quantity.thousandths)
      case .microgram where !drug.isInUnits: return (distance, quantity.thousandths / 1000)
      case .gram where !drug.isInUnits && quantity.thousandths < 100_000: return (distance, quantity.thousandths * 1000)
      case .milliliter:
        guard let strength = drug.perMilliliter, quantity.thousandths < 100_000 else { return nil }
        return (distance, quantity.thousandths * strength / 1000)
      case .internationalUnit where drug.isInUnits: return (distance, quantity.thousandths / 1000)
      default: return nil
      }
    }
    return doses.min { $0.distance < $1.distance }?.dose
  }

  /// The dose that a sentence tells of a drug that was named before.
  func dose(of drug: InjectedDrug) -> Int? {
    events.firstIndex { $0.words.contains(.injected) || $0.words.contains(.given) }.flatMap { dose(near: $0, of: drug) }
  }

  /// The most minutes of the sentence and their word.
  var minutes: (count: Int, word: Int)? {
    let times = quantities.compactMap { quantity -> (count: Int, word: Int)? in
      switch quantity.unit {
      case .minute: (quantity.thousandths / 1000, quantity.word)
      case .hour where quantity.thousandths <= 5_000: (quantity.thousandths * 60 / 1000, quantity.word)
      default: nil
      }
    }
    return times.filter { (1...300).contains($0.count) }.max { $0.count < $1.count }
  }

  /// The first minutes of the sentence and their word: "psychotherapy: 22 minutes, …".
  var firstMinutes: (count: Int, word: Int)? {
    quantities.first { if case .minute = $0.unit { true } else { false } }.map { ($0.thousandths / 1000, $0.word) }
  }

  /// Whether something might be, or is still to come, by what stands before a word.
  func isConditional(before word: Int) -> Bool {
    events.contains { event in
      guard event.start < word, case .veto(let veto) = event.sense else { return false }
      return veto == .conditional || veto == .future
    }
  }

  /// Whether nothing in it says that it was before the visit.
  var tellsOfNow: Bool {
    !events.contains { if case .veto(.past) = $0.sense { true } else { false } }
  }

  /// Whether something might be, or is still to come.
  var isConditional: Bool {
    events.contains {
      if case .veto(let veto) = $0.sense { veto == .conditional || veto == .future } else { false }
    }
  }

  /// All that words about the visit may say: who prescribes begins a treatment.
  func cues(_ cue: VisitCue, at position: Int) -> [VisitCue] {
    switch cue {
    case .prescribed: [.prescription, .changed]
    case .majorSurgery: [.majorSurgery, .surgeryWeighed]
    case .antineoplastic where begins(at: position): [.antineoplastic, .antineoplasticBegun]
    default: [cue]
    }
  }

  /// Whether a treatment begins: "She will start chemotherapy."
  private func begins(at position: Int) -> Bool {
    events.contains { if case .visit(.changed) = $0.sense { $0.matter == events[position].matter } else { false } }
  }

  /// Whether words about the visit say what they seem to.
  func holds(_ cue: VisitCue, at position: Int) -> Bool {
    switch cue {
    case .newPatient: return zone != .instructed
    case .establishedPatient: return zone == .open || zone == .told
    case .video, .audioOnly, .vaccinationOnly:
      // "Telephone visit, patient at home", "Follow up (telehealth)": what a title says is of today.
      return (zone == .open || zone == .told) && !followsAfter(position)
        && !isVetoed(position, by: isTitle ? [.conditional, .refused, .not] : [.future, .conditional, .refused, .not])
        && (zone == .open || !isVetoed(position, by: [.past]))
    case .prescription, .prescribed, .overTheCounter, .toxicDrug, .antineoplastic, .antineoplasticBegun, .raised,
      .changed:
      return isPlan && !isVetoed(position, by: [.conditional, .refused, .absent, .not])
    case .monitoring: return isPlan
    case .hospitalization, .resuscitation:
      return isPlan && !isVetoed(position, by: [.conditional, .past, .not, .absent])
    case .majorSurgery:
      return isPlan && (isVetoed(position, by: [.future]) || all.contains(.counseled))
        && !isVetoed(position, by: [.conditional, .past, .not, .absent])
    case .surgeryWeighed: return isPlan && !isVetoed(position, by: [.past, .not, .absent])
    case .proceeds: return isPlan
    case .welcome, .firstWellness, .wellness, .globalPeriod, .psychiatricEvaluation, .cognitiveCare:
      return zone != .instructed && !isVetoed(position, by: [.future, .conditional, .past, .not])
    // The days that are past since the discharge are part of it.
    case .transitionalCare: return zone != .instructed && !isVetoed(position, by: [.conditional, .absent, .not])
    case .infusion: return true
    case .longitudinal: return !isVetoed(position, by: [.absent, .not])
    case .visualAcuity, .eyePressure, .slitLamp, .fundus:
      return zone != .instructed && zone != .planned && !isVetoed(position, by: [.future, .conditional, .absent, .not])
    case .riskFactors: return isPlan && !isVetoed(position, by: [.absent])
    case .socialNeed: return !isVetoed(position, by: [.absent, .not, .past])
    case .historian, .externalNote, .discussion: return !isVetoed(position, by: [.future, .conditional])
    case .ownInterpretation: return zone != .told && !isVetoed(position, by: [.future, .conditional, .not])
    case .worse, .severe, .stable: return !isVetoed(position, by: [.conditional, .absent, .not])
    case .systemic: return !isVetoed(position, by: [.future, .conditional, .absent, .not])
    }
  }

  /// "Follow-up after telehealth visit"
  private func followsAfter(_ position: Int) -> Bool {
    let start = events[position].start
    return start > range.lowerBound && words[start - 1].hash == ServiceSentence.after
  }

  private static let after = Words.hash("after")

  /// Whether it is the first line of the note.
  private var isTitle: Bool { range.lowerBound == 0 && zone == .open }

  /// A note without parts may be all plan.
  private var isPlan: Bool { zone == .planned || zone == .open || zone == .procedure }

  /// The word of a dose in milligrams of a drug that is not sold freely.
  var prescribedDose: Int? {
    let dose = quantities.first { quantity in
      if case .milligram = quantity.unit { true } else { false }
    }
    let isDoubtful = events.contains { event in
      switch event.sense {
      case .veto(.conditional), .veto(.refused), .visit(.overTheCounter): true
      default: false
      }
    }
    return isDoubtful ? nil : dose?.word
  }

  /// "We will perform a rapid strep test today", "going to repeat an EKG today": a test at hand that a plan has for this visit.
  func isDoneNow(_ position: Int, term: ServiceTerm) -> Bool {
    guard zone == .planned, term.family == .tracing || term.family == .officeTest && term.isAtHand && term.isWaived,
      isVetoed(position, by: [.future]),
      !isVetoed(position, by: Self.everything.subtracting([.future]).union([.ordered]))
    else { return false }
    let own = events[position]
    // "We will obtain an EKG today" is an order.
    let sentence = words[range]
    return words[max(range.lowerBound, own.start - 3)..<own.start].contains { ServiceSentence.doings.contains($0.hash) }
      && sentence.contains { ServiceSentence.subjects.contains($0.hash) }
      && !sentence.contains { ServiceSentence.withoutTest.contains($0.hash) }
      && events.contains { $0.words.contains(.today) && $0.matter == own.matter && abs($0.start - own.end) <= 3 }
  }

  private static let subjects = WordSet("we i going")
  private static let withoutTest = WordSet(
    "planned refused refuses declined but sister brother mother nurse pediatrician not")
  private static let doings = WordSet("perform repeat do run")
}
