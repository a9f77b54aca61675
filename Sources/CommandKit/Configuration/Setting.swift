/// The value of a setting, and where it comes from.
package struct Setting: Sendable {
  /// The values as the command line takes them; one, except of lists.
  package let values: [String]
  package let origin: SettingOrigin

  package init(_ values: [String], _ origin: SettingOrigin) {
    (self.values, self.origin) = (values, origin)
  }

  /// As the command line takes it: lists are divided by commas.
  package var text: String { values.joined(separator: ",") }
}
