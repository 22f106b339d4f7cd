import Foundation

/// How the files of answers are called: `NAME.SET`, or `NAME.2.SET` for the second of a set, where NAME is that of the file
/// that is answered without its ending.
///
/// Where two files of a run would share a NAME, each keeps its ending; where that does not tell them apart either (from
/// several folders, or one that is given twice), they are numbered in their order. No name depends on letter case.
struct AnswerNames {
  /// The NAME for each file, in the order in which they were given.
  private(set) var stems: [String] = []

  init(_ paths: [String]) {
    let files = paths.map { $0 == "-" ? "stdin" : URL(fileURLWithPath: $0).lastPathComponent }
    let short = files.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
    stems = short
    for index in stems.indices where AnswerNames.isShared(index, short) { stems[index] = files[index] }
    let long = stems
    for index in stems.indices where AnswerNames.isShared(index, long) {
      var number = 1
      repeat {
        stems[index] = "\(long[index])-\(number)"
        number += 1
      } while AnswerNames.isShared(index, stems)
    }
  }

  /// Whether answers to another file might get the same names.
  private static func isShared(_ index: Int, _ stems: [String]) -> Bool {
    stems.indices.contains { $0 != index && isTaken(stems[index], by: stems[$0]) }
  }

  /// `y` and `Y`, and `y.2`, which is what the second answer of a set to `y` is called.
  private static func isTaken(_ left: String, by right: String) -> Bool {
    let (left, right) = (left.lowercased(), right.lowercased())
    func isNumbered(_ long: String, _ short: String) -> Bool {
      long.hasPrefix(short + ".") && Int(long.dropFirst(short.count + 1)) != nil
    }
    return left == right || isNumbered(left, right) || isNumbered(right, left)
  }
}
