import Testing

@testable import CodeSets

struct ResourceLocatorTests {
  @Test func environmentComesBeforeTheExecutablesFolders() {
    let locator = ResourceLocator(environment: "/data", executable: "/opt/superbill/bin/coder-worker")
    #expect(
      locator.folders.prefix(3) == [
        "/data", "/opt/superbill/bin/Superbill_CodeSets.resources", "/opt/superbill/bin/../share/superbill",
      ])
  }

  @Test func missingFileNamesEveryPlaceSearched() {
    let locator = ResourceLocator(environment: "/data", executable: "/bin/worker")
    #expect {
      try locator.path(of: "nothing.bin")
    } throws: { error in
      guard let error = error as? CodeSetError else { return false }
      return error.code == .notFound && error.context.contains("/data/nothing.bin")
        && error.context.contains("/bin/../share/superbill/nothing.bin")
    }
  }
}
