import Office

/// What the worker runtime relies on in a broker, each as something that can be tried.
public enum BrokerRule: String, CaseIterable, Sendable {
  /// Every property and the body arrive, in the order of publication, with tags from 1.
  case messagesArriveAsSentAndInOrder
  /// `*` stands for one word, `#` for any number of them.
  case topicPatternsRoute
  /// A fanout exchange heeds no key.
  case fanoutReachesEveryQueue
  /// A direct exchange routes by the key itself.
  case directExchangeRoutesByKey
  /// A queue gets one copy however many of its bindings fit.
  case queueBoundTwiceGetsOneCopy
  /// The exchange without a name routes to the queue of the key.
  case defaultExchangeRoutesByQueueName
  /// A durable message for which no queue is bound is reported, the others are taken.
  case unroutableMessagesAreReturned
  /// A message that is not durable may find nobody.
  case unroutableHeartbeatsAreDropped
  /// Publishing to an exchange that does not exist ends the session.
  case missingExchangeEndsTheSession
  /// A queue at its length limit refuses.
  case fullQueueRefuses
  /// No more than the prefetch count is unacknowledged.
  case prefetchLimitsWhatIsHandedOut
  /// Each message goes to one of a queue's consumers, and each of them gets some.
  case consumersOfAQueueShareIt
  /// Acknowledging a tag acknowledges all before it, and nothing after it.
  case acknowledgementCoversEarlierOnes
  /// What was not acknowledged comes again in its order, marked as redelivered.
  case closedSessionGivesBackInOrderAndMarked
  /// What comes again comes before what was not handed out yet.
  case returnedMessagesGoBeforeNewOnes
  /// A consumer whose queue is deleted learns of it.
  case deletedQueueCancelsItsConsumers
  /// Of a lost consumer nobody is told; a look at the queue shows it.
  case lostConsumersShowInTheDepth
  /// What is handed to a consumer that is deaf comes when its session consumes anew.
  case deafConsumersHearAgain
  /// A session that consumes anew gives back what it had.
  case consumingAnewGivesBack
  /// A connection that the broker closes ends its session.
  case closedConnectionsEndSessions
  /// A retry queue gives its messages back to the queue they came from, under their id.
  case expiredMessagesReturnByTheDefaultExchange
  /// A message that came back too often is dead-lettered.
  case deliveryLimitMovesAMessageAway
  /// A stream is read from its first record, again and again, with offsets.
  case streamIsReadFromItsStart
  /// A reader may ask for new records only.
  case streamIsReadFromItsEnd
  /// Nobody else can use an exclusive queue, and it goes with its session.
  case exclusiveQueueBelongsToItsSession
  /// A queue cannot be declared with other arguments than it has.
  case queueDeclaredOtherwiseIsRefused
  /// Declaring what exists keeps it and its messages.
  case declaringAgainChangesNothing
  /// What is shared is declared where it is missing, and left alone with its bindings where it is there.
  case sharedPartsAreDeclaredOnlyWhereMissing
  /// A queue that does not exist can be neither consumed nor inspected.
  case missingQueueIsRefused
  /// A depth counts what is ready, not what is handed out.
  case inspectCountsReadyMessagesAndConsumers
  /// A closed session can be closed again and used for nothing.
  case closedSessionSaysSo

  /// Holds a broker against the rule.
  /// - Throws: ``Nonconformity``, or whatever the broker throws when it should not.
  public func check(_ broker: BrokerUnderTest) throws {
    let bench = Bench(broker: broker, name: "rule-\(rawValue)")
    switch self {
    case .messagesArriveAsSentAndInOrder: try bench.messagesArriveAsSentAndInOrder()
    case .topicPatternsRoute: try bench.topicPatternsRoute()
    case .fanoutReachesEveryQueue: try bench.fanoutReachesEveryQueue()
    case .directExchangeRoutesByKey: try bench.directExchangeRoutesByKey()
    case .queueBoundTwiceGetsOneCopy: try bench.queueBoundTwiceGetsOneCopy()
    case .defaultExchangeRoutesByQueueName: try bench.defaultExchangeRoutesByQueueName()
    case .unroutableMessagesAreReturned: try bench.unroutableMessagesAreReturned()
    case .unroutableHeartbeatsAreDropped: try bench.unroutableHeartbeatsAreDropped()
    case .missingExchangeEndsTheSession: try bench.missingExchangeEndsTheSession()
    case .fullQueueRefuses: try bench.fullQueueRefuses()
    case .prefetchLimitsWhatIsHandedOut: try bench.prefetchLimitsWhatIsHandedOut()
    case .consumersOfAQueueShareIt: try bench.consumersOfAQueueShareIt()
    case .acknowledgementCoversEarlierOnes: try bench.acknowledgementCoversEarlierOnes()
    case .closedSessionGivesBackInOrderAndMarked: try bench.closedSessionGivesBackInOrderAndMarked()
    case .returnedMessagesGoBeforeNewOnes: try bench.returnedMessagesGoBeforeNewOnes()
    case .deletedQueueCancelsItsConsumers: try bench.deletedQueueCancelsItsConsumers()
    case .lostConsumersShowInTheDepth: try bench.lostConsumersShowInTheDepth()
    case .deafConsumersHearAgain: try bench.deafConsumersHearAgain()
    case .consumingAnewGivesBack: try bench.consumingAnewGivesBack()
    case .closedConnectionsEndSessions: try bench.closedConnectionsEndSessions()
    case .expiredMessagesReturnByTheDefaultExchange: try bench.expiredMessagesReturnByTheDefaultExchange()
    case .deliveryLimitMovesAMessageAway: try bench.deliveryLimitMovesAMessageAway()
    case .streamIsReadFromItsStart: try bench.streamIsReadFromItsStart()
    case .streamIsReadFromItsEnd: try bench.streamIsReadFromItsEnd()
    case .exclusiveQueueBelongsToItsSession: try bench.exclusiveQueueBelongsToItsSession()
    case .queueDeclaredOtherwiseIsRefused: try bench.queueDeclaredOtherwiseIsRefused()
    case .declaringAgainChangesNothing: try bench.declaringAgainChangesNothing()
    case .sharedPartsAreDeclaredOnlyWhereMissing: try bench.sharedPartsAreDeclaredOnlyWhereMissing()
    case .missingQueueIsRefused: try bench.missingQueueIsRefused()
    case .inspectCountsReadyMessagesAndConsumers: try bench.inspectCountsReadyMessagesAndConsumers()
    case .closedSessionSaysSo: try bench.closedSessionSaysSo()
    }
  }
}
