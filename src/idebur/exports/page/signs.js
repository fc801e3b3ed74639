"use strict";
/* What stands for what: a sector has a colour and a shape, and so have the things without one. */
const byId = (id) => document.getElementById(id);

/* Without the marks on its letters, and small: how texts are compared. */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

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

const SHAPES = ["ellipse", "rectangle", "diamond", "triangle", "hexagon", "star", "pentagon", "vee"];
const CORNERS = {
  rectangle: "2,2 18,2 18,18 2,18", diamond: "10,1 19,10 10,19 1,10", triangle: "10,2 19,18 1,18",
  hexagon: "5.5,2 14.5,2 19,10 14.5,18 5.5,18 1,10", pentagon: "10,1 19,8 15.5,18.5 4.5,18.5 1,8",
  star: "10,1 12.6,7.2 19,7.6 14,11.8 15.7,18.4 10,14.8 4.3,18.4 6,11.8 1,7.6 7.4,7.2", vee: "10,6 19,1 10,19 1,1",
};
const UNSAID = "octagon", UNSAID_CORNERS = "6.5,2 13.5,2 18,6.5 18,13.5 13.5,18 6.5,18 2,13.5 2,6.5";

function signsOf({ sectors }) {
  const style = new Map(sectors.map((sector) => [sector.word, sector.style]));
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

  return { shapeOf, colourOf, paint, sign, mark };
}
