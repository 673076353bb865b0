internal import PowerDomain

extension DemoSet {
    // MARK: Outages

    /// Planned work of this and the next days and a fault or two, near homes of the set.
    func outages() -> [OutageNotice] {
        let homes = accounts()
        let planned = DemoPlace.all.indices.map { index in
            var random = SeededRandom(seed: seed, 4, index)
            let home = homes[index * homes.count / DemoPlace.all.count + random.below(20)]
            let from = Moment(today.adding(days: index % 4), hour: 8 + random.below(3))
            return OutageNotice(
                areas: [area(of: home)], region: home.place.region, isPlanned: true, from: from,
                to: from.adding(hours: 4 + random.below(5)),
                reason: "演示：" + random.pick(["线路检修", "变压器更换", "配网改造", "配合市政施工"]))
        }
        let faults = [0, 3].map { index in
            let home = homes[index * homes.count / DemoPlace.all.count + 25]
            let from = Moment(today, hour: 6, minute: 30)
            return OutageNotice(
                areas: [area(of: home)], region: home.place.region, isPlanned: false, from: from,
                to: index == 0 ? nil : from.adding(hours: 5),
                reason: "演示：线路故障，抢修中")
        }
        return planned + faults
    }

    /// District and estate: what a notice names.
    private func area(of home: Home) -> String {
        let address = home.record.address.dropFirst(home.place.city.count)
        return String(address.prefix { !$0.isNumber })
    }

    // MARK: Halls and staff

    func halls() -> [HallRecord] {
        DemoPlace.all.flatMap { place in
            place.districts.prefix(2).map { district in
                let short = district.dropLast()
                return HallRecord(
                    city: place.city, district: district, name: "\(short)供电营业厅（演示）", address: "\(place.city)\(district)演示路1号",
                    hours: "周一至周五 08:30-17:30", phone: nil)
            }
        }
    }

    func staff() -> [StaffMember] {
        let day = DutyHours(.working, minutes: 510..<1050)
        let night = DutyHours(.all, minutes: 1050..<1950)
        let weekend = DutyHours(.off, minutes: 510..<1050)
        let posts: [(office: Office, skills: [String], capacity: Int, duty: [DutyHours])] = [
            (.front, ["service", "complaint", "bill", "payment"], 5, [day]), (.front, ["service", "outage", "safety"], 5, [night]),
            (.front, ["service", "outage", "safety", "complaint"], 5, [weekend]),
            (.front, ["service", "account", "arrears"], 5, [day]), (.middle, ["outage", "safety"], 8, [day, weekend]),
            (.middle, ["outage", "safety", "arrears"], 8, [night]), (.middle, ["connection"], 12, [day]),
            (.middle, ["account", "tariff", "payment"], 15, [day]), (.middle, ["meter", "bill"], 12, [day]),
            (.middle, ["vas"], 10, [day]), (.back, ["tariff", "bill", "payment"], 10, [day]),
            (.back, ["outage", "connection"], 10, [day]), (.back, ["complaint", "safety"], 10, [day, weekend]),
        ]
        return posts.enumerated().map { index, post in
            var random = SeededRandom(seed: seed, 5, index)
            let name = random.pick(DemoPlace.familyNames) + random.pick(DemoPlace.givenNames) + "（演示）"
            return StaffMember(
                "D" + Self.padded(index + 1, 3), name: name, office: post.office, skills: post.skills, capacity: post.capacity,
                duty: post.duty)
        }
    }
}
