/// The programs as a whole.
public enum Program {
  /// Their version, which `--version` prints; no release has been made yet.
  public static let version = "0.1.0"
}
