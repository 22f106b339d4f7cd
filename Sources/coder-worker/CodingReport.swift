import ClaimModel
import Coding

/// What coding one visit came to, for a coder to read: each code with its title, the rule that chose it, and the words of
/// the chart in their line, within 80 columns.
struct CodingReport {
  private let sheet: CodingSheet
  private let visit: Visit
  private let isColoured: Bool
  private let title: (DiagnosisCode) -> String?

  private static let width = 80
  /// Where the words begin that stand beside a code or a place.
  private static let column = 14

  init(_ sheet: CodingSheet, visit: Visit, isColoured: Bool, title: @escaping (DiagnosisCode) -> String?) {
    self.sheet = sheet
    self.visit = visit
    self.isColoured = isColoured
    self.title = title
  }

  /// The whole report, with an empty line at its end.
  var text: String {
    let patient = visit.registration.patient
    let day = visit.registration.dateOfService
    var lines = [
      bold(Quotation.plain(sheet.file)),
      "visit \(sheet.visit) on \(day.iso), \(patient.sex.rawValue), \(patient.birthDate.years(until: day)) years",
    ]
    if !sheet.diagnoses.isEmpty { lines += ["", bold("Diagnoses")] }
    for (index, diagnosis) in sheet.diagnoses.enumerated() {
      let number = String(index + 1)
      lines += entry(
        String(repeating: " ", count: max(0, 2 - number.count)) + number + ". " + diagnosis.code,
        title(DiagnosisCode(diagnosis.code)) ?? "")
      lines += beside("", "\(diagnosis.rule), confidence \(CodingReport.hundredths(diagnosis.confidence))")
      lines += diagnosis.evidence.flatMap(quoted)
    }
    if !sheet.services.isEmpty { lines += ["", bold("Services")] }
    for service in sheet.services {
      let code = ([service.code] + service.modifiers).joined(separator: "-")
      let pointers = service.pointers.map(String.init).joined(separator: ", ")
      lines += entry("    " + code, "\(service.units) \(service.units == 1 ? "unit" : "units") for \(pointers)")
      lines += beside("", service.rule) + service.evidence.flatMap(quoted)
    }
    if !sheet.queries.isEmpty { lines += ["", bold("Queries")] }
    for query in sheet.queries { lines += wrapped(query, indent: 4) }
    lines += refusals
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// Codes that were not assigned, each once for each reason.
  private var refusals: [String] {
    var told: Set<String> = []
    var lines: [String] = []
    for refusal in sheet.refused where told.insert(refusal.code + refusal.reason).inserted {
      let code = Quotation.plain(refusal.code)
      lines += entry("    " + code, title(DiagnosisCode(refusal.code)) ?? "no code of this release")
      let reason = RefusedDiagnosis.Reason(rawValue: refusal.reason).map(CodingReport.explanation)
      lines += beside("", reason ?? refusal.reason) + quoted(refusal.evidence)
    }
    return lines.isEmpty ? [] : ["", bold("Not assigned")] + lines
  }

  private static func explanation(_ reason: RefusedDiagnosis.Reason) -> String {
    switch reason {
    case .negated: "negated: the documentation says it is absent"
    case .uncertain: "uncertain: suspected only"
    case .hypothetical: "hypothetical: it may come, or is watched for"
    case .family: "family: a relative's"
    case .history: "history: it lies in the past"
    case .notAssessed: "not assessed: named, and not dealt with at the visit"
    case .doubtful: "doubtful: these words seldom mean this code"
    case .demographics: "demographics: not for this age or sex"
    case .integral: "integral: part of a condition that is coded"
    case .lessSpecific: "less specific: the documentation says more"
    case .combined: "combined: another code stands for it"
    case .excluded: "excluded: not beside another code that is coded"
    case .secondary: "secondary: may not stand where it would"
    case .invalidCode: "invalid code: recorded, and not billable on this date"
    case .contradictsText: "contradicts text: recorded with words that say something else"
    case .undescribed: "undescribed: recorded without words"
    }
  }

  // MARK: Lines

  private func entry(_ code: String, _ text: String) -> [String] {
    let lines = wrapped(text, indent: CodingReport.column)
    let gap = String(repeating: " ", count: max(1, CodingReport.column - code.count))
    guard let first = lines.first else { return [bold(code)] }
    return [bold(code) + gap + first.drop { $0 == " " }] + lines.dropFirst()
  }

  private func beside(_ place: String, _ text: String) -> [String] {
    let gap = String(repeating: " ", count: max(1, CodingReport.column - 4 - place.count))
    let lines = wrapped(text, indent: CodingReport.column)
    guard let first = lines.first else { return [] }
    return [dim("    " + place + gap + first.drop { $0 == " " })] + lines.dropFirst().map(dim)
  }

  private func quoted(_ proof: CodingSheet.Proof) -> [String] {
    let quotation = Quotation(proof, in: visit, width: CodingReport.width - CodingReport.column)
    let gap = String(repeating: " ", count: max(1, CodingReport.column - 4 - quotation.place.count))
    let words = isColoured ? "\u{1b}[1;33m\(quotation.words)\u{1b}[0m" : "[\(quotation.words)]"
    let line = dim("    " + quotation.place) + gap + quotation.before + words + quotation.after
    return [line] + (quotation.source.map { wrapped($0, indent: CodingReport.column).map(dim) } ?? [])
  }

  /// The text in lines of at most 80 columns, behind an indent; a word longer than a line is cut.
  private func wrapped(_ text: String, indent: Int) -> [String] {
    let width = CodingReport.width - indent
    var lines: [String] = []
    var line = ""
    for word in Quotation.plain(text).split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
      while line.count > width {
        lines.append(String(line.prefix(width)))
        line = String(line.dropFirst(width))
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { String(repeating: " ", count: indent) + $0 }
  }

  private static func hundredths(_ value: Double) -> String {
    let whole = Int((min(max(value, 0), 1) * 100).rounded())
    return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
  }

  private func bold(_ text: String) -> String { isColoured ? "\u{1b}[1m\(text)\u{1b}[0m" : text }
  private func dim(_ text: String) -> String { isColoured ? "\u{1b}[2m\(text)\u{1b}[0m" : text }
}
