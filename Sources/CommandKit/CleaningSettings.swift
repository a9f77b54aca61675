import Emend

/// The settings that shape the result: the command line's, else those of `emend.toml`, else the
/// defaults.
package struct CleaningSettings {
  private let given: [SettingKey: Setting]
  package let configuration: ConfigurationFile

  package init(
    given: [SettingKey: Setting] = [:], configuration: ConfigurationFile = ConfigurationFile()
  ) {
    (self.given, self.configuration) = (given, configuration)
  }

  /// What is said of a setting; `nil` where the default holds.
  package subscript(key: SettingKey) -> Setting? { given[key] ?? configuration[key] }

  /// The options as the library takes them.
  /// - Parameters:
  ///   - files: what `--names corpus` reads beforehand.
  ///   - corpus: what it has read already.
  /// - Throws: `CommandError` that names the place, the value and what it may be.
  package func options(files: [String] = [], corpus: NameCounts? = nil) throws -> Cleaner.Options {
    var options = Cleaner.Options()
    if let stages = try stageSet(.stages) { options.stages = stages }
    if let stages = try stageSet(.skip) { options.stages.subtract(stages) }
    let level = self[.atLeast]?.text ?? Confidence.certain.name
    guard let minimum = Confidence(name: level) else {
      throw error(.atLeast, level, "no such level; give certain, likely or doubtful")
    }
    options.policy = Policy(
      minimum: minimum, select: try rules(.select), ignore: try rules(.ignore))
    options.policy.decisions = try self[.decisions].map { try Decisions(path: $0.text) }
    if let style = self[.furniture]?.text {
      guard let furniture = FurnitureStyle(rawValue: style) else {
        throw error(.furniture, style, "no such style; give drop, mark or keep")
      }
      options.furniture = furniture
    }
    if let style = self[.lines]?.text {
      guard let lines = LineStyle(rawValue: style) else {
        throw error(.lines, style, "no such style; give keep or reflow")
      }
      options.lines = lines
    }
    // Reflowing is asked for by itself; a choice of stages does not take it back.
    if options.lines == .reflow { options.stages.insert(.lines) }
    options.names = NameOptions(places: try places())
    options.names.authority = try self[.authority].map { try AuthorityFile(path: $0.text) }
    options.names.spelling = try spelling(
      files: files, corpus: corpus, authority: options.names.authority)
    options.names.manner = try manner()
    if let lexicon = self[.lexicon]?.text { options.lexicon = try Lexicon(path: lexicon) }
    if let words = self[.words]?.text { options.words = try WordList(path: words) }
    return options
  }

  /// The options that differ from what is done without any, for the journal.
  package var arguments: [String] {
    SettingKey.all(in: .cleaning).flatMap { key -> [String] in
      guard let text = self[key]?.text, text != key.standardText else { return [] }
      return ["--\(key.name)", text]
    }
  }

  /// The files whose content shapes the result, too.
  package var files: [String] {
    [SettingKey.authority, .lexicon, .words, .decisions].compactMap { self[$0]?.text }
  }

  /// An error about one value of a setting.
  private func error(_ key: SettingKey, _ value: some StringProtocol, _ reason: String)
    -> CommandError
  {
    let origin = self[key]?.origin ?? .standard
    return CommandError("\(origin.label(of: key)) \(value): \(reason)")
  }

  private func items(_ key: SettingKey) -> [Substring] {
    self[key]?.text.split(separator: ",") ?? []
  }

  private func places() throws(CommandError) -> Set<NameOptions.Place> {
    guard self[.namesIn] != nil else { return [.text] }
    var places: Set<NameOptions.Place> = []
    for name in items(.namesIn) {
      guard let place = NameOptions.Place(rawValue: String(name)) else {
        throw error(.namesIn, name, "no such place; give text, quotations or titles")
      }
      places.insert(place)
    }
    return places
  }

  private func manner() throws(CommandError) -> NameOptions.Manner {
    switch self[.namesAnnotate]?.text {
    case nil: return .replace
    case "text": return .annotate
    case "journal": return .report
    case let place?: throw error(.namesAnnotate, place, "no such place; give text or journal")
    }
  }

  private func stageSet(_ key: SettingKey) throws(CommandError) -> Set<StageID>? {
    guard self[key] != nil else { return nil }
    let known = StageID.allCases.filter { $0 != .lines }
    var stages: Set<StageID> = []
    for name in items(key) {
      guard let stage = known.first(where: { $0.rawValue == name }) else {
        let names = known.map(\.rawValue).joined(separator: ", ")
        throw error(key, name, "no such stage; there are \(names)")
      }
      stages.insert(stage)
    }
    return stages
  }

  private func rules(_ key: SettingKey) throws(CommandError) -> [String] {
    let selectors = items(key).map { String($0) }
    for selector in selectors
    where !RuleCatalogue.standard.rules.contains(where: { $0.id.name.hasPrefix(selector) }) {
      throw error(key, selector, "no rule starts so; see emend rules")
    }
    return selectors
  }

  private func spelling(
    files: [String], corpus: NameCounts?, authority: AuthorityFile?
  ) throws -> NameOptions.Spelling {
    switch self[.names]?.text {
    case nil, "authority": return .authority
    case "document": return .document
    case "cyrillic": return .cyrillic
    case "off": return .off
    case "corpus":
      if let corpus { return .corpus(corpus) }
      guard !files.isEmpty, !files.contains("-") else {
        throw error(.names, "corpus", "reads all texts twice; give files")
      }
      return .corpus(try NameSurvey(authority: authority).counts(of: files))
    case let name?:
      guard let scheme = Romanisation.schemeID(for: name) else {
        throw error(
          .names, name,
          "no such spelling; give authority, document, corpus, cyrillic, off or a scheme of emend"
            + " romanise --list")
      }
      return .scheme(scheme)
    }
  }
}

extension Decisions {
  /// Reads a file that the page of `emend review` saved.
  fileprivate init(path: String) throws {
    guard path != "-" else {
      throw CommandError("--decisions -: cannot be standard input; give a file")
    }
    do {
      let bytes = try Input(path: path).readAll(atMost: SizeLimit.table)
      self = try DecisionsReader.read(bytes, file: path)
    } catch let error as DecisionsError {
      throw CommandError(error.description)
    }
  }
}
