import { graphlib, layout } from '@dagrejs/dagre';

export interface GraphBox {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}
export interface GraphLink {
  readonly from: string;
  readonly to: string;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface PlacedBox extends GraphBox {
  /** Of the upper left corner. */
  readonly x: number;
  readonly y: number;
}
/** `boxes` and `paths` are in the order of what was given. */
export interface PlacedGraph {
  readonly boxes: readonly PlacedBox[];
  readonly paths: readonly (readonly Point[])[];
  readonly width: number;
  readonly height: number;
}

export type Direction = 'TB' | 'LR';

const GAP = 16;

/**
 * Places the boxes in layers along the links. Boxes without a link come below in rows, so that they don't stretch the
 * first layer.
 */
export function layoutGraph(
  boxes: readonly GraphBox[],
  links: readonly GraphLink[],
  direction: Direction,
): PlacedGraph {
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const layered = placeLayers(
    boxes.filter(({ id }) => linked.has(id)),
    links,
    direction,
  );
  const loose = placeRows(
    boxes.filter(({ id }) => !linked.has(id)),
    Math.max(layered.width, 720),
    layered.height === 0 ? 0 : layered.height + 2 * GAP,
  );
  const placed = new Map([...layered.boxes, ...loose].map((box) => [box.id, box]));
  return {
    boxes: boxes.flatMap(({ id }) => placed.get(id) ?? []),
    paths: layered.paths,
    width: Math.max(layered.width, ...loose.map(({ x, width }) => x + width), 0),
    height: Math.max(layered.height, ...loose.map(({ y, height }) => y + height), 0),
  };
}

function placeLayers(boxes: readonly GraphBox[], links: readonly GraphLink[], direction: Direction): PlacedGraph {
  if (boxes.length === 0) return { boxes: [], paths: [], width: 0, height: 0 };
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: direction, nodesep: GAP, ranksep: 3 * GAP, edgesep: 8, marginx: 4, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  links.forEach(({ from, to }, index) => {
    graph.setEdge(from, to, {}, String(index));
  });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    boxes: boxes.map((box) => {
      const { x, y } = graph.node(box.id) as Point;
      return { ...box, x: x - box.width / 2, y: y - box.height / 2 };
    }),
    paths: links.map(({ from, to }, index) => {
      const { points } = graph.edge(from, to, String(index)) as { points?: readonly Point[] };
      return points ?? [];
    }),
    width,
    height,
  };
}

function placeRows(boxes: readonly GraphBox[], width: number, top: number): PlacedBox[] {
  let [x, y, tallest] = [0, top, 0];
  return boxes.map((box) => {
    if (x > 0 && x + box.width > width) {
      x = 0;
      y += tallest + GAP;
      tallest = 0;
    }
    const placed = { ...box, x, y };
    x += box.width + GAP;
    tallest = Math.max(tallest, box.height);
    return placed;
  });
}

/** The layout that shows larger in a window of this size; small graphs are tried both ways. */
export function layoutToFit(
  boxes: readonly GraphBox[],
  links: readonly GraphLink[],
  window: { width: number; height: number },
): PlacedGraph {
  const scale = (graph: PlacedGraph): number => Math.min(window.width / graph.width, window.height / graph.height, 1);
  const down = layoutGraph(boxes, links, 'TB');
  if (boxes.length > 40 || scale(down) === 1) return down;
  const across = layoutGraph(boxes, links, 'LR');
  return scale(across) > scale(down) ? across : down;
}

/** A smooth line through the points, for the `d` of an SVG path. */
export function smoothPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.pop();
  if (!first || !last) return '';
  const at = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const curves = rest.map((point, index) => `Q${at(point)} ${at(middle(point, rest[index + 1] ?? last))}`);
  return `M${at(first)}${curves.join('')}L${at(last)}`;
}
