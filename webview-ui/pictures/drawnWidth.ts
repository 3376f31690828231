import type { LitElement, ReactiveController } from 'lit';

/** A layout fits about as much wider or narrower a window. */
const tolerance = 0.2;

/** Asks for a new drawing when the element has become much wider or narrower than it was drawn for. */
export class DrawnWidth implements ReactiveController {
  private drawn = 0;
  private readonly resized = new ResizeObserver(([entry]) => {
    const width = entry?.contentRect.width ?? 0;
    if (width > 0 && this.drawn > 0 && Math.abs(width - this.drawn) > tolerance * this.drawn) this.redraw();
  });

  constructor(
    private readonly host: LitElement,
    private readonly redraw: () => void,
  ) {
    host.addController(this);
  }

  /** The width to draw for now. */
  take(): number {
    this.drawn = this.host.clientWidth || 800;
    return this.drawn;
  }

  hostConnected(): void {
    this.resized.observe(this.host);
  }

  hostDisconnected(): void {
    this.resized.disconnect();
  }
}
