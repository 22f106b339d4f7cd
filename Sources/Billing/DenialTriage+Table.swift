import ClaimModel

extension DenialTriage {
  /// The table as Markdown, a row for each rule in the order in which they are tried.
  public var table: String {
    var text = "| # | group | CARC | RARC | what it is | what is done |\n|---|---|---|---|---|---|\n"
    for (index, rule) in rules.enumerated() {
      let groups = rule.groups.isEmpty ? "any" : rule.groups.map(\.rawValue).sorted().joined(separator: ", ")
      let reasons = rule.reasons.isEmpty ? "any" : DenialTriage.inOrder(rule.reasons.map(\.rawValue))
      let remarks = rule.remarks.isEmpty ? "" : DenialTriage.inOrder(rule.remarks.map(\.rawValue))
      let limit = rule.writeOffLimit.map { " (at most \($0))" } ?? ""
      text +=
        "| \(index + 1) | \(groups) | \(reasons) | \(remarks) | \(rule.note) | \(rule.disposition.words)\(limit) |\n"
    }
    return text + "| | any | any other | | not known | review |\n"
  }

  /// The rejections as Markdown.
  public var rejectionTable: String {
    var text = "| claim status code | what it is | what is done |\n|---|---|---|\n"
    for rule in rejections {
      let remedy =
        switch rule.remedy {
        case .recode(let remark): "recode, asked as CO-16 \(remark)"
        case .correct: "correct"
        case .review: "review"
        }
      text += "| \(DenialTriage.inOrder(Array(rule.codes))) | \(rule.note) | \(remedy) |\n"
    }
    return text + "| any other | not known | correct |\n"
  }

  /// Codes in the order of their numbers, those with letters after them.
  private static func inOrder(_ codes: [String]) -> String {
    codes.sorted {
      ($0.first?.isLetter == true ? 1 : 0, $0.count, $0) < ($1.first?.isLetter == true ? 1 : 0, $1.count, $1)
    }
    .joined(separator: ", ")
  }
}

extension AdjustmentDisposition {
  /// What is done, in the words of the rules file.
  var words: String {
    switch self {
    case .contractual: "given up by contract"
    case .patient: "the patient's (next payer first)"
    case .otherPayer: "settled by the earlier payer; from a first payer: review"
    case .duplicate: "the first decision counts"
    case .refused(let steps): steps.map(\.rawValue).joined(separator: ", then ")
    }
  }
}
