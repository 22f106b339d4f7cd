import ClaimModel

/// The method of contraception that a line of an assessment begins or goes on with.
///
/// Source: ICD-10-CM tabular list, Z30.01- (initial prescription) and Z30.4- (surveillance).
enum ContraceptiveMethod {
  /// The code of what a line says of contraception; `nil` where it names no method, or not what is done about it.
  static func code(_ line: SmallLetters) -> DiagnosisCode? {
    if line.holds(anyOf: devices), let code = device(line) { return code }
    let goesOn = line.holds(anyOf: ["continu", "refill", "renew", "surveil", "doing well", "happy with", "stable"])
    let begins = line.holds(anyOf: ["start", "begin", "initiat", "prescri", "switch", "given", "rx"])
    guard goesOn || begins, let method = methods.first(where: { line.holds(anyOf: $0.names) }) else { return nil }
    return goesOn ? method.later : method.first
  }

  /// A device in the womb, or an implant, that is put in or taken out.
  private static func device(_ line: SmallLetters) -> DiagnosisCode? {
    let isPlaced = line.holds(anyOf: ["insert", "placed", "placement"])
    let isTakenOut = line.holds(anyOf: ["removed", "removal"])
    if line.holds(anyOf: [
      "strings seen", "strings visible", "string check", "strings present", "placed in 20", "inserted in 20",
    ]) {
      return line.holds("nexplanon") ? "Z3046" : "Z30431"
    }
    if line.holds(anyOf: ["nexplanon", " implant"]) {
      if isTakenOut { return "Z3046" }
      return isPlaced ? "Z30017" : nil
    }
    if isTakenOut { return isPlaced || line.holds(anyOf: ["replace", "exchange", "reinsert"]) ? "Z30433" : "Z30432" }
    return isPlaced ? "Z30430" : nil
  }

  private static let devices: [StaticString] = [
    " iud", "mirena", "kyleena", "liletta", "paragard", "skyla", "nexplanon", " implant",
  ]
  private static let methods: [(names: [StaticString], first: DiagnosisCode, later: DiagnosisCode)] = [
    (["plan b", "ulipristal", "emergency contra"], "Z30012", "Z30012"),
    (["vaginal ring", "nuvaring", "annovera"], "Z30015", "Z3044"),
    (["patch", "xulane", "twirla"], "Z30016", "Z3045"),
    (["depo", "dmpa", "medroxyprogesterone"], "Z30013", "Z3042"),
    (
      [
        "ocp", "pill", "oral contra", "norethindrone", "norgestimate", "levonorgestrel-e", "drospirenone",
        "desogestrel",
        "ethinyl", "sprintec", "loestrin", "microgestin", "junel", "yaz", "slynd", "aviane", "apri",
      ], "Z30011", "Z3041"
    ),
  ]
}
