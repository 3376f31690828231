import { html, type PropertyValues, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type IconName, icon } from '../base/icon';
import { PanelElement } from '../base/panelElement';
import { styleProperties } from '../base/styleProperties';
import { fitView, type GraphWindow, MIN_SCALE, moveView, TOP, zoomView } from './graphWindow';
import type { Point } from './layoutGraph';
import { savePicture } from './savePicture';

export interface DrawnNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What a screen reader says of it. */
  readonly label: string;
  readonly content: TemplateResult;
}

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
  readonly content: TemplateResult;
}

/** The drawing's window is at most this high. */
export const GRAPH_HEIGHT = 520;
const STEP = 60;

/**
 * A drawing that can be moved and zoomed with mouse and keys. Its nodes are buttons: arrow keys go from one to the next,
 * Enter activates; the neighbours of the node that is pointed at stand out.
 */
@customElement('contox-graph')
export class GraphView extends PanelElement {
  @property({ attribute: false }) label = '';
  /** What a saved picture is called. */
  @property({ attribute: false }) name = 'picture';
  @property({ attribute: false }) nodes: readonly DrawnNode[] = [];
  @property({ attribute: false }) edges: readonly DrawnEdge[] = [];
  @property({ attribute: false }) size = { width: 0, height: 0 };
  /** Stays lit while nothing is pointed at. */
  @property({ attribute: false }) focused: string | null = null;
  @property({ attribute: false }) onActivate: (id: string) => void = () => undefined;
  @state() private view: GraphWindow = { x: 0, y: 0, scale: 1 };
  @state() private width = 0;
  @state() private pointed: string | null = null;
  private drawnHeight = 80;
  private tabStop = 0;
  private drag: { readonly x: number; readonly y: number; readonly from: GraphWindow; moved: boolean } | null = null;
  private readonly resized = new ResizeObserver(([entry]) => this.resize(entry?.contentRect.width ?? 0));

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  protected override firstUpdated(): void {
    const box = this.querySelector('.graph');
    if (box) this.resized.observe(box);
  }

  private resize(width: number): void {
    if (width === 0 || width === this.width) return;
    this.width = width;
    this.fit();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('size') && this.width > 0) this.fit();
    if (changed.has('nodes')) this.tabStop = 0;
  }

  /** All of it, however small: that is what was asked for. */
  private showAll(): void {
    this.view = fitView(this.size, this.width, this.drawnHeight, MIN_SCALE);
  }

  private fit(): void {
    this.view = fitView(this.size, this.width, GRAPH_HEIGHT);
    // Zooming moves the drawing inside its window and never the page below it, so the height is set here alone.
    this.drawnHeight = Math.min(GRAPH_HEIGHT, Math.max(80, this.size.height * this.view.scale + TOP + 8));
  }

  protected override render(): unknown {
    const { x, y, scale } = this.view;
    const lit = this.pointed ?? this.focused;
    return html`
      <div class="graph" @keydown=${this.onKey} @wheel=${this.onWheel}>
        <svg
          role="group"
          aria-label=${this.label}
          @pointerdown=${this.onDown}
          @pointermove=${this.onMove}
          @pointerup=${this.onUp}
          @pointercancel=${this.onUp}
          ${styleProperties({ height: `${this.drawnHeight}px` })}
        >
          ${markers}
          <g transform=${`translate(${x} ${y}) scale(${scale})`} class=${lit ? 'has-lit' : ''}>
            <g aria-hidden="true">${this.edges.map((edge) => this.edge(edge, lit))}</g>
            ${this.nodes.map((node, index) => this.node(node, index, lit))}
          </g>
        </svg>
        <div class="graph-tools">
          ${this.tool('zoom-in', 'Zoom in (+)', () => this.zoom(1.25))} ${this.tool('zoom-out', 'Zoom out (-)', () => this.zoom(0.8))}
          ${this.tool('screen-full', 'Show all (0)', () => this.showAll())}
          ${this.tool('save', 'Save as SVG', () => void this.save('svg'))} ${this.tool('device-camera', 'Save as PNG', () => void this.save('png'))}
        </div>
      </div>
    `;
  }

  private tool(name: IconName, label: string, run: () => void): TemplateResult {
    return html`<button type="button" class="tool" title=${label} aria-label=${label} @click=${run}>${icon(name)}</button>`;
  }

  /** The whole drawing, whatever part of it is in sight. */
  private async save(format: 'svg' | 'png'): Promise<void> {
    const drawing = this.querySelector('svg');
    if (drawing) await savePicture(drawing, { name: this.name, format, ...this.size });
  }

  private edge({ from, to, content }: DrawnEdge, lit: string | null): TemplateResult {
    return svg`<g class=${lit === from || lit === to ? 'edge lit' : 'edge'}>${content}</g>`;
  }

  private node({ id, x, y, label, content }: DrawnNode, index: number, lit: string | null): TemplateResult {
    const near =
      lit !== null &&
      (lit === id ||
        this.edges.some((edge) => (edge.from === lit && edge.to === id) || (edge.to === lit && edge.from === id)));
    return svg`<g
      class=${`node ${near ? 'lit' : ''} ${this.focused === id ? 'chosen' : ''}`}
      transform=${`translate(${x} ${y})`}
      role="button"
      tabindex=${index === this.tabStop ? 0 : -1}
      data-index=${index}
      @focus=${() => this.point(id)}
      @blur=${() => this.point(null)}
      @pointerenter=${() => this.point(id)}
      @pointerleave=${() => this.point(null)}
      @click=${() => this.activate(id)}
    ><title>${label}</title><g aria-hidden="true">${content}</g></g>`;
  }

  private point(id: string | null): void {
    this.pointed = id;
  }

  private activate(id: string): void {
    // The end of a drag that began on a node is not a click on it.
    if (!this.drag?.moved) this.onActivate(id);
  }

  private zoom(factor: number, at = { x: this.width / 2, y: this.drawnHeight / 2 }): void {
    this.view = zoomView(this.view, factor, at);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [STEP, 0],
      ArrowRight: [-STEP, 0],
      ArrowUp: [0, STEP],
      ArrowDown: [0, -STEP],
    };
    const move = moves[key];
    if (move && event.shiftKey) this.view = moveView(this.view, ...move);
    else if (move) this.step(key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1);
    else if (key === '+' || key === '=') this.zoom(1.25);
    else if (key === '-') this.zoom(0.8);
    else if (key === '0') this.showAll();
    else if ((key === 'Enter' || key === ' ') && event.target instanceof SVGElement)
      this.onActivate(this.nodes[this.tabStop]?.id ?? '');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  private async step(by: number): Promise<void> {
    this.tabStop = Math.min(Math.max(this.tabStop + by, 0), this.nodes.length - 1);
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<SVGElement>(`.node[data-index="${this.tabStop}"]`)?.focus();
  }

  private readonly onWheel = (event: WheelEvent): void => {
    // A plain wheel scrolls the page, as everywhere.
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, { x: event.offsetX, y: event.offsetY });
  };

  private readonly onDown = (event: PointerEvent): void => {
    if (event.button === 0) this.drag = { x: event.clientX, y: event.clientY, from: this.view, moved: false };
  };

  private readonly onMove = (event: PointerEvent): void => {
    const { drag } = this;
    if (!drag || event.buttons === 0) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moved && Math.hypot(dx, dy) < 4) return;
    if (!drag.moved) (event.currentTarget as SVGElement).setPointerCapture(event.pointerId);
    drag.moved = true;
    this.view = moveView(drag.from, dx, dy);
  };

  private readonly onUp = (): void => {
    const { drag } = this;
    // The click event comes after this one and still has to see that it was a drag.
    setTimeout(() => {
      if (this.drag === drag) this.drag = null;
    });
  };
}

/** Ends of the lines: arrows for imports, one or many for relations. */
const markers = svg`<defs>
  <marker id="arrow" class="marker" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="9" orient="auto-start-reverse">
    <path d="M0 0L8 4L0 8z"></path>
  </marker>
  <marker id="arrow-cycle" class="marker marker-cycle" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="9" orient="auto-start-reverse">
    <path d="M0 0L8 4L0 8z"></path>
  </marker>
  <marker id="end-one" class="marker-line" viewBox="0 0 12 12" refX="11" refY="6" markerUnits="userSpaceOnUse" markerWidth="12" markerHeight="12" orient="auto-start-reverse">
    <path d="M7 1V11"></path>
  </marker>
  <marker id="end-many" class="marker-line" viewBox="0 0 12 12" refX="11" refY="6" markerUnits="userSpaceOnUse" markerWidth="12" markerHeight="12" orient="auto-start-reverse">
    <path d="M12 1L2 6L12 11M2 6H12"></path>
  </marker>
</defs>`;
