import TextAnalysis
import Foundation
@main struct P { static func main() throws {
    // usage: bench train.tsv test.tsv  (label author kind text / label text)
    let a = CommandLine.arguments
    func read(_ p: String) throws -> [[String]] { try String(contentsOfFile: p, encoding: .utf8).split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) } }
    let train = try read(a[1]).map { TrainingSample(text: $0[3], label: $0[0], kind: $0[2].isEmpty ? nil : $0[2], author: $0[1]) }
    let test = try read(a[2])
    var lex = ConceptLexicon.empty
    func opt(_ n: String, _ d: Double) -> Double { if let i = a.firstIndex(of: "-"+n) { return Double(a[i+1])! } ; return d }
    if let i = a.firstIndex(of: "-lex") { lex = ConceptLexicon(try read(a[i+1]).map { .init(concept: $0[0], terms: Array($0.dropFirst())) }) }
    var plan = TrainingPlan(views: FeatureViews(characters: Int(opt("c",3)), words: Int(opt("w",2)), pinyin: Int(opt("p",2)), concepts: Int(opt("k",2)), wordWeight: Float(opt("ww",1)), pinyinWeight: Float(opt("pw",0.7)), conceptWeight: Float(opt("kw",1))), background: "oos",
        detectors: [.init(name: "danger", positives: ["safety.electric_shock","safety.hazard_report"])] + (opt("kinds",1) > 0 ? Set(train.compactMap(\.kind)).sorted().map { .init(name: $0, positives: [$0]) } : []), cost: Float(opt("C",1)), evenness: Float(opt("ev",0.5)), epochs: Int(opt("e",12)), minimumDocuments: Int(opt("df",2)), maximumFeatures: Int(opt("max",1e6)), backgroundIsNegative: opt("bn",1) > 0)
    plan.folds = Int(opt("folds",3))
    let t0 = Date()
    let bytes = ModelTrainer(plan: plan, lexicon: lex).train(train, fingerprint: "x")
    let t1 = Date()
    let c = TextClassifier(model: try NGramModel(ModelBytes(bytes)), lexicon: lex)
    var w = c.makeWorkspace(); var f = FoldedText()
    let known = Set(c.labels + ["oos"])
    let dangerLane = 0
    var dangerHit = 0, dangerAll = 0, falseDanger = 0, others = 0
    let outs = test.map { r -> Outcome in
        let text = r.last!
        f.assign(text); let ev = c.score(f, &w); let g = c.best(3, w); let ins = c.calibration.inScope(ev)
        let d = c.detection(dangerLane, w)
        if r[0] == "safety.electric_shock" || r[0] == "safety.hazard_report" { dangerAll += 1; if d.isDoubtful { dangerHit += 1 } else { print("MISS", d.score, text) } } else { others += 1; if d.isDoubtful { falseDanger += 1 } }
        let dec: Outcome.Decision = ins < c.calibration.scopeThreshold ? .reject : g[0].probability < c.calibration.clarifyThreshold ? .clarify(offered: g.map { c.labels[$0.label] }) : .accept
        return Outcome(truth: r[0].split(separator: "+").map(String.init), ranking: g.map { c.labels[$0.label] }, confidence: Double(g[0].probability), inScope: Double(ins), decision: dec, found: [c.labels[g[0].label]], language: r.count > 2 ? r[1] : nil, style: r.count > 2 ? r[2] : nil)
    }
    let t2 = Date()
    let s = Scorecard(outs, known: known)
    print(String(format: "acc %.4f top3 %.4f f1 %.4f decided %.4f clar %.3f ece %.3f | oos auroc %.4f rec@5 %.4f recall %.3f fr %.3f | danger %d/%d false %d/%d | train %.1fs size %.2fMB feats %d us/line %.2f", s.accuracy, s.top3, s.macroF1, s.accuracyDecided, s.clarified, s.calibrationError, s.outOfScope?.auroc ?? 0.0, s.outOfScope?.recallAt5Percent ?? 0.0, s.outOfScope?.recall ?? 0.0, s.outOfScope?.falseRejects ?? 0.0, dangerHit, dangerAll, falseDanger, others, t1.timeIntervalSince(t0), Double(bytes.count)/1e6, c.model.header.features, t2.timeIntervalSince(t1)*1e6/Double(test.count)))
    print(s.byLanguage.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.lines) \(Int($0.value.accuracy*1000))" })
    if a.contains("-v") { for (k,v) in s.confusions.sorted(by: { $0.value > $1.value }).prefix(40) { print(k.truth, "→", k.guess, v) } }
} }
