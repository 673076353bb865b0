internal import CPCRE2

/// The working memory of pattern matching: limits, JIT stack and match data. One for each thread.
///
/// Match limit 10,000, heap 8 MiB, JIT stack 256 KiB; a match that would need more is no match, and is counted.
package final class PatternMatcher {
    private let context: OpaquePointer
    private let stack: OpaquePointer
    private let data: OpaquePointer
    /// Groups that a pattern may have, the whole match included.
    static let mostGroups: UInt32 = 64
    /// Matches given up because they ran into a limit, since this matcher was made.
    package private(set) var limitHits = 0

    package init() {
        context = pcre2_match_context_create_8(nil)
        pcre2_set_match_limit_8(context, 10_000)
        pcre2_set_heap_limit_8(context, 8 * 1024)
        stack = pcre2_jit_stack_create_8(32 * 1024, 256 * 1024, nil)
        pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
        data = pcre2_match_data_create_8(Self.mostGroups, nil)
    }

    deinit {
        pcre2_match_data_free_8(data)
        pcre2_jit_stack_free_8(stack)
        pcre2_match_context_free_8(context)
    }

    /// The first match in `bytes` (valid UTF-8) at or after `start`.
    package func firstMatch(
        of pattern: Pattern, in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) -> PatternMatch? {
        guard run(pattern, bytes, start), let range = range(0) else { return nil }
        var captures: [String: Range<Int>] = [:]
        for (name, group) in pattern.captures { captures[name] = self.range(group) }
        return PatternMatch(range: range, captures: captures)
    }

    /// All matches in the folded text, from left to right, none overlapping.
    package func matches(of pattern: Pattern, in text: FoldedText) -> [PatternMatch] {
        text.utf8.withUnsafeBufferPointer { bytes in
            var found: [PatternMatch] = [], start = 0
            while start <= bytes.count, let match = firstMatch(of: pattern, in: bytes, from: start) {
                if !match.range.isEmpty { found.append(match) }
                start = max(match.range.upperBound, start + 1)
                while start < bytes.count, bytes[start] & 0xC0 == 0x80 { start += 1 }
            }
            return found
        }
    }

    /// Whether `pattern` matches anywhere in `bytes`, and where.
    @inline(__always)
    func range(of pattern: Pattern, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        run(pattern, bytes, 0) ? range(0) : nil
    }

    private func run(_ pattern: Pattern, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        // `pcre2_match` takes the JIT code where there is some; the text is known to be valid UTF-8.
        let status = pcre2_match_8(
            pattern.code, base, bytes.count, start, UInt32(PCRE2_NO_UTF_CHECK), data, context)
        if status > 0 { return true }
        if status != PCRE2_ERROR_NOMATCH { limitHits += 1 }
        return false
    }

    private func range(_ group: Int) -> Range<Int>? {
        guard let offsets = pcre2_get_ovector_pointer_8(data) else { return nil }
        let first = offsets[2 * group], last = offsets[2 * group + 1]
        return first <= last && last != Int.max && first >= 0 ? first..<last : nil
    }
}
