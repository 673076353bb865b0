/// Reads the lines of a picture. An engine has one owner at a time and keeps its models between pictures.
package protocol OCREngine: AnyObject {
    /// The word for it in answers, such as `tesseract`.
    static var name: String { get }
    /// The lines from top to bottom, left to right; `page` is 1 in all of them.
    func read(_ picture: Picture) throws(RecognitionError) -> [RecognizedLine]
}
