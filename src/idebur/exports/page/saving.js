"use strict";
/* The picture as one sees it, saved as a PNG with its title above and its legend below. */
async function save(cy, look, heading, items) {
  const SCALE = 2, picture = new Image();
  picture.src = cy.png({ full: false, scale: SCALE, bg: look["--ground"] });
  await picture.decode();
  const canvas = made("canvas"), pen = canvas.getContext("2d");
  const size = 13 * SCALE, margin = 12 * SCALE;
  const signs = items.map((item) => [item.querySelector("svg"), item.textContent]);
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
  for (const word of heading.split(/\s+/u)) {
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
  const name = fold(heading).replace(/[^a-z0-9]+/gu, "-").slice(0, 60) || "graph";
  const link = made("a", { href: URL.createObjectURL(blob), download: `${name}.png` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
