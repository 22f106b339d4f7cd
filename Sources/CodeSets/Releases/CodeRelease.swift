import ClaimModel

/// A release that was imported.
public struct CodeRelease: Sendable {
  /// What it is of.
  public let kind: CodeSetKind
  /// The dates of service it is for.
  public let period: ReleasePeriod
  /// Its file.
  public let path: String
  let contents: Contents

  /// A table that was read from official files, or a whole ICD-10-CM resource that `Scripts/import-icd10cm` wrote.
  enum Contents {
    case table(ReleaseTable)
    case resource(ICD10CM)
  }

  /// The release in a file named by ``fileName(_:_:isResource:)``.
  init?(folder: String, name: String) throws(CodeSetError) {
    guard let (kind, period, isResource) = CodeRelease.parse(name) else { return nil }
    self.kind = kind
    self.period = period
    path = folder + "/" + name
    contents =
      isResource ? .resource(try ICD10CM(path: path)) : .table(try ReleaseTable(path: path, kind: kind))
  }

  /// How many rows it has.
  public var count: Int {
    switch contents {
    case .table(let table): table.rows.count
    case .resource(let icd10cm): icd10cm.count
    }
  }

  /// The names of the files it was imported from.
  public var source: String {
    switch contents {
    case .table(let table): table.source
    case .resource: "icd10cm.bin"
    }
  }

  /// Whether its file is as it was written; reads all of it.
  public var isIntact: Bool {
    switch contents {
    case .table(let table): table.isIntact
    case .resource: true
    }
  }

  /// The name of a release's file: `icd10cm-20251001.codes`, `mue-20260401-20260630.codes`; `.bin` for a resource.
  public static func fileName(_ kind: CodeSetKind, _ period: ReleasePeriod, isResource: Bool = false) -> String {
    let until = period.until.map { "-" + $0.yyyymmdd } ?? ""
    return "\(kind.rawValue)-\(period.effective.yyyymmdd)\(until)\(isResource ? ".bin" : ".codes")"
  }

  private static func parse(_ name: String) -> (CodeSetKind, ReleasePeriod, isResource: Bool)? {
    let isResource = name.hasSuffix(".bin")
    guard isResource || name.hasSuffix(".codes") else { return nil }
    let parts = name.dropLast(isResource ? 4 : 6).split(separator: "-", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let kind = CodeSetKind(rawValue: String(parts[0])),
      let effective = CalendarDate(yyyymmdd: parts[1]), !isResource || kind == .icd10cm
    else { return nil }
    var until: CalendarDate?
    if parts.count == 3 {
      guard let date = CalendarDate(yyyymmdd: parts[2]) else { return nil }
      until = date
    }
    guard let period = ReleasePeriod(effective: effective, until: until) else { return nil }
    return (kind, period, isResource)
  }
}
