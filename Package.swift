// swift-tools-version: 6.1
import PackageDescription

/// Compiler settings for every target of ours: warnings are errors.
let strict: [SwiftSetting] = [
  .unsafeFlags(["-warnings-as-errors"]),
  // The desks are generic over their cases: without this the runtime's code is not specialized for them.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
  // Debug builds, and so the tests, check at run time that accesses to memory do not overlap; releases need not.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// What claims are read and written with is optimized as it was seen to run: `Scripts/build-release` hands over where the profile
/// lies, `Scripts/profile-x12` the word `make` for programs that count how they run. Across files: what runs at each segment
/// becomes one function. A function that has changed since is compiled as if it had never been seen.
let profile = Context.environment["SUPERBILL_X12_PROFILE"] ?? ""
let makesProfile = profile == "make"
let profiled: [SwiftSetting] =
  profile.isEmpty
  ? strict
  : strict + [
    .unsafeFlags(
      // Incremental generation keeps the code of a module that was compiled with another profile.
      [
        "-enable-single-module-llvm-emission", "-disable-incremental-llvm-codegen",
        makesProfile ? "-ir-profile-generate" : "-ir-profile-use=\(profile)",
      ].flatMap { ["-Xfrontend", $0] }
        // In the profile, functions that are a file's own are named after the file, not after its path.
        + ["-no-pgo-warn-mismatch", "-static-func-full-module-prefix=false"].flatMap { ["-Xllvm", $0] },
      .when(configuration: .release))
  ]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let protobuf: Target.Dependency = .product(name: "SwiftProtobuf", package: "swift-protobuf")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let coreMetrics: Target.Dependency = .product(name: "CoreMetrics", package: "swift-metrics")
let flyingFox: Target.Dependency = .product(name: "FlyingFox", package: "FlyingFox")
let flyingSocks: Target.Dependency = .product(name: "FlyingSocks", package: "FlyingFox")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")

func library(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil, settings: [SwiftSetting] = strict
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func executable(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
  .executableTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

// The layers are described in ARCHITECTURE.md and enforced by Tests/PackageTests/LayerTests.swift:
// a target may depend only on targets of a lower layer.
let package = Package(
  name: "Superbill",
  products: [
    .executable(name: "front-desk", targets: ["front-desk"]),
    .executable(name: "coder-worker", targets: ["coder-worker"]),
    .executable(name: "biller-worker", targets: ["biller-worker"]),
    .executable(name: "payer-simulator", targets: ["payer-simulator"]),
    .executable(name: "dashboard", targets: ["dashboard"]),
    // For the package in Fuzzing.
    .library(name: "FuzzTargets", targets: ["FuzzTargets"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // L0: C libraries
    .systemLibrary(name: "CRabbitMQ", pkgConfig: "librabbitmq", providers: [.apt(["librabbitmq-dev"])]),
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .target(name: "Allocator", linkerSettings: [.linkedLibrary("jemalloc")]),
    .target(name: "ByteBlocks"),
    // L1: the vocabulary
    library("ClaimModel", [], settings: profiled),
    // L2: formats and code sets
    library("X12", ["ByteBlocks", "ClaimModel"], settings: profiled),
    library("YAMLFiles", ["ClaimModel", yams]),
    library("CodeSets", ["ClaimModel"], resources: [.copy("Resources/icd10cm.bin")]),
    .target(name: "Messages", dependencies: ["ClaimModel", protobuf], exclude: ["Schemas"], swiftSettings: strict),
    // L3: engines and the worker runtime, all without I/O
    library("Coding", ["ClaimModel", "CodeSets"]),
    library("Billing", ["ClaimModel"]),
    library("Adjudication", ["ClaimModel", "CodeSets"]),
    library("Intake", ["ClaimModel"]),
    library("Office", ["ClaimModel", "Messages", protobuf]),
    // L4: adapters
    library("RabbitMQBroker", ["CRabbitMQ", "ClaimModel", "Office"]),
    library("SQLiteStore", ["ClaimModel", "Office", grdb, grdbSQLite]),
    library("PostgresStore", ["CPostgres", "ClaimModel", "Office"]),
    library("BillingFiles", ["ClaimModel", "Billing", "YAMLFiles", yams]),
    library("PrometheusExposition", [coreMetrics]),
    library("PlanFiles", ["ClaimModel", "Adjudication", "YAMLFiles", yams]),
    library("Simulation", ["ClaimModel", "Office"]),
    // L5: desks and projections
    library("CodingDesk", ["ClaimModel", "CodeSets", "Coding", "Messages", "Office", protobuf]),
    library("BillingDesk", ["ClaimModel", "Billing", "Messages", "Office", "X12", protobuf]),
    library("PayerDesk", ["ClaimModel", "Adjudication", "Messages", "Office", "X12", protobuf]),
    library("PracticeDesk", ["ClaimModel", "Messages", "Office", protobuf]),
    library("DashboardKit", ["Billing", "ClaimModel", "Messages", "Office"]),
    // L6: configuration to running services
    library(
      "WorkerBootstrap",
      [
        "Allocator", "ClaimModel", "Messages", "Office", "PostgresStore", "PrometheusExposition", "RabbitMQBroker",
        "SQLiteStore", argumentParser, coreMetrics, flyingFox, flyingSocks, logging, lifecycle,
      ]),
    // L7: mains
    executable(
      "front-desk", ["ClaimModel", "Intake", "Messages", "Office", "PracticeDesk", "WorkerBootstrap", argumentParser]),
    executable(
      "coder-worker", ["ClaimModel", "CodeSets", "Coding", "CodingDesk", "Intake", "WorkerBootstrap", argumentParser]),
    executable(
      "biller-worker",
      [
        "ClaimModel", "Billing", "BillingDesk", "BillingFiles", "Office", "WorkerBootstrap", "X12", "YAMLFiles",
        argumentParser,
      ]),
    executable(
      "payer-simulator",
      [
        "ClaimModel", "Adjudication", "CodeSets", "Office", "PayerDesk", "PlanFiles", "WorkerBootstrap", "X12",
        "YAMLFiles",
        argumentParser,
      ]),
    executable(
      "dashboard",
      [
        "Adjudication", "Billing", "ClaimModel", "DashboardKit", "Messages", "Office", "RabbitMQBroker",
        "WorkerBootstrap", argumentParser, flyingFox, flyingSocks, lifecycle, logging, signals,
      ], resources: [.embedInCode("Web/page.html")]),
    // Benchmarks
    .executableTarget(
      name: "bare-relay", dependencies: ["Allocator", "ClaimModel", "Messages", "Office", "RabbitMQBroker"],
      path: "Benchmarks/BareRelay", swiftSettings: strict),
    // Benchmarks, not products
    .executableTarget(
      name: "store-bench",
      dependencies: [
        "Allocator", "Adjudication", "BillingDesk", "ClaimModel", "CodeSets", "Coding", "CodingDesk", "Intake",
        "Office",
        "PayerDesk", "PostgresStore", "PracticeDesk", "SQLiteStore", argumentParser,
      ], path: "Benchmarks/StoreBench", swiftSettings: strict),
    .executableTarget(
      name: "billing-bench",
      dependencies: ["Allocator", "Billing", "BillingDesk", "ClaimModel", "X12", argumentParser],
      path: "Benchmarks/BillingBench", swiftSettings: strict),
    .executableTarget(
      name: "coder-bench", dependencies: ["Allocator", "ClaimModel", "CodeSets", "Coding", "Intake", argumentParser],
      path: "Benchmarks/CoderBench", swiftSettings: strict),
    .executableTarget(
      name: "x12-bench", dependencies: ["Allocator", "ClaimModel", "X12", argumentParser], path: "Benchmarks/X12Bench",
      swiftSettings: profiled, linkerSettings: makesProfile ? [.unsafeFlags(["-profile-generate"])] : []),
    .executableTarget(
      name: "payer-bench",
      dependencies: ["Allocator", "Adjudication", "ClaimModel", "CodeSets", argumentParser],
      path: "Benchmarks/PayerBench", swiftSettings: strict),
    // Tests
    tests("X12Tests", ["ClaimModel", "X12"]),
    tests("CodeSetsTests", ["ClaimModel", "CodeSets"]),
    tests("CodingTests", ["ClaimModel", "CodeSets", "Coding", "Intake"]),
    tests("IntakeTests", ["ClaimModel", "Intake"]),
    tests("BillingTests", ["ClaimModel", "Billing"]),
    tests("BillingFilesTests", ["ClaimModel", "Billing", "BillingDesk", "BillingFiles", "YAMLFiles"]),
    tests("AdjudicationTests", ["ClaimModel", "Adjudication", "CodeSets"]),
    tests("ClaimModelTests", ["ClaimModel"]),
    tests("MessagesTests", ["ClaimModel", "Intake", "Messages", protobuf]),
    tests(
      "DeskTests",
      [
        "ClaimModel", "CodeSets", "Messages", "X12", "Coding", "Billing", "Adjudication", "Intake", "Office",
        "CodingDesk", "BillingDesk", "DashboardKit", "PayerDesk", "PracticeDesk", "Simulation", protobuf,
      ]),
    tests(
      "PayerStoreTests",
      [
        "ClaimModel", "Adjudication", "CodeSets", "Messages", "Office", "PayerDesk", "PlanFiles", "PostgresStore",
        "RabbitMQBroker", "SQLiteStore", "Simulation", "TestBroker", "TestPostgres", "X12",
      ]),
    tests("PlanFilesTests", ["ClaimModel", "Adjudication", "PlanFiles", "YAMLFiles"]),
    tests("OfficeTests", ["ClaimModel", "Messages", "Office", "Simulation", protobuf]),
    .target(
      name: "TestBroker", dependencies: ["Office", "RabbitMQBroker"], path: "Tests/TestBroker", swiftSettings: strict),
    .target(
      name: "SimulatedOffices",
      dependencies: [
        "ClaimModel", "CodeSets", "Messages", "Coding", "Billing", "Adjudication", "Intake", "Office", "Simulation",
        "CodingDesk", "BillingDesk", "PayerDesk", "PracticeDesk", "DashboardKit",
      ], path: "Tests/SimulatedOffices", swiftSettings: strict),
    .executableTarget(
      name: "simulate", dependencies: ["Allocator", "Simulation", "SimulatedOffices", argumentParser],
      path: "Tests/simulate",
      swiftSettings: strict),
    .target(
      name: "BrokerConformance", dependencies: ["ClaimModel", "Office"], path: "Tests/BrokerConformance",
      swiftSettings: strict),
    tests(
      "SimulationTests",
      ["BrokerConformance", "ClaimModel", "Office", "SimulatedOffices", "Simulation", "StoreConformance"]),
    tests("RabbitMQBrokerTests", ["BrokerConformance", "ClaimModel", "Office", "RabbitMQBroker", "TestBroker"]),
    tests("PrometheusExpositionTests", ["PrometheusExposition", coreMetrics]),
    tests(
      "WorkerBootstrapTests",
      [
        "Allocator", "ClaimModel", "Messages", "Office", "PrometheusExposition", "WorkerBootstrap", argumentParser,
        flyingFox, flyingSocks, logging,
      ]),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "ClaimModel", "X12", "CodeSets", "Messages", "Coding", "Intake", "Billing", "Adjudication", "Office",
        "RabbitMQBroker", "CodingDesk", "BillingDesk", "PayerDesk", "PracticeDesk", protobuf,
      ], path: "Tests/FuzzTargets", swiftSettings: strict),
    tests(
      "FuzzTests",
      [
        "ClaimModel", "X12", "Messages", "Intake", "Office", "BillingDesk", "PayerDesk", "PracticeDesk", "FuzzTargets",
        protobuf,
      ]),
    tests(
      "EndToEndTests",
      [
        "ClaimModel", "Messages", "Office", "PostgresStore", "RabbitMQBroker", "SQLiteStore", "TestBroker",
        "TestPostgres",
      ]),
    .target(
      name: "StoreConformance", dependencies: ["ClaimModel", "Office"], path: "Tests/StoreConformance",
      swiftSettings: strict),
    tests("SQLiteStoreTests", ["ClaimModel", "Office", "SQLiteStore", "StoreConformance", grdb]),
    .target(name: "TestPostgres", path: "Tests/TestPostgres", swiftSettings: strict),
    tests("PostgresStoreTests", ["ClaimModel", "Office", "PostgresStore", "StoreConformance", "TestPostgres"]),
    // Faults on real servers: a proxy, a schedule and a verdict; the harness that carries them out
    .target(name: "Chaos", dependencies: ["ClaimModel"], path: "Tests/Chaos", swiftSettings: strict),
    .executableTarget(
      name: "chaos-run",
      dependencies: [
        "Adjudication", "Billing", "BillingDesk", "Chaos", "ClaimModel", "CodingDesk", "DashboardKit", "Messages",
        "Office", "PayerDesk",
        "PostgresStore", "PracticeDesk", "RabbitMQBroker", "SQLiteStore", argumentParser,
      ], path: "Tests/ChaosRun", swiftSettings: strict),
    tests("ChaosTests", ["Chaos", "ClaimModel"]),
    .testTarget(
      name: "DashboardKitTests",
      dependencies: ["Billing", "ClaimModel", "CodingDesk", "DashboardKit", "Messages", "Office"],
      exclude: ["Fixtures"], swiftSettings: strict),
    tests("PackageTests", []),
  ],
  swiftLanguageModes: [.v6]
)
