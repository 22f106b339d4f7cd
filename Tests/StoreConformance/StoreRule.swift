import Office

/// Opens a handle on one store's data: each call gives another handle on the same data, as another worker would have.
public typealias OpenStore = @Sendable () throws -> any Store

/// What every store must do. A test target runs each rule on new, empty data of its kind of store:
///
/// ```swift
/// @Test(arguments: StoreRule.allCases) func conforms(_ rule: StoreRule) throws {
///   let place = try newPlace()
///   try rule.check { try SQLiteStore(path: place) }
/// }
/// ```
public enum StoreRule: String, CaseIterable, Sendable {
  case casesComeBackAsTheyWereSaved
  case casesAreReadInTheOrderOfTheirIDs
  case receiptsComeBackAsTheyWereSaved
  case messagesOfOneIDAboutDifferentThingsAreTwo
  case ledgerLinesComeBackInTheirOrder
  case transactionSeesWhatItWrote
  case thrownErrorUndoesEverything
  case secondReceiptOfAMessageIsRefused
  case secondLedgerLineOfOneNameIsRefused
  case amountsOfTheLedgerAreAboveZero
  case sequencesStartAtOneAndGiveEachNumberOnce
  case purgeTakesTheOldestReceiptsUpToItsLimit
  case reopenedStoreHasEverything
  case closedStoreRefuses
  case concurrentChangesOfOneCaseAreAllKept
  case casesLoadedInCrossingOrderDoNotHangForEver
  case caseCreatedByTwoWorkersAtOnceIsCreatedOnce
  case messageHandledByTwoWorkersAtOnceIsHandledOnce
  case messageRefusedByOneAndHandledByAnotherIsNotRefused
  case numbersDrawnByManyAreUnique
  case writersDoNotStarveEachOther
  case auditSeesOneMoment
  case remindersAreCalledWhenTheyAreDueAndNotAgainBeforeTheirTime
  case reminderIsOneForItsCaseAndPurpose
  case remindersThatAreRemovedOrHeldAreNotCalled
  case remindersAreWrittenWithTheRestOrNotAtAll
  case reminderIsCalledByOneOfManyWorkers

  /// Checks the rule; what does not hold is recorded as an issue of the running test.
  public func check(_ open: @escaping OpenStore) throws {
    let single = try SingleHandleRules(open: open)
    let concurrent = ConcurrencyRules(open: open)
    let reminders = try ReminderRules(open: open)
    switch self {
    case .casesComeBackAsTheyWereSaved: try single.casesComeBack()
    case .casesAreReadInTheOrderOfTheirIDs: try single.casesAreOrdered()
    case .receiptsComeBackAsTheyWereSaved: try single.receiptsComeBack()
    case .messagesOfOneIDAboutDifferentThingsAreTwo: try single.sameIDAboutOthers()
    case .ledgerLinesComeBackInTheirOrder: try single.ledgerComesBack()
    case .transactionSeesWhatItWrote: try single.ownWritesAreSeen()
    case .thrownErrorUndoesEverything: try single.errorUndoes()
    case .secondReceiptOfAMessageIsRefused: try single.secondReceipt()
    case .secondLedgerLineOfOneNameIsRefused: try single.secondLedgerLine()
    case .amountsOfTheLedgerAreAboveZero: try single.zeroAmount()
    case .sequencesStartAtOneAndGiveEachNumberOnce: try single.sequences()
    case .purgeTakesTheOldestReceiptsUpToItsLimit: try single.purge()
    case .reopenedStoreHasEverything: try single.reopening()
    case .closedStoreRefuses: try single.closing()
    case .concurrentChangesOfOneCaseAreAllKept: try concurrent.noLostUpdate()
    case .casesLoadedInCrossingOrderDoNotHangForEver: try concurrent.crossingLocks()
    case .caseCreatedByTwoWorkersAtOnceIsCreatedOnce: try concurrent.creation()
    case .messageHandledByTwoWorkersAtOnceIsHandledOnce: try concurrent.sameMessage()
    case .messageRefusedByOneAndHandledByAnotherIsNotRefused: try concurrent.refusedMessage()
    case .numbersDrawnByManyAreUnique: try concurrent.uniqueNumbers()
    case .writersDoNotStarveEachOther: try concurrent.fairness()
    case .auditSeesOneMoment: try concurrent.oneMoment()
    case .remindersAreCalledWhenTheyAreDueAndNotAgainBeforeTheirTime: try reminders.calledWhenDue()
    case .reminderIsOneForItsCaseAndPurpose: try reminders.oneForCaseAndPurpose()
    case .remindersThatAreRemovedOrHeldAreNotCalled: try reminders.removedAndHeld()
    case .remindersAreWrittenWithTheRestOrNotAtAll: try reminders.writtenWithTheRest()
    case .reminderIsCalledByOneOfManyWorkers: try reminders.calledOnceByMany()
    }
  }
}
