import PowerDomain
import Testing

struct SHA256Tests {
    @Test(
        "the digests are those of FIPS 180-4's examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func examples(_ text: String, _ digest: String) { #expect(Hexadecimal.text(SHA256.digest(Array(text.utf8))) == digest) }

    @Test("a million letters in pieces give the known digest")
    func pieces() {
        var hash = SHA256()
        for _ in 0..<10_000 { hash.add(repeatElement(0x61, count: 100)) }
        #expect(Hexadecimal.text(hash.finish()) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("hexadecimal digits are read back, anything else is not")
    func hexadecimal() {
        #expect(Hexadecimal.bytes("00ff7A") == [0, 255, 122])
        #expect(Hexadecimal.bytes("0") == nil)
        #expect(Hexadecimal.bytes("0g") == nil)
    }
}
