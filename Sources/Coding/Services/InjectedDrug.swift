import ClaimModel

/// A drug that is injected in the office, and its HCPCS code.
///
/// Source: HCPCS Level II (CMS, public), by number and dose; the words are ours. J1020, J1030 and J1040 ended on
/// 2024-03-31 with J1010 from 2024-04-01.
struct InjectedDrug: Sendable {
  /// How it is billed from a date on.
  struct Product: Sendable {
    var procedure: ProcedureCode
    /// The dose of one unit, in micrograms, or in units of the drug's own.
    var dose: Int
    /// Whether one unit stands for any dose up to it.
    var isUpTo = false
    /// The first date of service; `nil` when older than ICD-10-CM.
    var from: CalendarDate?
  }

  var phrases: String
  /// The newest first.
  var products: [Product]
  /// Micrograms in a milliliter, where there is one strength only.
  var perMilliliter: Int?
  /// Whether it is dosed in units of its own.
  var isInUnits = false
  /// Whether it comes in containers for one dose only.
  var isSingleDose = false
  /// Whether it is a hormone against a tumor, whose injection has a number of its own (96402).
  var isHormone = false
  /// Whether it is injected into the eye.
  var isOfEye: Bool {
    products.contains { ["J0177", "J0178", "J0179", "J2777", "J2778", "J7312"].contains($0.procedure) }
  }
  /// Whether it is injected into joints and around nerves.
  var isLocal: Bool {
    products.contains { ["J1010", "J1030", "J3301", "J0702", "J1100"].contains($0.procedure) }
  }
  /// Whether patients also take it by themselves, so that its name in a plan is a prescription where it is not injected.
  var isPrescribed = false

  /// The product and its units for a dose, on a date of service; `nil` when the dose is not known.
  func billed(dose: Int?, on date: CalendarDate) -> (procedure: ProcedureCode, units: Int)? {
    guard let product = products.first(where: { ($0.from ?? date) <= date }) else { return nil }
    // 40 mg and 80 mg had codes of their own.
    if product.procedure == "J1030", let dose, dose > 40_000 { return ("J1040", (dose + 79_999) / 80_000) }
    if product.procedure == "J1030", let dose, dose <= 20_000 { return ("J1020", 1) }
    // Buprenorphine up to 100 mg has a code of its own.
    if product.procedure == "Q9992", let dose, dose <= 100_000 { return ("Q9991", 1) }
    guard let dose else { return product.isUpTo ? (product.procedure, 1) : nil }
    let units = (dose + product.dose - 1) / product.dose
    return (1...InjectedDrug.maximumUnits).contains(units) ? (product.procedure, units) : nil
  }

  /// A dose of more units than this was misread.
  private static let maximumUnits = 999

  static let milligram = 1_000

  /// A product that is billed by the dose, however much that is.
  private static func dose(_ procedure: ProcedureCode) -> Product {
    Product(procedure: procedure, dose: 1_000 * milligram, isUpTo: true)
  }

  static let all: [InjectedDrug] = common + furtherDrugs

  private static let common: [InjectedDrug] = [
    InjectedDrug(
      phrases: "methylprednisolone acetate|depo medrol|depomedrol|methylprednisolone|methylpred",
      products: [
        Product(procedure: "J1010", dose: milligram, from: CalendarDate(year: 2024, month: 4, day: 1)),
        Product(procedure: "J1030", dose: 40 * milligram),
      ]),
    InjectedDrug(
      phrases: "triamcinolone|triamcinolone acetonide|kenalog",
      products: [Product(procedure: "J3301", dose: 10 * milligram)]),
    InjectedDrug(
      phrases: "kenalog 40|triamcinolone 40|triamcinolone acetonide 40",
      products: [Product(procedure: "J3301", dose: 10 * milligram)],
      perMilliliter: 40 * milligram),
    InjectedDrug(
      phrases: "kenalog 10|triamcinolone 10|triamcinolone acetonide 10",
      products: [Product(procedure: "J3301", dose: 10 * milligram)],
      perMilliliter: 10 * milligram),
    InjectedDrug(
      phrases: "betamethasone|celestone|celestone soluspan",
      products: [Product(procedure: "J0702", dose: 3 * milligram)],
      perMilliliter: 6 * milligram),
    InjectedDrug(
      phrases: "dexamethasone|decadron|dexamethasone sodium phosphate",
      products: [Product(procedure: "J1100", dose: milligram)]),
    InjectedDrug(
      phrases: "ceftriaxone|rocephin|ceftriaxone sodium",
      products: [Product(procedure: "J0696", dose: 250 * milligram)],
      isSingleDose: true),
    InjectedDrug(
      phrases: "ketorolac|toradol|ketorolac tromethamine",
      products: [Product(procedure: "J1885", dose: 15 * milligram)],
      isSingleDose: true),
    InjectedDrug(
      phrases: "cyanocobalamin|vitamin b12|vitamin b 12|b12|b 12|b12 injection|b12 shot",
      products: [Product(procedure: "J3420", dose: milligram, isUpTo: true)]),
    InjectedDrug(
      phrases: "medroxyprogesterone|depo provera|depoprovera|medroxyprogesterone acetate",
      products: [Product(procedure: "J1050", dose: milligram)]),
    InjectedDrug(
      phrases: "testosterone cypionate|depo testosterone", products: [Product(procedure: "J1071", dose: milligram)]),
    InjectedDrug(
      phrases: "promethazine|phenergan", products: [Product(procedure: "J2550", dose: 50 * milligram, isUpTo: true)]),
    InjectedDrug(phrases: "ondansetron|zofran", products: [Product(procedure: "J2405", dose: milligram)]),
    InjectedDrug(
      phrases: "diphenhydramine|benadryl", products: [Product(procedure: "J1200", dose: 50 * milligram, isUpTo: true)]),
    InjectedDrug(
      phrases: "denosumab|prolia", products: [Product(procedure: "J0897", dose: milligram)],
      isSingleDose: true),
    InjectedDrug(
      phrases:
        "penicillin g benzathine|benzathine pcn|pcn benzathine|bicillin|bicillin l|benzathine penicillin|benzathine penicillin g",
      products: [Product(procedure: "J0561", dose: 100_000)], isInUnits: true, isSingleDose: true),
    InjectedDrug(
      phrases: "onabotulinumtoxina|botox|botulinum toxin|botulinum toxin a",
      products: [Product(procedure: "J0585", dose: 1)], isInUnits: true, isSingleDose: true),
    InjectedDrug(
      phrases: "synvisc one|synvisc|hylan g f 20|hylan", products: [Product(procedure: "J7325", dose: milligram)],
      perMilliliter: 8 * milligram, isSingleDose: true),
    InjectedDrug(
      phrases: "durolane", products: [Product(procedure: "J7318", dose: milligram)], perMilliliter: 20 * milligram,
      isSingleDose: true),
    InjectedDrug(phrases: "euflexxa", products: [dose("J7323")], isSingleDose: true),
    InjectedDrug(phrases: "orthovisc", products: [dose("J7324")], isSingleDose: true),
    InjectedDrug(phrases: "monovisc", products: [dose("J7327")], isSingleDose: true),
    InjectedDrug(phrases: "gel one", products: [dose("J7326")], isSingleDose: true),
    InjectedDrug(phrases: "hyalgan|supartz", products: [dose("J7321")], isSingleDose: true),
    InjectedDrug(
      phrases: "methylprednisolone sodium succinate|methylprednisolone sod succ|solu medrol|solumedrol",
      products: [
        Product(procedure: "J2919", dose: 5 * milligram, from: CalendarDate(year: 2024, month: 4, day: 1))
      ], isSingleDose: true),
    InjectedDrug(
      phrases: "leuprolide|lupron|lupron depot|eligard",
      products: [Product(procedure: "J9217", dose: 7_500)], isSingleDose: true, isHormone: true),
    InjectedDrug(
      phrases: "fulvestrant|faslodex", products: [Product(procedure: "J9395", dose: 25 * milligram)],
      isSingleDose: true,
      isHormone: true),
    InjectedDrug(
      phrases: "degarelix|firmagon", products: [Product(procedure: "J9155", dose: milligram)], isSingleDose: true,
      isHormone: true),
    InjectedDrug(
      phrases: "aflibercept|eylea", products: [Product(procedure: "J0178", dose: milligram)], isSingleDose: true),
    InjectedDrug(
      phrases: "ranibizumab|lucentis", products: [Product(procedure: "J2778", dose: milligram / 10)], isSingleDose: true
    ),
    InjectedDrug(
      phrases: "faricimab|vabysmo", products: [Product(procedure: "J2777", dose: milligram / 10)], isSingleDose: true),
    InjectedDrug(
      phrases: "darbepoetin|darbepoetin alfa|aranesp", products: [Product(procedure: "J0881", dose: 1)],
      isSingleDose: true),
    InjectedDrug(
      phrases:
        "rhogam|rhig|rh immune globulin|rho d immune globulin|immune globulin 300|immune globulin 300 mcg|rhophylac",
      products: [dose("J2790")], isSingleDose: true),
    InjectedDrug(
      phrases: "omalizumab|xolair", products: [Product(procedure: "J2357", dose: 5 * milligram)], isSingleDose: true),
  ]
}
