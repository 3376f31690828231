/** Where the drawing stands in its window: a point p of it shows at `p * scale + (x, y)`. */
export interface GraphWindow {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const MIN_SCALE = 0.15;
const MAX_SCALE = 3;
/** Below this, text can't be read: a large drawing rather starts cut off than unreadable. */
const READABLE = 0.7;
const MARGIN = 8;
/** Room for the buttons over the drawing. */
export const TOP = 34;

/** Shows all of it where that is readable, never enlarged, centred across. */
export function fitView(size: { width: number; height: number }, width: number, maxHeight: number): GraphWindow {
  if (size.width === 0 || size.height === 0) return { x: 0, y: 0, scale: 1 };
  const whole = Math.min((width - 2 * MARGIN) / size.width, (maxHeight - TOP - MARGIN) / size.height);
  const scale = Math.min(1, Math.max(READABLE, whole));
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
