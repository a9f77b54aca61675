import Testing

/// Two texts and what `diff -u --label a --label b` of GNU diffutils 3.8 wrote for them.
struct DiffExample: Sendable, CustomTestStringConvertible {
  let name: String
  let old: String
  let new: String
  let diff: String
  var testDescription: String { name }

  init(_ name: String, _ old: String, _ new: String, _ diff: String) {
    self.name = name
    self.old = old
    self.new = new
    self.diff = diff
  }

  static let all = [
    DiffExample(
      "a line changed", "one\ntwo\nthree\n",
      "one\n2\nthree\n",
      """
      --- a
      +++ b
      @@ -1,3 +1,3 @@
       one
      -two
      +2
       three

      """),
    DiffExample(
      "context of three", "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
      "1\n2\n3\n4\nfive\n6\n7\n8\n9\n",
      """
      --- a
      +++ b
      @@ -2,7 +2,7 @@
       2
       3
       4
      -5
      +five
       6
       7
       8

      """),
    DiffExample(
      "six lines between: one hunk", "a\n1\n2\n3\n4\n5\n6\nb\n",
      "A\n1\n2\n3\n4\n5\n6\nB\n",
      """
      --- a
      +++ b
      @@ -1,8 +1,8 @@
      -a
      +A
       1
       2
       3
       4
       5
       6
      -b
      +B

      """),
    DiffExample(
      "seven lines between: two hunks", "a\n1\n2\n3\n4\n5\n6\n7\nb\n",
      "A\n1\n2\n3\n4\n5\n6\n7\nB\n",
      """
      --- a
      +++ b
      @@ -1,4 +1,4 @@
      -a
      +A
       1
       2
       3
      @@ -6,4 +6,4 @@
       5
       6
       7
      -b
      +B

      """),
    DiffExample(
      "into an empty text", "",
      "one\ntwo\n",
      """
      --- a
      +++ b
      @@ -0,0 +1,2 @@
      +one
      +two

      """),
    DiffExample(
      "one line into an empty text", "",
      "one\n",
      """
      --- a
      +++ b
      @@ -0,0 +1 @@
      +one

      """),
    DiffExample(
      "all removed", "one\ntwo\n",
      "",
      """
      --- a
      +++ b
      @@ -1,2 +0,0 @@
      -one
      -two

      """),
    DiffExample(
      "at the start", "two\nthree\nfour\nfive\nsix\n",
      "one\ntwo\nthree\nfour\nfive\nsix\n",
      """
      --- a
      +++ b
      @@ -1,3 +1,4 @@
      +one
       two
       three
       four

      """),
    DiffExample(
      "at the end", "one\ntwo\nthree\nfour\nfive\n",
      "one\ntwo\nthree\nfour\nfive\nsix\n",
      """
      --- a
      +++ b
      @@ -3,3 +3,4 @@
       three
       four
       five
      +six

      """),
    DiffExample(
      "newline lost at the end", "one\ntwo\n",
      "one\ntwo",
      """
      --- a
      +++ b
      @@ -1,2 +1,2 @@
       one
      -two
      +two
      \\ No newline at end of file

      """),
    DiffExample(
      "newline gained at the end", "one\ntwo",
      "one\ntwo\n",
      """
      --- a
      +++ b
      @@ -1,2 +1,2 @@
       one
      -two
      \\ No newline at end of file
      +two

      """),
    DiffExample(
      "no newline on either side", "one\ntwo",
      "1\ntwo",
      """
      --- a
      +++ b
      @@ -1,2 +1,2 @@
      -one
      +1
       two
      \\ No newline at end of file

      """),
    DiffExample(
      "a paragraph that repeats slides down", "p {\n  x\n}\nq {\n  y\n}\n",
      "p {\n  x\n}\nn {\n  x\n}\nq {\n  y\n}\n",
      """
      --- a
      +++ b
      @@ -1,6 +1,9 @@
       p {
         x
       }
      +n {
      +  x
      +}
       q {
         y
       }

      """),
    DiffExample(
      "lines moved", "a\nb\nc\nd\ne\nf\n",
      "c\nd\na\nb\ne\nf\n",
      """
      --- a
      +++ b
      @@ -1,6 +1,6 @@
      -a
      -b
       c
       d
      +a
      +b
       e
       f

      """),
    DiffExample(
      "equal lines, one more", "a\na\na\nb\na\n",
      "a\na\na\na\nb\na\n",
      """
      --- a
      +++ b
      @@ -1,5 +1,6 @@
       a
       a
       a
      +a
       b
       a

      """),
    DiffExample(
      "a rejoined word", "the exam-\nple of\na page\n",
      "the example\nof\na page\n",
      """
      --- a
      +++ b
      @@ -1,3 +1,3 @@
      -the exam-
      -ple of
      +the example
      +of
       a page

      """),
  ]
}
