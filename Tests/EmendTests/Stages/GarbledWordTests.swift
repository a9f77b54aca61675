import Testing

@testable import Emend

/// A sign, a figure or a blank in the place of a letter, in a text that is known to be misread, at the
/// default.
struct GarbledWordTests {
  @Test(arguments: [
    // A stop or a figure between letters that are no words without it.
    ("They asked for the protec.tion of the law in the town.", "protection"),
    ("It was the last of the massac1es in the whole country.", "massacres"),
    ("They felt oppr.essed by the taxes of the old king then.", "oppressed"),
    ("It was an at1ocious crime, and the whole town knew it.", "atrocious"),
    // A blank where a letter was.
    ("The cost of the house was con iderable in those years.", "considerable"),
    ("The letter was compl te and was read to all of the men.", "complete"),
    ("They were obed ent to the law and to the king as well.", "obedient"),
    // A short word that the word beside asks for.
    ("They knew that it was ver& cold in the house by the sea.", "very cold"),
    ("He wrote that the members v/ere ready to leave the town.", "were ready"),
  ])
  func readsWords(read: String, printed: String) throws {
    let output = try MisreadSetting.words.clean(read)
    #expect(output.contains(printed) && output != read)
  }

  @Test(arguments: [
    // Part of a word that an editor put in.
    "He wrote that the invitat[ion] had reached him in June.",
    // What only a look at all tokens finds, or two letters for one sign, is never certain.
    "They knew that t!he king would have to leave in June.",
    "He wrote of the impe]ialist powers, and of the old king.",
    // A letter of transliterated Russian.
    "He was a Bol'shevik of the old kind, and the men knew it.",
    // A word and a price, a word and what follows in a list.
    "It was printed in June, price6d, for the whole country.",
    "The house was a task orce of the men who had come home.",
    // Elisions, genitives, addresses.
    "He worked in the Institut d'Astrophysique until the war.",
    "It was the company's aple in the years before the war.",
    "They wrote to the house at firm.com in the same summer.",
  ])
  func leaves(written: String) throws {
    #expect(try MisreadSetting.words.clean(written) == written)
  }
}
