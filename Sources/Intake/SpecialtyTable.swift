import ClaimModel

/// Which coders read a visit, when the source does not say.
///
/// | words | specialty |
/// |---|---|
/// | injuries and their treatment: fracture, sprain, laceration, burn, dislocation, suture…; pregnancy | surgical |
/// | organ systems that have specialists: seizure, heart failure, infarction, nephropathy, depression… | medical |
/// | everything else, check-ups and vaccinations first of all | primary care |
///
/// The words of the clinician's qualification and the practice's type come first, the visit's reasons and
/// conditions next.
enum SpecialtyTable {
  /// Family medicine: what a clinician of unknown specialty is billed as. Source: NUCC provider taxonomy.
  static let defaultTaxonomy = "207Q00000X"

  /// The specialty of a visit from the words about its clinician and practice, then from those about its problems.
  static func specialty(providerWords: [String], problemWords: [String]) -> Specialty {
    for (words, table) in [(providerWords, providers), (problemWords, problems)] {
      for text in words.map({ $0.lowercased() }) {
        for (stem, specialty) in table where text.contains(stem) { return specialty }
      }
    }
    return .primaryCare
  }

  private static let providers: [(stem: String, specialty: Specialty)] = [
    ("family medicine", .primaryCare), ("family practice", .primaryCare), ("general practice", .primaryCare),
    ("pediatric", .primaryCare), ("primary care", .primaryCare),
    ("surg", .surgical), ("orthop", .surgical), ("obstet", .surgical), ("gynec", .surgical), ("emergency", .surgical),
    ("urgent care", .surgical), ("internal medicine", .medical), ("cardiol", .medical), ("neurol", .medical),
    ("psychiat", .medical), ("dermatol", .medical), ("oncol", .medical), ("nephrol", .medical),
    ("endocrinol", .medical), ("gastroenterol", .medical), ("rheumatol", .medical), ("pulmon", .medical),
  ]

  private static let problems: [(stem: String, specialty: Specialty)] = [
    ("fracture", .surgical), ("sprain", .surgical), ("laceration", .surgical), ("degree burn", .surgical),
    ("dislocation", .surgical), ("suture", .surgical), ("concussion", .surgical), ("wound", .surgical),
    ("injury", .surgical), ("pregnan", .surgical), ("prenatal", .surgical), ("appendic", .surgical),
    ("seizure", .medical), ("epilep", .medical), ("heart failure", .medical), ("myocardial", .medical),
    ("nephropathy", .medical), ("chronic kidney", .medical), ("depress", .medical), ("neoplasm", .medical),
    ("rheumatoid", .medical), ("dementia", .medical),
  ]
}
