/// The pages of one file, decoded one at a time, so that no more than one is in memory.
package protocol PageReader: AnyObject {
    /// Pages that `next` will give.
    var pageCount: Int { get }
    /// Pages beyond the limit.
    var unreadPages: Int { get }
    /// Pixels of the page that `next` will decode, at most.
    var pixelsAhead: Int { get }
    /// The next page, nil after the last one.
    func next() throws(RecognitionError) -> Picture?
}
