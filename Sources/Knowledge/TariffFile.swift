internal import Dialogue
package import PowerDomain
internal import Yams

/// A region's figures as its file gives them.
package struct TariffSource: Sendable {
    package struct Block: Sendable {
        package let topic: String
        package let document: String
        package let validFrom: String?
        package let confidence: String
        package let figures: [FigureSource]
    }

    package struct FigureSource: Sendable {
        package let name: String
        package let value: [Language: String]
        package let unit: String
    }

    package let path: String
    /// A region's name, or `national`.
    package let region: String
    package let names: [Language: String]
    package let notOnRecord: [String]
    package let blocks: [Block]
}

/// Reads one file of `models/tariffs/`.
struct TariffFile {
    let file: YAMLFile

    func read(expectedRegion: String) -> TariffSource? {
        let root = file.root
        file.expectKeys(root, ["region", "name", "inherits", "not_on_record", "blocks", "examples"], in: "a tariff file")
        guard let region = file.string(root, "region") else { return nil }
        if region != expectedRegion { file.report("the region is '\(region)', the file is named '\(expectedRegion)'", at: root["region"]) }
        if region != "national", Region(rawValue: region) == nil { file.report("unknown region '\(region)'", at: root["region"]) }
        var names: [Language: String] = [:]
        for (key, value) in file.mapping(root, "name", required: true) ?? Node.Mapping([]) {
            if let language = key.string.flatMap(Language.init(rawValue:)) { names[language] = value.scalar?.string }
        }
        let blocks = (root["blocks"]?.sequence ?? Node.Sequence([])).compactMap { node -> TariffSource.Block? in
            guard let mapping = node.mapping else { file.report("a block must be a mapping", at: node); return nil }
            return block(mapping)
        }
        return TariffSource(
            path: file.path, region: region, names: names, notOnRecord: file.strings(root, "not_on_record").map(\.text), blocks: blocks)
    }

    private func block(_ mapping: Node.Mapping) -> TariffSource.Block? {
        file.expectKeys(
            mapping, ["topic", "document", "valid_from", "seen", "confidence", "sources", "note", "figures", "schedule"],
            in: "a block of figures")
        guard let topic = file.string(mapping, "topic"), let document = file.string(mapping, "document"),
            let confidence = file.string(mapping, "confidence")
        else { return nil }
        if Figure.Confidence(rawValue: confidence) == nil {
            file.report("confidence '\(confidence)' is none of high, medium, low", at: mapping["confidence"])
        }
        guard let validNode = mapping["valid_from"] else {
            file.report("'valid_from' is missing in \(topic); write null if the day was not found")
            return nil
        }
        let valid = validNode.scalar?.string
        let isDate = valid.map { $0 == "null" || $0.count == 7 || CalendarDay($0) != nil } ?? false
        if !isDate { file.report("valid_from must be a day (2021-10-01), a month (2025-06) or null", at: validNode) }
        let figures = (file.mapping(mapping, "figures", required: true) ?? Node.Mapping([])).compactMap { name, node in
            figure(name.string ?? "", node)
        }
        return TariffSource.Block(
            topic: topic, document: document, validFrom: valid == "null" ? nil : valid, confidence: confidence, figures: figures)
    }

    private func figure(_ name: String, _ node: Node) -> TariffSource.FigureSource? {
        guard let mapping = node.mapping, let unit = file.string(mapping, "unit"), let value = mapping["value"] else {
            file.report("the figure '\(name)' wants {value: …, unit: …}", at: node)
            return nil
        }
        if let text = value.scalar?.string { return TariffSource.FigureSource(name: name, value: [.zhHans: text, .en: text], unit: unit) }
        var texts: [Language: String] = [:]
        for (key, text) in value.mapping ?? Node.Mapping([]) {
            if let language = key.string.flatMap(Language.init(rawValue:)) { texts[language] = text.scalar?.string }
        }
        return TariffSource.FigureSource(name: name, value: texts, unit: unit)
    }
}
