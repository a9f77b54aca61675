// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Emend",
  products: [
    .library(name: "Emend", targets: ["Emend"]),
    .executable(name: "emend", targets: ["EmendCommand"]),
    .executable(name: "emend-batch", targets: ["EmendBatch"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
  ],
  targets: [
    // The byte classifier, compiled once per instruction set and chosen at run time.
    .target(name: "CScan"),
    // The C library's allocator, set for large buffers that come again.
    .target(name: "CAllocator"),
    // ICU behind a C header; the only target that names ICU.
    .target(
      name: "CICU",
      linkerSettings: [
        .linkedLibrary("icui18n"), .linkedLibrary("icuuc"), .linkedLibrary("icudata"),
      ]),
    // Text tables, and one C file that embeds their compiled form.
    .target(
      name: "Dictionaries",
      path: "Dictionaries",
      exclude: [
        "en", "hyphens", "names", "romanisation", "furniture", "licences", "compiled", "rules.tsv",
      ],
      sources: ["dictionaries.c"],
      publicHeadersPath: "include"),
    .target(
      name: "Emend",
      dependencies: ["CScan", "CICU", "Dictionaries"],
      // Where an array or a pointer is used unchecked, `unsafe` says so.
      swiftSettings: [.strictMemorySafety()]),
    // zlib behind a C header: gzip, there and back.
    .target(name: "CGzip", linkerSettings: [.linkedLibrary("z")]),
    // toml++ behind a C header: the configuration.
    .target(name: "CTOML"),
    // Calls of Linux that Swift does not see.
    .target(name: "CLinux"),
    // What the programs share: options, files, messages.
    .target(
      name: "CommandKit",
      dependencies: [
        "Emend", "CGzip", "CTOML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .executableTarget(
      name: "EmendCommand",
      dependencies: [
        "Emend", "CAllocator", "CommandKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    // Folders of texts. A program of its own, because the ledger's library brings Foundation.
    .executableTarget(
      name: "EmendBatch",
      dependencies: [
        "Emend", "CommandKit", "CLinux", "CAllocator",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    // What the tools for developers share.
    .target(name: "ToolSupport"),
    // Compiles the text tables of Dictionaries/ into the form that is embedded.
    .executableTarget(name: "CompileDictionaries", dependencies: ["Emend", "ToolSupport"]),
    // Scores the romanisation schemes and the readings of names on tables of other projects.
    .executableTarget(name: "NameScores", dependencies: ["Emend", "ToolSupport"]),
    .executableTarget(
      name: "EmendBenchmark", dependencies: ["Emend", "EmendTestSupport", "CScan", "ToolSupport"]),
    .target(name: "EmendTestSupport", dependencies: ["Emend"], path: "Tests/EmendTestSupport"),
    .testTarget(
      name: "EmendTests",
      dependencies: ["Emend", "EmendTestSupport", "Dictionaries", "CScan"]),
    .testTarget(
      name: "EmendCommandTests",
      dependencies: ["EmendCommand", "EmendBatch", "CommandKit", "Emend", "EmendTestSupport"],
      exclude: ["Commands"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x,
  cxxLanguageStandard: .cxx17
)

// The fuzzers need libFuzzer's runtime: `Scripts/fuzz` builds them.
if Context.environment["EMEND_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzz/CLibFuzzer"),
    .executableTarget(
      name: "EmendFuzz",
      dependencies: ["CLibFuzzer", "Emend", "CommandKit", "CICU", "CScan", "EmendTestSupport"],
      path: "Tests/Fuzz/EmendFuzz"),
  ]
}
