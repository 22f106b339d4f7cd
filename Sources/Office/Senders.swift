import Messages

/// Who may send what an office reads, by the `user_id` of a message, which the broker has checked against the user who
/// published it.
///
/// The broker's permissions keep strangers off the exchanges; this is the second lock. It also holds where permissions
/// do not reach: all payers share an exchange, and a message that a broker dead-letters is not held against the topic
/// permissions of whoever declared the queue.
public struct Senders: Hashable, Sendable {
  private let ownUser: String
  private let isStrict: Bool

  /// The senders for an office. A message whose sender is no office's user, or is not told, is accepted unless
  /// `isStrict`: so a broker with one user for all works.
  public init(to office: OfficeID, isStrict: Bool = false) {
    ownUser = office.userName
    self.isStrict = isStrict
  }

  /// Why a delivery is not accepted; `nil` when it is.
  public func flaw(of delivery: Delivery) -> String? {
    let user = delivery.userID
    // What an office put off comes back under its own name.
    if user == ownUser { return nil }
    guard !user.isEmpty else { return isStrict ? "the message does not tell its user" : nil }
    guard Senders.isOfficeUser(user) else {
      return isStrict ? "sent by user '\(user)', who is no office's" : nil
    }
    return mayWrite(user, to: delivery.route) && !delivery.isOfficesOwn
      ? nil : "sent by user '\(user)', who may not send this to exchange '\(delivery.route.exchange)'"
  }

  /// Whether `user` may tell the journal what `office` has handled: anybody who is no office's user may, and an office
  /// for itself. All offices write to the journal's exchange, which no permission can divide.
  public static func mayRecord(_ user: String, for office: some StringProtocol) -> Bool {
    guard isOfficeUser(user) else { return true }
    if user == OfficeID.frontDeskUserName { return office == "practice" }
    guard user.hasPrefix(payerPrefix) else { return office == user }
    return office.hasPrefix("payer.") && office.dropFirst("payer.".count) == user.dropFirst(payerPrefix.count)
  }

  /// Whether `user` may ask something of the office's workers: who watches may, and unless the senders are strict anybody
  /// who is no office's user.
  func mayControl(_ user: String) -> Bool {
    user == OfficeID.operatorUserName || !isStrict && !Senders.isOfficeUser(user)
  }

  private static func isOfficeUser(_ user: String) -> Bool {
    switch user {
    case "coding", "billing", "practice", OfficeID.frontDeskUserName, OfficeID.operatorUserName: true
    default: user.hasPrefix(Senders.payerPrefix)
    }
  }

  private func mayWrite(_ user: String, to route: Route) -> Bool {
    switch route.exchange {
    case "practice":
      user == "practice" || user == OfficeID.frontDeskUserName && route.key.hasPrefix("visit-documented.")
    case "payer": isPayer(user, ofKey: route.key)
    case "coding", "billing": user == route.exchange
    default: false
    }
  }

  /// Whether the routing key ends in the payer whose user it is: `payer-ACMEHLTH`, `remittance-835.ACMEHLTH`.
  private func isPayer(_ user: String, ofKey key: String) -> Bool {
    let id = user.utf8.dropFirst(Senders.payerPrefix.utf8.count)
    let tail = key.utf8.suffix(id.count + 1)
    return user.hasPrefix(Senders.payerPrefix) && tail.count == id.count + 1 && tail.first == UInt8(ascii: ".")
      && tail.dropFirst().elementsEqual(id)
  }

  private static let payerPrefix = "payer-"
}

extension Delivery {
  /// Whether it calls itself something that only the office itself sends, whatever its routing key says.
  fileprivate var isOfficesOwn: Bool {
    guard case .message(let message) = content else { return false }
    return MessageType(rawValue: message.type)?.isOfficesOwn == true
  }
}
