import { graphlib, layout } from '@dagrejs/dagre';
import { linkedGroups } from './linkedGroups';

export interface GraphBox {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}
export interface GraphLink {
  readonly from: string;
  readonly to: string;
  /** Room for a text at the middle point of the path. */
  readonly label?: Size;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface PlacedBox extends GraphBox {
  /** Of the upper left corner. */
  readonly x: number;
  readonly y: number;
}
/** `boxes` and `paths` are in the order of what was given; a link whose end is not there has an empty path. */
export interface PlacedGraph extends Size {
  readonly boxes: readonly PlacedBox[];
  readonly paths: readonly (readonly Point[])[];
}

type Direction = 'TB' | 'LR';

/** A part of the graph that is placed for itself: its boxes, and the paths by the index of their link. */
interface Piece extends Size {
  readonly boxes: readonly PlacedBox[];
  readonly paths: ReadonlyMap<number, readonly Point[]>;
}

const GAP = 14;
/** Larger parts are laid out in one direction only, because the second try would cost as much again. */
const TRY_BOTH = 45;

/**
 * Places the boxes in layers along the links, so that they show as large as possible in the window. Parts without a link
 * between them are placed one by one and packed in rows; boxes without any link come last.
 */
export function layoutGraph(boxes: readonly GraphBox[], links: readonly GraphLink[], window: Size): PlacedGraph {
  const { groups, loose } = linkedGroups(boxes, links);
  const directions: readonly Direction[] = boxes.length > TRY_BOTH ? ['TB'] : ['TB', 'LR'];
  const layered = directions.map((direction) => groups.map((group) => layOut(group, links, direction)));
  const tries = layered.flatMap((pieces) =>
    [1, 0.85, 0.7, 0.55].map((scale) => pack([...pieces, ...loose.map(single)], window.width / scale)),
  );
  const shown = (piece: Piece): number => Math.min(window.width / piece.width, window.height / piece.height, 1);
  const best = tries.reduce((a, b) => (shown(b) > shown(a) ? b : a));
  const placed = new Map(best.boxes.map((box) => [box.id, box]));
  return {
    boxes: boxes.flatMap(({ id }) => placed.get(id) ?? []),
    paths: links.map(({ from, to }, index) => (from === to ? loop(placed.get(from)) : (best.paths.get(index) ?? []))),
    width: best.width,
    height: best.height,
  };
}

/** A link of a box to itself leaves and comes back on its right side. */
function loop(box: PlacedBox | undefined): readonly Point[] {
  if (!box) return [];
  const [right, top] = [box.x + box.width, box.y + 12];
  return [
    { x: right, y: top },
    { x: right + 20, y: top },
    { x: right + 20, y: top + 22 },
    { x: right, y: top + 22 },
  ];
}

function single(box: GraphBox): Piece {
  return { width: box.width, height: box.height, boxes: [{ ...box, x: 0, y: 0 }], paths: new Map() };
}

function layOut(boxes: readonly GraphBox[], links: readonly GraphLink[], direction: Direction): Piece {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: direction, nodesep: GAP, ranksep: 3 * GAP, edgesep: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  const own = [...links.entries()].filter(
    ([, { from, to }]) => from !== to && graph.hasNode(from) && graph.hasNode(to),
  );
  for (const [index, { from, to, label }] of own) graph.setEdge(from, to, { ...label, labelpos: 'c' }, String(index));
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as Partial<Size>;
  return {
    width,
    height,
    boxes: boxes.map((box) => {
      const { x, y } = graph.node(box.id) as Point;
      return { ...box, x: x - box.width / 2, y: y - box.height / 2 };
    }),
    paths: new Map(
      own.map(([index, { from, to }]) => {
        const { points } = graph.edge(from, to, String(index)) as { points?: readonly Point[] };
        return [index, points ?? []];
      }),
    ),
  };
}

/** Puts the pieces in rows that are about as wide as asked for, never narrower than the widest piece. */
function pack(pieces: readonly Piece[], wanted: number): Piece {
  const width = Math.max(wanted, ...pieces.map((piece) => piece.width));
  const boxes: PlacedBox[] = [];
  const paths = new Map<number, readonly Point[]>();
  let [x, y, tallest, used] = [0, 0, 0, 0];
  for (const piece of pieces) {
    if (x > 0 && x + piece.width > width) {
      [x, y, tallest] = [0, y + tallest + GAP, 0];
    }
    const [dx, dy] = [x, y];
    boxes.push(...piece.boxes.map((box) => ({ ...box, x: box.x + dx, y: box.y + dy })));
    for (const [index, points] of piece.paths)
      paths.set(
        index,
        points.map((point) => ({ x: point.x + dx, y: point.y + dy })),
      );
    used = Math.max(used, x + piece.width);
    x += piece.width + 2 * GAP;
    tallest = Math.max(tallest, piece.height);
  }
  return { boxes, paths, width: used, height: y + tallest };
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
