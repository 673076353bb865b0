/// A supply region as tariffs and accounts name it; `guangdong` stands for the province's other cities.
package enum Region: String, CaseIterable, Hashable, Sendable {
    case guangzhou, shenzhen, guangdong, guangxi, yunnan, guizhou, hainan
}
