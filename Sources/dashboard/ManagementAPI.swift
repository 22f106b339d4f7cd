import ArgumentParser
import DashboardKit
import Foundation
import FoundationNetworking
import RabbitMQBroker
import Synchronization
import WorkerBootstrap

/// The broker's management API, for what AMQP does not tell: how many messages workers hold and have not acknowledged.
///
/// Source: RabbitMQ's HTTP API reference, `GET /api/queues/{vhost}` with `disable_stats` and `enable_queue_totals`.
struct ManagementAPI: Sendable {
  private struct Queue: Decodable {
    let name: String
    /// Absent while the broker has not counted a new queue.
    let unacknowledged: Int?

    enum CodingKeys: String, CodingKey {
      case name
      case unacknowledged = "messages_unacknowledged"
    }
  }

  /// The most queues are a few dozen; what is longer is no answer of ours.
  private static let longestAnswer = 4 << 20

  private let request: URLRequest

  /// The API at `url`, asked about a broker's virtual host with its user and password; `nil` when that is no URL of HTTP.
  init?(at url: String, of broker: RabbitMQConfiguration) {
    var unreserved = CharacterSet.alphanumerics
    unreserved.insert(charactersIn: "-._~")
    guard let base = URL(string: url), ["http", "https"].contains(base.scheme), base.host?.isEmpty == false,
      let place = broker.virtualHost.addingPercentEncoding(withAllowedCharacters: unreserved),
      let whole = URL(
        string: "\(url)\(url.hasSuffix("/") ? "" : "/")api/queues/\(place)?disable_stats=true&enable_queue_totals=true")
    else { return nil }
    var request = URLRequest(url: whole, timeoutInterval: 5)
    let credentials = Data("\(broker.user):\(broker.password)".utf8).base64EncodedString()
    request.setValue("Basic \(credentials)", forHTTPHeaderField: "Authorization")
    self.request = request
  }

  /// Unacknowledged messages of each queue.
  /// - Throws: `CommandFailure` when they are not to be had.
  func unacknowledged() throws(CommandFailure) -> [String: Int] {
    let answer = Mutex<Result<(Data, Int), CommandFailure>>(.failure(failure("no answer")))
    let done = DispatchSemaphore(value: 0)
    let task = URLSession.shared.dataTask(with: request) { data, response, error in
      let status = (response as? HTTPURLResponse)?.statusCode ?? 0
      answer.withLock {
        $0 = error.map { .failure(failure($0.localizedDescription)) } ?? .success((data ?? Data(), status))
      }
      done.signal()
    }
    task.resume()
    done.wait()
    let (data, status) = try answer.withLock({ $0 }).get()
    guard status == 200 else {
      throw failure(
        status == 401
          ? "the user may not ask; it needs the broker's tag management or monitoring"
          : "it answers \(status); the URL is given as far as its port, such as http://127.0.0.1:15672")
    }
    guard data.count <= ManagementAPI.longestAnswer, let queues = try? JSONDecoder().decode([Queue].self, from: data)
    else { throw failure("its answer cannot be read") }
    return Dictionary(queues.map { ($0.name, $0.unacknowledged ?? 0) }) { first, _ in first }
  }

  private func failure(_ reason: String) -> CommandFailure {
    CommandFailure("--management: \(reason)", exitCode: .unavailable)
  }
}
