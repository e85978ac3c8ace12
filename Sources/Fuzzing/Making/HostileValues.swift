import LoadBalancerModel

/// Values that readers stumble over.
enum HostileValues {
  static let texts: [String] = [
    "", " ", "  ", ",", ",,", "=", "a=", "=b", "a=b,a=c", "a=b,,c=d", " a , b ", "true", "True", "TRUE", "t", "1", "0",
    "-1",
    "+1", "01", "0x10", "1e9", "1.5", "32767", "32768", "65535", "65536", "2147483647", "2147483648", "-2147483648",
    "9223372036854775807", "9223372036854775808", "-9223372036854775809", "99999999999999999999999", "NaN", "null", "~",
    "{}", "[]", "[{}]", "[null]", "{\"\":\"\"}", "[{\"HTTP\":80},{\"HTTPS\":443}]", "[{\"HTTP\":0}]",
    "[{\"HTTP\":65536}]",
    "{\"type\":\"forward\"}", "{\"a\":{\"a\":{\"a\":[[[]]]}}}", "[[[[[[[[[[", "{\"a\":", "\"", "'", "\\", "\\u0000",
    "\u{0}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}", "\u{FEFF}", "é", "e\u{301}", "ﬃ", "İ", "ß", "🇩🇪",
    "👩‍👩‍👧‍👦",
    "\r\n", "a\nb", "\t", "*", "*.example.com", "*.*", "example.com", "EXAMPLE.com", "a..b", "/*", "/", "//", "/a?b",
    "/**",
    "~ .*", "(?i)x", "[", "(", "10.0.0.0/8", "10.0.0.0/33", "0.0.0.0/0", "::/0", "::/129", "fe80::1%eth0/64",
    "::ffff:1.2.3.4",
    "256.1.1.1", "1.2.3", "arn:aws:acm:us-west-2:111122223333:certificate/0001", "arn:", "arn:aws:::::", "sg-1",
    "subnet-1",
    "use-annotation", "ssl-redirect", "http", "https", "80", "ip", "instance", "internal", "internet-facing",
    "dualstack",
    "dualstack-without-public-ipv4", "HTTP", "HTTPS", "TCP", "UDP", "TCP_UDP", "TLS", "QUIC", "TCP_QUIC", "GRPC",
    "{{ .Values.x }}", "${x}", "<<", "&a", "!!binary aGk=", "2001-01-01", "on", "off", "yes", "1:20", "0o17", "1_000",
    ".inf", "service.k8s.aws/nlb", "ingress.k8s.aws/alb", "alb", "external", "nlb", "nlb-ip",
  ]

  static let raws: [String] = [
    "null", "~", "true", "false", "0", "1", "-1", "80", "443", "65536", "1.5", "1e400", ".nan", "0x7f", "0b1", "1_000",
    "[]", "{}",
    "99999999999999999999", "!!str 1", "!!int x", "!!binary aGk=", "!custom {}", "&a [x]", "&b {k: v}", "*a", "*b",
    "*nowhere",
    "{<<: *b}", "{<<: [*b, *b]}", "\"\\x41\"", "'it''s'", "2001-01-01T00:00:00Z", "? x", "- x", "|", ">-", "@", "`",
    "%",
    "{{ .Values.x }}", "{a: 1, a: 2}", "[[[[[[]]]]]]",
  ]

  /// A long text of one of several kinds.
  static func long(_ size: Int, _ chance: inout Chance) -> String {
    let piece = chance.text(
      "x", "a=b,", "é", "[", "{\"a\":", "\\", "\"", "a.b/", "10.0.0.0/8,", "0", "👩‍👩‍👧‍👦", " ", "-", "*?", "sg-1,")
    return String(repeating: piece, count: max(1, size / piece.utf8.count))
  }
}
