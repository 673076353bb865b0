import ArgumentParser
struct AllCommand: ParsableCommand { static let configuration = CommandConfiguration(commandName: "all", abstract: "all") 
 @OptionGroup var checkout: Checkout
 func run() throws {} }
struct PublicCommand: ParsableCommand { static let configuration = CommandConfiguration(commandName: "public", abstract: "public"); func run() throws {} }
struct HostileCommand: ParsableCommand { static let configuration = CommandConfiguration(commandName: "hostile", abstract: "x"); func run() throws {} }
