import ClaimModel
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    ("0", 0), ("12", 1_200), ("12.5", 1_250), ("12.05", 1_205), (".5", 50), ("-12.50", -1_250), ("+3", 300),
    ("12.500", 1_250), ("12.", 1_200), ("99999999.99", 9_999_999_999), ("007", 700),
  ]) func amountsAreRead(text: String, cents: Int) { #expect(Money(text) == Money(cents: cents)) }

  @Test(arguments: ["", ".", "-", "1.001", "1,5", "1.2.3", "--1", "1-", "100000000", "1e3", " 1", "٣"])
  func otherTextsAreRefused(text: String) { #expect(Money(text) == nil) }

  @Test(arguments: [
    (0, "0", "0.00"), (1_200, "12", "12.00"), (1_250, "12.5", "12.50"), (1_205, "12.05", "12.05"),
    (-5, "-0.05", "-0.05"), (-1_200, "-12", "-12.00"),
  ]) func amountsAreWritten(cents: Int, x12: String, people: String) {
    #expect(Money(cents: cents).x12 == x12)
    #expect(Money(cents: cents).description == people)
  }

  @Test func whatIsWrittenReadsBack() {
    var random = SeededRandom(seed: 1)
    for _ in 0..<2_000 {
      let money = Money(cents: Int(random.next() % 20_000_000_000) - 10_000_000_000)
      #expect(Money(money.x12) == money)
      #expect(Money(money.description) == money)
    }
  }

  @Test(arguments: [
    (100, 20, 20), (101, 50, 51), (-101, 50, -51), (333, 115, 383), (1, 49, 0), (1, 50, 1), (0, 100, 0),
  ]) func percentRoundsHalfAwayFromZero(cents: Int, percent: Int, result: Int) {
    #expect(Money(cents: cents).percent(percent) == Money(cents: result))
  }

  @Test func sumsAndOrder() {
    let amounts = [3, -5, 10].map { Money(cents: $0) }
    #expect(amounts.sum() == Money(cents: 8))
    #expect([Money]().sum() == .zero)
    #expect(amounts.sorted() == [-5, 3, 10].map { Money(cents: $0) })
    #expect(-amounts[0] + amounts[2] * 2 - amounts[1] == Money(cents: 22))
  }
}
