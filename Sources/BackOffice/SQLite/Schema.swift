internal import GRDB

/// The tables, as a list of steps from an empty file; a step that was released is never edited.
enum Schema {
    /// Tells files of this program from other databases ("PwHl").
    static let applicationID: Int32 = 0x5077_486C

    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator().disablingDeferredForeignKeyChecks()
        migrator.registerMigration("1 orders") { try $0.execute(sql: orders) }
        migrator.registerMigration("2 conversations") { try $0.execute(sql: conversations) }
        migrator.registerMigration("3 audit") { try $0.execute(sql: audit) }
        migrator.registerMigration("4 business") { try $0.execute(sql: business) }
        migrator.registerMigration("5 file") { try $0.execute(sql: "PRAGMA application_id = \(applicationID)") }
        return migrator
    }()

    /// Whether the tables are those that the steps make: a damaged name would come to light in the middle of a turn.
    static func isWhole(_ database: Database) throws -> Bool {
        let fresh = try DatabaseQueue()
        try migrator.migrate(fresh)
        return try shape(database) == fresh.read(shape)
    }

    private static func shape(_ database: Database) throws -> [Row] {
        try Row.fetchAll(
            database, sql: "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name")
    }

    private static let orders = """
        CREATE TABLE order_counter (day TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID, STRICT;
        CREATE TABLE work_order (
          id TEXT PRIMARY KEY, age INTEGER NOT NULL UNIQUE, kind TEXT NOT NULL, state TEXT NOT NULL, office TEXT NOT NULL,
          is_open INTEGER NOT NULL, created INTEGER NOT NULL, late_after INTEGER, customer TEXT, session TEXT, phone TEXT,
          assignee TEXT, area TEXT, body BLOB NOT NULL
        ) STRICT;
        CREATE INDEX order_by_state ON work_order (state, office, age);
        CREATE INDEX order_by_customer ON work_order (customer, age) WHERE customer IS NOT NULL;
        CREATE INDEX order_by_session ON work_order (session, age) WHERE session IS NOT NULL;
        CREATE INDEX order_by_phone ON work_order (phone, age) WHERE phone IS NOT NULL;
        CREATE INDEX order_by_lateness ON work_order (late_after) WHERE is_open AND late_after IS NOT NULL;
        CREATE INDEX order_by_area ON work_order (area, kind, created) WHERE area IS NOT NULL;
        """

    private static let conversations = """
        CREATE TABLE session (
          id TEXT PRIMARY KEY, version INTEGER NOT NULL, expires INTEGER NOT NULL, body BLOB NOT NULL
        ) STRICT;
        CREATE INDEX session_by_expiry ON session (expires);
        CREATE TABLE keyed_result (
          scope TEXT NOT NULL, key TEXT NOT NULL, fingerprint BLOB NOT NULL, expires INTEGER NOT NULL, result BLOB NOT NULL,
          PRIMARY KEY (scope, key)
        ) STRICT;
        CREATE INDEX result_by_expiry ON keyed_result (expires);
        CREATE TABLE failure (subject TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
        CREATE INDEX failure_by_subject ON failure (subject, at);
        CREATE INDEX failure_by_time ON failure (at);
        """

    private static let audit = """
        CREATE TABLE audit (
          sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, object TEXT NOT NULL,
          result TEXT NOT NULL, digests TEXT NOT NULL, hash BLOB NOT NULL
        ) STRICT;
        CREATE TABLE salt (person TEXT PRIMARY KEY, salt BLOB NOT NULL) WITHOUT ROWID, STRICT;
        """

    private static let business = """
        CREATE TABLE account (
          number TEXT PRIMARY KEY, region TEXT NOT NULL, name TEXT NOT NULL, phone TEXT, id_no TEXT, address TEXT NOT NULL,
          category TEXT NOT NULL, meter_no TEXT
        ) WITHOUT ROWID, STRICT;
        CREATE TABLE bill (
          account TEXT NOT NULL, period TEXT NOT NULL, energy INTEGER NOT NULL, amount INTEGER NOT NULL, due TEXT NOT NULL,
          paid TEXT, PRIMARY KEY (account, period)
        ) WITHOUT ROWID, STRICT;
        CREATE TABLE usage (
          account TEXT NOT NULL, day TEXT NOT NULL, energy INTEGER NOT NULL, PRIMARY KEY (account, day)
        ) WITHOUT ROWID, STRICT;
        CREATE TABLE outage (
          key TEXT PRIMARY KEY, region TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER, body TEXT NOT NULL
        ) STRICT;
        CREATE INDEX outage_by_end ON outage (region, ends);
        CREATE TABLE record (
          kind TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, key)
        ) WITHOUT ROWID, STRICT;
        """
}
