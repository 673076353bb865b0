/// Which of the three offices carries the work: 前台, 中台, 后台. Raw values are those of the wire.
package enum Office: String, CaseIterable, Hashable, Sendable {
    case front, middle, back

    /// The next one towards the back, nil behind it.
    package var next: Office? {
        switch self {
        case .front: .middle
        case .middle: .back
        case .back: nil
        }
    }
}
