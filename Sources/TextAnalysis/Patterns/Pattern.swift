internal import CPCRE2

/// A compiled regular expression (PCRE2 syntax) that is matched against folded text.
///
/// Compiled with `UTF | UCP | NEVER_BACKSLASH_C` and JIT. The code is immutable and may be shared between threads;
/// what a match needs besides lies in a `PatternMatcher`.
package final class Pattern: @unchecked Sendable {
    // @unchecked: `code` is never changed after `init`, and PCRE2 allows concurrent matches of one code.

    /// The expression as its author wrote it.
    package let source: String
    /// Names of the captures with their group numbers.
    package let captures: [(name: String, group: Int)]
    /// The expression after folding, as it was compiled.
    private let expression: String
    let code: OpaquePointer
    /// Number of offset pairs that a match needs.
    let pairs: UInt32

    /// Compiles `source`; Han characters in it are folded as the texts are.
    package init(_ source: String) throws(PatternError) {
        self.source = source
        var expression = Self.folded(source)
        var status: Int32 = 0
        var offset = 0
        let options = UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_NEVER_BACKSLASH_C)
        let compiled = expression.withUTF8 { bytes in
            pcre2_compile_8(bytes.baseAddress, bytes.count, options, &status, &offset, nil)
        }
        guard let compiled else {
            throw PatternError(pattern: source, status: status, byteOffset: offset, folded: expression)
        }
        // Without JIT (an unsupported machine) the interpreter serves, with the same limits.
        _ = pcre2_jit_compile_8(compiled, UInt32(PCRE2_JIT_COMPLETE))
        var groupCount: UInt32 = 0
        pcre2_pattern_info_8(compiled, UInt32(PCRE2_INFO_CAPTURECOUNT), &groupCount)
        guard groupCount < PatternMatcher.mostGroups else {
            pcre2_code_free_8(compiled)
            throw PatternError(pattern: source, groups: Int(groupCount))
        }
        code = compiled
        self.expression = expression
        pairs = groupCount + 1
        captures = Self.names(of: compiled)
    }

    deinit { pcre2_code_free_8(code) }

    /// Groups of literals: in every match one of each group occurs. Empty if none can be told.
    package var requiredLiterals: [[String]] { RequiredLiterals(of: expression).groups }

    /// Folds what is not ASCII; ASCII stays, since `\S` is not `\s`.
    private static func folded(_ source: String) -> String {
        var text = ""
        var isEscaped = false
        for scalar in source.unicodeScalars {
            defer { isEscaped = scalar == "\\" && !isEscaped }
            guard scalar.value >= 0x80 else { text.unicodeScalars.append(scalar); continue }
            let target = FoldingTable.standard.fold(scalar.value)
            if target >= 0x80, let kept = Unicode.Scalar(target) {
                text.unicodeScalars.append(kept)
            } else if let kept = Unicode.Scalar(target), target != 0 {
                if !isEscaped, #"\^$.[]|()?*+{}"#.unicodeScalars.contains(kept) { text.append("\\") }
                text.unicodeScalars.append(kept)
            }
        }
        return text
    }

    private static func names(of code: OpaquePointer) -> [(name: String, group: Int)] {
        var count: UInt32 = 0, size: UInt32 = 0
        var table: UnsafePointer<UInt8>?
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &size)
        pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
        guard let table else { return [] }
        return (0..<Int(count)).map { index in
            let entry = table + index * Int(size)
            return (String(cString: entry + 2), Int(entry[0]) << 8 | Int(entry[1]))
        }
    }
}

/// Where a pattern matched, in bytes of the folded text.
package struct PatternMatch: Hashable, Sendable {
    /// The whole match.
    package let range: Range<Int>
    /// The named captures that took part.
    package let captures: [String: Range<Int>]
}
