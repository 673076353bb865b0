internal import Dialogue
internal import PowerDomain

/// The hall's counter: carries out what a conversation asks of the business.
struct Counter: ServiceDesk {
    /// What the counter works with, shared by all sessions of a hall.
    final class Registers {
        let orders: any WorkOrderService
        let accounts: any AccountDirectory
        var lockouts = Lockouts()
        /// Sessions in which a phone was given, with the time.
        var contacts: [String: [(session: String, seconds: Double)]] = [:]
        var handOffs: [(session: String, record: HandOff)] = []

        init(orders: any WorkOrderService, accounts: any AccountDirectory) {
            self.orders = orders
            self.accounts = accounts
        }
    }

    let registers: Registers
    let session: String
    let now: Moment
    let seconds: Double
    let calculate: (@Sendable (String, [String: SlotValue], Language) -> ServiceAnswer)?

    func perform(_ call: ServiceCall) -> ServiceAnswer {
        switch call {
        case .open(var request):
            request.key = session + "/" + request.key
            do throws(WorkOrderFault) { return .order(try registers.orders.create(request, at: now)) } catch { return .outOfReach }
        case .order(let id):
            do throws(WorkOrderFault) { return .order(try registers.orders.get(id)) } catch { return .outOfReach }
        case .orders(let phone):
            do throws(WorkOrderFault) { return .orders(try registers.orders.list(phone: phone)) } catch { return .outOfReach }
        case .urge(let id):
            do throws(WorkOrderFault) { return .order(try registers.orders.urge(id, at: now)) } catch { return .outOfReach }
        case .verify(let account, let secret): return verify(account, secret)
        case .bills(let account, let from, let to):
            return registers.accounts.bills(of: account, from: from, to: to).map(ServiceAnswer.bills) ?? .outOfReach
        case .usage(let account, let from, let to):
            return registers.accounts.usage(of: account, from: from, to: to).map(ServiceAnswer.usage) ?? .outOfReach
        case .contacts(let phone): return .count(contacts(phone))
        case .calculate(let flow, let slots, let language): return calculate?(flow, slots, language) ?? .outOfReach
        case .handOff(let record):
            registers.handOffs.append((session, record))
            if registers.handOffs.count > 10_000 { registers.handOffs.removeFirst(1000) }
            // Who is on duty is known with the staff register; until then nobody is.
            return .waiting(nil)
        }
    }

    private func verify(_ account: String, _ secret: String) -> ServiceAnswer {
        if let left = registers.lockouts.locked(account, source: session, at: seconds) { return .locked(seconds: left) }
        guard let kind = registers.accounts.secret(secret, of: account) else {
            registers.lockouts.failed(account, source: session, at: seconds)
            if let left = registers.lockouts.locked(account, source: session, at: seconds) { return .locked(seconds: left) }
            return .refused
        }
        return .verified(kind)
    }

    private func contacts(_ phone: String) -> Int {
        var known = (registers.contacts[phone] ?? []).filter { $0.seconds > seconds - 7200 }
        if !known.contains(where: { $0.session == session }) { known.append((session, seconds)) }
        registers.contacts[phone] = known
        if registers.contacts.count > 50_000 {
            registers.contacts = registers.contacts.filter { $0.value.contains { $0.seconds > seconds - 7200 } }
        }
        return known.count
    }
}
