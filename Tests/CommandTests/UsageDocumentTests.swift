import Foundation
import TestSupport
import Testing

@testable import albplan

@Suite struct UsageDocumentTests {
  @Test func theDocumentIsWhatTheCommandPrints() throws {
    let document = try PackageFiles.text(PackageFiles.root.appendingPathComponent("docs/usage.md"))
    #expect(
      document == UsageDocument.markdown(), "write it anew: albplan help --format markdown --output docs/usage.md")
  }
}
