/// Whether the holder of the account has to agree before an order is carried out: one that ends, reduces, re-prices or
/// redirects supply. Raw values are those of the wire.
package enum HolderCheck: String, Hashable, Sendable {
    case required, done
}
