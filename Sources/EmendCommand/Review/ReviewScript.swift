/// The parts of the review page that are the same for each text.
enum ReviewScript {
  static let style = """
    :root { color-scheme: light dark; --line: #8886; --old: #c0303022; --new: #2a8a3a22; --focus: #4a90d9; }
    body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 0 1rem; }
    form, .tools { display: flex; flex-wrap: wrap; gap: .4em 1em; align-items: end; }
    .tools { position: sticky; top: 0; background: Canvas; padding: .4em 0; border-bottom: 1px solid var(--line); z-index: 1; }
    .tools p { margin: 0; flex: 1 1 14em; }
    label { display: block; font-size: .9em; }
    select, input, button, textarea { font: inherit; max-width: 100%; }
    button { min-height: 2.2em; }
    ol { list-style: none; padding: 0; }
    li { border-bottom: 1px solid var(--line); border-left: .4em solid transparent; padding: .5em; overflow-wrap: anywhere; scroll-margin: 6em; }
    li:focus { outline: 3px solid var(--focus); }
    li.accept { border-left-color: #2a8a3a; } li.refuse { border-left-color: #c03030; }
    .text { font-family: Georgia, serif; white-space: pre-wrap; margin: 0; }
    .text > * { unicode-bidi: isolate; }
    del { background: var(--old); } ins { background: var(--new); text-decoration: none; border-bottom: 2px solid #2a8a3a; }
    .refuse ins { border: 0; text-decoration: line-through; } .refuse del { text-decoration: none; }
    .about { font-size: .85em; margin: .2em 0; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    button[aria-pressed=true] { font-weight: bold; outline: 2px solid currentColor; }
    textarea { width: 100%; box-sizing: border-box; height: 12em; }
    kbd { border: 1px solid var(--line); border-radius: .2em; padding: 0 .3em; }

    """

  static let body = """
    <div class="tools">
    <p id="count"></p>
    <button id="undo" type="button" aria-keyshortcuts="u">Undo</button>
    <button id="save" type="button" aria-keyshortcuts="s">Save decisions</button>
    <button id="copy" type="button">Show as text</button>
    </div>
    <p id="said" role="status" aria-live="polite"></p>
    <div id="plain" hidden><label for="lines">Decisions, to be copied into a file</label>
    <textarea id="lines" readonly spellcheck="false"></textarea></div>
    <form id="filter" onsubmit="return false">
    <label>Decided<br><select id="state"><option value="">all</option><option value="open">not yet</option><option value="1">accepted</option><option value="2">refused</option><option value="applied">applied unless refused</option><option value="left">left unless accepted</option></select></label>
    <label>Stage<br><select id="stage"></select></label>
    <label>Rule<br><select id="rule"></select></label>
    <label>Sure<br><select id="level"></select></label>
    <label>Words<br><input id="words" type="search"></label>
    <label><input id="keys" type="checkbox" checked> Keys</label>
    </form>
    <details><summary>Keys</summary>
    <p><kbd>a</kbd> accept, <kbd>r</kbd> refuse, <kbd>c</kbd> clear the decision; <kbd>A</kbd> <kbd>R</kbd> <kbd>C</kbd> the same for all edits of this rule with this word.
    <kbd>u</kbd> undo. <kbd>j</kbd> next edit, <kbd>k</kbd> previous, <kbd>]</kbd> next hundred, <kbd>[</kbd> previous. <kbd>/</kbd> to the words, <kbd>s</kbd> save.</p></details>
    <ol id="list" aria-label="Edits"></ol>
    <p><button id="back" type="button">Previous hundred</button> <button id="next" type="button">Next hundred</button></p>

    """

  static let script = #"""
    'use strict';
    const at = id => document.getElementById(id);
    const data = JSON.parse(at('data').textContent);
    const size = 100, words = ['', 'accepted', 'refused'], kinds = ['', 'accept', 'refuse'];
    const edits = data.edits.map(([rule, level, proposed, line, column, before, old, now, after, why, verdict], number) => {
      const id = data.rules[rule], stage = id.split('/')[0];
      // A repair inside a word is one with its word.
      const inWord = stage !== 'furniture' && stage !== 'lines';
      const head = inWord ? /\S*$/.exec(before)[0] : '';
      const tail = inWord && !(/\s$/.test(old) && /\s$/.test(now)) ? /^\S*/.exec(after)[0] : '';
      const series = JSON.stringify([id, head + old + tail, head + now + tail]);
      return { number, rule: id, stage, level: data.levels[level], proposed, line, column, before, old, now, after, why, verdict, series };
    });
    const series = new Map();
    for (const edit of edits) {
      const list = series.get(edit.series);
      if (list) list.push(edit); else series.set(edit.series, [edit]);
    }
    const store = 'emend review ' + data.key;
    let history = [], found = [], start = 0, unsaved = false, shown = new Map();

    // Line ends and the like are shown, and characters that would hide or turn what stands there.
    const show = text => text.replace(/\r/g, '␍').replace(/\n/g, '⏎\n').replace(/\f/g, '␌').replace(/\t/g, '⇥')
      .replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g,
        c => '\\u{' + c.charCodeAt(0).toString(16) + '}');
    function node(kind, text, name) {
      const made = document.createElement(kind);
      if (text) made.textContent = text;
      if (name) made.className = name;
      return made;
    }
    function button(text, act) {
      const made = node('button', text);
      made.type = 'button';
      made.addEventListener('click', act);
      return made;
    }
    function item(edit) {
      const li = node('li');
      li.tabIndex = -1;
      const text = node('p', '', 'text'), about = node('p', '', 'about'), tools = node('p', '', 'about');
      const old = node('del'), now = node('ins');
      old.append(node('span', 'instead of: ', 'hidden'), show(edit.old));
      now.append(node('span', ' is put: ', 'hidden'), show(edit.now), node('span', ' in: ', 'hidden'));
      text.append(node('span', show(edit.before)), old, now, node('span', show(edit.after)));
      const accept = button('Accept', () => decide([edit], 1)), refuse = button('Refuse', () => decide([edit], 2));
      tools.append(accept, ' ', refuse);
      const like = series.get(edit.series);
      if (like.length > 1) {
        tools.append(' ', button(`Accept all ${like.length}`, () => decide(like, 1)),
          ' ', button(`Refuse all ${like.length}`, () => decide(like, 2)));
      }
      li.append(text, about, tools);
      const update = () => {
        li.className = kinds[edit.verdict];
        accept.setAttribute('aria-pressed', edit.verdict === 1);
        refuse.setAttribute('aria-pressed', edit.verdict === 2);
        const state = words[edit.verdict] || (edit.proposed ? 'applied unless refused' : 'left unless accepted');
        about.textContent = `${state} · line ${edit.line}, column ${edit.column} · ${edit.rule} · ${edit.level} · ${edit.why}`;
      };
      update();
      shown.set(edit, { li, update });
      return li;
    }
    function count() {
      const sums = [0, 0, 0];
      for (const edit of edits) sums[edit.verdict] += 1;
      const end = Math.min(start + size, found.length);
      at('count').textContent = (found.length === 0 ? 'No edits' : `Edits ${start + 1} to ${end} of ${found.length}`) +
        `; ${sums[1]} accepted, ${sums[2]} refused, ${sums[0]} open`;
      at('undo').disabled = history.length === 0;
    }
    function draw(place) {
      shown = new Map();
      at('list').replaceChildren(...found.slice(start, start + size).map(item));
      at('back').disabled = start === 0;
      at('next').disabled = start + size >= found.length;
      count();
      if (place !== undefined) focus(place);
    }
    function focus(place) {
      const li = at('list').children[place < 0 ? at('list').children.length + place : place];
      if (li) li.focus();
    }
    function search() {
      const state = at('state').value, stage = at('stage').value, rule = at('rule').value;
      const level = at('level').value, text = at('words').value.toLowerCase();
      found = edits.filter(e =>
        (!stage || e.stage === stage) && (!rule || e.rule === rule) && (!level || e.level === level) &&
        (!state || (state === 'open' ? e.verdict === 0 : state === 'applied' ? e.proposed :
          state === 'left' ? !e.proposed : e.verdict === Number(state))) &&
        (!text || (e.before + e.old + e.after + ' ' + e.before + e.now + e.after).toLowerCase().includes(text)));
      start = 0;
      draw();
    }
    function keep() {
      unsaved = true;
      try {
        localStorage.setItem(store, JSON.stringify(edits.map(e => e.verdict).join('')));
      } catch { /* Some browsers keep nothing for files. */ }
    }
    function say(text) { at('said').textContent = text; }
    function refresh(changed) {
      for (const edit of changed) shown.get(edit)?.update();
      count();
      keep();
      if (!at('plain').hidden) at('lines').value = lines();
    }
    function decide(list, verdict) {
      history.push(list.map(edit => [edit, edit.verdict]));
      for (const edit of list) edit.verdict = verdict;
      refresh(list);
      const word = words[verdict] || 'cleared';
      say(list.length === 1 ? `${word}: ${show(list[0].old)} to ${show(list[0].now)}` : `${list.length} edits ${word}`);
    }
    function undo() {
      const last = history.pop();
      if (!last) return;
      for (const [edit, verdict] of last) edit.verdict = verdict;
      refresh(last.map(([edit]) => edit));
      say(last.length === 1 ? 'undone' : `undone: ${last.length} edits`);
      const place = found.indexOf(last[0][0]);
      if (place < 0) return;
      if (place < start || place >= start + size) {
        start = place - place % size;
        draw(place - start);
      } else focus(place - start);
    }
    function lines() {
      const plain = text => text.replace(/\s+/g, ' ');
      const decided = edits.filter(e => e.verdict).map(e => ({
        [kinds[e.verdict]]: e.rule, old: e.old, new: e.now, before: plain(e.before), after: plain(e.after) }));
      const head = { decisions: data.schema, emend: data.emend, source: data.source };
      return [head, ...data.kept, ...decided].map(line => JSON.stringify(line) + '\n').join('');
    }
    function save() {
      const link = node('a');
      link.href = URL.createObjectURL(new Blob([lines()], { type: 'application/jsonl' }));
      link.download = data.source.split('/').pop() + '.decisions.jsonl';
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      unsaved = false;
      say(`saved as ${link.download}`);
    }
    function plain() {
      at('plain').hidden = false;
      at('lines').value = lines();
      at('lines').focus();
      at('lines').select();
      navigator.clipboard?.writeText(at('lines').value).then(
        () => { unsaved = false; say('copied'); }, () => say('select and copy'));
    }
    function turn(by, place) {
      const to = start + by * size;
      if (to < 0 || to >= found.length) return say(by > 0 ? 'the last edit' : 'the first edit');
      start = to;
      draw(place);
    }
    const now = () => [...at('list').children].findIndex(li => li.contains(document.activeElement));
    function step(by) {
      const to = now() < 0 ? 0 : now() + by;
      if (to < 0) turn(-1, -1); else if (to >= at('list').children.length) turn(1, 0); else focus(to);
    }
    function judge(verdict, all) {
      const place = now();
      if (place < 0) return step(1);
      const edit = found[start + place];
      decide(all ? series.get(edit.series) : [edit], verdict);
      step(1);
    }
    function fill(id, names) {
      at(id).add(new Option('all', ''));
      names.forEach(name => at(id).add(new Option(name, name)));
    }
    fill('stage', [...new Set(edits.map(e => e.stage))]);
    fill('rule', data.rules);
    fill('level', [...data.levels].reverse());
    for (const id of ['state', 'stage', 'rule', 'level']) at(id).addEventListener('change', search);
    at('words').addEventListener('input', search);
    at('back').addEventListener('click', () => turn(-1, 0));
    at('next').addEventListener('click', () => turn(1, 0));
    at('undo').addEventListener('click', undo);
    at('save').addEventListener('click', save);
    at('copy').addEventListener('click', plain);
    addEventListener('beforeunload', event => { if (unsaved) event.preventDefault(); });
    document.addEventListener('keydown', event => {
      if (!at('keys').checked || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || event.ctrlKey || event.altKey || event.metaKey) return;
      const act = { j: () => step(1), k: () => step(-1), ']': () => turn(1, 0), '[': () => turn(-1, 0),
        a: () => judge(1), r: () => judge(2), c: () => judge(0),
        A: () => judge(1, true), R: () => judge(2, true), C: () => judge(0, true),
        u: undo, s: save, '/': () => at('words').focus() }[event.key];
      if (act) { event.preventDefault(); act(); }
    });
    try {
      const kept = JSON.parse(localStorage.getItem(store) ?? 'null');
      if (kept?.length === edits.length) {
        edits.forEach((edit, i) => { edit.verdict = Number(kept[i]); });
        say('decisions of an earlier visit are back');
      }
    } catch { /* Nothing was kept. */ }
    search();

    """#
}
