import ArgumentParser
import BillingDesk
import ClaimModel
import WorkerBootstrap

extension ReviewResolution.Decision: ExpressibleByArgument {}

struct Resolve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Decides about an account that waits for a person.",
    discussion: """
      'biller-worker worklist' lists those accounts (inReview), 'biller-worker account' shows one with what can be decided:

        send-records   what the payer wants to see goes to it, and it decides again
        appeal         the payer is asked to decide again, whatever the limit and the window
        resubmit       another claim goes out: a replacement where a decision stands, else a first claim
        recode         the coding office is asked once more
        ask-practice   the practice is asked once more about what it has registered
        next-payer     the next payer is billed
        bill-patient   what is open with the insurer is the patient's
        write-off      what is open with the insurer is given up, and nothing is waited for from it; where nothing is
                       open with it, what is open with the patient
        refund         what is due to the patient or the insurer is given back
        carry-on       nobody has to do anything: the account waits on, or goes where it would have gone

      The decision goes to the office's workers as a message, and counts only while the account is as the store shows it.

      Exit codes: 0 sent; 1 it cannot be done; 2 the store or the broker cannot be used; 65 a rules file cannot be read.
      """)

  @OptionGroup var person: PersonOptions
  @OptionGroup var rules: RuleOptions

  @Argument(help: ArgumentHelp("The visit, as the work list names it.", valueName: "visit"))
  var visit: String

  @Argument(help: ArgumentHelp("What to do.", valueName: "decision"))
  var decision: ReviewResolution.Decision

  func validate() throws {
    guard decision != .writeOff || !person.reason.isEmpty else {
      throw ValidationError("a write-off needs its --reason")
    }
  }

  func run() throws {
    let rules = try rules.read()
    let resolution = ReviewResolution(
      visit: VisitID(visit), decision: decision, reason: person.reason, decidedBy: person.by)
    try person.give { store, now throws(WorkOrder.Fault) in
      try WorkOrder(resolution, in: store, rules: rules, now: now)
    }
  }
}

struct Place: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says whose a payment is that matches nothing, or gives it back.",
    discussion: """
      'biller-worker worklist' lists those payments with their ids. Name the claim that the payment decides on by our number \
      of it (CLM01), or give it back to the payer with --return and a --reason.

      Exit codes: 0 sent; 1 it cannot be done; 2 the store or the broker cannot be used.
      """)

  @OptionGroup var person: PersonOptions

  @Argument(help: ArgumentHelp("The payment's id on the work list.", valueName: "payment"))
  var payment: String

  @Argument(help: ArgumentHelp("Our number of the claim: VISIT-1.", valueName: "claim"))
  var claim: String?

  @Flag(name: .customLong("return"), help: "It is nobody's here: the payer gets it back.")
  var isReturned = false

  func validate() throws {
    guard (claim == nil) == isReturned else { throw ValidationError("name a claim, or give --return") }
    guard !isReturned || !person.reason.isEmpty else { throw ValidationError("--return needs its --reason") }
  }

  func run() throws {
    let placement = PaymentPlacement(
      payment: payment, controlNumber: claim.map { PatientControlNumber($0) }, reason: person.reason,
      decidedBy: person.by)
    try person.give { store, now throws(WorkOrder.Fault) in try WorkOrder(placement, in: store, now: now) }
  }
}

struct AccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: "Shows one account: claims, decisions, who has decided what, and what can be decided now.",
    discussion: "Exit codes: 0 shown; 1 there is no such account; 2 the store cannot be read.")

  @OptionGroup var store: StoreOptions

  @Argument(help: ArgumentHelp("The visit.", valueName: "visit"))
  var visit: String

  func run() throws {
    let sheet = try orFailure(in: try store.open()) { store throws(WorkOrder.Fault) in
      try AccountSheet(of: VisitID(visit), in: store)
    }
    Terminal.print(sheet.text, terminator: "")
  }
}
