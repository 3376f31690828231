import { post } from '../bridge';

export interface PictureToSave {
  readonly name: string;
  readonly format: 'svg' | 'png';
  /** Of the whole drawing, in its own units. */
  readonly width: number;
  readonly height: number;
}

/** What a drawing takes from the page's style sheet, with what it is without one; in a file of its own there is none. */
const painted: Readonly<Record<string, string>> = {
  fill: '',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  opacity: '1',
};
const written: Readonly<Record<string, string>> = {
  ...painted,
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
};
const margin = 16;
/** A PNG is drawn twice as large, for screens with small pixels; browsers refuse images beyond some size. */
const pngScale = 2;
const largestSide = 8_000;

/** Hands the drawing to the host, which asks where to put it. */
export async function savePicture(drawing: SVGSVGElement, picture: PictureToSave): Promise<void> {
  const { name, format } = picture;
  const text = standalone(drawing, picture);
  const content = format === 'svg' ? text : await toPng(text, picture);
  post({ type: 'savePicture', name, format, content });
}

/** The drawing as a document that needs nothing else: at its own size, with its colours written into it. */
function standalone(drawing: SVGSVGElement, { width, height }: PictureToSave): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const sources = [...drawing.querySelectorAll('*')];
  const hidden: Element[] = [];
  for (const [index, target] of [...copy.querySelectorAll('*')].entries()) {
    const source = sources[index];
    if (!(source instanceof SVGElement && target instanceof SVGElement)) continue;
    if (getComputedStyle(source).display === 'none') hidden.push(target);
    else paint(source, target);
  }
  for (const node of hidden) node.remove();
  const [whole, high] = [width + 2 * margin, height + 2 * margin];
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', `${whole}`);
  copy.setAttribute('height', `${high}`);
  copy.setAttribute('viewBox', `0 0 ${whole} ${high}`);
  copy.removeAttribute('style');
  copy.querySelector(':scope > g')?.setAttribute('transform', `translate(${margin} ${margin})`);
  copy.prepend(background(drawing, whole, high));
  return new XMLSerializer().serializeToString(copy).replace(/<!--.*?-->/g, '');
}

function paint(source: SVGElement, target: SVGElement): void {
  for (const name of ['class', 'style', 'role', 'tabindex', 'data-index']) target.removeAttribute(name);
  if (!(source instanceof SVGGeometryElement || source instanceof SVGTextContentElement)) return;
  const style = getComputedStyle(source);
  for (const [name, usual] of Object.entries(source instanceof SVGTextContentElement ? written : painted)) {
    const value = style.getPropertyValue(name);
    if (value !== usual) target.setAttribute(name, value);
  }
}

function background(drawing: SVGSVGElement, width: number, height: number): SVGRectElement {
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  rect.setAttribute('width', `${width}`);
  rect.setAttribute('height', `${height}`);
  rect.setAttribute('fill', getComputedStyle(drawing.ownerDocument.body).backgroundColor);
  return rect;
}

/** In base64. */
async function toPng(text: string, { width, height }: PictureToSave): Promise<string> {
  const scale = Math.min(pngScale, largestSide / Math.max(width, height, 1));
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil((width + 2 * margin) * scale);
    canvas.height = Math.ceil((height + 2 * margin) * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length);
  } finally {
    URL.revokeObjectURL(url);
  }
}
