import Foundation

/// Words that occur nowhere else, put into visits to see where they turn up.
enum Canaries {
  /// In the text of every note.
  static let note = "qanarnote"
  /// In the patient's name, address and member id of every visit.
  static let patient = ["qanarlast", "qanarfirst", "qanarstreet", "qanartown", "qanarmember"]
  /// In bodies that cannot be read.
  static let malformed = "qanarbroken"

  /// The days of birth of `notes` as they are written, one for each.
  static func birthDates(in notes: [String]) -> [String] {
    notes.compactMap { note in
      note.split(separator: "\n").first { $0.hasPrefix("birth-date: ") }.map { String($0.dropFirst(12)) }
    }.flatMap { [$0, $0.replacing("-", with: "")] }
  }

  /// The example notes as visits of patients with canaries, on days shortly before today; and one that tells too little.
  static func notes() throws -> [String] {
    let folder = Executable.root.appending(path: "examples/notes")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }.sorted()
    var notes = try names.map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
    let header = notes[5].components(separatedBy: "\n---\n")[0]
    notes.append(header + "\n---\n\n# Visit\n\n## Subjective\nIs here today.\n\n## Assessment\nSeen and talked to.\n")
    return notes.enumerated().map { index, note in
      let values = [
        "patient": "Qanarlast, Qanarfirst", "address": "7 Qanarstreet Road", "city": "Qanartown",
        "member": "QANARMEMBER\(100 + index)", "date": day(before: index + 10),
      ]
      var lines = note.components(separatedBy: "\n")
      for line in lines.indices {
        guard let colon = lines[line].firstIndex(of: ":"), let value = values[String(lines[line][..<colon])] else {
          continue
        }
        lines[line] = "\(lines[line][..<colon]): \(value)"
      }
      // In the middle of a section that coders read.
      let subjective = lines.firstIndex { $0.hasPrefix("## Subjective") } ?? lines.count - 1
      lines.insert("The patient mentions a \(Self.note) in passing.", at: subjective + 1)
      return lines.joined(separator: "\n")
    }
  }

  /// Which of `words` occur in `bytes`, whatever their case.
  static func found(_ words: [String], in bytes: some Sequence<UInt8>) -> [String] {
    let lowered = Data(bytes.map { (65...90).contains($0) ? $0 + 32 : $0 })
    return words.filter { lowered.range(of: Data($0.utf8)) != nil }
  }

  private static func day(before days: Int) -> String {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withFullDate]
    return formatter.string(from: Date(timeIntervalSinceNow: -86_400 * Double(days)))
  }
}
