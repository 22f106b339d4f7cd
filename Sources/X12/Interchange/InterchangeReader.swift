/// Reads all interchanges of a file: any delimiters, line breaks after segments or not, several interchanges, groups and
/// transactions, text before and after them. Never fails: what is wrong is told in the values it returns.
///
/// ```swift
/// for interchange in InterchangeReader<ProfessionalClaimsParser>.read(bytes) {
///   for batch in interchange.accepted { … }
/// }
/// ```
public enum InterchangeReader<Parser: TransactionParser> {
  /// The interchanges of `bytes`, in order. At least one: where there is none to be found, one that says so.
  public static func read(_ bytes: [UInt8]) -> [ReceivedInterchange<Parser.Content>] {
    var engine = InterchangeEngine<Parser>(givesParts: false)
    _ = bytes.withUnsafeBufferPointer { engine.read($0, isLast: true) }
    return collect(engine.takeEvents())
  }

  /// Puts transactions into their groups and groups into their interchanges.
  private static func collect(
    _ events: [InterchangeEvent<Parser.Content>]
  ) -> [ReceivedInterchange<Parser.Content>] {
    var interchanges: [ReceivedInterchange<Parser.Content>] = []
    var groups: [ReceivedGroup<Parser.Content>] = []
    var transactions: [ReceivedTransaction<Parser.Content>] = []
    for event in events {
      switch event {
      case .part: break
      case .transaction(let transaction): transactions.append(transaction)
      case .group(var group):
        group.transactions = transactions
        transactions = []
        groups.append(group)
      case .interchange(var interchange):
        interchange.groups = groups
        groups = []
        interchanges.append(interchange)
      }
    }
    return interchanges
  }
}
