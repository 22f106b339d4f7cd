/// What to do about a parked message, by the words it was parked with.
enum Remedy {
  /// Words of the reason, and what to do. The first row whose words all are in the reason counts.
  static let table: [(words: [String], remedy: String)] = [
    (
      ["unknown message type or version"],
      "The sender is newer than this office. Update the office's workers, then requeue."
    ),
    (
      ["is not a Protocol Buffers"],
      "The body is not what its type says. Bring sender and receiver to one version, then requeue; discard what a stranger sent."
    ),
    (
      ["sent by user"],
      "Somebody sent it who may not. Find out who has that user's password. Discard it; the right sender sends it again."
    ),
    (
      ["does not tell its user"],
      "The sender set no user_id, and the workers run with --require-senders. Update the sender, or let the right one send it again; then discard."
    ),
    (
      ["over the limit"],
      "It is too large to be handled. Have the sender make several of it, then discard this one."
    ),
    (
      ["given up after"],
      "What it waited for did not come within the retry ladder. Trace the visit, bring the office that is behind up to speed, then requeue."
    ),
    (
      ["no queue takes it"],
      "The queue it was sent to is missing. Start a worker of the office that reads it, or import the definitions, then requeue."
    ),
    (
      ["the broker gave up"],
      "It was handed out a hundred times and never acknowledged: look in the workers' logs for what ended them, update them, then requeue."
    ),
    (
      ["matches nothing this office has billed"],
      "A payment for something this office does not know. A person posts it by hand (docs/billing.md), then discards it."
    ),
    (
      ["this office has not sent"],
      "An answer to claims that this office does not know: its store is another's, or the payer mixed up. Ask the payer, then discard."
    ),
    (
      ["not ours"],
      "An answer about a claim that this office has not made. Ask the payer what it means, then discard."
    ),
    (
      ["is not for the"],
      "It reached the wrong office: a binding is wrong. Import the definitions anew, then discard it."
    ),
    (
      ["header "],
      "One of its properties is not what it must be (docs, WireMessage). Mend the sender, let it send again, then discard."
    ),
    (
      ["is not a UUID"],
      "It has no id that offices know. Mend the sender, let it send again, then discard."
    ),
    (
      ["there is no "],
      "It lacks a property that every message has (docs, WireMessage). Mend the sender, let it send again, then discard."
    ),
  ]

  /// What to do about a parked message.
  static func words(for parked: ParkedMessage) -> String {
    if let row = table.first(where: { $0.words.allSatisfy(parked.reason.contains) }) { return row.remedy }
    let visit = parked.reading.correlation
    return
      "A rule of the office. Look what came before with `dashboard trace \(visit.isEmpty ? "VISIT" : visit)`, mend it where it belongs, "
      + "then requeue; or decide the visit by hand and discard. What was handled already is parked again."
  }
}
