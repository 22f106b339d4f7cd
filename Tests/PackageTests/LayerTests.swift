import Testing

/// The layers of ARCHITECTURE.md: a target imports only targets of a lower layer.
@Suite struct LayerTests {
  static let layers: [[String]] = [
    ["Allocator", "ByteBlocks", "CRabbitMQ", "CPostgres"],
    ["ClaimModel"],
    ["X12", "YAMLFiles", "CodeSets", "Messages"],
    ["Coding", "Billing", "Adjudication", "Intake", "Office"],
    [
      "RabbitMQBroker", "SQLiteStore", "PostgresStore", "BillingFiles", "PlanFiles", "PrometheusExposition",
      "Simulation",
    ],
    ["CodingDesk", "BillingDesk", "PayerDesk", "PracticeDesk", "DashboardKit"],
    ["WorkerBootstrap"],
    ["front-desk", "coder-worker", "biller-worker", "payer-simulator", "dashboard"],
  ]

  /// Modules that only some targets may import: C libraries and database drivers one each, the YAML parser those that
  /// read files with it.
  static let importers: [String: Set<String>] = [
    "ByteBlocks": ["X12"], "CRabbitMQ": ["RabbitMQBroker"], "CPostgres": ["PostgresStore"], "GRDB": ["SQLiteStore"],
    "GRDBSQLite": ["SQLiteStore"], "FlyingFox": ["WorkerBootstrap", "dashboard"],
    "Yams": ["YAMLFiles", "PlanFiles", "BillingFiles"],
  ]

  /// Product code never depends on what only tests use.
  static let testOnly = ["Simulation"]

  private func layer(of target: String) -> Int? { Self.layers.firstIndex { $0.contains(target) } }

  @Test func everyTargetHasALayer() throws {
    let targets = Set(try SourceTree().files.filter { !$0.isTest }.map(\.target))
    #expect(targets.count > 15)
    for target in targets { #expect(layer(of: target) != nil, "\(target) is in no layer") }
  }

  @Test func importsPointDownwards() throws {
    var checked = 0
    for file in try SourceTree().files where !file.isTest {
      let own = try #require(layer(of: file.target))
      for module in file.imports {
        guard let other = layer(of: module) else { continue }
        checked += 1
        #expect(other < own, "\(file.path) imports \(module), which is not in a lower layer")
      }
    }
    #expect(checked > 100)
  }

  @Test func desksDoNotImportAdapters() throws {
    let adapters = Self.layers[4]
    for file in try SourceTree().files where !file.isTest && Self.layers[5].contains(file.target) {
      for module in file.imports { #expect(!adapters.contains(module), "\(file.path) imports \(module)") }
    }
  }

  @Test func driversHaveTheirImporters() throws {
    for file in try SourceTree().files where !file.isTest {
      for module in file.imports {
        if let importers = Self.importers[module] {
          #expect(
            importers.contains(file.target), "\(file.path) imports \(module), which only \(importers.sorted()) may")
        }
        #expect(!Self.testOnly.contains(module), "\(file.path) imports \(module), which is for tests")
      }
    }
  }
}
