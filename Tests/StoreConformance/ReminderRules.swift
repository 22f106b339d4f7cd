import ClaimModel
import Office
import Testing

/// What holds for reminders.
struct ReminderRules {
  let open: OpenStore
  let store: any Store

  init(open: @escaping OpenStore) throws {
    self.open = open
    store = try open()
  }

  /// More rows than one statement takes, and not a multiple of anything.
  private let many = 301

  private func moment(_ number: Int) -> Timestamp { Sample.time.adding(milliseconds: Int64(number)) }

  private func reminder(_ number: Int, _ purpose: String = "due", at time: Int, setBy cause: Int = 0) -> Reminder {
    Reminder(
      ReminderKey(CaseKey(kind: "account", id: "V\(number)"), purpose: purpose), due: moment(time),
      cause: Sample.message(cause).id)
  }

  private func save(_ reminders: [Reminder]) throws {
    try store.transaction { transaction throws(StoreError) in try transaction.saveReminders(reminders) }
  }

  private func call(_ time: Int, limit: Int = 1_000, again: Int = 1_000_000) throws -> [Reminder] {
    try store.call(moment(time), limit: limit, again: moment(again))
  }

  func calledWhenDue() throws {
    #expect(try store.nextCall() == nil)
    // In an order that is neither that of names nor that of times.
    let all = (0..<many).map { reminder($0, at: ($0 * 11) % many) }
    try save(all)
    #expect(try store.nextCall() == moment(0))
    #expect(try call(-1).isEmpty)
    let sorted = all.sorted { $0.due < $1.due }
    #expect(try call(0) == [sorted[0]])
    #expect(try call(10, limit: 4) == Array(sorted[1...4]))
    #expect(try call(10, limit: 100) == Array(sorted[5...10]))
    #expect(try store.nextCall() == moment(11))
    #expect(try call(1_000) == Array(sorted[11...]))
    // Until they are handled they are called again, in their time.
    #expect(try store.nextCall() == moment(1_000_000))
    #expect(try call(999_999).isEmpty)
    #expect(try call(1_000_000, again: 2_000_000) == sorted)
  }

  func oneForCaseAndPurpose() throws {
    let key = reminder(1, at: 0).key
    let others = [
      reminder(1, "other", at: 5), reminder(2, at: 5),
      Reminder(
        ReminderKey(CaseKey(kind: "claim", id: "V1"), purpose: "due"), due: moment(5), cause: Sample.message(0).id),
    ].sorted { $0.key < $1.key }
    try save([reminder(1, at: 5)] + others)
    #expect(try call(5).count == 4)
    // Set again it is called when it is due, though it was called before.
    let again = reminder(1, at: 7, setBy: 1)
    try save([again])
    let absent = reminder(9, at: 0).key
    let found = try store.transaction { transaction throws(StoreError) in
      try transaction.reminders([key, absent] + others.map(\.key))
    }
    #expect(found == Dictionary(uniqueKeysWithValues: ([again] + others).map { ($0.key, $0) }))
    #expect(try call(7) == [again])
  }

  func removedAndHeld() throws {
    let all = (0..<many).map { reminder($0, at: $0) }
    try save(all)
    let removed = all.prefix(150).map(\.key)
    let held = all.dropFirst(150).prefix(149).map(\.key)
    let absent = [reminder(many, at: 0).key, reminder(0, "other", at: 0).key]
    try store.transaction { transaction throws(StoreError) in
      try transaction.removeReminders(removed + absent)
      try transaction.holdReminders(held + absent)
    }
    let found = try store.transaction { transaction throws(StoreError) in
      try transaction.reminders(all.map(\.key) + absent)
    }
    #expect(Set(found.keys) == Set(all.dropFirst(150).map(\.key)))
    #expect(try store.nextCall() == all[299].due)
    #expect(try call(1_000) == Array(all[299...]))
    // Who is not called any more can be set again.
    try save([all[200]])
    #expect(try call(1_000) == [all[200]])
  }

  func writtenWithTheRest() throws {
    let one = reminder(1, at: 1)
    let refusal = StoreError(.unavailable, operation: "test", reason: "on purpose")
    let error = #expect(throws: StoreError.self) {
      try store.transaction { transaction throws(StoreError) in
        try transaction.saveReminders([one])
        _ = try transaction.loadCases([one.key.caseKey])
        throw refusal
      }
    }
    #expect(error == refusal)
    #expect(try store.nextCall() == nil)
    try store.transaction { transaction throws(StoreError) in
      try transaction.saveCases([(one.key.caseKey, [1])])
      try transaction.saveReceipts([(Sample.message(1), [1])], at: Sample.time)
      try transaction.saveReminders([one, reminder(2, at: 2)])
      let seen = try transaction.reminders([one.key])
      #expect(seen == [one.key: one])
      try transaction.removeReminders([one.key])
      let gone = try transaction.reminders([one.key])
      #expect(gone.isEmpty)
    }
    store.close()
    let reopened = try open()
    #expect(try reopened.nextCall() == moment(2))
    reopened.close()
    #expect(throws: StoreError.self) { try reopened.nextCall() }
  }

  func calledOnceByMany() throws {
    let many = many
    try save((0..<many).map { reminder($0, at: $0 % 3) })
    let called = Tally(many)
    let time = moment(10)
    let again = moment(1_000_000)
    try Workers.run(4, open) { _, store in
      while true {
        let found = try store.persistent { transaction throws(StoreError) in
          try transaction.callReminders(until: time, limit: 5, again: again)
        }
        for one in found { called.add(at: Int(one.key.caseKey.id.dropFirst()) ?? 0) }
        // Nothing to be had may mean that another one has it in hand; then that one calls it.
        if found.isEmpty { return }
      }
    }
    #expect(called.values.allSatisfy { $0 == 1 })
  }
}

extension Store {
  /// Calls reminders in a transaction of its own.
  fileprivate func call(_ moment: Timestamp, limit: Int, again: Timestamp) throws(StoreError) -> [Reminder] {
    try transaction { transaction throws(StoreError) in
      try transaction.callReminders(until: moment, limit: limit, again: again)
    }
  }
}
