/// The best choice of one column for each row, or none, where every column serves one row: the Hungarian method.
enum Assignment {
    /// `scores` by row and column; what is not above `floor` is never chosen. The column of each row, nil for none.
    static func best(_ scores: [[Float]], floor: Float) -> [Int?] {
        let rows = scores.count, given = scores.first?.count ?? 0
        guard rows > 0 else { return [] }
        // One empty column for each row stands for "none".
        let columns = given + rows
        func cost(_ row: Int, _ column: Int) -> Float { column < given ? min(0, floor - scores[row][column]) : 0 }
        var rowPotential = [Float](repeating: 0, count: rows + 1), columnPotential = [Float](repeating: 0, count: columns + 1)
        var rowOf = [Int](repeating: 0, count: columns + 1), before = [Int](repeating: 0, count: columns + 1)
        for row in 1...rows {
            rowOf[0] = row
            var column = 0
            var least = [Float](repeating: .infinity, count: columns + 1), isUsed = [Bool](repeating: false, count: columns + 1)
            repeat {
                isUsed[column] = true
                let current = rowOf[column]
                var delta = Float.infinity, next = 0
                for other in 1...columns where !isUsed[other] {
                    let reduced = cost(current - 1, other - 1) - rowPotential[current] - columnPotential[other]
                    if reduced < least[other] { least[other] = reduced; before[other] = column }
                    if least[other] < delta { delta = least[other]; next = other }
                }
                for other in 0...columns {
                    if isUsed[other] { rowPotential[rowOf[other]] += delta; columnPotential[other] -= delta } else { least[other] -= delta }
                }
                column = next
            } while rowOf[column] != 0
            repeat {
                let other = before[column]
                rowOf[column] = rowOf[other]
                column = other
            } while column != 0
        }
        var chosen = [Int?](repeating: nil, count: rows)
        for column in 1...columns where rowOf[column] != 0 && column <= given && scores[rowOf[column] - 1][column - 1] > floor {
            chosen[rowOf[column] - 1] = column - 1
        }
        return chosen
    }
}
