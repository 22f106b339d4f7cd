import Foundation
import Logging
import Messages
import Office

/// Keeps a copy of every X12 interchange a worker sends: `835-0f8b….edi`, named by transaction set and message id, so
/// that an interchange sent twice is kept once.
struct EDIArchive: Sendable {
  let folder: URL

  /// - Throws: ``CommandFailure`` when the folder cannot be made.
  init(folder path: String) throws {
    folder = URL(fileURLWithPath: path, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure("--edi-archive: cannot make the folder \(path)", exitCode: .unavailable)
    }
  }

  func keep(_ publications: [Publication], _ logger: Logger) {
    for publication in publications where publication.message.contentType == MessageType.x12ContentType {
      let message = publication.message
      let set = message.type.split(separator: ".").dropFirst().first ?? "x12"
      let file = folder.appendingPathComponent("\(set)-\(message.id).edi")
      do {
        try Data(message.body).write(to: file, options: .atomic)
      } catch {
        logger.error("cannot archive an interchange", metadata: ["file": "\(file.lastPathComponent)"])
      }
    }
  }
}
