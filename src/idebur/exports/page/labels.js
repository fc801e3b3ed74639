"use strict";
/* Which labels there is room for, and on which side of its node each stands, so that none lies on another or on a node.
   Everything is counted in pixels of the screen: labels keep their size when one zooms, and more of them find room. */
const LABEL = { size: 12, line: 14.5, letters: 22, lines: 3, font: 'system-ui, "Segoe UI", Roboto, "Liberation Sans", "DejaVu Sans", sans-serif' };

const ruler = document.createElement("canvas").getContext("2d");

/* Break a label into short lines; what is too long ends in an ellipsis (the list has it whole). */
function broken(label) {
  const lines = [""];
  for (const word of label.split(/\s+/u)) {
    const last = lines[lines.length - 1];
    if (last === "") lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= LABEL.letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, LABEL.lines);
  if (kept.length < lines.length) kept[kept.length - 1] += " …";
  return kept.map((line) => (line.length > LABEL.letters + 8 ? `${line.slice(0, LABEL.letters + 6)}…` : line));
}

function measured(lines) {
  ruler.font = `${LABEL.size}px ${LABEL.font}`;
  return { wide: Math.max(...lines.map((line) => ruler.measureText(line).width)) + 4, high: lines.length * LABEL.line };
}

/* items: {x, y, radius, wide, high, must, hub} in the order in which they come first; returns a side or null for each.
   The label of a hub may lie over small nodes, and where there is no other room over somewhat larger ones; what must be
   told lies over anything. Nothing lies outside of bounds. */
function sides(items, bounds) {
  const CELL = 80, taken = new Map();

  function cells(box, visit) {
    for (let cx = Math.floor(box.left / CELL); cx <= Math.floor(box.right / CELL); cx++) {
      for (let cy = Math.floor(box.top / CELL); cy <= Math.floor(box.bottom / CELL); cy++) {
        if (visit(`${cx} ${cy}`)) return true;
      }
    }
    return false;
  }

  function put(box) {
    cells(box, (cell) => {
      if (!taken.has(cell)) taken.set(cell, []);
      taken.get(cell).push(box);
      return false;
    });
  }

  function hit(box, over) {
    return cells(box, (cell) =>
      (taken.get(cell) || []).some(
        (other) =>
          other.owner !== box.owner && other.radius >= over &&
          box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
      ),
    );
  }

  items.forEach((item, owner) => {
    const r = item.radius;
    put({ owner, radius: item.hub ? Infinity : r, left: item.x - r, right: item.x + r, top: item.y - r, bottom: item.y + r });
  });
  return items.map((item, owner) => {
    const { x, y, wide, high } = item, gap = item.radius + 2;
    const boxes = {
      bottom: { left: x - wide / 2, right: x + wide / 2, top: y + gap, bottom: y + gap + high },
      top: { left: x - wide / 2, right: x + wide / 2, top: y - gap - high, bottom: y - gap },
      right: { left: x + gap, right: x + gap + wide, top: y - high / 2, bottom: y + high / 2 },
      left: { left: x - gap - wide, right: x - gap, top: y - high / 2, bottom: y + high / 2 },
    };
    for (const over of item.hub ? [8, 16] : [0]) {
      for (const side of ["bottom", "top", "right", "left"]) {
        const box = { ...boxes[side], owner, radius: Infinity };
        const inside = box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;
        if (inside && !hit(box, over)) {
          put(box);
          return side;
        }
      }
    }
    if (!item.must) return null;
    put({ ...boxes.bottom, owner, radius: Infinity });
    return "bottom";
  });
}
