"""The report: 10,000 edits and more, hostile texts, a phone's width, the keyboard."""

import random
import subprocess

# What a text must not be able to do to the page; `</script>` would end the data.
HOSTILE = (
    "</script><script>window.hacked = 1</script> <img src=x onerror='window.hacked = 2'> "
    "<b onmouseover=hacked=3>the govern-\nment</b> <!-- ]]> &lt;script&gt; \\u003c \u2028 "
)
WORDS = "letters winter treaty hand paper evening pencil minister answer morning".split()


def make(emend, folder):
    """300 texts with some 40 edits each, and a hostile one in a file with a hostile name."""
    chance = random.Random(1)
    texts = folder / "texts"
    texts.mkdir()
    for number in range(300):
        lines = []
        for _ in range(40):
            words = " ".join(chance.choices(WORDS, k=8))
            lines.append(f"The {words} and the govern-\nment of the day had not an answer.\n")
        (texts / f"{number}.txt").write_text("".join(lines))
    name = "<img src=x onerror=hacked=4>\"'&.txt"
    (texts / name).write_text(HOSTILE * 30)
    subprocess.run(
        [emend, "batch", "texts", "--out", "clean", "--report", "report.html"],
        cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def test(browser, emend, folder):
    make(emend, folder)
    page = browser.open(folder / "report.html")
    edits = page.evaluate("data.edits.length")
    assert edits >= 10_000, edits
    nodes = page.nodes()
    print(f"browser-test: report: {edits} edits, loaded in {page.seconds:.2f} s, {nodes} elements")
    assert page.seconds < 10
    assert nodes < 10_000

    def count():
        return page.evaluate("document.getElementById('count').textContent")

    def shown(expression):
        return page.evaluate(f"[...document.querySelectorAll('#list > li')].map(li => {expression})")

    # What a text holds stays text.
    page.choose("#text", page.evaluate("data.texts.find(t => t.includes('onerror'))"))
    assert any("onerror" in text for text in shown("li.textContent"))
    assert page.evaluate("document.querySelectorAll('img, #list script, #list b').length") == 0
    assert page.evaluate("document.scripts.length") == 2
    page.choose("#text", "")

    # Filters show what they say.
    assert count() == f"Edits 1 to 100 of {edits}"
    page.choose("#stage", "hyphens")
    assert all(" · hyphens/" in text for text in shown("li.textContent"))
    page.choose("#outcome", "0")
    assert all(" · left · " in text for text in shown("li.textContent"))
    page.choose("#outcome", "")
    page.choose("#stage", "")
    page.choose("#rule", page.evaluate("data.rules[0]"))
    assert len(shown("1")) > 0
    page.choose("#rule", "")
    start = page.evaluate("performance.now()")
    page.press("/")
    assert page.evaluate("document.activeElement.id") == "words"
    page.type("pencil")
    assert all("pencil" in text for text in shown("li.textContent"))
    milliseconds = page.evaluate("performance.now()") - start
    print(f"browser-test: report: words found and shown in {milliseconds:.0f} ms")
    assert milliseconds < 2000
    page.type("nowhere")
    assert count() == "No edits"
    page.evaluate("words.value = ''; words.dispatchEvent(new Event('input')); words.blur()")

    # The keyboard goes through all of them.
    def focused():
        return shown("li === document.activeElement").index(True)

    page.press("j")
    assert focused() == 0
    page.press("j")
    page.press("j")
    page.press("k")
    assert focused() == 1
    page.press("n")
    assert count() == f"Edits 101 to 200 of {edits}"
    assert focused() == 0
    page.press("k")
    assert count() == f"Edits 1 to 100 of {edits}"
    assert focused() == 99
    page.press("j")
    assert count() == f"Edits 101 to 200 of {edits}"
    page.press("p")
    assert count() == f"Edits 1 to 100 of {edits}"

    # A phone shows all without scrolling sideways, and a screen reader knows each control.
    for width in (360, 320):
        page.resize(width, 740)
        assert page.overflow() <= 0, (width, page.overflow())
    assert page.unnamed() == []
    assert page.evaluate("document.documentElement.lang") == "en"
    assert not page.evaluate("'hacked' in window")
    assert page.problems() == [], page.problems()
