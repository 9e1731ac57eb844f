// swift-tools-version: 6.0
// The package `Alongside`: the core for iOS apps, and for tests on Linux. See README.md.
import PackageDescription

#if os(Linux)
  // The library of this machine, found by `-L` (see scripts/test.sh).
  let library = Target.systemLibrary(name: "AlongsideFFI", path: "Sources/AlongsideFFI")
  // Debian's libswiftObservation.so wants a symbol that nothing there defines and nothing here calls.
  let linked: [LinkerSetting] = [.unsafeFlags(["-Xlinker", "--allow-shlib-undefined"])]
#else
  // Made by scripts/build-xcframework.sh for devices and simulators.
  let library = Target.binaryTarget(name: "AlongsideFFI", path: "../build/xcframework/AlongsideFFI.xcframework")
  let linked: [LinkerSetting] = [.linkedFramework("Security"), .linkedFramework("SystemConfiguration")]
#endif

let package = Package(
  name: "Alongside",
  defaultLocalization: "en",
  platforms: [.iOS(.v17), .macOS(.v14)],
  products: [
    .library(name: "Alongside", targets: ["Alongside"]),
    .library(name: "AlongsideScreens", targets: ["AlongsideScreens"]),
  ],
  targets: [
    library,
    // Generated, never committed. In Swift 5 mode: the generator's code is not ready for Swift 6.
    .target(
      name: "AlongsideCore", dependencies: ["AlongsideFFI"], path: "build/AlongsideCore",
      swiftSettings: [.swiftLanguageMode(.v5)],
      linkerSettings: linked),
    .target(name: "Alongside", dependencies: ["AlongsideCore"]),
    .target(name: "AlongsideScreens", dependencies: ["Alongside"]),
    // A real server and real phones, for the tests of every target.
    .target(name: "AlongsideTesting", dependencies: ["Alongside"], path: "Tests/AlongsideTesting"),
    .testTarget(name: "AlongsideTests", dependencies: ["Alongside", "AlongsideTesting"]),
    .testTarget(name: "AlongsideScreensTests", dependencies: ["AlongsideScreens", "AlongsideTesting"]),
  ]
)
