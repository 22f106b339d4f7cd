/// What a phrase says of a pregnancy.
enum PregnancyWord: Sendable {
  /// The patient is pregnant.
  case pregnant
  /// It names a pregnancy: whose and when, the words around it tell.
  case pregnancy
  /// How many pregnancies there have been, this one included; 2 stands for more as well.
  case gravidity(Int)
  /// Completed weeks, in the notation that only pregnancies have: `24w3d`.
  case weeks(Int)
  case trimester(Int)
  /// A number of weeks, which counts where the patient is known to be pregnant: `gestational diabetes, 30 weeks`.
  case bareWeeks
  /// What ended a pregnancy, or will.
  case delivery
  /// The pregnancy is another one, or none: an earlier one, a plan, a risk.
  case elsewhen
  /// The patient has given birth lately.
  case afterDelivery
  /// The clinician says that the pregnancy has nothing to do with the visit.
  case incidental

  static let phrases: [(PregnancyWord, String)] =
    [
      (.pregnant, "pregnant|gravid|current pregnancy|normal pregnancy|uncomplicated pregnancy|viable pregnancy"),
      (.pregnancy, "pregnancy"), (.bareWeeks, "week|wk"),
      (.gravidity(1), "primigravida|primigravid|primip|normal first pregnancy"),
      (.gravidity(2), "multigravida|multigravid"),
      (.trimester(1), "first trimester|1st trimester"), (.trimester(2), "second trimester|2nd trimester"),
      (.trimester(3), "third trimester|3rd trimester"),
      (
        .delivery,
        "delivered|delivery|childbirth|labor|born|birth|miscarriage|miscarried|abortion|stillbirth|stillborn|loss|termination|terminated|cesarean|c section|demise"
      ),
      (
        .elsewhen,
        "last|first|second|third|each|every|during|ectopic|risk of|chance|possible|possibility|possibly|potential|before|after|complete|completed|until|become|becoming|became|get|getting|trying|desire|desires|wish|wishes|want|wants|conceive|future|next|planning|prevention|prevent|contraception|category|childbearing|when|was|were|earlier|another|other|attempt|attempting|hope|hopes|unable|safe|unsafe|safety|contraindicated|teratogenic|concern|concerned|worried|worry|fear|think|thinks|partner|girlfriend|friend|coworker|niece|cousin"
      ),
      (
        .afterDelivery,
        "week postpartum|day postpartum|month postpartum|postpartum visit|postpartum check|postpartum follow up|week post partum|month post partum|post partum visit|postpartum examination|postpartum exam"
      ),
      (
        .incidental,
        "pregnancy is incidental|pregnancy incidental|pregnant incidental|incidental pregnancy|incidentally pregnant|unrelated pregnancy|pregnancy is unrelated|not related pregnancy|not affecting pregnancy|not affect pregnancy|pregnancy not affected"
      ),
    ] + gravidities + weeksAndDays

  /// `G2P1`, `G2 P1`, `G3P1A1`, and births, early births, losses and living children in one word where they add up: `G2P1001`.
  private static let gravidities: [(PregnancyWord, String)] = (1...9).map { gravidity in
    var phrases = ["g\(gravidity)", "gravida \(gravidity)"]
    for births in 0...gravidity {
      phrases.append("g\(gravidity)p\(births)")
      phrases += ["a", "ab"].flatMap { lost in (0...3).map { "g\(gravidity)p\(births)\(lost)\($0)" } }
    }
    for term in 0...5 {
      for early in 0...1 {
        for lost in 0...3 where (gravidity - 1...gravidity).contains(term + early + lost) {
          for living in 0...term + early { phrases.append("g\(gravidity)p\(term)\(early)\(lost)\(living)") }
        }
      }
    }
    return (.gravidity(gravidity), phrases.joined(separator: "|"))
  }

  private static let weeksAndDays: [(PregnancyWord, String)] = (4...42).map { weeks in
    (.weeks(weeks), (0...6).map { "\(weeks)w\($0)d" }.joined(separator: "|"))
  }
}

/// What a text says of a pregnancy.
struct PregnancyClues: Sendable {
  /// Where the patient is said to be pregnant.
  var state: ChartSpan?
  /// Which pregnancy it is; 2 or more are told apart from the first only.
  var gravidity: Int?
  /// Weeks that stand apart, with their place: of the pregnancy, if the patient is known to be pregnant.
  var bareWeeks: (weeks: Int, item: Int, start: Int, end: Int)?
  /// The trimester that is told by its name.
  var trimester: Int?
  /// Where the patient is said to have given birth lately.
  var afterDelivery: ChartSpan?
  /// Whether weeks are told that are not of a pregnancy which the patient has now.
  var tellsOtherWeeks = false
  /// Where the pregnancy is said to be incidental.
  var incidental: ChartSpan?

  mutating func merge(_ other: PregnancyClues) {
    state = state ?? other.state
    gravidity = gravidity ?? other.gravidity
    trimester = trimester ?? other.trimester
    bareWeeks = bareWeeks ?? other.bareWeeks
    afterDelivery = afterDelivery ?? other.afterDelivery
    incidental = incidental ?? other.incidental
    tellsOtherWeeks = tellsOtherWeeks || other.tellsOtherWeeks
  }
}
