/** Where the drawing stands in its window: a point p of it shows at `p * scale + (x, y)`. */
export interface GraphWindow {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export const MIN_SCALE = 0.15;
const MAX_SCALE = 3;
/** Below this, text can't be read: a large drawing rather starts cut off than unreadable. */
export const READABLE = 0.7;
const MARGIN = 8;
/** Room for the buttons over the drawing. */
export const TOP = 34;

/** The scale at which all of it shows, never enlarged. */
export function wholeScale(size: { width: number; height: number }, width: number, maxHeight: number): number {
  return Math.min(1, (width - 2 * MARGIN) / size.width, (maxHeight - TOP - MARGIN) / size.height);
}

/** Shows all of it, centred across; but where `least` says so, no smaller than that. */
export function fitView(
  size: { width: number; height: number },
  width: number,
  maxHeight: number,
  least = READABLE,
): GraphWindow {
  if (size.width === 0 || size.height === 0) return { x: 0, y: 0, scale: 1 };
  const scale = Math.max(least, wholeScale(size, width, maxHeight));
  return { x: Math.max(MARGIN, (width - size.width * scale) / 2), y: TOP, scale };
}

export function moveView(view: GraphWindow, dx: number, dy: number): GraphWindow {
  return { ...view, x: view.x + dx, y: view.y + dy };
}

/** Zooms so that what is under the point `at` of the window stays there. */
export function zoomView(view: GraphWindow, factor: number, at: { x: number; y: number }): GraphWindow {
  const scale = Math.min(MAX_SCALE, Math.max(MIN_SCALE, view.scale * factor));
  const grown = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * grown, y: at.y - (at.y - view.y) * grown };
}
