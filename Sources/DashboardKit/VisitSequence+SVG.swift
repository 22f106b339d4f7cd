import ClaimModel

extension VisitSequence {
  /// The sequence as a picture: a self-contained SVG document, light or dark as its reader has it, with a title and a
  /// description for those who hear it.
  public var svg: String {
    let place = Place(offices: offices.count)
    var y = 84
    var body = ""
    for step in steps {
      body += arrow(step, at: y, place)
      y += 16
      for note in step.notes {
        body += "<text class='note' x='\(place.x(step.to) + 8)' y='\(y + 6)'>\(escaped(note))</text>\n"
        y += 16
      }
      y += 22
    }
    let height = y + 24
    let heads = offices.indices.map { index in
      let x = place.x(index)
      return "<line class='life' x1='\(x)' y1='52' x2='\(x)' y2='\(height - 16)'/>\n"
        + "<text class='office' x='\(x)' y='44'>\(escaped(offices[index]))</text>\n"
    }.joined()
    let told = steps.map { "\(offices[$0.from]) to \(offices[$0.to]): \($0.label)" }.joined(separator: "; ")
    return """
      <svg xmlns='http://www.w3.org/2000/svg' role='img' aria-labelledby='title told' width='\(place.width)' \
      height='\(height)' viewBox='0 0 \(place.width) \(height)'>
      <title id='title'>Visit \(escaped(visit.rawValue))</title>
      <desc id='told'>\(escaped(told))</desc>
      <style>
      svg { background: #fff; color: #1a1a1a; font: 13px sans-serif }
      text { fill: currentColor } line, path { stroke: currentColor }
      .title { font-weight: bold } .office { font-weight: bold; text-anchor: middle }
      .time, .note { font-size: 11px; opacity: .75 } .life { opacity: .35; stroke-dasharray: 4 3 }
      .label { text-anchor: middle } .self { text-anchor: start } .late { stroke-dasharray: 2 3 }
      @media (prefers-color-scheme: dark) { svg { background: #161616; color: #eee } }
      </style>
      <defs><marker id='tip' viewBox='0 0 8 8' refX='8' refY='4' markerWidth='8' markerHeight='8' orient='auto'>\
      <path d='M0 0 8 4 0 8z' fill='context-stroke' stroke='none'/></marker></defs>
      <text class='title' x='12' y='20'>Visit \(escaped(visit.rawValue))\(start.map { ", first message \($0)" } ?? "")</text>
      \(heads)\(body)</svg>

      """
  }

  /// Where the offices' lines stand.
  private struct Place {
    let offices: Int
    private static let left = 130
    private static let gap = 210

    func x(_ office: Int) -> Int { Place.left + office * Place.gap }
    var width: Int { Place.left + max(1, offices) * Place.gap }
  }

  private func arrow(_ step: Step, at y: Int, _ place: Place) -> String {
    let (start, end) = (place.x(step.from), place.x(step.to))
    let style = step.isDone ? "" : " class='late'"
    let time = "<text class='time' x='12' y='\(y + 4)'>\(VisitSequence.seconds(step.handled))</text>\n"
    guard start != end else {
      return time
        + "<path\(style) fill='none' marker-end='url(#tip)' d='M\(start) \(y - 8) h28 v10 h-28'/>\n"
        + "<text class='self' x='\(start + 34)' y='\(y)'>\(escaped(step.label))</text>\n"
    }
    return time + "<line\(style) marker-end='url(#tip)' x1='\(start)' y1='\(y)' x2='\(end)' y2='\(y)'/>\n"
      + "<text class='label' x='\((start + end) / 2)' y='\(y - 6)'>\(escaped(step.label))</text>\n"
  }

  /// Text that may stand in XML; other characters that XML does not have are left out.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "'": escaped += "&apos;"
      case "\"": escaped += "&quot;"
      default:
        if scalar.value != 0xFFFE, scalar.value != 0xFFFF { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }
}
