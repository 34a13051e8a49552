// swift-tools-version: 6.1
import PackageDescription

// Floors: a target depends only on targets of the floors above its own line.
let package = Package(
    name: "coachd",
    products: [.executable(name: "coachd", targets: ["coachd"])],
    targets: [
        // Floor 0
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "Diagnostics"),
        // Floor 1
        .target(name: "TOML", dependencies: ["Diagnostics"]),
        .target(name: "CivilTime", dependencies: ["Diagnostics"]),
        .target(name: "SQLite", dependencies: ["CSQLite"]),
        .target(name: "HTTP", dependencies: ["CCurl"]),
        .target(name: "CSV", dependencies: ["Diagnostics"]),
        .target(name: "JSON"),
        .target(name: "Signing"),
        // Floor 2
        .target(name: "Coaching", dependencies: ["CivilTime", "Diagnostics"]),
        // Floor 3
        .target(name: "Store", dependencies: ["SQLite", "JSON", "Coaching", "CivilTime"]),
        .target(name: "Chat", dependencies: ["JSON", "Signing", "Coaching", "CivilTime"]),
        // Floor 4
        .target(name: "Configuration", dependencies: ["TOML", "CivilTime", "Coaching", "Chat", "Diagnostics"]),
        .target(
            name: "Import", dependencies: ["CSV", "JSON", "Store", "SQLite", "Coaching", "CivilTime", "Diagnostics"]),
        .target(name: "Engine", dependencies: ["CivilTime", "Coaching", "Store", "Chat", "HTTP", "JSON"]),
        // Floor 5
        .executableTarget(
            name: "coachd",
            dependencies: [
                "Diagnostics", "JSON", "CivilTime", "SQLite", "Coaching", "Store", "Chat", "HTTP", "Configuration",
                "Import",
                "Engine",
            ]),
        // Tests
        .testTarget(name: "CSVTests", dependencies: ["CSV", "Diagnostics"]),
        .testTarget(
            name: "CivilTimeTests", dependencies: ["CivilTime", "Diagnostics"], exclude: ["Oracle", "Calendars"]),
        .testTarget(
            name: "ChatTests", dependencies: ["Chat", "Coaching", "CivilTime", "Signing"], exclude: ["Payloads"]),
        .testTarget(
            name: "EngineTests",
            dependencies: ["Engine", "Chat", "CivilTime", "Coaching", "HTTP", "SQLite", "Store", "Judging"]),
        // Real sockets, the real client, the real queue.
        .testTarget(
            name: "DeliveryFaultTests",
            dependencies: ["Engine", "Chat", "CivilTime", "Coaching", "HTTP", "SQLite", "Store"]),
        .testTarget(name: "JSONTests", dependencies: ["JSON"]),
        .testTarget(name: "HTTPTests", dependencies: ["HTTP"]),
        .testTarget(
            name: "ConfigurationTests",
            dependencies: [
                "Configuration", "Engine", "Store", "SQLite", "Chat", "CivilTime", "Coaching", "Diagnostics",
            ]),
        .testTarget(
            name: "ImportTests", dependencies: ["Import", "Store", "SQLite", "CivilTime", "Coaching", "Diagnostics"]),
        // Drives the built executable as its users do.
        .testTarget(name: "CommandTests", dependencies: ["coachd", "SQLite"]),
        .testTarget(name: "CoachingTests", dependencies: ["Coaching", "CivilTime", "Diagnostics"]),
        .testTarget(name: "SQLiteTests", dependencies: ["SQLite"]),
        .testTarget(
            name: "StoreTests", dependencies: ["Store", "SQLite", "Coaching", "CivilTime"], exclude: ["Opening/Stores"]),
        .testTarget(name: "SigningTests", dependencies: ["Signing"]),
        .testTarget(name: "TOMLTests", dependencies: ["TOML", "Diagnostics"]),
        // The promises of a year, judged by the stored rows alone, and a program that simulates many years and has them judged.
        .target(name: "Judging", dependencies: ["Store", "SQLite", "CivilTime", "JSON"], path: "Tests/Judging"),
        .executableTarget(
            name: "years", dependencies: ["Engine", "Store", "SQLite", "Chat", "Coaching", "CivilTime", "Judging"],
            path: "Tests/Years"),
        // Reads TOML on standard input and prints the tagged JSON of the public toml-test suite.
        .executableTarget(name: "toml-decoder", dependencies: ["TOML", "Diagnostics"], path: "Tests/toml-decoder"),
    ],
    swiftLanguageModes: [.v6]
)
