/// The sex entered on a document; raw values are as printed.
package enum Sex: String, CaseIterable, Hashable, Sendable {
    case male = "男"
    case female = "女"

    /// Reads 男, 女, M, F and the two together as passports print them (男/M).
    package init?(printed text: some StringProtocol) {
        switch String(text.filter { !$0.isWhitespace }).uppercased() {
        case "男", "M", "男/M", "M/男": self = .male
        case "女", "F", "女/F", "F/女": self = .female
        default: return nil
        }
    }

    /// The sex of an odd or even sequence number: odd is male (GB 11643-1999, 4.3).
    init(sequence: Int) { self = sequence % 2 == 1 ? .male : .female }
}
