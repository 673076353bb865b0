internal import Foundation
internal import GRDB
internal import PowerDomain

extension [UInt8] {
    /// As a blob.
    var databaseBytes: Data { Data(self) }
}

extension Row {
    /// The value of a column; what is not of its type is damaged. A plain subscript would end the process.
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: Int) throws(StoreFailure) -> Value {
        do { return try decode(Value.self, atIndex: column) } catch { throw .damaged }
    }

    /// The value of a column that may be empty.
    func optional<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: Int) throws(StoreFailure) -> Value? {
        do { return try decode(Value?.self, atIndex: column) } catch { throw .damaged }
    }

    /// The bytes of a blob.
    func bytes(_ column: Int) throws(StoreFailure) -> [UInt8] { Array(try value(column) as Data) }

    /// The moment in a column of seconds.
    func moment(_ column: Int) throws(StoreFailure) -> Moment { Moment(seconds: try value(column)) }
}
