"use strict";
/* Where each node stands. The same graph is laid out in the same way every time and everywhere: the chance in it is seeded.
   The distances in the picture follow those in the graph: stress, made small by stochastic gradient descent (Zheng, Pawar
   and Goodman, "Graph Drawing by Stochastic Gradient Descent", IEEE TVCG 25(9), 2019). An edge between two nodes with many
   neighbours that they do not share is longer, so that stars have room (Gansner, Koren and North, "Graph Drawing by Stress
   Majorization", GD 2004, section 4.3; here the square root of their length). */
function places(count, links, wanted) {
  const WIDE = 720, HIGH = 560, SHAPE = WIDE / HIGH, GAP = 26, FLATTER = 1.4, LENGTH = 58, ROUNDS = 40, LAST = 0.05, MANY = 900, MOST_EXACT = 700, PIVOTS = 120;
  // Where there is not room for everybody, all make do with less; where there is more, all have some of it.
  const asked = wanted.reduce((sum, room) => sum + 5.2 * room * room, 1), share = Math.sqrt((WIDE * HIGH) / asked);
  const crowding = Math.min(1, share * Math.sqrt(count > MANY ? 0.35 : 0.62)), ease = Math.max(crowding, Math.min(1.2, share * 0.6));
  const rooms = wanted.map((room) => room * ease), most = count > MANY ? 25 : 120;
  const near = Array.from({ length: count }, () => new Set());
  for (const [a, b] of links) {
    if (a !== b) {
      near[a].add(b);
      near[b].add(a);
    }
  }

  let seed = 20081023;
  function chance() { // mulberry32
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  function shuffle(list) {
    for (let i = list.length - 1; i > 0; i--) {
      const j = Math.floor(chance() * (i + 1));
      [list[i], list[j]] = [list[j], list[i]];
    }
  }

  function length(a, b) {
    let shared = 0;
    const [few, many] = near[a].size < near[b].size ? [near[a], near[b]] : [near[b], near[a]];
    for (const one of few) if (many.has(one)) shared++;
    return LENGTH * Math.sqrt(Math.max(1, near[a].size + near[b].size - 2 * shared - 1));
  }

  const lengths = near.map((these, a) => new Map([...these].map((b) => [b, length(a, b)])));

  function distances(from) {
    const far = new Float64Array(count).fill(Infinity);
    const waiting = [from], inside = new Uint8Array(count);
    far[from] = 0;
    for (let head = 0; head < waiting.length; head++) {
      const one = waiting[head];
      inside[one] = 0;
      for (const [other, step] of lengths[one]) {
        if (far[one] + step < far[other]) {
          far[other] = far[one] + step;
          if (!inside[other]) {
            inside[other] = 1;
            waiting.push(other);
          }
        }
      }
    }
    return far;
  }

  function components() {
    const seen = new Uint8Array(count), found = [];
    for (let start = 0; start < count; start++) {
      if (seen[start]) continue;
      const members = [start];
      seen[start] = 1;
      for (let head = 0; head < members.length; head++) {
        for (const other of near[members[head]]) {
          if (!seen[other]) {
            seen[other] = 1;
            members.push(other);
          }
        }
      }
      found.push(members);
    }
    return found.sort((a, b) => b.length - a.length || a[0] - b[0]);
  }

  const x = new Float64Array(count), y = new Float64Array(count);

  function terms(members) {
    const found = [];
    if (members.length <= MOST_EXACT) {
      for (const a of members) {
        const far = distances(a);
        for (const b of members) if (b > a) found.push([a, b, far[b]]);
      }
      return found;
    }
    // The next pivot is the one farthest from those there are.
    const least = new Float64Array(count).fill(Infinity);
    let pivot = members[0];
    for (let k = 0; k < PIVOTS; k++) {
      const far = distances(pivot);
      let next = pivot;
      for (const b of members) {
        if (b !== pivot) found.push([pivot, b, far[b]]);
        least[b] = Math.min(least[b], far[b]);
        if (least[b] > least[next]) next = b;
      }
      pivot = next;
    }
    for (const a of members) for (const [b, step] of lengths[a]) if (b > a) found.push([a, b, step]);
    return found;
  }

  function settle(members) {
    const pairs = terms(members);
    const spread = LENGTH * Math.sqrt(members.length);
    for (const one of members) {
      x[one] = chance() * spread;
      y[one] = chance() * spread;
    }
    let shortest = Infinity, longest = 0;
    for (const [, , far] of pairs) {
      shortest = Math.min(shortest, far);
      longest = Math.max(longest, far);
    }
    const first = longest * longest, final = LAST * shortest * shortest;
    const fall = Math.log(final / first) / (ROUNDS - 1);
    for (let round = 0; round < ROUNDS; round++) {
      const rate = first * Math.exp(fall * round);
      shuffle(pairs);
      for (const [a, b, far] of pairs) {
        const step = Math.min(1, rate / (far * far));
        let dx = x[a] - x[b], dy = y[a] - y[b];
        let apart = Math.sqrt(dx * dx + dy * dy);
        if (apart < 1e-9) {
          dx = 1e-3;
          dy = 0;
          apart = 1e-3;
        }
        const move = (step * (apart - far)) / (2 * apart);
        x[a] -= move * dx;
        y[a] -= move * dy;
        x[b] += move * dx;
        y[b] += move * dy;
      }
    }
  }

  // The long side lies flat, as that of most windows does.
  function level(members) {
    const n = members.length;
    let mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
    for (const one of members) {
      mx += x[one] / n;
      my += y[one] / n;
    }
    for (const one of members) {
      xx += (x[one] - mx) ** 2;
      yy += (y[one] - my) ** 2;
      xy += (x[one] - mx) * (y[one] - my);
    }
    const turn = -0.5 * Math.atan2(2 * xy, xx - yy), c = Math.cos(turn), s = Math.sin(turn);
    for (const one of members) {
      const dx = x[one] - mx, dy = y[one] - my;
      x[one] = c * dx - s * dy;
      y[one] = s * dx + c * dy;
    }
    const { wide, high } = extent(members);
    const stretch = Math.min(FLATTER, Math.max(1, wide / SHAPE / Math.max(high, 1)));
    if (members.length > 3) for (const one of members) y[one] *= stretch;
  }

  function extent(members) {
    const xs = members.map((one) => x[one]), ys = members.map((one) => y[one]);
    return { wide: Math.max(...xs) - Math.min(...xs), high: Math.max(...ys) - Math.min(...ys) };
  }

  // Each node keeps a room of its own, wider than high, as its label is. Rooms are as large as they are on a screen that
  // the whole fits into; making room makes the whole larger, and the rooms with it, which soon settles.
  function part(members) {
    for (let again = 0; again < (count > MANY ? 2 : 6); again++) {
      const { wide, high } = extent(members);
      const scale = Math.max(1, wide / WIDE, high / HIGH);
      if (!spread(members, scale)) return;
    }
  }

  function spread(members, scale) {
    const own = new Map(members.map((one) => [one, rooms[one] * scale])), largest = Math.max(...own.values());
    let ever = false;
    for (let round = 0; round < most; round++) {
      let moved = false;
      const order = members.slice().sort((a, b) => x[a] - x[b] || a - b);
      for (let i = 0; i < order.length; i++) {
        for (let j = i + 1; j < order.length && x[order[j]] - x[order[i]] < 1.3 * (largest + own.get(order[i])); j++) {
          const a = order[i], b = order[j], room = own.get(a) + own.get(b);
          const dx = x[b] - x[a], dy = y[b] - y[a];
          const over = 1.3 * room - Math.abs(dx), under = room - Math.abs(dy);
          if (over <= 0.5 || under <= 0.5) continue;
          moved = true;
          if (over < under) {
            x[a] -= (dx < 0 ? -over : over) / 2;
            x[b] += (dx < 0 ? -over : over) / 2;
          } else {
            y[a] -= (dy < 0 ? -under : under) / 2;
            y[b] += (dy < 0 ? -under : under) / 2;
          }
        }
      }
      if (!moved) return ever;
      ever = true;
    }
    return ever;
  }

  const blocks = components().map((members) => {
    if (members.length > 1) {
      settle(members);
      level(members);
      part(members);
    }
    const left = Math.min(...members.map((one) => x[one] - 1.3 * rooms[one]));
    const top = Math.min(...members.map((one) => y[one] - rooms[one]));
    for (const one of members) {
      x[one] -= left;
      y[one] -= top;
    }
    const wide = Math.max(...members.map((one) => x[one] + 1.3 * rooms[one])) + GAP;
    const high = Math.max(...members.map((one) => y[one] + rooms[one])) + GAP;
    return { members, wide, high };
  });

  // Parts that hang together stand in rows, the largest first.
  const area = blocks.reduce((sum, block) => sum + block.wide * block.high, 0);
  const widest = Math.max(Math.sqrt(area * SHAPE), ...blocks.map((block) => block.wide), 0);
  let left = 0, top = 0, high = 0;
  for (const block of blocks) {
    if (left > 0 && left + block.wide > widest + 1) {
      left = 0;
      top += high;
      high = 0;
    }
    for (const one of block.members) {
      x[one] += left;
      y[one] += top;
    }
    left += block.wide;
    high = Math.max(high, block.high);
  }
  const spots = Array.from({ length: count }, (_, one) => ({ x: Math.round(x[one] * 10) / 10, y: Math.round(y[one] * 10) / 10 }));
  return { spots, crowding };
}
