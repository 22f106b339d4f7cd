// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that no build of the project needs the fuzzer's runtime. `Scripts/fuzz` builds it with the
// compiler flags that instrument everything it depends on.
let package = Package(
  name: "Fuzzing",
  dependencies: [.package(name: "Superbill", path: "..")],
  targets: [
    .target(name: "CRunMeter"),
    .executableTarget(
      name: "fuzz", dependencies: ["CRunMeter", .product(name: "FuzzTargets", package: "Superbill")],
      swiftSettings: [.unsafeFlags(["-warnings-as-errors"])],
      // Debian 12's gold gives up on the debugging information of so many counters.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),
  ],
  swiftLanguageModes: [.v6]
)
