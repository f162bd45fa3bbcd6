// Documents as boxes in columns by class, references as curves; drawn by hand so that the page needs nothing from outside.
const NS = "http://www.w3.org/2000/svg";
const WIDTH = 190, HEIGHT = 40, GAP_X = 60, GAP_Y = 14;
// More columns than this could not be read; longer chains share the last one.
const DEEPEST = 4;

function element(name, attributes, ...children) {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// The distance of each document from those that nobody refers to: what rests on others stands left of what it rests on.
function columns(nodes, edges) {
  const depth = new Map(nodes.map((node) => [node.id, 0]));
  for (let round = 0; round < nodes.length; round += 1) {
    let moved = false;
    for (const { from, to } of edges) {
      const due = depth.get(from) + 1;
      if (due > depth.get(to) && due <= DEEPEST) {
        depth.set(to, due);
        moved = true;
      }
    }
    if (!moved) break;
  }
  return depth;
}

export function graph(documents, links, words) {
  const nodes = documents.filter((d) => d.id).map((d) => ({ id: d.id, type: d.type, outside: false }));
  const known = new Set(nodes.map((node) => node.id));
  const edges = new Map();
  for (const link of links) {
    if (!known.has(link.to)) {
      known.add(link.to);
      nodes.push({ id: link.to, type: words.outside, outside: true });
    }
    const key = `${link.from} ${link.to}`;
    const edge = edges.get(key) ?? { from: link.from, to: link.to, members: [] };
    edge.members.push(link.member);
    edges.set(key, edge);
  }
  const depth = columns(nodes, [...edges.values()]);
  const filled = new Map();
  const place = new Map();
  for (const node of [...nodes].sort((a, b) => a.type.localeCompare(b.type) || a.id.localeCompare(b.id))) {
    const column = depth.get(node.id);
    const row = filled.get(column) ?? 0;
    filled.set(column, row + 1);
    place.set(node.id, { x: 10 + column * (WIDTH + GAP_X), y: 10 + row * (HEIGHT + GAP_Y) });
  }
  const width = 20 + (Math.max(0, ...depth.values()) + 1) * (WIDTH + GAP_X) - GAP_X;
  const height = 20 + Math.max(1, ...filled.values()) * (HEIGHT + GAP_Y);
  const svg = element("svg", { class: "graph", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": words.graph });
  svg.style.minWidth = `${Math.min(width, 900)}px`;
  svg.append(
    element("defs", {}, element("marker", { id: "tip", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" },
      element("path", { d: "M0 0 8 4 0 8z" }))),
  );
  for (const edge of edges.values()) {
    const a = place.get(edge.from), b = place.get(edge.to);
    const x1 = a.x + WIDTH, y1 = a.y + HEIGHT / 2, x2 = b.x, y2 = b.y + HEIGHT / 2;
    const bend = Math.max(30, Math.abs(x2 - x1) / 2);
    const path = element("path", { d: `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2 - 2} ${y2}`, "marker-end": "url(#tip)" });
    path.append(element("title", {}, `${edge.members.join(", ")}`));
    svg.append(path);
  }
  for (const node of nodes) {
    const { x, y } = place.get(node.id);
    const name = node.id.split("/").slice(-2).join("/");
    const group = element("g", { transform: `translate(${x} ${y})`, class: node.outside ? "outside" : "" },
      element("rect", { width: WIDTH, height: HEIGHT, rx: 6 }),
      element("text", { x: 8, y: 16, "font-weight": 600 }, node.type),
      element("text", { x: 8, y: 32 }, name.length > 27 ? `${name.slice(0, 26)}…` : name),
      element("title", {}, node.id));
    svg.append(group);
  }
  return svg;
}
