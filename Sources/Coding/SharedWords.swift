import CodeSets

/// Conditions that a list names with a word that they share: `chest and abdominal pain`, `liver, bone and lung metastases`,
/// `fractures of the radius and the ulna`.
///
/// Only of terms that have two words of meaning beside sides: which of more is the shared one, nobody tells.
struct SharedWords {
  /// A condition of which one word stands in the list.
  struct Item {
    /// That word.
    var word: Int
    /// What it means together with the shared one.
    var term: ICD10CM.Term
    var row: Int
  }

  let icd10cm: ICD10CM
  let words: [Word]
  let termWords: [ICD10CM.TextWord]

  /// The most conditions that are looked for on either side of one.
  private static let longestList = 4
  private static let conjunctions = WordSet("and or")

  /// The conditions before a term that share its last word: `chest and` before `abdominal pain`. None of them starts before
  /// the word `limit`.
  func before(_ found: Range<Int>, downTo limit: Int) -> [Item] {
    guard found.lowerBound > limit, let (own, shared) = parts(of: found), own == found.lowerBound else { return [] }
    var items: [Item] = []
    var next = own
    while items.count < SharedWords.longestList, next > limit {
      var place = next - 1
      let isJoined = SharedWords.conjunctions.contains(words[place].hash)
      if isJoined { place -= 1 }
      // The last of a list is joined by a word, those before it by that or a comma.
      guard place >= limit, isJoined || !items.isEmpty && words[next].gap == .comma,
        (place + 1...next).allSatisfy({ words[$0].gap <= .comma }), let item = item(at: place, with: shared)
      else { break }
      items.append(item)
      next = place
    }
    return items.reversed()
  }

  /// The conditions after a term that share its first word: `and the ulna` after `fracture of the radius`.
  func after(_ found: Range<Int>) -> [Item] {
    guard let (shared, own) = parts(of: found), shared == found.lowerBound, own + 1 == found.upperBound else {
      return []
    }
    var items: [Item] = []
    var isJoined = false
    var next = found.upperBound
    while items.count < SharedWords.longestList, next < words.count {
      var place = next
      var isApart = words[place].gap == .comma
      while place < words.count, words[place].gap <= .comma, words[place].isStop {
        if SharedWords.conjunctions.contains(words[place].hash) { (isJoined, isApart) = (true, true) }
        place += 1
      }
      guard isApart, place < words.count, words[place].gap <= .comma, endsThought(place),
        icd10cm.longestTerm(at: place, in: words, termWords: termWords)?.term.row == nil,
        let item = item(at: place, with: shared)
      else { break }
      items.append(item)
      next = place + 1
    }
    // Without a word that joins them they are no list: "pain, knee".
    return isJoined ? items : []
  }

  /// The two words of meaning of a term, apart from sides; `nil` when it has fewer or more.
  private func parts(of found: Range<Int>) -> (first: Int, last: Int)? {
    var first: Int?
    var last: Int?
    for index in found where termWords[index].hash != 0 && !icd10cm.namesSide(termWords[index].hash) {
      guard last == nil else { return nil }
      if first == nil { first = index } else { last = index }
    }
    guard let first, let last else { return nil }
    return (first, last)
  }

  private func item(at place: Int, with shared: Int) -> Item? {
    let word = termWords[place].hash
    guard word != 0, !icd10cm.namesSide(word), let term = icd10cm.term(of: word, and: termWords[shared].hash),
      let row = term.row
    else { return nil }
    return Item(word: place, term: term, row: row)
  }

  /// Whether no other word of meaning follows at once, to which this one may belong: `and hand surgery`.
  private func endsThought(_ place: Int) -> Bool {
    let next = place + 1
    return next == words.count || words[next].gap >= .comma || words[next].isStop
  }
}
