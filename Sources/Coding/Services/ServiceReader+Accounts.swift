import CodeSets

/// What an account of a procedure, or a list, tells over several sentences.
extension ServiceReader {
  /// Remembers the joint that an account names: "Right knee prepped."
  mutating func noteJoint(_ sentence: ServiceSentence) {
    guard zone == .procedure,
      let position = sentence.events.firstIndex(where: {
        if case .site(let site) = $0.sense { site.jointSize != nil } else { false }
      }),
      let site = sentence.site(near: position)
    else { return }
    joint = (site, sentence.side(near: position))
  }

  /// Whether a vaccine stands in a list of those given today, with its dose: "Vaccines today: / Rotarix 1 mL PO".
  func isListed(_ position: Int, of sentence: ServiceSentence) -> Bool {
    listsVaccines && sentence.hasNumber(after: position)
      && !sentence.isVetoed(position, by: [.conditional, .refused, .absent, .not, .past, .elsewhere])
  }
}
