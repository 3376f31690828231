import type { ReactiveController, ReactiveControllerHost } from 'lit';

const SAVE_MS = 200;
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
  }

  /** Goes back to where an earlier page was left; once, after there is something to scroll. */
  restore(scroll: number): void {
    if (this.restored) return;
    this.restored = true;
    if (scroll === 0) return;
    // Two frames: the sections are rendered in the first and have their height in the second.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        window.scrollTo(0, scroll);
        this.column?.scrollTo(0, scroll);
      }),
    );
  }

  /**
   * An editor that opens beside makes one column of two: what the user was reading must not go out of sight then.
   */
  private readonly onWidth = (): void => {
    const reading = this.host.querySelector('.has-selection');
    if (!wide.matches) reading?.scrollIntoView({ block: 'start' });
  };

  private readonly onScroll = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.onScrolled(Math.max(window.scrollY, this.column?.scrollTop ?? 0)), SAVE_MS);
  };
}
