// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// Training and scoring run under `swift test` too: these targets are optimised in debug builds,
/// so that no second, release build is needed for the suite.
let hot: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
    name: "powerhall",
    products: [.executable(name: "powerhall", targets: ["powerhall"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        .systemLibrary(name: "CEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        .target(name: "JSONText", swiftSettings: hot),
        .target(name: "PowerDomain", swiftSettings: hot),
        .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3"])]),
        .target(name: "TextAnalysis", dependencies: ["CPCRE2", "CKernels"], swiftSettings: hot),
        .target(name: "LanguageUnderstanding", dependencies: ["TextAnalysis", "PowerDomain"], swiftSettings: hot),
        .target(
            name: "CImaging", cSettings: [.unsafeFlags(["-O2"])],
            linkerSettings: [.linkedLibrary("jpeg"), .linkedLibrary("png16"), .linkedLibrary("tiff")]),
        .target(name: "CConfinement"),
        .target(name: "Recognition", dependencies: ["CImaging", "CConfinement"], swiftSettings: hot),
        .target(name: "Documents", dependencies: ["TextAnalysis", "PowerDomain"], swiftSettings: hot),
        .target(name: "Dialogue", dependencies: ["LanguageUnderstanding", "TextAnalysis", "PowerDomain"], swiftSettings: strict),
        .target(
            name: "Knowledge",
            dependencies: [
                "Dialogue", "LanguageUnderstanding", "Documents", "TextAnalysis", "PowerDomain", "JSONText",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .target(
            name: "MiddleOffice", dependencies: ["Dialogue", "LanguageUnderstanding", "Documents", "TextAnalysis", "PowerDomain"],
            swiftSettings: strict),
        .target(
            name: "BackOffice", dependencies: ["PowerDomain", "JSONText", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .target(
            name: "FrontOffice",
            dependencies: [
                "MiddleOffice", "Dialogue", "LanguageUnderstanding", "Documents", "TextAnalysis", "PowerDomain", "JSONText", "CEdit",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: hot),
        .executableTarget(
            name: "powerhall",
            dependencies: [
                "FrontOffice", "MiddleOffice", "Recognition", "Knowledge", "Dialogue", "LanguageUnderstanding", "Documents",
                "TextAnalysis", "PowerDomain", "JSONText",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "tools",
            dependencies: [
                "TextAnalysis",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Pretrained"], swiftSettings: strict),
        .executableTarget(
            name: "bench",
            dependencies: [
                "Knowledge", "Documents", "Recognition", "LanguageUnderstanding", "TextAnalysis", "PowerDomain", "JSONText",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Peers"],
            swiftSettings: strict),
        .executableTarget(name: "torture", dependencies: ["BackOffice", "PowerDomain"], swiftSettings: strict),
        .target(
            name: "TestSupport",
            dependencies: [
                "FrontOffice", "MiddleOffice", "Knowledge", "Dialogue", "LanguageUnderstanding", "Documents", "TextAnalysis",
                "PowerDomain",
            ],
            path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "JSONTextTests", dependencies: ["JSONText"], swiftSettings: hot),
        .target(name: "CTestPictures", dependencies: ["CImaging"], path: "Tests/CTestPictures"),
        .executableTarget(name: "recworker", dependencies: ["Recognition"], path: "Tests/RecognitionWorkerFixture", swiftSettings: strict),
        .testTarget(name: "RecognitionTests", dependencies: ["Recognition", "CTestPictures", "recworker"], swiftSettings: strict),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Documents", "MiddleOffice", "Knowledge", "TextAnalysis", "PowerDomain", "TestSupport"],
            swiftSettings: hot),
        .testTarget(name: "PowerDomainTests", dependencies: ["PowerDomain", "TextAnalysis"], swiftSettings: strict),
        .testTarget(name: "TextAnalysisTests", dependencies: ["TextAnalysis"], swiftSettings: strict),
        .testTarget(
            name: "LanguageUnderstandingTests",
            dependencies: ["LanguageUnderstanding", "TextAnalysis", "PowerDomain", "Knowledge", "TestSupport"], swiftSettings: hot),
        .testTarget(
            name: "DialogueTests", dependencies: ["Dialogue", "LanguageUnderstanding", "TextAnalysis", "PowerDomain"], swiftSettings: strict
        ),
        .testTarget(
            name: "KnowledgeTests",
            dependencies: ["Knowledge", "Dialogue", "LanguageUnderstanding", "TextAnalysis", "PowerDomain", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "MiddleOfficeTests",
            dependencies: ["MiddleOffice", "Documents", "Dialogue", "LanguageUnderstanding", "TextAnalysis", "PowerDomain"],
            swiftSettings: strict),
        .testTarget(
            name: "BackOfficeTests", dependencies: ["BackOffice", "PowerDomain", "torture", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .testTarget(
            name: "FrontOfficeTests",
            dependencies: [
                "FrontOffice", "MiddleOffice", "Documents", "Dialogue", "LanguageUnderstanding", "TextAnalysis", "PowerDomain", "JSONText",
                "TestSupport",
            ],
            swiftSettings: hot),
        .testTarget(
            name: "PowerhallTests",
            dependencies: [
                "powerhall", "FrontOffice", "MiddleOffice", "Knowledge", "Documents", "Dialogue", "LanguageUnderstanding", "TextAnalysis",
                "PowerDomain", "JSONText", "TestSupport",
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
