import ArgumentParser
import CommandKit
import Emend
import Foundation
import SystemPackage

/// Cleans folders of texts.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emend batch",
    abstract: "Clean folders of texts into another folder, with an account of what was done.",
    discussion: """
      emend batch scans --out clean            all texts of a folder, and below
      emend batch scans --out clean            again: only what is new or changed
      emend batch a.txt b.txt --out clean      files
      emend batch scans --out clean --report report.html
      emend batch scans --out clean --exclude 'drafts/' --include '*.ocr'
      emend batch scans --in-place --backup .orig
      emend batch scans --out clean --dry-run  what would be done

      Each clean text has its journal beside it, NAME.emend.jsonl, for "emend
      restore". The folder .emend in the output folder holds the ledger: what
      became of each text. A run that was broken off, in whatever way, goes on
      where it stopped when it is started again.
      From folders the files *.txt, *.text and *.md are taken, also with .gz
      behind it; hidden ones, and what a .gitignore leaves out, are not.
      A PDF, an image, or an hOCR or ALTO file that is named is read as such.
      Exit status: 0 fine, 2 texts failed or the run could not go on (they are
      listed; the others are done), 130 and the like after a signal.
      """,
    version: Version.line)

  @Argument(help: "Folders and files to clean.")
  var inputs: [String]

  @Option(help: ArgumentHelp("Where the clean texts go.", valueName: "folder"))
  var out: String?

  @Flag(help: "Put the clean texts into the places of the inputs; needs --backup.")
  var inPlace = false

  @Option(
    help: ArgumentHelp(
      "Keep each input that is replaced, with this behind its name.", valueName: "ending"))
  var backup: String?

  @OptionGroup var cleaning: CleaningOptions

  @Option(
    help: ArgumentHelp(
      "Take files from folders that match, as in a .gitignore; may be repeated.",
      valueName: "pattern"))
  var include: [String] = []

  @Option(
    help: ArgumentHelp(
      "Leave out files and folders that match, as in a .gitignore; may be repeated.",
      valueName: "pattern"))
  var exclude: [String] = []

  @Flag(
    inversion: .prefixedNo, help: "Leave out what a .gitignore leaves out; done unless refused.")
  var gitignore: Bool?

  @Flag(inversion: .prefixedNo, help: "Compress the journals.")
  var compress: Bool?

  @Flag(
    inversion: .prefixedNo,
    help: "Take files *.jsonl, too: a document a line, its text in a field.")
  var jsonl: Bool?

  @Option(
    help: ArgumentHelp("The field with the text, for --jsonl (default: text).", valueName: "name"))
  var field: String?

  @Flag(
    inversion: .prefixedNo, help: "Take files *.pdf, too, as pdftotext reads them.")
  var pdf: Bool?

  @Flag(
    inversion: .prefixedNo,
    help: "Take images *.png, *.jpg and *.tif, too, as tesseract reads them.")
  var images: Bool?

  @Flag(
    inversion: .prefixedNo, help: "Take hOCR and ALTO files *.hocr, *.alto and *.xml, too.")
  var layout: Bool?

  @Option(
    help: ArgumentHelp(
      "The languages of the images, as tesseract calls them (default: eng).",
      valueName: "eng+deu"))
  var ocrLanguage: String?

  @Option(
    help: ArgumentHelp(
      "Give pdftotext and tesseract this long for a file (default: 600).",
      valueName: "seconds"))
  var timeLimit: Int?

  @Option(
    help: ArgumentHelp(
      "Write a report when all is done: a file .html, .json or .md; may be repeated.",
      valueName: "file"))
  var report: [String] = []

  @Flag(help: "Replace files of the output folder that emend did not write.")
  var overwrite = false

  @Flag(
    inversion: .prefixedNo,
    help: "Compare the content of inputs with the last run, not only length and times.")
  var verify: Bool?

  @Flag(help: "Say what would be done, and do nothing.")
  var dryRun = false

  @Option(
    help: ArgumentHelp("Clean this many texts at once; all cores unless given.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if inPlace {
      if out != nil { throw ValidationError("--in-place and --out exclude each other; give one") }
      if (backup ?? "").isEmpty || backup?.contains("/") == true {
        throw ValidationError("--in-place: give --backup with an ending, such as .orig")
      }
      if inputs.count > 1 { throw ValidationError("--in-place: give one folder") }
    } else {
      if out == nil { throw ValidationError("where to? give --out with a folder") }
      if backup != nil { throw ValidationError("--backup: belongs to --in-place") }
    }
    for file in report { try ReportCommand.check(file) }
    if let timeLimit, timeLimit < 1 {
      throw ValidationError("--time-limit \(timeLimit): give 1 or more")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): give 1 or more") }
  }

  /// The patterns of what is taken from folders.
  private var patterns: [String] {
    var texts = ["*.txt", "*.text", "*.md"]
    if jsonl == true { texts.append("*.jsonl") }
    return texts.flatMap { [$0, $0 + ".gz"] }
      + (pdf == true ? TextExtractor.pdftotext.patterns : [])
      + (images == true ? TextExtractor.tesseract.patterns : [])
      + (layout == true ? TextExtractor.layout.patterns + ["*.xml"] : [])
  }

  mutating func run() throws {
    let settings = try settings()
    for file in report { try ReportCommand.check(file) }
    Self.setEnvironment()
    let finder = try find(settings)
    if dryRun {
      var plan = BatchPlan(settings, finder)
      return try plan.write { CorpusSurvey(settings, $0, threads).settings }
    }
    try makeState(settings)
    let lock = try FolderLock(in: settings.state, of: settings.output)
    try emptyPartials(settings)
    StopSignal.watch()
    let ledger = try Ledger(at: settings.state.appending(Ledger.name))
    let jobs = try BatchPlan.jobs(finder, known: ledger.documents(), settings)
    let start = ContinuousClock.now
    let surveyed = CorpusSurvey(settings, jobs, threads).settings
    let id = try ledger.begin(
      RunRecord(
        started: Int(Date().timeIntervalSince1970), version: Version.current,
        arguments: settings.arguments.joined(separator: " "), settings: settings.fingerprint))
    let outcome = BatchRun(
      settings: surveyed, ledger: ledger, jobs: jobs, threads: min(threads, max(1, jobs.count)),
      lock: lock
    ).start(id)
    // What was not finished only fills the disk; the next run makes it anew.
    if outcome.end != nil { try? emptyPartials(settings) }
    // A ledger on a full disk keeps what it has.
    try? ledger.end(id, outcome: outcome.end ?? "done")
    ledger.close()
    if !report.isEmpty {
      let data = try ReportData(folder: settings.output, limit: 20_000)
      for file in report { try ReportCommand.write(data, to: file) }
    }
    let summary = BatchSummary(
      outcome: outcome, finder: finder, files: jobs.count,
      seconds: (ContinuousClock.now - start) / .seconds(1))
    try summary.write()
    if let code = summary.exitCode { throw ExitCode(code) }
  }

  private var threads: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  /// Takes from a configuration what the command line does not say.
  private mutating func configure(from configuration: ConfigurationFile) {
    func list(_ key: SettingKey, _ given: [String]) -> [String] {
      given.isEmpty ? configuration[key]?.values ?? [] : given
    }
    func flag(_ key: SettingKey, _ given: Bool?) -> Bool? {
      given ?? configuration[key].map { $0.text == "true" }
    }
    include = list(.include, include)
    exclude = list(.exclude, exclude)
    report = list(.report, report)
    gitignore = flag(.gitignore, gitignore)
    compress = flag(.compress, compress)
    jsonl = flag(.jsonl, jsonl)
    pdf = flag(.pdf, pdf)
    images = flag(.images, images)
    layout = flag(.layout, layout)
    ocrLanguage = ocrLanguage ?? configuration[.ocrLanguage]?.text
    timeLimit = timeLimit ?? configuration[.timeLimit].flatMap { Int($0.text) }
    verify = flag(.verify, verify)
    field = field ?? configuration[.field]?.text
    jobs = jobs ?? configuration[.jobs].flatMap { Int($0.text) }
  }

  /// The settings of the command line and of an `emend.toml`.
  /// - Parameter fingerprint: the one that the run has; made unless given.
  mutating func settings(fingerprint: String? = nil) throws -> BatchSettings {
    let cleaning = try cleaning.settings(for: inputs)
    configure(from: cleaning.configuration)
    let field = jsonl == true ? self.field ?? "text" : nil
    let compress = compress ?? false
    let language = ocrLanguage ?? "eng"
    let arguments =
      cleaning.arguments + (field.map { ["--jsonl", "--field", $0] } ?? [])
      + (layout == true ? ["--layout"] : [])
      + (language == "eng" ? [] : ["--ocr-language", language])
    return BatchSettings(
      cleaner: Cleaner(options: try cleaning.options(corpus: NameCounts())), arguments: arguments,
      fingerprint: try fingerprint
        ?? BatchSettings.fingerprint(
          arguments: arguments, files: cleaning.files, compressed: compress),
      output: FilePath(out ?? inputs.first ?? "."), backup: backup, field: field,
      extraction: .init(
        seconds: timeLimit ?? 600, languages: language, readsMarkup: layout == true),
      isJournalCompressed: compress, overwrites: overwrite, verifies: verify ?? false)
  }

  /// What the programs that are started find in their environment, unless the user has set it.
  private static func setEnvironment() {
    // A text at which a worker breaks off is listed; a dialogue about it would stop the run.
    setenv("SWIFT_BACKTRACE", "enable=no", 0)
    // There are as many workers as cores already.
    setenv("OMP_THREAD_LIMIT", "1", 0)
  }

  private func find(_ settings: BatchSettings) throws -> FileFinder {
    let output = FileIdentity(at: settings.output)
    if let output, !output.isFolder {
      throw CommandError("\(settings.output): is no folder; give --out with one")
    }
    if inPlace, output == nil {
      throw CommandError("\(settings.output): is no folder; --in-place takes one")
    }
    var finder = FileFinder(
      include: include.isEmpty ? patterns : include,
      exclude: exclude + (backup.map { ["*\($0)"] } ?? []),
      usesIgnoreFiles: gitignore ?? true, output: inPlace ? nil : output,
      extraction: settings.extraction, replaces: inPlace)
    for input in inputs {
      let path = FilePath(input)
      if !inPlace, let output, FileIdentity(at: path)?.isSamePlace(as: output) == true {
        throw CommandError("\(input): is also --out; give another folder, or --in-place")
      }
      finder.add(path)
    }
    guard !finder.found.isEmpty || !finder.problems.isEmpty else {
      throw CommandError(
        "\(inputs.joined(separator: ", ")): no texts there\(BatchSummary.passed(finder))")
    }
    return finder
  }

  private func makeState(_ settings: BatchSettings) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: settings.partial.string, withIntermediateDirectories: true)
    } catch {
      let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      // Foundation names no cause where a folder above is not there and cannot be made.
      let number = cause.map { Errno(rawValue: Int32($0.code)) } ?? .noSuchFileOrDirectory
      throw CommandError("\(settings.output): cannot make the folder: \(number)")
    }
  }

  /// Takes away what a run left that was killed, or could not go on.
  private func emptyPartials(_ settings: BatchSettings) throws {
    let folder = settings.partial.string
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }
}
