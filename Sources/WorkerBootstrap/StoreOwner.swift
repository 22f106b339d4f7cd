import Office

/// Whose store it is: an office's name, kept in the store as a case of its own.
///
/// Two offices on one store would take each other's receipts, reminders and accounts for their own.
enum StoreOwner {
  private static let key = CaseKey(kind: "store-owner", id: "store-owner")

  /// Notes that the store is `office`'s, unless that is known.
  /// - Throws: `StoreError` with code `misconfigured` when it is another office's.
  static func claim(_ store: any Store, for office: OfficeID) throws(StoreError) {
    let name = office.description
    try store.transaction { transaction throws(StoreError) in
      guard let found = try transaction.loadCases([key])[key] else {
        return try transaction.saveCases([(key, Array(name.utf8))])
      }
      let owner = String(decoding: found, as: UTF8.self)
      guard owner == name else {
        throw StoreError(
          .misconfigured, operation: "open the store",
          reason: "it is the store of the office \(owner), not of \(name); each office has one of its own")
      }
    }
  }
}
