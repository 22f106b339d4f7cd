/// Words anywhere in a chart that support a code under a condition: a drug, a device, a habit, how an injury happened.
struct Clue: Sendable {
  /// The code, billable.
  var row: Int
  /// When it is coded.
  var use: Use
  /// Its place among the clues of its use.
  var rank: Int
  /// Whether there are codes for either side of the body.
  var hasSides = false
  /// Whether it is a sign or symptom, which a list of questions may hold as well.
  var isSymptom = false

  /// Whether it is the organism of an infection.
  var isOrganism = false

  /// When a clue is coded.
  enum Use: UInt8, Sendable {
    /// When a note of the tabular list at an assigned code asks for it. Guidelines section I.A.17.
    case whenAsked
    /// Whenever it is documented. Guidelines section I.C.21.c.3 (status).
    case status
    /// When the procedure lies in the past. Guidelines section I.C.21.c.3 (status).
    case pastProcedure
    /// When the drug is said to be taken for long. Guidelines section I.C.21.c.3 (Z79: not for a brief period).
    case longTermDrug
    /// When the patient is said to be allergic to it. Guidelines section I.C.21.c.3 (Z88, Z91.0).
    case allergy
    /// When it is said to have caused what is coded. Guidelines section I.C.19.e.5.a.
    case adverseEffect
    /// When an injury is coded. Guidelines section I.C.20.
    case externalCause
    /// Where an injury happened, and what was being done: at its first encounter. Guidelines sections I.C.20.b and I.C.20.c.
    case place, activity
    /// When the patient is said to have been exposed to it. Guidelines section I.C.21.c.1.
    case exposure
    /// When it is said to be screened for. Guidelines section I.C.21.c.5.
    case screening
    /// When the visit follows the operation. Guidelines section I.C.21.c.7.
    case aftercare
    /// When the patient is pregnant. Guidelines section I.C.15.b.2 (supervision of a high risk pregnancy).
    case pregnancyRisk
  }
}

/// A clue found in a chart.
struct FoundClue {
  var clue: Clue
  /// The side of the body that the words beside it name.
  var side: Mention.Side?
  /// Which item of the documentation.
  var item: Int
  /// Where the words start and end in the item's text, in UTF-8 bytes.
  var start: Int
  var end: Int
  /// Whether it is a screening with a visit of its own that is ordered only.
  var isOrdered = false
}
