/// How the networks are used; the defaults are what accuracy, memory and time were measured with.
package struct PPOCRSettings: Sendable {
    package var detection = Detection()
    package var recognition = Recognition()

    package init() {}

    /// Thresholds and growth are those that the network was published with.
    package struct Detection: Sendable {
        /// Probability above which a pixel is text.
        package var pixelThreshold: Float = 0.3
        /// Mean probability that a region must reach.
        package var regionThreshold: Float = 0.5
        /// Growth of a region: by this times area over perimeter.
        package var growth: Float = 1.6
        /// Shorter side that a region must have, in pixels of the network's map, before it grows.
        package var leastSide: Float = 3
        /// Shorter side that it must have once grown.
        package var leastGrownSide: Float = 5
        /// Regions beyond this number are left out.
        package var mostRegions = 1000
        /// Pixels that the shorter side of the input is brought up to, as far as the two limits below allow.
        package var shortSide = 736
        /// Longest side of the input in pixels.
        package var longestSide = 960
        /// Most pixels of the input: memory and time of the network go with its area.
        package var mostPixels = 960 * 960
    }

    /// How crops are put together for one run of the recognition network.
    package struct Recognition: Sendable {
        /// Crops in one run.
        package var batch = 1
        /// A crop joins a run only if it is at most this many times as wide as the narrowest in it.
        package var padding = 1.15
        /// Widths are rounded up to a multiple of this: the network takes a step every 8 pixels.
        package var widthStep = 8
        /// Narrowest input.
        package var leastWidth = 48
        /// Widest input; a longer line is squeezed into it.
        package var mostWidth = 3200
    }
}
