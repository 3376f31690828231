import type { ReactiveController, ReactiveControllerHost } from 'lit';

const SAVE_MS = 200;
const HOLD_MS = 10_000;
const inputs = ['wheel', 'keydown', 'pointerdown', 'touchstart'] as const;
/** The width from which the style sheet makes two columns. */
const wide = window.matchMedia('(min-width: 1000px)');

/**
 * Knows how far down the user is. On a wide page the first column scrolls, on a narrow one the page itself; both are
 * asked, because one of them always stands at 0.
 */
export class PageScroll implements ReactiveController {
  private column: HTMLElement | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private restored = false;
  private release: () => void = () => undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly onScrolled: (scroll: number) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('scroll', this.onScroll, { passive: true });
    wide.addEventListener('change', this.onWidth);
  }

  hostUpdated(): void {
    const column = this.host.querySelector<HTMLElement>('.column-code');
    if (column === this.column) return;
    this.column?.removeEventListener('scroll', this.onScroll);
    this.column = column;
    column?.addEventListener('scroll', this.onScroll, { passive: true });
  }

  hostDisconnected(): void {
    window.removeEventListener('scroll', this.onScroll);
    wide.removeEventListener('change', this.onWidth);
    this.letGo();
  }

  /** Goes back to where an earlier page was left; once. */
  restore(scroll: number): void {
    if (this.restored) return;
    this.restored = true;
    if (scroll === 0) return;
    this.hold(() => {
      window.scrollTo(0, scroll);
      this.column?.scrollTo(0, scroll);
    });
  }

  /** An editor that opens beside makes one column of two: what the user was reading must not go out of sight then. */
  private readonly onWidth = (): void => this.showSelection();

  /** Brings the selected finding's list to the top of a long column; two columns show it anyway. */
  showSelection(): void {
    if (wide.matches) return;
    this.restored = true;
    this.hold(() => this.host.querySelector('.has-selection')?.scrollIntoView({ block: 'start' }));
  }

  /** The pictures are drawn late and push everything below them, so a place is held for a moment, until the user moves. */
  private hold(place: () => void): void {
    this.letGo();
    const grown = new ResizeObserver(place);
    for (const part of this.host.querySelectorAll('.columns, .column > *')) grown.observe(part);
    const timer = setTimeout(this.letGo, HOLD_MS);
    for (const input of inputs) window.addEventListener(input, this.letGo, { passive: true });
    this.release = () => {
      grown.disconnect();
      clearTimeout(timer);
      for (const input of inputs) window.removeEventListener(input, this.letGo);
    };
  }

  private readonly letGo = (): void => {
    this.release();
    this.release = () => undefined;
  };

  private readonly onScroll = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.onScrolled(Math.max(window.scrollY, this.column?.scrollTop ?? 0)), SAVE_MS);
  };
}
