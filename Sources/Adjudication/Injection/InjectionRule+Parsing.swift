import ClaimModel

extension InjectionRule {
  /// Reads a rule: `EFFECT[=AMOUNT][@SCOPE[,SCOPE]…]`.
  public init(parsing text: String) throws(InjectionError) {
    var parser = InjectionParser(text)
    self = try parser.rule()
  }
}

/// Reads one rule from left to right.
private struct InjectionParser {
  private let text: String
  private let characters: [Character]
  private var position = 0

  init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  mutating func rule() throws(InjectionError) -> InjectionRule {
    let effectStart = position
    let word = take(until: ["=", "@"])
    var rule = InjectionRule(description: text, effect: .lost, share: 1_000_000, scope: InjectionRule.Scope())
    let hasAmount = skip("=")
    switch word {
    case "outage":
      guard hasAmount else { throw fault("=10:00-10:05 (UTC) or =100-120 (claims)") }
      rule.effect = .outage(try outage())
    case "late":
      guard hasAmount else { throw fault("=2%:3d, a share and a time") }
      rule.share = try share()
      guard skip(":") else { throw fault(":3d, a time after the share (ms, s, m, h or d)") }
      rule.effect = .late(milliseconds: try duration())
    case "underpay", "overpay":
      if hasAmount { rule.share = try share() }
      // Underpaid to nothing, CO-45 would be the whole charge.
      let percent = skip(":") ? try wholePercent(word == "underpay" ? 1...99 : 1...100) : 10
      rule.effect = .wrongPayment(percent: word == "underpay" ? 100 - percent : 100 + percent)
    case "lost", "duplicate", "reorder":
      if hasAmount { rule.share = try share() }
      rule.effect = word == "lost" ? .lost : word == "duplicate" ? .duplicate : .outOfOrder
    default:
      rule.effect = try codedEffect(word, at: effectStart)
      if hasAmount { rule.share = try share() }
    }
    if skip("@") { rule.scope = try scope() }
    guard position == characters.count else { throw fault("the end, or @ and a scope") }
    return rule
  }

  /// `CO-11`, `CO-16+M76`, `277CA:A3:21:IL`.
  private func codedEffect(_ word: String, at start: Int) throws(InjectionError) -> InjectionRule.Effect {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    if parts[0] == "277CA" {
      guard (3...4).contains(parts.count), ["A3", "A6", "A7", "A8"].contains(parts[1]), !parts[2].isEmpty else {
        throw fault("277CA:CATEGORY:CODE with category A3, A6, A7 or A8, for instance 277CA:A3:21", at: start)
      }
      guard PublishedCodes.isStatus(parts[2]), parts.count == 3 || PublishedCodes.isEntity(parts[3]) else {
        throw fault("a published claim status, and entity, for instance 277CA:A3:21 or 277CA:A7:562:85", at: start)
      }
      return .rejection(
        ClaimStatusCode(
          category: String(parts[1]), code: String(parts[2]), entity: parts.count == 4 ? String(parts[3]) : ""))
    }
    let codes = word.split(separator: "+", omittingEmptySubsequences: false)
    let adjustment = codes[0].split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard adjustment.count == 2, let group = AdjustmentGroup(rawValue: String(adjustment[0])),
      (1...4).contains(adjustment[1].count), codes.dropFirst().allSatisfy({ (2...5).contains($0.count) }),
      codes.allSatisfy({ $0.allSatisfy { $0.isASCII && ($0.isNumber || $0.isUppercase || $0 == "-") } })
    else {
      throw fault(
        "GROUP-CARC[+RARC] (CO-11), 277CA:CATEGORY:CODE, underpay, overpay, lost, late, duplicate, reorder or outage",
        at: start)
    }
    guard !["45", "1", "2", "3"].contains(adjustment[1]) else {
      throw fault("a CARC that refuses a line; \(adjustment[1]) belongs to a payment: use underpay", at: start)
    }
    guard PublishedCodes.isReason(adjustment[1]), codes.dropFirst().allSatisfy({ PublishedCodes.isRemark($0) }) else {
      throw fault("a published CARC and remarks, for instance CO-11 or CO-16+M76", at: start)
    }
    guard codes.count > 1 || !PublishedCodes.needsRemark(adjustment[1]) else {
      throw fault("a remark, which \(adjustment[1]) needs: \(codes[0])+RARC, for instance CO-16+M76", at: start)
    }
    return .refusal(
      EditAnswer(group, AdjustmentReason(adjustment[1]), codes.dropFirst().map { RemarkCode($0) }))
  }

  /// `5%`, `0.25%`, in millionths.
  private mutating func share() throws(InjectionError) -> Int {
    let start = position
    let whole = digits()
    var millionths = (Int(whole) ?? 0) * 10_000
    if skip(".") {
      let decimals = digits()
      guard (1...4).contains(decimals.count) else { throw fault("one to four decimals") }
      millionths += Int((decimals + "000").prefix(4)) ?? 0
    }
    guard !whole.isEmpty, whole.count <= 3, skip("%"), millionths <= 1_000_000 else {
      throw fault("a share from 0% to 100%", at: start)
    }
    return millionths
  }

  private mutating func wholePercent(_ range: ClosedRange<Int>) throws(InjectionError) -> Int {
    let start = position
    guard let percent = Int(digits()), range.contains(percent), skip("%") else {
      throw fault("whole percents from 1% to \(range.upperBound)%", at: start)
    }
    return percent
  }

  private mutating func duration() throws(InjectionError) -> Int64 {
    let start = position
    let number = digits()
    let unit = take { $0.isLetter }
    let factors: [String: Int64] = ["ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000]
    guard number.count <= 5, let count = Int64(number), let factor = factors[unit] else {
      throw fault("a time: a number of at most five digits and ms, s, m, h or d", at: start)
    }
    return count * factor
  }

  private mutating func outage() throws(InjectionError) -> InjectionRule.Outage {
    let start = position
    let words = take { $0.isNumber || $0 == ":" || $0 == "-" }.split(
      separator: "-", omittingEmptySubsequences: false)
    let expected = "10:00-10:05, minutes of the UTC day, or 100-120, claims from 1"
    guard words.count == 2 else { throw fault(expected, at: start) }
    if let from = InjectionParser.minute(words[0]), let to = InjectionParser.minute(words[1]), from != to {
      return .minutes(from: from, to: to)
    }
    guard let from = Int(words[0]), let to = Int(words[1]), from >= 1, to >= from else {
      throw fault(expected, at: start)
    }
    return .claims(from: from, to: to)
  }

  private static func minute(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }

  private mutating func scope() throws(InjectionError) -> InjectionRule.Scope {
    var scope = InjectionRule.Scope()
    repeat {
      let start = position
      let key = take(until: ["=", ","])
      guard skip("=") else {
        throw fault("payer=, provider=, procedure=, member=, every= or set=", at: start)
      }
      let valueStart = position
      let value = take(until: [","])
      guard !value.isEmpty else { throw fault("a value") }
      switch key {
      case "payer": scope.payer = PayerID(value)
      case "provider":
        guard NPI(value).isValid else { throw fault("an NPI of ten digits with its check digit", at: valueStart) }
        scope.provider = NPI(value)
      case "procedure":
        guard let range = CodeRange(value) else {
          throw fault("a procedure or a range of them, 99213 or 99202-99215", at: valueStart)
        }
        scope.procedures = CodeRanges((scope.procedures?.ranges ?? []) + [range])
      case "member": scope.memberPrefix = value
      case "every":
        guard let every = Int(value), every >= 1 else { throw fault("a number from 1", at: valueStart) }
        scope.every = every
      case "set":
        guard let answer = InjectionRule.Answer(rawValue: value) else {
          throw fault("999, 277CA or 835", at: valueStart)
        }
        scope.answer = answer
      default: throw fault("payer, provider, procedure, member, every or set", at: start)
      }
    } while skip(",")
    return scope
  }

  private mutating func take(until stops: Set<Character>) -> String { take { !stops.contains($0) } }

  private mutating func digits() -> String { take { $0.isASCII && $0.isNumber } }

  private mutating func take(while isTaken: (Character) -> Bool) -> String {
    let start = position
    while position < characters.count, isTaken(characters[position]) { position += 1 }
    return String(characters[start..<position])
  }

  private mutating func skip(_ character: Character) -> Bool {
    guard position < characters.count, characters[position] == character else { return false }
    position += 1
    return true
  }

  private func fault(_ expected: String, at start: Int? = nil) -> InjectionError {
    InjectionError(rule: text, column: (start ?? position) + 1, expected: expected)
  }
}
