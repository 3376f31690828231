import { html, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CodeFile } from '../../src/shared/inventory';
import { count } from '../base/format';
import { icon } from '../base/icon';
import { PanelElement } from '../base/panelElement';
import { openPlace } from '../base/placeLink';
import { visibleText } from '../base/visibleText';
import { savePicture } from './savePicture';
import { fitText } from './textWidth';
import { leastFiles, type TreemapFile, type TreemapGroup, treemap } from './treemapModel';
import { treemapTable } from './treemapTable';

const height = 320;
const leastWidth = 200;
/** A name is written into areas that hold so much of it. */
const [nameWidth, nameHeight] = [46, 16];

/** Files as areas by their size, the warmer the more often they changed; a click opens the file. */
@customElement('contox-treemap')
export class TreemapView extends PanelElement {
  @property({ attribute: false }) files: readonly CodeFile[] = [];
  @state() private width = 0;
  @state() private asTable = false;
  private groups: readonly TreemapGroup[] = [];
  private tabStop = 0;
  private readonly resized = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width > 0) this.width = width;
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('files')) this.tabStop = 0;
    if (changed.has('files') || changed.has('width'))
      this.groups = treemap(this.files, { x: 0, y: 0, width: Math.max(leastWidth, this.width), height });
  }

  protected override updated(): void {
    this.resized.disconnect();
    const box = this.querySelector('.treemap');
    if (box) this.resized.observe(box);
  }

  protected override render(): unknown {
    if (this.files.length < leastFiles) return nothing;
    const changed = this.files.some(({ changes }) => changes > 0);
    return html`
      <section class="picture" aria-labelledby="treemap-title">
        <div class="picture-head">
          <h2 id="treemap-title">${changed ? 'Size and change' : 'Size'}</h2>
          <span class="dim">${changed ? 'Area: lines. Warmth: changes in the last commits.' : 'Area: lines. No changes are known.'}</span>
          <span class="picture-tools">
            ${this.asTable ? nothing : this.tool('save', 'Save as SVG', () => void this.save('svg'))}
            ${this.asTable ? nothing : this.tool('device-camera', 'Save as PNG', () => void this.save('png'))}
            <button type="button" class="tool" aria-pressed=${this.asTable} title="Show as a table" aria-label="Show as a table"
              @click=${() => {
                this.asTable = !this.asTable;
              }}
            >${icon('table')}</button>
          </span>
        </div>
        ${this.asTable ? treemapTable(this.files) : this.picture()}
      </section>
    `;
  }

  private tool(name: 'save' | 'device-camera', label: string, run: () => void): TemplateResult {
    return html`<button type="button" class="tool" title=${label} aria-label=${label} @click=${run}>${icon(name)}</button>`;
  }

  private picture(): TemplateResult {
    const width = Math.max(leastWidth, this.width);
    let index = 0;
    return html`<div class="treemap" @keydown=${this.onKey}>
      <svg role="group" aria-label="Files by size and change" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`}>
        <g>${this.groups.map(
          (group) => svg`<g>${groupBox(group)}${group.files.map((file) => this.fileBox(file, index++))}</g>`,
        )}</g>
      </svg>
    </div>`;
  }

  private fileBox(item: TreemapFile, index: number): TemplateResult | typeof nothing {
    const { x, y, width, height: tall, heat, file } = item;
    if (width < 1.5 || tall < 1.5) return nothing;
    const path = visibleText(file.path);
    const named = width >= nameWidth && tall >= nameHeight;
    return svg`<g
      class="treemap-file"
      role="button"
      tabindex=${index === this.tabStop ? 0 : -1}
      data-index=${index}
      @click=${() => openPlace({ path: file.path, startLine: 1, endLine: 1 })}
    ><title>${path}, ${count(file.lines, 'line')}, ${count(file.changes, 'change')}</title>
      <rect class="treemap-cold" x=${x + 0.5} y=${y + 0.5} width=${width - 1} height=${tall - 1}></rect>
      <rect class="treemap-heat" x=${x + 0.5} y=${y + 0.5} width=${width - 1} height=${tall - 1} opacity=${(heat ** 0.6 * 0.85).toFixed(2)}></rect>
      ${named ? svg`<text class="treemap-name" aria-hidden="true" x=${x + 4} y=${y + 12}>${fitText(path.slice(path.lastIndexOf('/') + 1), width - 8, 11)}</text>` : nothing}
    </g>`;
  }

  private async save(format: 'svg' | 'png'): Promise<void> {
    const drawing = this.querySelector('svg');
    const width = Math.max(leastWidth, this.width);
    if (drawing) await savePicture(drawing, { name: 'size-and-change', format, width, height });
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const boxes = [...this.querySelectorAll<SVGElement>('.treemap-file')];
    const { activeElement } = document;
    const at = activeElement instanceof SVGElement ? boxes.indexOf(activeElement) : -1;
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const step = steps[event.key];
    if (at >= 0 && (event.key === 'Enter' || event.key === ' ')) boxes[at]?.dispatchEvent(new MouseEvent('click'));
    else if (step !== undefined && at >= 0) this.focusBox(boxes[Math.min(Math.max(at + step, 0), boxes.length - 1)]);
    else return;
    event.preventDefault();
  };

  private focusBox(box: SVGElement | undefined): void {
    if (!box) return;
    this.tabStop = Number(box.dataset['index']);
    this.requestUpdate();
    box.focus();
  }
}

function groupBox({ x, y, width, height: tall, folder, titled }: TreemapGroup): TemplateResult {
  const name = visibleText(folder) || 'top folder';
  return svg`<rect class="treemap-group" x=${x + 0.5} y=${y + 0.5} width=${Math.max(0, width - 1)} height=${Math.max(0, tall - 1)}></rect>
    ${titled ? svg`<text class="treemap-folder" x=${x + 5} y=${y + 11}>${fitText(name, width - 10, 11, 600)}</text>` : nothing}`;
}
