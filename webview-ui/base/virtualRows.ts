import type { ReactiveController, ReactiveControllerHost } from 'lit';

const OVERSCAN = 10;

/**
 * Tells which rows of a long list are in sight. All rows have one height, so a list of 10,000 costs what a screenful
 * costs. The scrolling element is looked for after each update of the host.
 */
export class VirtualRows implements ReactiveController {
  private scroller: HTMLElement | null = null;
  private top = 0;
  private height = 600;
  private frame = 0;
  private readonly resized = new ResizeObserver(() => this.measure());

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly findScroller: () => HTMLElement | null,
    readonly rowHeight: number,
    /** Height of what stays above the rows inside the scrolling element. */
    private readonly head = 0,
  ) {
    host.addController(this);
  }

  /** First row to render and the one after the last. */
  range(count: number): readonly [number, number] {
    const first = Math.max(0, Math.floor(this.top / this.rowHeight) - OVERSCAN);
    const last = Math.ceil((this.top + this.height) / this.rowHeight) + OVERSCAN;
    // A list that became shorter may end above where the view still stands.
    return [Math.min(first, Math.max(0, count - OVERSCAN)), Math.min(count, last)];
  }

  get rowsInSight(): number {
    return Math.max(1, Math.floor((this.height - this.head) / this.rowHeight));
  }

  /** Scrolls as little as possible to bring the row into sight. */
  reveal(index: number): void {
    if (!this.scroller) return;
    this.height = this.scroller.clientHeight;
    // The head covers the uppermost part of the view, so a row is in sight below it only.
    const [top, inSight] = [index * this.rowHeight, this.height - this.head];
    if (top < this.scroller.scrollTop) this.scroller.scrollTop = top;
    else if (top + this.rowHeight > this.scroller.scrollTop + inSight)
      this.scroller.scrollTop = top + this.rowHeight - inSight;
    this.measure();
  }

  hostUpdated(): void {
    const scroller = this.findScroller();
    if (scroller === this.scroller) return;
    this.hostDisconnected();
    this.scroller = scroller;
    scroller?.addEventListener('scroll', this.onScroll, { passive: true });
    if (scroller) this.resized.observe(scroller);
  }

  hostDisconnected(): void {
    this.scroller?.removeEventListener('scroll', this.onScroll);
    this.resized.disconnect();
    this.scroller = null;
  }

  private readonly onScroll = (): void => {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.measure();
    });
  };

  private measure(): void {
    if (!this.scroller) return;
    const { scrollTop, clientHeight } = this.scroller;
    if (clientHeight === 0 || (scrollTop === this.top && clientHeight === this.height)) return;
    this.top = scrollTop;
    this.height = clientHeight;
    this.host.requestUpdate();
  }
}

/** Height of a row in the editor's font size: 22 px at 13 px, as in VS Code's own lists. */
export function rowHeight(): number {
  const size = Number.parseFloat(getComputedStyle(document.body).fontSize);
  return Math.max(22, Math.round(size * 1.7));
}
