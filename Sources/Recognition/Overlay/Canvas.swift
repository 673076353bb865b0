/// Lines and digits drawn into a picture. What lies outside is cut off.
struct Canvas {
    typealias Colour = (UInt8, UInt8, UInt8)

    struct Point {
        let x: Float, y: Float

        /// Far outside is as good as just outside, and cheaper.
        init(_ x: Float, _ y: Float) {
            self.x = x.isFinite ? min(max(x, -20_000), 20_000) : 0
            self.y = y.isFinite ? min(max(y, -20_000), 20_000) : 0
        }
    }

    private(set) var picture: Picture

    init(_ picture: Picture) { self.picture = picture }

    mutating func line(from start: Point, to end: Point, _ thickness: Int, _ colour: Colour) {
        let steps = max(1, Int(max(abs(end.x - start.x), abs(end.y - start.y)).rounded(.up)))
        for step in 0...steps {
            let part = Float(step) / Float(steps)
            let x = Int((start.x + (end.x - start.x) * part).rounded()), y = Int((start.y + (end.y - start.y) * part).rounded())
            fill(x - thickness / 2, y - thickness / 2, thickness, thickness, colour)
        }
    }

    /// White digits on a ground of `colour`, standing on `point`, kept inside the picture.
    mutating func number(_ number: Int, above point: Point, scale: Int, _ colour: Colour) {
        let digits = String(number).utf8.map { Int($0) - 48 }
        let width = (digits.count * 6 + 1) * scale, height = 9 * scale
        let x = min(max(Int(point.x), 0), max(picture.width - width, 0))
        let y = min(max(Int(point.y) - height, 0), max(picture.height - height, 0))
        fill(x, y, width, height, colour)
        for (place, digit) in digits.enumerated() {
            draw(digit, x + (place * 6 + 1) * scale, y + scale, scale)
        }
    }

    private mutating func draw(_ digit: Int, _ x: Int, _ y: Int, _ scale: Int) {
        for (row, bits) in Self.digits[digit].enumerated() {
            for column in 0..<5 where bits >> (4 - column) & 1 == 1 {
                fill(x + column * scale, y + row * scale, scale, scale, (255, 255, 255))
            }
        }
    }

    private mutating func fill(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ colour: Colour) {
        let columns = max(x, 0)..<max(min(x + width, picture.width), max(x, 0))
        for row in max(y, 0)..<max(min(y + height, picture.height), max(y, 0)) {
            for column in columns {
                let place = 3 * (row * picture.width + column)
                picture.pixels[place] = colour.0
                picture.pixels[place + 1] = colour.1
                picture.pixels[place + 2] = colour.2
            }
        }
    }

    /// 0 … 9, seven rows of five bits.
    private static let digits: [[UInt8]] = [
        [0b01110, 0b10001, 0b10011, 0b10101, 0b11001, 0b10001, 0b01110],
        [0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110],
        [0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111],
        [0b11110, 0b00001, 0b00001, 0b01110, 0b00001, 0b00001, 0b11110],
        [0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010],
        [0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110],
        [0b00110, 0b01000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110],
        [0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000],
        [0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110],
        [0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100],
    ]
}
