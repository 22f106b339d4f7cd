import ClaimModel
import CodingDesk
import DashboardKit
import Office
import Testing

/// The one filter grammar: what is written is what is read, what cannot be read is told with its place, and a filter keeps
/// what it says.
@Suite struct FilterTests {
  private static let names = ["payer", "carc", "age", "x-1"]
  private static let pieces = ["A", "zz", "1h", "*", "\"", "\\", " ", ",", "=", "ä", "~", "!", ">", "11", "\n"]

  private static func literal(_ dice: inout Dice) -> FilterTerm.Literal {
    let text = (0..<dice.below(5)).map { _ in dice.one(of: pieces) }.joined()
    let isPlain = !text.isEmpty && !text.contains { $0.isWhitespace || $0 == "," || $0 == "\"" }
    // A bare value that begins with = would be read as part of the comparison before it.
    guard isPlain, !text.hasPrefix("="), dice.below(2) == 0 else { return FilterTerm.Literal(text, isQuoted: true) }
    return FilterTerm.Literal(text)
  }

  private static func withoutPlaces(_ terms: [FilterTerm]) -> [FilterTerm] {
    terms.map { term in
      FilterTerm(term.field, term.comparison, term.values.map { FilterTerm.Literal($0.text, isQuoted: $0.isQuoted) })
    }
  }

  @Test(arguments: 0..<300) func whatIsWrittenIsRead(seed: Int) throws {
    var dice = Dice(seed)
    let terms = (0..<dice.below(5)).map { _ in
      FilterTerm(
        dice.one(of: Self.names), dice.one(of: FilterTerm.Comparison.allCases),
        (0...dice.below(3)).map { _ in Self.literal(&dice) })
    }
    let spaces = [" ", "  ", "\t"]
    let text = terms.map { "\($0)" + dice.one(of: spaces) }.joined()
    #expect(Self.withoutPlaces(try FilterParser.terms(of: text)) == terms, "\(text)")
  }

  @Test(arguments: 0..<500) func noTextTraps(seed: Int) {
    var dice = Dice(seed)
    let text = (0..<dice.below(30)).map { _ in dice.one(of: Self.pieces + ["payer", "age", "carc"]) }.joined()
    do throws(FilterError) {
      let filter = try Filter(text, .journal)
      _ = filter.keeps(Sample.entry("any", facts: [Sample.denial("ACME", "11")]), at: Sample.now)
    } catch {
      #expect((1...text.count + 1).contains(error.position), "\(text): \(error)")
    }
  }

  @Test(arguments: [
    ("payr=ACME", 1, "the fields are visit, type"), ("type=x payr=ACME", 8, "'payr' is no field of journal entries"),
    ("payer", 6, "must be followed by =, !="), ("payer=", 7, "a value is missing"), ("=x", 1, "begins with a field"),
    ("age>soon", 5, "write 90s, 5m, 1h or 2d"), ("age~1h", 1, "is a duration"), ("payer>A", 1, "is a text"),
    ("attempt>1,2", 11, "takes one value"), ("reason=\"a", 8, "not closed"), ("type=a\"b\"", 7, "a space must stand"),
    ("outcome=nonsense", 9, "is one of handled, postponed, parked, submitted, requeued, discarded"),
    ("type=x outcome!=parked,nonsense", 24, "'nonsense' is no outcome"), ("state=qq", 7, "documented, queried"),
    ("fact=zzz", 6, "state, movement, denial, injection, claim"), ("movement=zz", 10, "charged, insurer-paid"),
    ("step=zz", 6, "sent, batch-rejected"), ("office=zz", 8, "practice, coding, billing, payer.ID"),
    ("office=\"cod*\"", 8, "is no office"), ("outcome=x*", 9, "is no outcome"), ("group=XX", 7, "CO, PR, OA, PI"),
    ("specialty=zz", 11, "primary-care, medical, surgical"), ("attempt=1e9", 9, "no number"),
    ("handled>yesterday", 9, "no moment"), ("reason=\"a\\n\"", 11, "followed by"),
  ]) func errorSaysWhereAndWhat(text: String, position: Int, words: String) {
    let error = #expect(throws: FilterError.self, "\(text)") { try Filter(text, .journal) }
    #expect(error?.position == position, "\(text): \(error?.description ?? "")")
    #expect(error?.reason.contains(words) == true, "\(error?.description ?? "")")
  }

  static let entry = Sample.entry(
    "one", type: "x12.835.005010X221A1", from: "payer.ACMEHLTH/acme-1", sent: -90_000, handled: -60_000, attempt: 2,
    reason: "no queue takes it",
    facts: [
      Sample.denial("ACMEHLTH", "11", 12_550, remarks: ["N30", "M76"]), Sample.denial("BEACON1", "16"),
      Sample.state("recoding"),
    ])

  @Test(arguments: [
    ("", true), ("payer=ACMEHLTH", true), ("payer=acmehlth", true), ("payer=ACME", false), ("payer=ACME*", true),
    ("payer=\"ACME*\"", false), ("payer=*HLTH", true), ("payer=A*H*H", true), ("payer=*", true), ("payer=A*X", false),
    ("payer=BEACON1,nobody", true), ("payer=ACMEHLTH carc=11", true), ("payer=ACMEHLTH carc=16", false),
    ("payer=BEACON1 carc=16", true), ("carc=11 carc=16", false), ("carc!=11", false), ("carc!=12", true),
    ("rarc=M76", true), ("rarc=N30 amount=125.50", true), ("amount>125.5", false), ("amount>=125.5", true),
    ("amount<100", false), ("age>30s", true), ("age>1m", false), ("age>=1m", true), ("age<2m", true),
    ("wait=30s", true), ("attempt=1,2", true), ("attempt!=2", false), ("attempt<2", false), ("reason~QUEUE", true),
    ("reason~\"no queue\"", true), ("reason!~queue", false), ("reason~*", false), ("state=recoding", true),
    ("state=recoding carc=11", false), ("outcome=h*,PARKED", true), ("office=*ill*", true),
    ("office=billing from=payer.*", true), ("outcome!=parked", true),
    ("handled>2026-04-15T09:00 handled<2026-04-15T10:00:00Z", true), ("type=x12.835*", true), ("type=x12.835", false),
    ("visit=v000000000000001", true), ("movement=charged", false), ("movement!=charged", true),
  ]) func keepsWhatItSays(text: String, isKept: Bool) throws {
    #expect(try Filter(text, .journal).keeps(Self.entry, at: Sample.now) == isKept, "\(text)")
  }

  /// Any conditions together keep what each of them keeps, as long as they are about the whole record.
  @Test(arguments: 0..<100) func conditionsNarrow(seed: Int) throws {
    var dice = Dice(seed)
    let terms = [
      "age>\(dice.below(120))s", "attempt<=\(dice.below(4))", "type=x12*", "reason~\(dice.one(of: ["q", "z"]))",
      "attempt!=\(dice.below(3))",
    ].shuffled(using: &dice).prefix(dice.below(4))
    let together = try Filter(terms.joined(separator: " "), .journal).keeps(Self.entry, at: Sample.now)
    let each = try terms.allSatisfy { try Filter($0, .journal).keeps(Self.entry, at: Sample.now) }
    #expect(together == each)
  }

  @Test func aPartIsKeptByItsOwnFields() throws {
    let filter = try Filter("carc=11,16 payer!=BEACON1", .journal)
    #expect(Self.entry.facts.indices.filter { filter.keeps(part: $0, of: Self.entry, at: Sample.now) } == [0])
  }

  @Test func everyKindOfRecordHasTheSameGrammar() throws {
    let queue = QueueReading(queue: "payer.ACMEHLTH.claims", depth: QueueDepth(ready: 12, consumers: 0))
    #expect(try Filter("office=payer.* ready>10 consumers=0", .queues).keeps(queue, at: Sample.now))
    #expect(try !Filter("queue~parked", .queues).keeps(queue, at: Sample.now))
    let worker = WorkerReading(
      worker: "coding/c", at: Sample.now.adding(milliseconds: -5_000), phase: "quiet", rate: .nan)
    #expect(try Filter("office=coding phase!=working rate=0 age>4s", .workers).keeps(worker, at: Sample.now))
    #expect(throws: FilterError.self) { try Filter("payer=ACMEHLTH", .workers) }
    #expect(throws: FilterError.self) { try Filter("phase=foo", .workers) }
    #expect(throws: FilterError.self) { try Filter("office=nosuch", .queues) }
    #expect(throws: FilterError.self) { try Filter("office=nosuch", .workers) }
    #expect(try !Filter("office=payer.NEW", .queues).keeps(queue, at: Sample.now))
  }

  /// What only one who knows the other desks can tell.
  @Test func everyStateThatTheCodersKnowCanBeAskedFor() throws {
    for state in CodingFile.State.allCases { _ = try Filter("state=\(state.rawValue)", .journal) }
  }

  /// A newer worker's word leads from its row to its messages, though nobody may type it.
  @Test func aWordThatWasSeenIsFilteredFor() throws {
    let entry = Sample.entry("new", facts: [Sample.state("levitating")])
    #expect(throws: FilterError.self) { try Filter("state=levitating", .journal) }
    let filter = try Filter("state=levitating", .journal, unknown: true)
    #expect(filter.keeps(entry, at: Sample.now) && !filter.keeps(Self.entry, at: Sample.now))
  }
}
