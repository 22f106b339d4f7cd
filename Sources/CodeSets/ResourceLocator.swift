#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the files of code sets are looked for, in this order:
///
/// 1. the folder that the environment variable `SUPERBILL_DATA` names;
/// 2. `Superbill_CodeSets.resources/` next to the executable, where SwiftPM puts it;
/// 3. `../share/superbill/` from the executable's folder, where an installation puts it;
/// 4. the source checkout this was built from.
///
/// `Bundle.module` is not asked: it looks in 2 and at an absolute build path, and ends the process when neither exists.
struct ResourceLocator {
  let folders: [String]

  init(environment: String?, executable: String?) {
    var folders: [String] = []
    if let environment, !environment.isEmpty { folders.append(environment) }
    if let executable, let slash = executable.lastIndex(of: "/") {
      let folder = executable[..<slash]
      folders.append("\(folder)/Superbill_CodeSets.resources")
      folders.append("\(folder)/../share/superbill")
    }
    let source = #filePath
    if let slash = source.lastIndex(of: "/") { folders.append(source[..<slash] + "/Resources") }
    self.folders = folders
  }

  /// The places of this process.
  static var current: ResourceLocator {
    ResourceLocator(environment: getenv("SUPERBILL_DATA").map { String(cString: $0) }, executable: executable)
  }

  func path(of name: String) throws(CodeSetError) -> String {
    let paths = folders.map { $0 + "/" + name }
    guard let found = paths.first(where: { access($0, R_OK) == 0 }) else {
      throw CodeSetError(.notFound, "searched " + paths.joined(separator: ", "))
    }
    return found
  }

  private static var executable: String? {
    #if os(Linux)
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = readlink("/proc/self/exe", &buffer, buffer.count)
      return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    #else
      return CommandLine.arguments.first
    #endif
  }
}
