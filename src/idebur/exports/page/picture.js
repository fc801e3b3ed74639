"use strict";
/* The picture: what Cytoscape.js draws, what it brings out, and from where it is seen. Sizes are those of the screen. */
function picture({ nodes, edges, directed }, state, { shapeOf, paint }, frame) {
  const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
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
          "target-arrow-shape": directed ? "triangle" : "none",
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

  function hide({ nodes: seen, edges: kept }) {
    cy.batch(() => {
      cy.nodes().forEach((el) => el.toggleClass("gone", !seen.has(el.data("n"))));
      cy.edges().forEach((el) => el.toggleClass("gone", !kept.has(el.data("e"))));
    });
  }

  /* Go to what is chosen and what is around it. */
  function go(node, edge) {
    const near = edge === null ? cy.getElementById(`n${node}`).closedNeighborhood().nodes() : cy.getElementById(`e${edge}`).connectedNodes();
    move(around(near.not(".gone"), whole * 0.9, whole * 2.2), true);
  }

  function restore() {
    cy.nodes().forEach((el) => { el.position({ ...spots[el.data("n")] }); });
  }

  function begin() {
    fitted(false);
    whole = cy.zoom();
    relabel();
  }

  cy.on("zoom", relabelSoon);
  cy.on("dragfree", "node", relabel);
  cy.on("mouseover", "node, edge", () => { byId("picture").style.cursor = "pointer"; });
  cy.on("mouseout", "node, edge", () => { byId("picture").style.cursor = ""; });

  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    readLook();
    labels();
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

  let width = frame.clientWidth;
  new ResizeObserver(() => {
    cy.resize();
    if (Math.abs(frame.clientWidth - width) > 40) {
      width = frame.clientWidth;
      begin();
    }
  }).observe(frame);

  return { cy, look, dash, hide, emphasise, fitted, zoomed, go, restore, begin };
}
