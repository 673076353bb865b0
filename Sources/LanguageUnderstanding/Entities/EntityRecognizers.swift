/// All recognizers; a new one gets its line here.
package enum EntityRecognizers {
    package static let all: [any EntityRecognizer.Type] = [
        AccountNumberRecognizer.self, AddressRecognizer.self, BankCardRecognizer.self, CompanyRecognizer.self, CountRecognizer.self,
        CreditCodeRecognizer.self, DateRecognizer.self, EmailRecognizer.self, EnergyRecognizer.self, Gazetteer.self,
        IdentityNumberRecognizer.self, MeterNumberRecognizer.self, MoneyRecognizer.self, OrderNumberRecognizer.self,
        PercentRecognizer.self, PersonRecognizer.self, PhoneRecognizer.self, TimeRecognizer.self,
    ]
}
