/// Reads the official files of a code set into a release.
///
/// ```swift
/// var draft = try CodeSetFiles.read(.hcpcs, ["HCPC2026_CONTR_ANWEB.txt"])
/// try draft.write(source: "HCPC2026_CONTR_ANWEB.txt") { try output.write(contentsOf: $0) }
/// ```
public enum CodeSetFiles {
  /// The rows of one or more files of a kind; parts of one release may be in several files.
  /// - Throws: ``CodeFileFault`` at the first thing that is not as it should be.
  public static func read(_ kind: CodeSetKind, _ paths: [String]) throws(CodeFileFault) -> ReleaseTableDraft {
    switch kind {
    case .icd10cm: return try DiagnosisFiles.read(paths)
    case .cpt: return try CPTFile.read(paths)
    case .hcpcs, .ptp, .mue, .rvu:
      var draft = ReleaseTableDraft(kind)
      for path in paths {
        let lines = try LineReader(path: path)
        switch kind {
        case .hcpcs: try HCPCSFile.read(lines, into: &draft)
        case .ptp: try EditFiles.readPairs(lines, into: &draft)
        case .mue: try EditFiles.readUnits(lines, into: &draft)
        default: try RelativeValueFile.read(lines, into: &draft)
        }
      }
      return draft
    }
  }
}
