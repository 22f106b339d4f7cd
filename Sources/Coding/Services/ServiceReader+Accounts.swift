import CodeSets

/// What an account of a procedure, or a list, tells over several sentences.
extension ServiceReader {
  /// Remembers the joint that an account names: "Right knee prepped."
  mutating func noteJoint(_ events: [ServiceSentence.Event]) {
    guard zone == .procedure else { return }
    for position in events.indices {
      guard case .site(let site) = events[position].sense, site.jointSize != nil else { continue }
      var side: Mention.Side?
      for other in events {
        if case .side(let found) = other.sense, other.end == events[position].start || side == nil { side = found }
      }
      joint = (site, side ?? (joint?.site == site ? joint?.side : nil))
      return
    }
  }

  /// Whether a vaccine stands in a list of those given today, with its dose: "Vaccines today: / Rotarix 1 mL PO".
  func isListed(_ position: Int, of sentence: ServiceSentence) -> Bool {
    listsVaccines && (sentence.hasNumber(after: position) || sentence.words(around: position).contains(.route))
      && !sentence.isVetoed(position, by: [.conditional, .refused, .absent, .not, .past, .elsewhere])
  }
}
