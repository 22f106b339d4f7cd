import Adjudication
import ClaimModel
import Foundation
import Messages
import SwiftProtobuf

extension BenefitUse {
  init(wire: WireBenefitUse) throws(UndecodableMessage) {
    self.init()
    for year in wire.years {
      years[Int(year.planYear)] = Accumulators(
        deductible: try Money(wire: year.deductibleCents, "benefit_use.deductible_cents"),
        outOfPocket: try Money(wire: year.outOfPocketCents, "benefit_use.out_of_pocket_cents"),
        visits: BenefitUse.counts(year.visits), visitDays: try BenefitUse.days(year.visitDays))
    }
    authorizedUnits = BenefitUse.counts(wire.authorizedUnits)
    for visit in wire.seen {
      seen.append(
        PracticeVisit(
          billing: NPI(visit.billingNpi), taxonomy: visit.taxonomy,
          date: try CalendarDate(wire: visit.date, "benefit_use.seen.date"), claim: PayerClaimNumber(visit.claimNumber))
      )
    }
  }

  private static func counts(_ wire: [WireBenefitUse.Count]) -> [String: Int] {
    Dictionary(wire.map { ($0.name, Int($0.count)) }) { _, last in last }
  }

  /// Counts in the order of their names, so that a stored form is always the same.
  private static func wire(_ counts: [String: Int]) -> [WireBenefitUse.Count] {
    counts.sorted { $0.key < $1.key }.map { name, count in
      .with {
        $0.name = name
        $0.count = Int32(clamping: count)
      }
    }
  }

  private static func days(
    _ wire: [WireBenefitUse.VisitDay]
  ) throws(UndecodableMessage) -> [String: [CalendarDate: Int]] {
    var days: [String: [CalendarDate: Int]] = [:]
    for day in wire {
      days[day.name, default: [:]][try CalendarDate(wire: day.date, "benefit_use.visit_day.date")] = Int(day.claims)
    }
    return days
  }

  private static func wire(_ days: [String: [CalendarDate: Int]]) -> [WireBenefitUse.VisitDay] {
    days.sorted { $0.key < $1.key }.flatMap { name, counts in
      counts.sorted { $0.key < $1.key }.map { day, count in
        .with {
          $0.name = name
          $0.date = day.wire
          $0.claims = Int32(clamping: count)
        }
      }
    }
  }

  var wire: WireBenefitUse {
    .with {
      $0.years = years.sorted { $0.key < $1.key }.map { year, used in
        .with {
          $0.planYear = Int32(clamping: year)
          $0.deductibleCents = Int64(used.deductible.cents)
          $0.outOfPocketCents = Int64(used.outOfPocket.cents)
          $0.visits = BenefitUse.wire(used.visits)
          $0.visitDays = BenefitUse.wire(used.visitDays)
        }
      }
      $0.authorizedUnits = BenefitUse.wire(authorizedUnits)
      $0.seen = seen.map { visit in
        .with {
          $0.billingNpi = visit.billing.rawValue
          $0.taxonomy = visit.taxonomy
          $0.date = visit.date.wire
          $0.claimNumber = visit.claim.rawValue
        }
      }
    }
  }
}

extension HeldAnswer {
  init(wire: WirePayerDayCase.HeldAnswer) throws(UndecodableMessage) {
    guard let type = MessageType(rawValue: wire.type) else {
      throw UndecodableMessage("held_answer.type is not one of its known values")
    }
    self.init(
      due: wire.dueMs == 0 ? nil : try Timestamp(wire: wire.dueMs, "held_answer.due_ms"), type: type,
      batchReference: wire.batchReference, interchange: Array(wire.interchange))
  }

  var wire: WirePayerDayCase.HeldAnswer {
    .with {
      $0.dueMs = due?.milliseconds ?? 0
      $0.type = type.rawValue
      $0.batchReference = batchReference
      $0.interchange = Data(interchange)
    }
  }
}
