/// Form of a real-estate unit number (不动产单元号), GB/T 37346: 28 characters without spaces. The standard sets no
/// check character; the letters are those seen on certificates, so the rule locates and does not prove wrong.
package struct PropertyUnitCheck: CheckRule {
    package static let name = "property_unit"
    package static let examples = CheckExamples(
        pass: ["440106004012GB00123F00010023", "450205012003JC00007F00010001", "440106004012gb00123w00000000"],
        fail: [
            "440106004012GB00123F0001002": .length, "440106 004012 GB00123 F00010023": .length,
            "440106004012KB00123F00010023": .alphabet, "440106004012GB0O123F00010023": .alphabet,
        ])

    package init() {}

    package func flaw(in text: String) -> CheckFlaw? { CodeShape.propertyUnit.flaw(in: text) }
}
