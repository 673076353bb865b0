/// Why a picture could not be read. Holds nothing of the picture.
package enum RecognitionError: Error, Equatable {
    /// A file or library that is not there.
    case missingPart(String)
    /// The engine failed, in its own words.
    case engine(String)
    /// The bytes are no picture of any kind that is known.
    case notAPicture
    /// A picture of a kind that is not read; the word says which.
    case unsupported(String)
    /// The file ends early or its body is damaged.
    case truncated
    case tooLarge(width: Int, height: Int)
    case tooSmall(width: Int, height: Int)
    /// A page took longer than it may.
    case timeLimit
    /// The picture needs more memory than it may.
    case memoryLimit
    /// The process that reads pictures ended in the middle of this one.
    case workerLost
}
