#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder that holds the user's releases, each in one file whose name says what it is.
public struct CodeShelf: Sendable {
  /// The folder; it need not exist.
  public let folder: String

  /// The shelf in a data folder.
  public init(dataFolder: String) { folder = dataFolder + "/codesets" }

  /// The shelf of this process: in the folder that `SUPERBILL_DATA` names, else in `superbill` below `XDG_DATA_HOME`,
  /// else in `~/.local/share/superbill`; `nil` when none of them is set.
  public static var current: CodeShelf? {
    CodeShelf(environment: { name in getenv(name).map { String(cString: $0) } })
  }

  init?(environment: (String) -> String?) {
    func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    if let data = value("SUPERBILL_DATA") {
      self.init(dataFolder: data)
    } else if let data = value("XDG_DATA_HOME") {
      self.init(dataFolder: data + "/superbill")
    } else if let home = value("HOME") {
      self.init(dataFolder: home + "/.local/share/superbill")
    } else {
      return nil
    }
  }

  /// Every release, by kind, oldest first. Files of other names are left alone.
  /// - Throws: ``CodeSetError`` when a release's file is damaged or of another version.
  public func releases() throws(CodeSetError) -> [CodeRelease] {
    var releases: [CodeRelease] = []
    for name in names() {
      if let release = try CodeRelease(folder: folder, name: name) { releases.append(release) }
    }
    return releases.sorted { ($0.kind.number, $0.period.effective) < ($1.kind.number, $1.period.effective) }
  }

  private func names() -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
            String(cString: $0)
          }
        })
    }
    return names.sorted()
  }
}
