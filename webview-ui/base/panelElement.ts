import { LitElement } from 'lit';

/**
 * An element that renders into the page itself: one style sheet serves all, and ids in ARIA attributes reach everywhere.
 */
export class PanelElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
