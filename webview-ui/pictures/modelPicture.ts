import { html, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DataField, DataModel } from '../../src/shared/inventory';
import type { InventoryTab } from '../../src/shared/panelMessages';
import { count } from '../base/format';
import { icon } from '../base/icon';
import { PanelElement } from '../base/panelElement';
import { openPlace, placeLink } from '../base/placeLink';
import { visibleText } from '../base/visibleText';
import { DrawnWidth } from './drawnWidth';
import { type DrawnEdge, type DrawnNode, GRAPH_HEIGHT } from './graphView';
import { READABLE, wholeScale } from './graphWindow';
import { layoutGraph, type PlacedGraph, smoothPath } from './layoutGraph';
import { type ModelGraph, type ModelLink, modelGraph } from './modelGraph';
import { fitText, textWidth } from './textWidth';
import { whenIdle } from './whenIdle';

const MAX_MODELS = 40;
const MANY = 24;
/** So many fields of a model are drawn, the fewer the more models there are. */
const FIELDS_SHOWN = [12, 6, 3];
/** Further tries would cost more than a few fields are worth. */
const FIELDS_OF_MANY = [3];
const LINE = 16;
const HEAD = 24;
const WIDTH = 190;

interface Drawing {
  readonly models: ModelGraph;
  readonly graph: PlacedGraph;
}

/** The data model as boxes of fields joined by their relations. A click lights a model and unfolds its fields. */
@customElement('contox-model-picture')
export class ModelPicture extends PanelElement {
  @property({ attribute: false }) models: readonly DataModel[] = [];
  @property({ attribute: false }) onTab: (tab: InventoryTab) => void = () => undefined;
  @state() private drawing: Drawing | null = null;
  @state() private focused: string | null = null;
  /** How many fields of each model are drawn; `null` until that is found out for the models and the width. */
  private mostFields: number | null = null;
  private readonly drawnWidth = new DrawnWidth(this, () => {
    this.mostFields = null;
    this.redraw();
  });
  private stop: () => void = () => undefined;

  protected override updated(changed: PropertyValues): void {
    if (changed.has('models')) this.mostFields = null;
    if (changed.has('models') || changed.has('focused')) this.redraw();
  }

  private redraw(): void {
    this.stop();
    this.stop = whenIdle(() => {
      const models = modelGraph(this.models, MAX_MODELS);
      const width = this.drawnWidth.take();
      // Unfolding one model shall not change the others.
      this.mostFields ??= this.fieldsFor(models, width);
      this.drawing = this.draw(models, width, this.mostFields, this.focused);
    });
  }

  private draw(models: ModelGraph, width: number, most: number, focused: string | null): Drawing {
    const boxes = models.models.map(({ id, model }) => ({
      id,
      width: WIDTH,
      height: boxHeight(model, id === focused ? model.fields.length : most),
    }));
    return { models, graph: layoutGraph(boxes, models.links, { width, height: GRAPH_HEIGHT }) };
  }

  /** As many fields as leave the whole readable; where none do, only names: a click unfolds. */
  private fieldsFor(models: ModelGraph, width: number): number {
    const isReadable = (most: number): boolean =>
      wholeScale(this.draw(models, width, most, null).graph, width, GRAPH_HEIGHT) >= READABLE;
    const tries = models.models.length > MANY ? FIELDS_OF_MANY : FIELDS_SHOWN;
    return tries.find(isReadable) ?? 0;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override render(): unknown {
    if (this.models.length === 0) return nothing;
    const { drawing } = this;
    const hidden = drawing?.models.hidden ?? 0;
    return html`
      <section class="picture" aria-labelledby="data-title">
        <div class="picture-head">
          <h2 id="data-title">Data model <span class="badge">${count(this.models.length)}</span></h2>
          ${hidden > 0 ? html`<span class="dim">${count(hidden)} more in the table</span>` : nothing}
          ${this.chosen()}
          <button type="button" class="tool" title="Show as a table" aria-label="Show as a table" @click=${() => this.onTab('models')}
            >${icon('table')}</button>
        </div>
        ${drawing ? this.picture(drawing) : html`<p class="empty">Drawing…</p>`}
      </section>
    `;
  }

  private chosen(): TemplateResult | typeof nothing {
    const model = this.drawing?.models.models.find(({ id }) => id === this.focused)?.model;
    if (!model) return nothing;
    return html`<span class="chosen-model"><bdi>${visibleText(model.name)}</bdi> ${placeLink({ path: model.file, startLine: model.line, endLine: model.line })}</span>`;
  }

  private picture({ models, graph }: Drawing): TemplateResult {
    const placed = new Map(graph.boxes.map((box) => [box.id, box]));
    const nodes = models.models.flatMap(({ id, model }): DrawnNode[] => {
      const box = placed.get(id);
      return box ? [{ ...box, label: modelLabel(model), content: modelContent(model, box.height) }] : [];
    });
    const edges = models.links.map((link, index): DrawnEdge => {
      const points = graph.paths[index] ?? [];
      return { from: link.from, to: link.to, points, content: relation(link, points) };
    });
    return html`<contox-graph
      .label=${'Models and their relations'}
      .name=${'data-model'}
      .nodes=${nodes}
      .edges=${edges}
      .size=${{ width: graph.width, height: graph.height }}
      .focused=${this.focused}
      .onActivate=${(id: string) => this.activate(id)}
    ></contox-graph>`;
  }

  /** The first click shows, the second opens. */
  private activate(id: string): void {
    const model = this.drawing?.models.models.find((each) => each.id === id)?.model;
    if (this.focused === id && model) openPlace({ path: model.file, startLine: model.line, endLine: model.line });
    this.focused = id;
  }
}

function boxHeight({ fields }: DataModel, most: number): number {
  // A line that says "and 1 more field" takes the room of that field.
  const shown = fields.length <= most + 1 ? fields.length : most;
  return HEAD + LINE * (shown + Number(shown < fields.length)) + 6;
}

function modelLabel({ name, kind, fields, relations }: DataModel): string {
  const related = [...new Set((relations ?? []).map(({ to }) => to))];
  const to = related.length > 0 ? `, related to ${related.join(', ')}` : '';
  return visibleText(`${name}, ${kind}, ${count(fields.length, 'field')}${to}`);
}

function modelContent(model: DataModel, height: number): TemplateResult {
  const room = WIDTH - 24;
  const lines = Math.floor((height - HEAD - 6) / LINE);
  const kind = fitText(model.kind, room / 3, 11);
  const shown = model.fields.length <= lines ? model.fields : model.fields.slice(0, lines - 1);
  const left = model.fields.length - shown.length;
  return svg`
    <rect class="node-box" width=${WIDTH} height=${height} rx="3"></rect>
    <text class="node-name" x="8" y="16">${fitText(model.name, room - textWidth(kind, 11), 12, 600)}</text>
    <text class="node-facts" x=${WIDTH - 8} y="16" text-anchor="end">${kind}</text>
    <path class="rule" d=${`M0 ${HEAD}H${WIDTH}`}></path>
    ${shown.map((field, index) => fieldLine(field, HEAD + LINE * (index + 1) - 3))}
    ${left > 0 ? svg`<text class="node-facts" x="8" y=${HEAD + LINE * lines - 3}>${shown.length > 0 ? `and ${count(left, 'more field')}` : count(left, 'field')}</text>` : nothing}`;
}

const keyMarks: Readonly<Record<NonNullable<DataField['key']>, string>> = { primary: 'PK', foreign: 'FK', unique: 'U' };

function fieldLine({ name, type, key, optional }: DataField, y: number): TemplateResult {
  const mark = key ? ` ${keyMarks[key]}` : '';
  const room = WIDTH - 24 - textWidth(mark, 11, 600);
  const shown = fitText(name, room * 0.6, 12);
  const shownType = fitText(`${type}${optional ? '?' : ''}`, room - textWidth(shown, 12), 11);
  return svg`<text class="field" x="8" y=${y}>${shown}</text>
    <text class="node-facts" x=${WIDTH - 8} y=${y} text-anchor="end">${shownType}${mark ? svg`<tspan class="key">${mark}</tspan>` : nothing}</text>`;
}

function relation({ kind, field }: ModelLink, points: PlacedGraph['paths'][number]): TemplateResult {
  const [from, to] = kind.split('-to-');
  const end = (side: string | undefined): string => (side === 'many' ? 'url(#end-many)' : 'url(#end-one)');
  return svg`<path class="line" d=${smoothPath(points)} marker-start=${end(from)} marker-end=${end(to)}><title>${field}: ${kind}</title></path>`;
}
