/// The parts of the report's page that are the same for each report.
enum ReportPage {
  static let style = """
    :root { color-scheme: light dark; --line: #8886; --old: #c0303022; --new: #2a8a3a22; }
    body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 0 1rem; }
    nav a { margin-right: 1em; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; margin: 1em 0; }
    caption { text-align: left; font-weight: bold; }
    th, td { border-bottom: 1px solid var(--line); padding: .2em .6em; text-align: right; }
    th[scope=row], thead th:first-child { text-align: left; font-weight: normal; overflow-wrap: anywhere; }
    th[scope=row] { min-width: 8em; }
    form { display: flex; flex-wrap: wrap; gap: .6em 1em; align-items: end; }
    label { display: block; font-size: .9em; max-width: 100%; }
    select, input, button { font: inherit; max-width: 100%; }
    ol { list-style: none; padding: 0; }
    li { border-bottom: 1px solid var(--line); padding: .5em .2em; overflow-wrap: anywhere; }
    li:focus { outline: 3px solid #4a90d9; }
    .text { font-family: Georgia, serif; white-space: pre-wrap; display: block; }
    del { background: var(--old); } ins { background: var(--new); text-decoration: none; }
    ins { border-bottom: 2px solid #2a8a3a; } .about { font-size: .85em; }

    """

  static let filter = """
    <form id="filter" hidden onsubmit="return false">
    <label>Stage<br><select id="stage"></select></label>
    <label>Rule<br><select id="rule"></select></label>
    <label>Sure<br><select id="level"></select></label>
    <label>Outcome<br><select id="outcome"><option value="">all</option><option value="1">applied</option><option value="0">left</option></select></label>
    <label>Text<br><select id="text"></select></label>
    <label>Words<br><input id="words" type="search"></label>
    </form>
    <p id="count" role="status" aria-live="polite"></p>
    <p class="about">Keys: j and k go to the next and the previous edit, n and p to the next and the previous hundred, / to the words.</p>
    <ol id="list"></ol>
    <p><button id="back" type="button">Previous hundred</button> <button id="next" type="button">Next hundred</button></p>

    """

  static let script = """
    'use strict';
    const data = JSON.parse(document.getElementById('data').textContent);
    const size = 100, at = id => document.getElementById(id);
    let found = [], start = 0;
    const show = s => s.replace(/\\n/g, '⏎\\n').replace(/\\f/g, '␌').replace(/\\t/g, '⇥');
    function fill(id, names) {
      const select = at(id);
      select.add(new Option('all', ''));
      names.forEach(name => select.add(new Option(name, name)));
      select.addEventListener('change', search);
    }
    function part(kind, text) {
      const node = document.createElement(kind);
      node.textContent = show(text);
      return node;
    }
    function item(edit) {
      const [text, rule, level, applied, line, column, before, old, now, after, why] = edit;
      const li = document.createElement('li');
      li.tabIndex = -1;
      const words = document.createElement('span');
      words.className = 'text';
      words.append(show(before), part('del', old), part('ins', now), show(after));
      const about = document.createElement('span');
      about.className = 'about';
      about.textContent = `${data.texts[text]}:${line}:${column} · ${data.rules[rule]} · ` +
        `${data.levels[level]}${applied ? '' : ' · left'} · ${why}`;
      li.append(words, about);
      return li;
    }
    function draw(focused) {
      const list = at('list');
      list.replaceChildren(...found.slice(start, start + size).map(item));
      const end = Math.min(start + size, found.length);
      at('count').textContent = found.length === 0 ? 'No edits' :
        `Edits ${start + 1} to ${end} of ${found.length}`;
      at('back').disabled = start === 0;
      at('next').disabled = end === found.length;
      if (focused && list.children.length) list[focused].focus();
    }
    function search() {
      const stage = at('stage').value, rule = at('rule').value, level = at('level').value;
      const outcome = at('outcome').value, text = at('text').value;
      const words = at('words').value.toLowerCase();
      found = data.edits.filter(e =>
        (!stage || data.rules[e[1]].startsWith(stage + '/')) && (!rule || data.rules[e[1]] === rule) &&
        (!level || data.levels[e[2]] === level) && (!outcome || String(e[3]) === outcome) &&
        (!text || data.texts[e[0]] === text) &&
        (!words || (e[6] + e[7] + e[9] + ' ' + e[8]).toLowerCase().includes(words)));
      start = 0;
      draw();
    }
    function turn(by, focused = 'firstElementChild') {
      const to = start + by * size;
      if (to < 0 || to >= found.length) return;
      start = to;
      draw(focused);
    }
    function step(by) {
      const items = [...at('list').children];
      const now = items.indexOf(document.activeElement);
      const to = items[now < 0 ? 0 : now + by];
      if (to) to.focus(); else if (now >= 0) turn(by, by < 0 ? 'lastElementChild' : undefined);
    }
    fill('stage', [...new Set(data.rules.map(r => r.split('/')[0]))]);
    fill('rule', data.rules);
    fill('level', data.levels);
    fill('text', [...new Set(data.edits.map(e => data.texts[e[0]]))]);
    at('outcome').addEventListener('change', search);
    at('words').addEventListener('input', search);
    at('back').addEventListener('click', () => turn(-1));
    at('next').addEventListener('click', () => turn(1));
    document.addEventListener('keydown', event => {
      if (/^(INPUT|SELECT)$/.test(event.target.tagName) || event.ctrlKey || event.altKey || event.metaKey) return;
      const act = { j: () => step(1), k: () => step(-1), n: () => turn(1), p: () => turn(-1),
        '/': () => at('words').focus() }[event.key];
      if (act) { event.preventDefault(); act(); }
    });
    at('filter').hidden = false;
    search();

    """
}
