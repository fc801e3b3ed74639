"use strict";
(() => {
  const DATA = JSON.parse(document.getElementById("data").textContent);
  const { nodes, edges, phrases } = DATA;
  const SHAPES = ["ellipse", "rectangle", "diamond", "triangle", "hexagon", "star", "pentagon", "vee"];
  const CORNERS = {
    rectangle: "2,2 18,2 18,18 2,18", diamond: "10,1 19,10 10,19 1,10", triangle: "10,2 19,18 1,18",
    hexagon: "5.5,2 14.5,2 19,10 14.5,18 5.5,18 1,10", pentagon: "10,1 19,8 15.5,18.5 4.5,18.5 1,8",
    star: "10,1 12.6,7.2 19,7.6 14,11.8 15.7,18.4 10,14.8 4.3,18.4 6,11.8 1,7.6 7.4,7.2", vee: "10,6 19,1 10,19 1,1",
  };
  const UNSAID = "octagon", UNSAID_CORNERS = "6.5,2 13.5,2 18,6.5 18,13.5 13.5,18 6.5,18 2,13.5 2,6.5";

  const byId = (id) => document.getElementById(id);
  const say = (name, values = {}) => phrases[name].replace(/\{(\w+)\}/gu, (_, key) => String(values[key]));
  const counted = (name, n) => say(n === 1 ? name : `${name}s`, { n });
  const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const collator = new Intl.Collator(DATA.lang);

  function made(name, attributes = {}, ...content) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...content);
    return element;
  }

  function drawn(name, attributes) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  // ── sectors: colour and shape ──────────────────────────────────────────────────────────────────────────────────────

  const style = new Map(DATA.sectors.map((sector) => [sector.word, sector.style]));
  const shapeOf = (sector) => (style.get(sector) < 0 ? UNSAID : SHAPES[style.get(sector) % SHAPES.length]);
  // From the ninth sector on, a shape comes again in another colour.
  const colourOf = (sector) => {
    const number = style.get(sector);
    return number < 0 ? "--node" : `--sector-${(number + Math.floor(number / SHAPES.length)) % 8}`;
  };

  // What has no sector is told apart by what it is: an agreement, somebody who acts, or anything else (hollow).
  const UNSECTORED = {
    whole: { fill: "--ink", stroke: "--ground" }, acting: { fill: "--node", stroke: "--ground" }, part: { fill: "--ground", stroke: "--node" },
  };
  const paint = (node) => (style.get(node.sector) < 0 ? UNSECTORED[node.role] : { fill: colourOf(node.sector), stroke: "--ground" });

  function sign(sector, { fill, stroke }) {
    const svg = drawn("svg", { class: "mark", viewBox: "0 0 20 20", "aria-hidden": "true" });
    const corners = shapeOf(sector) === UNSAID ? UNSAID_CORNERS : CORNERS[shapeOf(sector)];
    const inside = corners ? drawn("polygon", { points: corners }) : drawn("circle", { cx: 10, cy: 10, r: 8.5 });
    inside.style.fill = `var(${fill})`;
    inside.style.stroke = `var(${stroke})`;
    inside.style.strokeWidth = "1.5";
    svg.append(inside);
    return svg;
  }

  const mark = (sector) => sign(sector, { fill: colourOf(sector), stroke: "--panel" });

  // ── what is known of the graph ─────────────────────────────────────────────────────────────────────────────────────

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
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

  // ── the picture ────────────────────────────────────────────────────────────────────────────────────────────────────

  const frame = byId("frame");
  const look = {};
  function readLook() {
    const computed = getComputedStyle(document.documentElement);
    for (const name of ["ground", "panel", "ink", "soft", "edge", "accent", "node", ...SHAPES.map((_, i) => `sector-${i}`)]) {
      look[`--${name}`] = computed.getPropertyValue(`--${name}`).trim();
    }
  }
  readLook();

  const BASE = { whole: [24, 2.6], acting: [14, 3], part: [8, 1.8] };
  const size = (node) => BASE[node.role][0] + BASE[node.role][1] * Math.min(7, Math.sqrt(node.edges.length));
  const { spots, crowding } = places(nodes.length, edges.map((edge) => [edge.source, edge.target]), nodes.map((node) => 4 + size(node) / 2));
  let whole = 1; // the zoom at which everything fits
  let growth = 1;
  const px = (pixels) => pixels / cy.zoom();
  const reach = (node) => size(node) * growth; // across, on the screen

  const heaviest = Math.max(1, ...edges.map((edge) => edge.weight));
  const thick = (edge) => (heaviest > 1 ? 1 + (3.5 * Math.max(0, edge.weight)) / heaviest : 1.1);
  const dash = (edge) => (edge.doubtful ? "dotted" : edge.derived ? "dashed" : "solid");

  // Cytoscape.js draws an arrow 0.3 max((13.37 w) ** 0.9, 29) long for a line w wide; here it is as long at every zoom.
  const arrow = (wide) => px((7 + wide) * Math.min(1, growth)) / (0.3 * Math.max((13.37 * px(wide)) ** 0.9, 29));

  const cy = cytoscape({
    container: byId("picture"),
    elements: [
      ...nodes.map((node, n) => ({ group: "nodes", data: { id: `n${n}`, n }, position: { ...spots[n] } })),
      ...edges.map((edge, e) => ({ group: "edges", data: { id: `e${e}`, e, source: `n${edge.source}`, target: `n${edge.target}` } })),
    ],
    layout: { name: "preset", fit: false },
    minZoom: 0.02, maxZoom: 6, autounselectify: true, boxSelectionEnabled: false,
    style: [
      {
        selector: "node",
        style: {
          shape: (el) => shapeOf(nodes[el.data("n")].sector),
          width: (el) => px(reach(nodes[el.data("n")])),
          height: (el) => px(reach(nodes[el.data("n")])),
          "background-color": (el) => look[paint(nodes[el.data("n")]).fill],
          "border-width": () => px(1.5),
          "border-color": (el) => look[paint(nodes[el.data("n")]).stroke],
          label: (el) => el.scratch("label") || "",
          "text-valign": (el) => ({ bottom: "bottom", top: "top" })[el.scratch("side")] || "center",
          "text-halign": (el) => ({ left: "left", right: "right" })[el.scratch("side")] || "center",
          "text-margin-y": (el) => ({ bottom: px(2), top: px(-2) })[el.scratch("side")] || 0,
          "text-margin-x": (el) => ({ right: px(2), left: px(-2) })[el.scratch("side")] || 0,
          "text-wrap": "wrap",
          "text-max-width": 100000,
          "font-family": LABEL.font,
          "font-size": () => px(LABEL.size),
          "line-height": LABEL.line / LABEL.size / 1.05,
          color: () => look["--ink"],
          "text-outline-color": () => look["--ground"],
          "text-outline-width": () => px(2),
          "text-outline-opacity": 0.9,
          "overlay-opacity": 0,
          "z-index": (el) => el.scratch("front") || 2,
        },
      },
      {
        selector: "edge",
        style: {
          width: (el) => px(thick(edges[el.data("e")])),
          "line-color": () => look["--edge"],
          "line-style": (el) => dash(edges[el.data("e")]),
          "line-dash-pattern": () => [px(6), px(4)],
          "curve-style": "bezier",
          "control-point-step-size": () => px(16),
          "target-arrow-shape": DATA.directed ? "triangle" : "none",
          "target-arrow-color": () => look["--edge"],
          "arrow-scale": (el) => arrow(thick(edges[el.data("e")])),
          "loop-direction": "-45deg",
          "font-family": LABEL.font,
          "font-size": () => px(LABEL.size - 1),
          color: () => look["--ink"],
          "text-background-color": () => look["--ground"],
          "text-background-opacity": 0.9,
          "text-background-padding": () => px(2),
          "text-rotation": "autorotate",
          label: (el) => el.scratch("label") || "",
          "overlay-opacity": 0,
          opacity: 0.75,
          "z-index": 1,
        },
      },
      { selector: ".gone", style: { display: "none" } },
      { selector: "node.far", style: { opacity: 0.18 } },
      { selector: "edge.far", style: { opacity: 0.08 } },
      { selector: "edge.near", style: { opacity: 1, "line-color": () => look["--soft"], "target-arrow-color": () => look["--soft"], "z-index": 3 } },
      { selector: "node.match", style: { "border-color": () => look["--accent"], "border-width": () => px(3) } },
      { selector: "node.chosen", style: { "border-color": () => look["--accent"], "border-width": () => px(5), "z-index": 6 } },
      {
        selector: "edge.chosen",
        style: {
          opacity: 1, width: () => px(3.5), "arrow-scale": () => arrow(3.5),
          "line-color": () => look["--accent"], "target-arrow-color": () => look["--accent"], "z-index": 5,
        },
      },
    ],
  });

  function labels() {
    const zoom = cy.zoom();
    const small = Math.max(0.5, Math.min(1.15, cy.width() / 720, cy.height() / 560)); // as places.js has it
    growth = Math.min(1.7, crowding * Math.max(0.75, (zoom / whole) ** 0.4)) * small;
    const first = (node) => {
      const el = cy.getElementById(`n${node.number}`);
      return (el.hasClass("chosen") ? 4000 : 0) + (el.hasClass("near") || el.hasClass("match") ? 2000 : 0) + node.edges.length;
    };
    cy.nodes().forEach((el) => { el.scratch("label", ""); });
    const order = [...state.shown.nodes].map((n) => nodes[n]).filter((node) => !cy.getElementById(`n${node.number}`).hasClass("far"))
      .map((node) => [node, first(node)])
      .sort(([a, ka], [b, kb]) => kb - ka || a.number - b.number)
      .map(([node]) => node);
    const hubs = new Set(order.slice(0, 12));
    const items = order.map((node) => {
      const el = cy.getElementById(`n${node.number}`);
      node.lines ||= broken(node.label);
      node.box ||= measured(node.lines);
      const { x, y } = el.position();
      return { x: x * zoom, y: y * zoom, radius: reach(node) / 2, must: el.hasClass("chosen"), hub: hubs.has(node), ...node.box };
    });
    const all = zoom <= whole * 1.02; // nothing is cut off at the rim of the whole
    const pan = cy.pan();
    const found = sides(items, {
      left: all ? -pan.x : -Infinity, right: all ? cy.width() - pan.x : Infinity,
      top: all ? -pan.y : -Infinity, bottom: all ? cy.height() - pan.y : Infinity,
    });
    cy.batch(() => {
      order.forEach((node, i) => {
        const el = cy.getElementById(`n${node.number}`);
        el.scratch("side", found[i]);
        el.scratch("front", found[i] === null ? 2 : hubs.has(node) ? 4 : 3); // no node covers a label
        el.scratch("label", found[i] === null ? "" : node.lines.join("\n"));
      });
      const near = state.emphasis === "choice" && state.edge === null ? cy.edges(".near").length : Infinity;
      cy.edges().forEach((el) => {
        const told = el.hasClass("chosen") || (near <= 9 && el.hasClass("near"));
        el.scratch("label", told ? edges[el.data("e")].label : "");
      });
    });
    cy.style().update();
  }

  let waiting = 0, pausing = 0;
  function relabel() {
    clearTimeout(pausing);
    if (!waiting) {
      waiting = requestAnimationFrame(() => {
        waiting = 0;
        labels();
        frame.dataset.settled = "true";
      });
    }
    frame.dataset.settled = "false";
  }

  // While one zooms, everything grows and shrinks together; sizes and labels follow when it stops.
  function relabelSoon() {
    clearTimeout(pausing);
    pausing = setTimeout(relabel, 90);
    frame.dataset.settled = "false";
  }

  /* The view in which these nodes fill the frame, with room for labels at the rim; least and most bound the zoom. */
  function around(these, least, most) {
    const xs = these.map((el) => el.position("x")), ys = these.map((el) => el.position("y"));
    const left = Math.min(...xs), right = Math.max(...xs), top = Math.min(...ys), bottom = Math.max(...ys);
    const room = { x: Math.min(75, cy.width() / 8), y: Math.min(50, cy.height() / 8) };
    const fill = Math.min((cy.width() - 2 * room.x) / Math.max(right - left, 1), (cy.height() - 2 * room.y) / Math.max(bottom - top, 1));
    const zoom = Math.max(least, Math.min(most, fill));
    return { zoom, pan: { x: cy.width() / 2 - (zoom * (left + right)) / 2, y: cy.height() / 2 - (zoom * (top + bottom)) / 2 } };
  }

  function move(view, animated) {
    cy.stop();
    if (animated && !calm()) cy.animate({ ...view, duration: 250 });
    else cy.viewport(view);
  }

  function fitted(animated) {
    const seen = cy.nodes().not(".gone");
    if (seen.length > 0) move(around(seen, 0.02, 2), animated);
  }

  function zoomed(times) {
    const middle = { x: cy.width() / 2, y: cy.height() / 2 };
    cy.zoom({ level: cy.zoom() * times, renderedPosition: middle });
  }

  function emphasise() {
    const { emphasis, node, edge, matches } = state;
    cy.batch(() => {
      cy.elements().removeClass("far near match chosen");
      if (emphasis === "search") {
        cy.elements().addClass("far");
        for (const n of matches.nodes) cy.getElementById(`n${n}`).removeClass("far").addClass("match");
        for (const e of matches.edges) {
          const el = cy.getElementById(`e${e}`);
          el.removeClass("far").addClass("near");
          el.connectedNodes().removeClass("far");
        }
      } else if (emphasis === "choice" && node !== null) {
        const centre = cy.getElementById(`n${node}`);
        const near = edge === null ? centre.closedNeighborhood() : cy.getElementById(`e${edge}`).union(cy.getElementById(`e${edge}`).connectedNodes());
        cy.elements().addClass("far");
        near.removeClass("far").addClass("near");
        (edge === null ? centre : cy.getElementById(`e${edge}`)).addClass("chosen");
      }
    });
    relabel();
  }

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

    cy.batch(() => {
      cy.nodes().forEach((el) => el.toggleClass("gone", !seen.has(el.data("n"))));
      cy.edges().forEach((el) => el.toggleClass("gone", !shown.edges.has(el.data("e"))));
    });
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
      box.append(made("label", { class: "tick" }, input, ...(marked ? [mark(choice.word)] : []), label));
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
    const near = edge === null ? cy.getElementById(`n${node}`).closedNeighborhood().nodes() : cy.getElementById(`e${edge}`).connectedNodes();
    move(around(near.not(".gone"), whole * 0.9, whole * 2.2), true);
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

  // ── the picture saved, with its title and its legend ───────────────────────────────────────────────────────────────

  function legend() {
    const items = DATA.sectors.filter((sector) => sector.style >= 0)
      .map((sector) => [sign(sector.word, { fill: colourOf(sector.word), stroke: "--ground" }), sector.label]);
    for (const role of ["whole", "acting", "part"]) {
      const one = nodes.find((node) => node.role === role && style.get(node.sector) < 0);
      if (one) items.push([sign(one.sector, paint(one)), say(role)]);
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

  async function save() {
    const SCALE = 2, picture = new Image();
    picture.src = cy.png({ full: false, scale: SCALE, bg: look["--ground"] });
    await picture.decode();
    const canvas = made("canvas"), pen = canvas.getContext("2d");
    const size = 13 * SCALE, margin = 12 * SCALE;
    const signs = [...byId("legend-items").children].map((item) => [item.querySelector("svg"), item.textContent]);
    pen.font = `${size}px ${LABEL.font}`;
    let left = margin, rows = 1;
    const spots = signs.map(([, text]) => {
      const wide = pen.measureText(text).width + size * 3;
      if (left > margin && left + wide > picture.width - margin) {
        left = margin;
        rows += 1;
      }
      const spot = [left, rows];
      left += wide;
      return spot;
    });
    pen.font = `bold ${size * 1.15}px ${LABEL.font}`;
    const title = [""];
    for (const word of DATA.title.split(/\s+/u)) {
      const longer = `${title[title.length - 1]} ${word}`.trim();
      if (pen.measureText(longer).width <= picture.width - 2 * margin) title[title.length - 1] = longer;
      else title.push(word);
    }
    const band = size * (1.2 + 1.5 * title.length);
    canvas.width = picture.width;
    canvas.height = band + picture.height + (rows + 0.6) * size * 1.6;
    pen.fillStyle = look["--ground"];
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = look["--ink"];
    pen.font = `bold ${size * 1.15}px ${LABEL.font}`;
    title.forEach((line, i) => pen.fillText(line, margin, size * (1.9 + 1.5 * i)));
    pen.drawImage(picture, 0, band);
    pen.font = `${size}px ${LABEL.font}`;
    signs.forEach(([svg, text], i) => {
      const [x, line] = spots[i], y = band + picture.height + line * size * 1.6, k = size / 20;
      pen.save();
      pen.translate(x, y - size * 0.85);
      pen.scale(k, k);
      const inside = svg.firstChild, colour = getComputedStyle(inside);
      if (inside.tagName === "line") {
        pen.strokeStyle = colour.stroke;
        pen.lineWidth = 2;
        pen.setLineDash(inside.getAttribute("stroke-dasharray").split(" ").map(Number));
        pen.stroke(new Path2D("M0 10H34"));
      } else {
        pen.fillStyle = colour.fill;
        pen.strokeStyle = colour.stroke;
        pen.lineWidth = 1.5;
        const round = inside.tagName === "circle";
        const outline = new Path2D(round ? "M1.5 10a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0" : `M${inside.getAttribute("points").replaceAll(" ", "L")}Z`);
        pen.fill(outline);
        pen.stroke(outline);
      }
      pen.restore();
      pen.fillText(text, x + size * (inside.tagName === "line" ? 2.1 : 1.3), y);
    });
    const blob = await new Promise((done) => { canvas.toBlob(done, "image/png"); });
    const link = made("a", { href: URL.createObjectURL(blob), download: `${fold(DATA.title).replace(/[^a-z0-9]+/gu, "-").slice(0, 60) || "graph"}.png` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
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
    cy.nodes().forEach((el) => { el.position({ ...spots[el.data("n")] }); });
    clear();
    filter();
    fitted(true);
  }

  byId("reset").addEventListener("click", reset);
  byId("zoom-in").addEventListener("click", () => zoomed(1.35));
  byId("zoom-out").addEventListener("click", () => zoomed(1 / 1.35));
  byId("fit").addEventListener("click", () => fitted(true));
  byId("save").addEventListener("click", save);
  byId("back").addEventListener("click", back);
  byId("clear").addEventListener("click", () => {
    back();
    clear();
    emphasise();
  });

  frame.addEventListener("keydown", (event) => {
    const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (steps[event.key]) cy.panBy({ x: steps[event.key][0], y: steps[event.key][1] });
    else if (event.key === "+" || event.key === "=") zoomed(1.35);
    else if (event.key === "-") zoomed(1 / 1.35);
    else if (event.key === "0") fitted(true);
    else return;
    event.preventDefault();
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
  cy.on("zoom", relabelSoon);
  cy.on("dragfree", "node", relabel);
  cy.on("mouseover", "node, edge", () => { byId("picture").style.cursor = "pointer"; });
  cy.on("mouseout", "node, edge", () => { byId("picture").style.cursor = ""; });

  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    readLook();
    labels();
  });

  let width = frame.clientWidth;
  new ResizeObserver(() => {
    cy.resize();
    if (Math.abs(frame.clientWidth - width) > 40) {
      width = frame.clientWidth;
      fitted(false);
      whole = cy.zoom();
      relabel();
    }
  }).observe(frame);

  byId("filters").open = window.matchMedia("(min-width: 68.01rem)").matches;
  reason();
  filter();
  fitted(false);
  whole = cy.zoom();
  relabel();
})();
