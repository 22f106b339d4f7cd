import ClaimModel
import Messages
import Office

/// Brings documented visits into the system.
public enum Submission {
  /// The worker name that submitted visits carry.
  public static let appID = "practice/front-desk"

  /// A documented visit, encoded: all of its message but the time.
  public struct Prepared: Hashable, Sendable {
    let visit: VisitID
    let id: MessageID
    let outgoing: Outgoing

    /// Encodes a visit.
    public init(_ visit: Visit) {
      self.visit = visit.id
      id = .derived(from: "visit-documented", visit.id.rawValue)
      outgoing = Outgoing(.visitDocumented(visit))
    }
  }

  /// What to publish for `visits`: each visit under an id derived from it, and the journal's record of them all.
  public static func publications(of visits: [Visit], now: Timestamp) -> [Publication] {
    publications(of: visits.map(Prepared.init), now: now)
  }

  /// What to publish for visits that were encoded before.
  public static func publications(of visits: [Prepared], now: Timestamp) -> [Publication] {
    var publications: [Publication] = []
    var entries: [JournalEntry] = []
    for prepared in visits {
      let publication = Publication(prepared.outgoing, id: prepared.id, timestamp: now, appID: appID)
      let message = publication.message
      publications.append(publication)
      entries.append(
        JournalEntry(
          messageID: message.id, type: message.type, visits: [prepared.visit], sender: appID, handler: appID, sent: now,
          handled: now, outcome: .submitted,
          facts: [
            Fact(
              visit: prepared.visit,
              .state(office: "practice", name: "documented", sequence: 0, open: .zero, isFinal: false))
          ]))
    }
    return publications + [JournalEntry.publication(of: entries, from: appID, now: now)].compactMap(\.self)
  }
}
