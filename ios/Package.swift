// swift-tools-version: 6.0
// The package `Alongside`: the core for iOS apps, and for tests on Linux. See README.md.
import PackageDescription

#if os(Linux)
  // The library of this machine, found by `-L` (see scripts/test.sh).
  let library = Target.systemLibrary(name: "AlongsideFFI", path: "Sources/AlongsideFFI")
  // Debian's libswiftObservation.so wants a symbol that nothing there defines and nothing here calls.
  let linked: [LinkerSetting] = [.unsafeFlags(["-Xlinker", "--allow-shlib-undefined"])]
  // The tests start a server of their own, so they run where one can be started.
  let tests: [Target] = [
    // A real server and real phones, for the tests of every target.
    .target(name: "AlongsideTesting", dependencies: ["Alongside"], path: "Tests/AlongsideTesting"),
    .testTarget(name: "AlongsideTests", dependencies: ["Alongside", "AlongsideTesting", "FirstLines"]),
    .testTarget(name: "AlongsideScreensTests", dependencies: ["AlongsideScreens", "AlongsideTesting"]),
    // The first lines an app writes, as a program.
    .executableTarget(
      name: "FirstLines", dependencies: ["Alongside", "AlongsideTesting"], path: "Examples/FirstLines"),
    // Stands before the library in the test of an app whose library is another one.
    .target(name: "Drift", path: "Tests/Drift"),
  ]
  let forTests: [Product] = [.library(name: "Drift", type: .dynamic, targets: ["Drift"])]
#else
  // Made by scripts/build-xcframework.sh for devices and simulators.
  let library = Target.binaryTarget(name: "AlongsideFFI", path: "build/AlongsideFFI.xcframework")
  let linked: [LinkerSetting] = [.linkedFramework("Security"), .linkedFramework("SystemConfiguration")]
  let tests: [Target] = []
  let forTests: [Product] = []
#endif

let package = Package(
  name: "Alongside",
  defaultLocalization: "en",
  platforms: [.iOS(.v17), .macOS(.v14)],
  products: [
    .library(name: "Alongside", targets: ["Alongside"]),
    .library(name: "AlongsideScreens", targets: ["AlongsideScreens"]),
  ] + forTests,
  targets: [
    library,
    // Generated, never committed. In Swift 5 mode: the generator's code is not ready for Swift 6.
    .target(
      name: "AlongsideCore", dependencies: ["AlongsideFFI"], path: "build/AlongsideCore",
      swiftSettings: [.swiftLanguageMode(.v5)],
      linkerSettings: linked),
    .target(name: "Alongside", dependencies: ["AlongsideCore"]),
    .target(name: "AlongsideScreens", dependencies: ["Alongside"]),
  ] + tests
)
