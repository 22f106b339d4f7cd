import ArgumentParser
import Billing
import BillingDesk
import ClaimModel
import X12

/// Claims built and remittance claims posted on one core, without broker and store.
@main
struct BillingBench: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "billing-bench")

  @Option(help: "Visits.")
  var visits = 100_000

  @Option(help: "How often everything is done; the median counts.")
  var rounds = 5

  func run() throws {
    let superbills = (0..<visits).map(BenchVisits.superbill)
    var built: [Duration] = []
    var written: [Duration] = []
    var posted: [Duration] = []
    var secondary: [Duration] = []
    for _ in 0..<max(1, rounds) {
      var accounts: [PatientAccount] = []
      var claims: [Claim] = []
      accounts.reserveCapacity(visits)
      claims.reserveCapacity(visits)
      built.append(
        ContinuousClock().measure {
          for superbill in superbills {
            var account = PatientAccount(visit: superbill.visit)
            let actions = account.apply(
              .superbillReceived(superbill), cause: BenchVisits.cause, now: BenchVisits.now)
            for case .submit(let claim) in actions { claims.append(claim) }
            accounts.append(account)
          }
        })
      guard claims.count == visits else { throw Incomplete() }
      var bytes = 0
      written.append(
        try ContinuousClock().measure {
          var office = OfflineClaims(rules: .standard, now: BenchVisits.now, batchLimit: 100)
          for superbill in superbills { office.take(superbill) }
          bytes = try office.interchanges().reduce(0) { $0 + $1.bytes.count }
        })
      guard bytes > visits * 100 else { throw Incomplete() }
      let payments = claims.map(BenchVisits.payment)
      var next = 0
      posted.append(
        ContinuousClock().measure {
          for index in accounts.indices {
            let actions = accounts[index].apply(
              .claimPayment(payments[index], payer: "ACMEHLTH"), superbill: superbills[index],
              cause: BenchVisits.cause, now: BenchVisits.now)
            for case .submit in actions { next += 1 }
          }
        })
      guard next == visits / 4 else { throw Incomplete() }
      let explained = payments.prefix(visits / 4)
      secondary.append(
        ContinuousClock().measure {
          for payment in explained {
            let remittance = BenchVisits.remittance(of: payment)
            precondition(RemittanceExplanation(remittance, amount: payment.paid).findings.isEmpty)
          }
        })
    }
    print(line("claims built (superbill to scrubbed claim, account opened)", built, visits))
    print(line("claims built and written as 837P, 100 to an interchange", written, visits))
    print(line("remittance claims posted (one in four billed to a second payer)", posted, visits))
    print(line("remittance claims explained", secondary, visits / 4))
  }

  struct Incomplete: Error {}

  private func line(_ name: String, _ times: [Duration], _ count: Int) -> String {
    let median = times.sorted()[times.count / 2]
    let seconds = Double(median.components.seconds) + Double(median.components.attoseconds) / 1e18
    let rate = String(Int(Double(count) / max(seconds, 1e-9)))
    return name + String(repeating: " ", count: max(1, 72 - name.count - rate.count)) + rate + "/s"
  }
}
