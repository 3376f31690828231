import { visibleText } from '../base/visibleText';

const pen = document.createElement('canvas').getContext('2d');
let font = '';

/** Width in pixels of a text in a drawing, in the panel's own font. */
export function textWidth(text: string, size: number, weight: 400 | 600 = 400): number {
  if (!pen) return text.length * size * 0.6;
  // Asked for once: each question would make the browser compute all styles anew.
  font ||= getComputedStyle(document.body).fontFamily;
  pen.font = `${weight} ${size}px ${font}`;
  return pen.measureText(text).width;
}

/** The text, cut with an ellipsis where it is wider than the room it has. */
export function fitText(text: string, room: number, size: number, weight: 400 | 600 = 400): string {
  // More characters than this fit nowhere, and measuring them takes time.
  const shown = visibleText(text.length > 200 ? `${text.slice(0, 200)}…` : text);
  if (textWidth(shown, size, weight) <= room) return shown;
  let [fits, tooMany] = [0, shown.length];
  while (fits + 1 < tooMany) {
    const middle = (fits + tooMany) >> 1;
    if (textWidth(`${shown.slice(0, middle)}…`, size, weight) <= room) fits = middle;
    else tooMany = middle;
  }
  return `${shown.slice(0, fits)}…`;
}
