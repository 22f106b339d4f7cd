import ClaimModel
import Messages
import Office

/// Brings documented visits into the system.
public enum Submission {
  /// The worker name that submitted visits carry.
  public static let appID = "practice/front-desk"

  /// What to publish for `visits`: each visit under an id derived from it, and the journal's record of them all.
  public static func publications(of visits: [Visit], now: Timestamp) -> [Publication] {
    var publications: [Publication] = []
    var entries: [JournalEntry] = []
    for visit in visits {
      let publication = Publication(
        Outgoing(.visitDocumented(visit)), id: .derived(from: "visit-documented", visit.id.rawValue), timestamp: now,
        appID: appID)
      let message = publication.message
      publications.append(publication)
      entries.append(
        JournalEntry(
          messageID: message.id, type: message.type, visits: [visit.id], sender: appID, handler: appID, sent: now,
          handled: now, outcome: .submitted,
          facts: [
            Fact(
              visit: visit.id,
              .state(office: "practice", name: "documented", sequence: 0, open: .zero, isFinal: false))
          ]))
    }
    return publications + [JournalEntry.publication(of: entries, from: appID, now: now)].compactMap(\.self)
  }
}
