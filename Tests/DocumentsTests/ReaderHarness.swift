import Documents
import MiddleOffice
import PowerDomain
import TestSupport

/// Reads texts as of a fixed day.
enum Harness {
    static let day = CalendarDay(daysSince1970: 20_781)

    static func documents(_ text: String, type: String? = nil) throws -> [Document] {
        let reader = try Checkout.equipment().reader
        var work = reader.makeWorkspace()
        return reader.read(PrintedLine.lines(of: text), DocumentReader.Request(asOf: day, type: type), &work)
    }

    static func document(_ text: String, type: String? = nil) throws -> Document { try documents(text, type: type)[0] }
}
