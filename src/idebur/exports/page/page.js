"use strict";
/* What one does on the page, and what it answers: search, filters, the list, and the reason of what is chosen. */
(() => {
  const DATA = JSON.parse(document.getElementById("data").textContent);
  const { nodes, edges, phrases } = DATA;
  const say = (name, values = {}) => phrases[name].replace(/\{(\w+)\}/gu, (_, key) => String(values[key]));
  const counted = (name, n) => say(n === 1 ? name : `${name}s`, { n });
  const collator = new Intl.Collator(DATA.lang);

  // ── what is known of the graph ─────────────────────────────────────────────────────────────────────────────────────

  nodes.forEach((node, number) => {
    node.number = number;
    node.text = fold([node.label, node.id, ...node.facts.map(([, value]) => value)].join("\n"));
    node.edges = [];
  });
  edges.forEach((edge, number) => {
    edge.number = number;
    edge.text = fold([edge.label, edge.kind, ...edge.facts.map(([, value]) => value)].join("\n"));
    nodes[edge.source].edges.push(edge);
    if (edge.target !== edge.source) nodes[edge.target].edges.push(edge);
  });
  const undated = (one) => one.from === null && one.to === null;
  const rank = new Map(DATA.nodeKinds.map((kind, number) => [kind.word, number]));
  const listed = nodes.slice().sort(
    (a, b) => rank.get(a.kind) - rank.get(b.kind) || collator.compare(a.label, b.label) || a.number - b.number,
  );

  const state = {
    query: "", from: "", to: "", alone: false,
    off: { sectors: new Set(), "node-kinds": new Set(), "edge-kinds": new Set() },
    shown: { nodes: new Set(), edges: new Set() },
    matches: { nodes: new Set(), edges: new Set() },
    node: null, edge: null, // what is chosen: a node, or an edge seen from that node
    emphasis: "none", // what the picture brings out: the choice, the matches of the search, or nothing
    origin: null,
  };

  const signs = signsOf(DATA);
  const { cy, look, dash, hide, emphasise, fitted, zoomed, go, restore, begin } = picture(DATA, state, signs, byId("frame"));

  // ── filters ────────────────────────────────────────────────────────────────────────────────────────────────────────

  const held = (one) => undated(one) || ((state.to === "" || one.from === null || one.from <= state.to) &&
    (state.from === "" || one.to === null || one.to >= state.from) &&
    !(state.from !== "" && state.to !== "" && state.from > state.to));

  function filter() {
    const { off, shown, matches } = state;
    let seen = new Set(nodes.filter((n) => !off["node-kinds"].has(n.kind) && !off.sectors.has(n.sector) && held(n)).map((n) => n.number));
    shown.edges = new Set(
      edges.filter((e) => !off["edge-kinds"].has(e.kind) && seen.has(e.source) && seen.has(e.target) && held(e)).map((e) => e.number),
    );
    if (state.alone) seen = new Set([...seen].filter((n) => nodes[n].edges.some((e) => shown.edges.has(e.number))));
    shown.nodes = seen;

    const words = fold(state.query).split(/\s+/u).filter(Boolean);
    const hits = (one) => words.length > 0 && words.every((word) => one.text.includes(word));
    const found = [...nodes.filter(hits), ...edges.filter(hits)];
    matches.nodes = new Set(nodes.filter((n) => seen.has(n.number) && hits(n)).map((n) => n.number));
    matches.edges = new Set(edges.filter((e) => shown.edges.has(e.number) && hits(e)).map((e) => e.number));
    const hidden = found.length - matches.nodes.size - matches.edges.size;

    hide(shown);
    let lost = false;
    if ((state.node !== null && !seen.has(state.node)) || (state.edge !== null && !shown.edges.has(state.edge))) {
      lost = true;
      clear();
    }
    if (words.length === 0 && state.emphasis === "search") state.emphasis = state.node === null ? "none" : "choice";
    emphasise();
    list(words.length > 0);
    relations();
    count(words.length > 0, hidden, lost);
  }

  let speaking = 0;
  function count(searching, hidden, lost) {
    const { shown, matches, from, to } = state;
    const told = [nodes.length === 0 ? say("empty")
      : say("showing", { nodes: shown.nodes.size, nodes_all: nodes.length, edges: shown.edges.size, edges_all: edges.length })];
    if (from !== "" || to !== "") {
      if (from !== "" && to !== "" && from > to) told.push(say("date-order"));
      told.push(say("undated", {
        nodes: [...shown.nodes].filter((n) => undated(nodes[n])).length,
        edges: [...shown.edges].filter((e) => undated(edges[e])).length,
      }));
    }
    if (searching) told.push(say("found", { nodes: matches.nodes.size, edges: matches.edges.size }));
    if (searching && hidden > 0) told.push(say("found-hidden", { n: hidden }));
    if (lost) told.push(say("choice-hidden"));
    clearTimeout(speaking);
    speaking = setTimeout(() => { byId("count").textContent = told.join(" "); }, 150); // once for a word typed quickly
  }

  function ticks(group, choices, marked) {
    const box = byId(group), what = box.querySelector("legend").textContent;
    const off = state.off[group];
    const inputs = choices.map((choice) => {
      const input = made("input", { type: "checkbox", name: group, value: choice.word });
      input.checked = true;
      input.addEventListener("change", () => {
        if (input.checked) off.delete(choice.word);
        else off.add(choice.word);
        filter();
      });
      const label = made("span", {}, choice.label, " ", made("small", {}, `(${choice.count})`));
      box.append(made("label", { class: "tick" }, input, ...(marked ? [signs.mark(choice.word)] : []), label));
      return input;
    });
    const set = (on) => {
      for (const input of inputs) {
        input.checked = on;
        if (on) off.delete(input.value);
        else off.add(input.value);
      }
    };
    if (choices.length > 2) {
      const buttons = [["all", true], ["none", false]].map(([name, on]) => {
        const button = made("button", { type: "button", "aria-label": say(`${name}-of`, { what }) }, say(name));
        button.addEventListener("click", () => {
          set(on);
          filter();
        });
        return button;
      });
      box.querySelector("legend").after(made("div", { class: "both" }, ...buttons));
    }
    box.hidden = choices.length === 0;
    return () => set(true);
  }

  // ── the list, and the reason of what is chosen ─────────────────────────────────────────────────────────────────────

  function row(text, small, current, chosen) {
    const button = made("button", { type: "button" }, text);
    if (small) button.append(" ", made("small", {}, small));
    if (current) button.setAttribute(current, "false");
    button.addEventListener("click", () => chosen(button));
    return button;
  }

  const sectorLabel = new Map(DATA.sectors.map((sector) => [sector.word, sector.label]));
  const nodeRows = nodes.map((node) => {
    const button = row(node.label, node.sector === "" ? "" : sectorLabel.get(node.sector), "aria-current", (self) => choose(node.number, null, self));
    button.dataset.node = node.number;
    return made("li", {}, button);
  });
  const edgeRows = new Map();
  function edgeRow(edge) {
    if (!edgeRows.has(edge.number)) {
      const button = row(edge.sentence, edge.note, "aria-pressed", (self) => choose(edge.source, edge.number, self));
      button.dataset.edge = edge.number;
      edgeRows.set(edge.number, made("li", {}, button));
    }
    return edgeRows.get(edge.number);
  }

  function list(searching) {
    const { shown, matches } = state;
    const groups = [];
    for (const kind of DATA.nodeKinds) {
      const these = listed.filter((node) => node.kind === kind.word && (searching ? matches : shown).nodes.has(node.number));
      if (these.length === 0) continue;
      groups.push(made("h3", {}, `${kind.label} (${these.length})`));
      groups.push(made("ul", { class: "rows" }, ...these.map((node) => nodeRows[node.number])));
    }
    if (searching && matches.edges.size > 0) {
      groups.push(made("h3", {}, `${say("matching-edges")} (${matches.edges.size})`));
      groups.push(made("ul", { class: "rows" }, ...[...matches.edges].map((e) => edgeRow(edges[e]))));
    }
    const focused = document.activeElement;
    byId("groups").replaceChildren(...groups);
    if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected) focused.focus();
  }

  function relations() {
    const box = byId("relations-list");
    if (state.node === null) {
      box.replaceChildren();
      return;
    }
    const node = nodes[state.node];
    const seen = node.edges.filter((edge) => state.shown.edges.has(edge.number));
    const outward = (edge) => (edge.source === node.number ? 0 : 1);
    seen.sort((a, b) => outward(a) - outward(b) || collator.compare(a.sentence, b.sentence) || a.number - b.number);
    const focused = document.activeElement;
    const was = focused instanceof HTMLElement && box.contains(focused) ? focused.dataset.edge : null;
    box.replaceChildren(...seen.map((edge) => {
      const button = row(edge.sentence, edge.note, "aria-pressed", (self) => choose(node.number, edge.number, self));
      button.dataset.edge = edge.number;
      button.setAttribute("aria-pressed", String(state.edge === edge.number));
      return made("li", {}, button);
    }));
    if (was !== null) box.querySelector(`[data-edge="${was}"]`)?.focus();
    byId("relations-title").textContent = `${node.label}: ${counted("edge", seen.length)}`;
    const hidden = node.edges.length - seen.length;
    const notes = [];
    if (seen.length === 0) notes.push(say("no-relations"));
    if (hidden > 0) notes.push(say("relations-hidden", { edges: counted("edge", hidden) }));
    byId("relations-note").textContent = notes.join(" ");
  }

  function reason() {
    const one = state.edge !== null ? edges[state.edge] : state.node !== null ? nodes[state.node] : null;
    for (const id of ["facts", "moves", "relations"]) byId(id).hidden = one === null;
    byId("nothing").hidden = one !== null;
    byId("ends").hidden = state.edge === null;
    byId("reason-title").textContent = one === null ? say("reason") : state.edge !== null ? one.sentence : one.label;
    byId("facts").replaceChildren(...(one === null ? [] : one.facts.flatMap(([name, value]) => [made("dt", {}, name), made("dd", {}, value)])));
    if (state.edge !== null) {
      const ends = [...new Set([one.source, one.target])].map((n) => row(nodes[n].label, "", "", (self) => choose(n, null, self)));
      byId("ends").replaceChildren(made("span", {}, say("ends")), ...ends);
    }
    for (const { firstChild: button } of nodeRows) button.setAttribute("aria-current", String(state.edge === null && Number(button.dataset.node) === state.node));
    for (const { firstChild: button } of edgeRows.values()) button.setAttribute("aria-pressed", String(Number(button.dataset.edge) === state.edge));
  }

  function tell() {
    const one = state.edge !== null ? edges[state.edge] : state.node !== null ? nodes[state.node] : null;
    if (one === null) {
      byId("told").textContent = "";
      return;
    }
    const told = [state.edge !== null ? one.sentence : `${one.label}.`, ...one.facts.map(([name, value]) => `${name}: ${value}.`)];
    if (state.edge === null) told.push(say("told-relations", { n: one.edges.filter((edge) => state.shown.edges.has(edge.number)).length }));
    byId("told").textContent = told.join(" ");
  }

  /* from: the button that chose it, or null for the picture. A choice in a list goes on to the reason; Escape goes back. */
  function choose(node, edge, from) {
    const stays = from !== null && byId("relations").contains(from); // one reads down the relations of a node
    state.node = node;
    state.edge = edge;
    state.emphasis = "choice";
    if (from !== null && !byId("chosen").contains(from)) state.origin = from;
    emphasise();
    relations();
    reason();
    tell();
    byId("reason-title").scrollIntoView({ block: "nearest" });
    if (from === null) return;
    go(node, edge);
    if (!stays) byId("reason-title").focus();
  }

  function clear() {
    state.node = null;
    state.edge = null;
    if (state.emphasis === "choice") state.emphasis = state.query === "" ? "none" : "search";
    reason();
    relations();
    tell();
  }

  function back() {
    const origin = state.origin !== null && state.origin.isConnected ? state.origin : null;
    const same = origin || (state.node === null ? null : nodeRows[state.node].firstChild);
    (same !== null && same.isConnected ? same : byId("search")).focus();
  }

  // ── the legend ───────────────────────────────────────────────────────────────

  function legend() {
    const unsaid = new Set(DATA.sectors.filter((sector) => sector.style < 0).map((sector) => sector.word));
    const items = DATA.sectors.filter((sector) => sector.style >= 0)
      .map((sector) => [signs.sign(sector.word, { fill: signs.colourOf(sector.word), stroke: "--ground" }), sector.label]);
    for (const role of ["whole", "acting", "part"]) {
      const one = nodes.find((node) => node.role === role && unsaid.has(node.sector));
      if (one) items.push([signs.sign(one.sector, signs.paint(one)), say(role)]);
    }
    for (const [name, pattern] of [["derived", "6 4"], ["doubtful", "1.5 3.5"]]) {
      if (!edges.some((edge) => dash(edge) === (name === "derived" ? "dashed" : "dotted"))) continue;
      const svg = drawn("svg", { class: "mark stroke", viewBox: "0 0 36 20", "aria-hidden": "true" });
      const stroke = drawn("line", { x1: 2, y1: 10, x2: 34, y2: 10, "stroke-width": 2, "stroke-dasharray": pattern });
      stroke.style.stroke = "var(--soft)";
      svg.append(stroke);
      items.push([svg, say(`legend-${name}`)]);
    }
    byId("legend-items").replaceChildren(...items.map(([svg, text]) => made("li", {}, svg, made("span", {}, text))));
  }

  // ── what one can do ────────────────────────────────────────────────────────────────────────────────────────────────

  const resets = [
    ticks("sectors", DATA.sectors, true), ticks("node-kinds", DATA.nodeKinds, false), ticks("edge-kinds", DATA.edgeKinds, false),
  ];
  legend();

  const days = [...nodes, ...edges].flatMap((one) => [one.from, one.to]).filter((day) => day !== null).sort();
  byId("dates-run").textContent = days.length === 0 ? say("no-dates") : say("dates-run", { first: days[0], last: days[days.length - 1] });
  for (const name of ["from", "to"]) {
    byId(name).disabled = days.length === 0;
    byId(name).addEventListener("input", () => {
      state[name] = byId(name).value;
      filter();
    });
  }
  byId("alone").addEventListener("change", () => {
    state.alone = byId("alone").checked;
    filter();
  });
  byId("search").addEventListener("input", () => {
    state.query = byId("search").value;
    state.emphasis = "search";
    filter();
  });
  let turn = -1;
  byId("search").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") {
      turn = -1;
      return;
    }
    const query = fold(state.query).trim(), words = query.split(/\s+/u);
    const worth = ({ label }) => { // the name itself, then how it begins, then names, then other texts
      const name = fold(label);
      return name === query ? 0 : name.startsWith(query) ? 1 : words.every((word) => name.includes(word)) ? 2 : 3;
    };
    const found = listed.filter((node) => state.matches.nodes.has(node.number)).map((node) => [worth(node), node])
      .sort(([a], [b]) => a - b).map(([, node]) => [node.number, null]);
    found.push(...[...state.matches.edges].map((e) => [edges[e].source, e]));
    if (found.length === 0) return;
    turn = (turn + 1) % found.length;
    choose(found[turn][0], found[turn][1], byId("search"));
    byId("search").focus(); // so that Enter goes on to the next match
  });

  function reset() {
    for (const one of resets) one();
    Object.assign(state, { query: "", from: "", to: "", alone: false, emphasis: "none", origin: null });
    for (const id of ["search", "from", "to"]) byId(id).value = "";
    byId("alone").checked = false;
    restore();
    clear();
    filter();
    fitted(true);
  }

  byId("reset").addEventListener("click", reset);
  byId("zoom-in").addEventListener("click", () => zoomed(1.35));
  byId("zoom-out").addEventListener("click", () => zoomed(1 / 1.35));
  byId("fit").addEventListener("click", () => fitted(true));
  byId("save").addEventListener("click", () => save(cy, look, DATA.title, [...byId("legend-items").children]));
  byId("back").addEventListener("click", back);
  byId("clear").addEventListener("click", () => {
    back();
    clear();
    emphasise();
  });

  byId("side").addEventListener("keydown", (event) => {
    const rows = [...event.target.closest(".rows, #groups")?.closest("#groups, #relations-list")?.querySelectorAll("button") ?? []];
    const at = rows.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (at < 0 || to === undefined || rows[to] === undefined) return;
    rows[to].focus();
    event.preventDefault();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || state.node === null) return;
    if (byId("chosen").contains(document.activeElement)) {
      back();
      return;
    }
    clear();
    emphasise();
  });

  cy.on("tap", "node", (event) => choose(event.target.data("n"), null, null));
  cy.on("tap", "edge", (event) => {
    const edge = edges[event.target.data("e")];
    const seen = state.node === edge.target ? edge.target : edge.source;
    choose(seen, edge.number, null);
  });
  cy.on("tap", (event) => {
    if (event.target !== cy || state.node === null) return;
    clear();
    emphasise();
  });
  byId("filters").open = window.matchMedia("(min-width: 68.01rem)").matches;
  reason();
  filter();
  begin();
})();
