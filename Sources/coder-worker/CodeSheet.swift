import ClaimModel
import CodeSets

/// What the code sets say of one code on one date of service, for people and for programs.
struct CodeSheet: Encodable {
  struct Period: Encodable {
    let from: String?
    let to: String?
  }

  struct Note: Encodable {
    let kind: String
    let at: String
    let text: String
  }

  struct Diagnosis: Encodable {
    let code: String
    let title: String
    let billable: Bool
    let header: Bool
    let valid: [Period]
    let parent: String?
    let parentTitle: String?
    let children: [String]
    let notes: [Note]
    let release: String
  }

  struct Limit: Encodable {
    let units: Int
    let indicator: String
    let rationale: String
  }

  struct Values: Encodable {
    let work: String
    let practice: String
    let facilityPractice: String
    let malpractice: String
    let status: String
  }

  struct Service: Encodable {
    let code: String
    let description: String
    let source: String
    let valid: Bool
    let dates: Period
    let coverage: String?
    let limit: Limit?
    let values: Values?
  }

  let schema = 1
  let code: String
  let on: String
  let diagnosis: Diagnosis?
  let service: Service?
  let near: [String]

  var isKnown: Bool { diagnosis != nil || service != nil }

  init(_ text: String, on date: CalendarDate, library: CodeLibrary) {
    let books = library.books(on: date)
    code = text
    on = date.iso
    diagnosis = CodeSheet.diagnosis(DiagnosisCode(rawValue: text), on: date, books: books, library: library)
    service = text.contains(".") ? nil : CodeSheet.service(ProcedureCode(rawValue: text), on: date, books, library)
    near = diagnosis == nil && service == nil ? books.nearCodes(text) : []
  }

  private static func diagnosis(
    _ code: DiagnosisCode, on date: CalendarDate, books: CodeBooks, library: CodeLibrary
  ) -> Diagnosis? {
    let icd10cm = books.icd10cm
    guard let title = icd10cm.title(code) else { return nil }
    let children = icd10cm.children(of: code)
    var notes: [Note] = []
    var owner: DiagnosisCode? = code
    while let at = owner {
      for kind in ICD10CM.NoteKind.allCases where at == code || kind != .inclusionTerm {
        notes += icd10cm.notes(kind, at: at).map { Note(kind: kind.name, at: at.dotted, text: $0) }
      }
      owner = icd10cm.parent(of: at)
    }
    let parent = icd10cm.parent(of: code)
    let release = library.release(.icd10cm, on: date)
    return Diagnosis(
      code: code.dotted, title: title, billable: icd10cm.isBillable(code, on: date), header: !children.isEmpty,
      valid: library.periods(of: code, isBillable: children.isEmpty).map {
        Period(from: $0.effective.iso, to: $0.until?.iso)
      },
      parent: parent?.dotted, parentTitle: parent.flatMap(icd10cm.title), children: children.map(\.dotted),
      notes: notes,
      release: release.map { "\($0.period), \($0.source)" } ?? "\(library.builtIn.icd10cm.release.iso), built in")
  }

  private static func service(
    _ code: ProcedureCode, on date: CalendarDate, _ books: CodeBooks, _ library: CodeLibrary
  ) -> Service? {
    let limit = books.edits.unitLimit(code).map {
      Limit(units: $0.units, indicator: $0.scope.rawValue, rationale: $0.rationale)
    }
    let values = books.relativeValues?.values(code).map {
      Values(
        work: $0.texts[0], practice: $0.texts[1], facilityPractice: $0.texts[2], malpractice: $0.texts[3],
        status: $0.status)
    }
    let listing = books.listings.listing(code, on: date)
    let entry = books.procedures.procedure(code)
    guard listing != nil || entry != nil || limit != nil || values != nil else { return nil }
    let kind: CodeSetKind = code.rawValue.first?.isNumber == true ? .cpt : .hcpcs
    let release = listing == nil ? nil : library.release(kind, on: date)
    return Service(
      code: code.rawValue, description: listing?.description ?? entry?.label ?? "",
      source: release.map { "\(kind.rawValue) \($0.period), \($0.source)" }
        ?? (entry == nil ? "not listed" : "built in, our words"),
      valid: books.isValid(code, on: date),
      dates: Period(
        from: listing.map { $0.effective?.iso } ?? entry?.effective?.iso, to: listing?.end?.iso),
      coverage: listing.flatMap { $0.coverage.isEmpty ? nil : $0.coverage }, limit: limit, values: values)
  }
}

extension CodeSheet {
  /// For people, a fact a line.
  var text: String {
    (diagnosis.map(text) ?? "") + (service.map(text) ?? "")
  }

  private func text(_ diagnosis: Diagnosis) -> String {
    let state = diagnosis.header ? "a header, not billable" : diagnosis.billable ? "billable" : "not billable"
    var lines = ["\(diagnosis.code)  \(diagnosis.title)", line("on \(on)", state)]
    lines += diagnosis.valid.map { line("valid", dates($0)) }
    if let parent = diagnosis.parent { lines.append(line("parent", "\(parent)  \(diagnosis.parentTitle ?? "")")) }
    if !diagnosis.children.isEmpty { lines.append(line("children", diagnosis.children.joined(separator: " "))) }
    for note in diagnosis.notes {
      lines.append(line(note.kind, note.at == diagnosis.code ? note.text : "at \(note.at): \(note.text)"))
    }
    lines.append(line("release", diagnosis.release))
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(_ service: Service) -> String {
    var lines = ["\(service.code)  \(service.description)"]
    lines.append(line("on \(on)", service.valid ? "valid" : "not valid"))
    if service.dates.from != nil || service.dates.to != nil { lines.append(line("valid", dates(service.dates))) }
    if let coverage = service.coverage { lines.append(line("coverage", coverage)) }
    if let limit = service.limit {
      lines.append(line("MUE", "\(limit.units) units, indicator \(limit.indicator), \(limit.rationale)"))
    }
    if let values = service.values {
      let status = values.status.isEmpty ? "" : ", status \(values.status)"
      lines.append(
        line(
          "RVU",
          "work \(values.work), practice \(values.practice) (in a facility \(values.facilityPractice)), "
            + "malpractice \(values.malpractice)\(status)"))
    }
    lines.append(line("source", service.source))
    return lines.joined(separator: "\n") + "\n"
  }

  private func dates(_ period: Period) -> String {
    [period.from, period.to.map { "to " + $0 } ?? "on"].compactMap { $0 }.joined(separator: " ")
  }

  private func line(_ name: String, _ text: String) -> String {
    "  " + name + String(repeating: " ", count: max(1, 20 - name.count)) + text
  }
}

extension ICD10CM.NoteKind {
  /// The name in output.
  fileprivate var name: String {
    switch self {
    case .inclusionTerm: "inclusion-term"
    case .includes: "includes"
    case .excludes1: "excludes1"
    case .excludes2: "excludes2"
    case .codeFirst: "code-first"
    case .useAdditionalCode: "use-additional"
    case .codeAlso: "code-also"
    case .seventhCharacter: "7th-character"
    }
  }
}
