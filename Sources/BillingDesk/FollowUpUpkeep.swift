import Billing
import ClaimModel
import Messages
import Office

/// Gives the accounts that earlier versions have left waiting what they lack: the moment to look at them again, and a
/// reminder of it. Done once for a store, before a worker takes messages; other workers may be at it too.
public enum FollowUpUpkeep {
  /// What tells that it was done.
  static let marker = CaseKey(kind: "upkeep", id: "follow-up-reminders")
  /// How many accounts are held at a time.
  private static let step = 500

  /// Looks through the store unless that was done before.
  /// - Returns: how many accounts were given a reminder; `nil` when it was done before.
  public static func run(on store: any Store, rules: BillingRules, now: Timestamp) throws(StoreError) -> Int? {
    var waiting: [CaseKey] = []
    let isDone = try store.transaction { transaction throws(StoreError) -> Bool in
      guard try transaction.loadCases([marker]).isEmpty else { return true }
      try transaction.forEachCase(ofKind: "account") { key, body in
        if case .account(let file)? = try? BillingFile(stored: body), due(of: file.account, rules, now) != nil {
          waiting.append(key)
        }
      }
      return false
    }
    if isDone { return nil }
    var count = 0
    for start in stride(from: 0, to: waiting.count, by: step) {
      let keys = Array(waiting[start..<min(start + step, waiting.count)])
      count += try store.transaction { transaction throws(StoreError) in
        try remind(of: keys, in: transaction, rules, now)
      }
    }
    try store.transaction { transaction throws(StoreError) in try transaction.saveCases([(marker, [1])]) }
    return count
  }

  private static func remind(
    of keys: [CaseKey], in transaction: any StoreTransaction, _ rules: BillingRules, _ now: Timestamp
  ) throws(StoreError) -> Int {
    // Cases before reminders: the order in which everybody locks them.
    let stored = try transaction.loadCases(keys)
    let names = keys.map { ReminderKey($0, purpose: BillingDesk.followUpPurpose) }
    let standing = try transaction.reminders(names)
    var changed: [(key: CaseKey, body: [UInt8])] = []
    var reminders: [Reminder] = []
    for name in names where standing[name] == nil {
      guard let body = stored[name.caseKey], case .account(var file)? = try? BillingFile(stored: body),
        let due = due(of: file.account, rules, now)
      else { continue }
      reminders.append(
        Reminder(name, due: due, cause: .derived(from: "follow-up-upkeep", name.caseKey.id)))
      guard file.account.followUp != due else { continue }
      file.account.followUp = due
      changed.append((name.caseKey, BillingFile.account(file).stored()))
    }
    try transaction.saveCases(changed)
    try transaction.saveReminders(reminders)
    return reminders.count
  }

  /// When to look at an account again; of one that does not say, counted from now.
  private static func due(of account: PatientAccount, _ rules: BillingRules, _ now: Timestamp) -> Timestamp? {
    account.followUp ?? account.nextFollowUp(now: now, policy: rules)
  }
}
