/// What becomes of running heads, folios, stamps and download sheets.
public enum FurnitureStyle: String, Sendable {
  /// They are taken out.
  case drop
  /// They stay where they are, in marks that no printed text has: `⟦page 245⟧`, `⟦head THE LONG
  /// WINTER⟧`, `⟦stamp …⟧`, `⟦sheet …⟧`, `⟦signature …⟧`, `⟦speck …⟧`.
  case mark
  /// They stay as they are; nothing looks for them.
  case keep
}
