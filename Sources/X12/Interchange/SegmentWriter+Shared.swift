import ClaimModel

// What several transactions share.
extension SegmentWriter {
  /// A procedure composite: `HC:99213:25`.
  mutating func write(procedure: ProcedureCode, modifiers: [ProcedureModifier]) {
    composite()
    component(code: "HC")
    component(procedure.rawValue, max: 48)
    if modifiers.count > 4 { fail(.count) }
    for modifier in modifiers { component(modifier.rawValue, exactly: 2) }
  }

  /// A status composite: `A2:20:PR`.
  mutating func write(_ status: ClaimStatusCode) {
    composite()
    component(status.category, max: 30)
    component(status.code, max: 30)
    optionalComponent(status.entity, max: 3)
  }

  /// An NM1 of an organization.
  mutating func write(
    organization name: String, as entity: StaticString, qualifier: StaticString, identifier: String
  ) {
    begin("NM1")
    code(entity)
    code("2")
    requiredText(name, max: 60)
    skip(4)
    code(qualifier)
    self.identifier(identifier, max: 80)
    end()
  }

  /// An NM1 of a person.
  mutating func write(
    person name: PersonName, as entity: StaticString, qualifier: StaticString, identifier: String
  ) {
    begin("NM1")
    code(entity)
    code("1")
    requiredText(name.last, max: 60)
    text(name.first, max: 35)
    text(name.middle, max: 25)
    skip(2)
    if !identifier.isEmpty {
      code(qualifier)
      self.identifier(identifier, max: 80)
    }
    end()
  }

  /// N3 and N4.
  mutating func write(_ address: Address) {
    begin("N3")
    requiredText(address.line, max: 55)
    end()
    begin("N4")
    requiredText(address.city, max: 30)
    optionalCode(address.state, max: 2)
    optionalIdentifier(address.zip, max: 15)
    end()
  }

  /// A REF.
  mutating func reference(_ qualifier: StaticString, _ value: String) {
    begin("REF")
    code(qualifier)
    identifier(value, max: 50)
    end()
  }

  /// An AMT.
  mutating func amount(_ qualifier: StaticString, _ amount: Money) {
    begin("AMT")
    code(qualifier)
    money(amount)
    end()
  }

  /// A DTP of one day.
  mutating func day(_ qualifier: StaticString, _ day: CalendarDate) {
    begin("DTP")
    code(qualifier)
    code("D8")
    date(day)
    end()
  }

  /// A DTP of one day, or of several.
  mutating func days(_ qualifier: StaticString, _ first: CalendarDate, through last: CalendarDate?) {
    guard let last else { return day(qualifier, first) }
    begin("DTP")
    code(qualifier)
    code("RD8")
    date(first)
    // One element of both days: nothing separates them but the hyphen.
    append(code: "-")
    append(last)
    end()
  }

  /// CAS: one group of reasons to a segment, up to six reasons in each.
  /// - Parameter limit: How many segments there may be.
  mutating func write(adjustments: [Adjustment], limit: Int) {
    guard !adjustments.isEmpty else { return }
    var segments = 0
    for group in AdjustmentGroup.allCases {
      var count = 0
      for adjustment in adjustments where adjustment.group == group {
        if count % 6 == 0 {
          if count > 0 { end() }
          begin("CAS")
          segments += 1
          if segments > limit { fail(.count) }
          identifier(group.rawValue, max: 2)
        }
        count += 1
        identifier(adjustment.reason.rawValue, max: 5)
        money(adjustment.amount)
        // The quantity, of which adjustments have none.
        skip()
      }
      if count > 0 { end() }
    }
  }
}
