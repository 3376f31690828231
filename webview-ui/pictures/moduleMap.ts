import { html, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { LanguageShare } from '../../src/shared/genesis';
import type { Inventory } from '../../src/shared/inventory';
import { count } from '../base/format';
import { icon } from '../base/icon';
import { PanelElement } from '../base/panelElement';
import { visibleText } from '../base/visibleText';
import { post } from '../bridge';
import { DrawnWidth } from './drawnWidth';
import { foldModules, type MapEdge, type MapNode, type ModuleMap } from './foldModules';
import { type DrawnEdge, type DrawnNode, GRAPH_HEIGHT } from './graphView';
import { READABLE, wholeScale } from './graphWindow';
import { layoutGraph, type PlacedBox, type PlacedGraph, smoothPath } from './layoutGraph';
import { moduleTable } from './moduleTable';
import { shortNames } from './nodeNames';
import { fitText, textWidth } from './textWidth';
import { whenIdle } from './whenIdle';

/** All that can be drawn at all. */
const WHOLE = { nodes: 48, edges: 140 };
/** How many boxes and arrows are tried, one after the other, until the whole drawing can be read in its window. */
const READABLE_SIZES = [
  { nodes: 48, edges: 60 },
  { nodes: 24, edges: 48 },
  { nodes: 16, edges: 36 },
  { nodes: 12, edges: 24 },
];
/** Up to here the number of imports is written on each arrow. */
const LABELLED_EDGES = 24;
const NODE_HEIGHT = 34;
/** Languages that the overview counts under another name. */
const dialectOf: Readonly<Record<string, string>> = { TSX: 'TypeScript', JSX: 'JavaScript' };
const [MIN_WIDTH, MAX_WIDTH, PADDING] = [90, 240, 24];

interface Drawing {
  readonly map: ModuleMap;
  /** Short names by path. */
  readonly names: ReadonlyMap<string, string>;
  readonly graph: PlacedGraph;
}

/** The modules in layers, with arrows for their imports and cycles marked; a click opens the folder. */
@customElement('contox-module-map')
export class ModuleMapView extends PanelElement {
  @property({ attribute: false }) modules: Inventory['modules'] = [];
  @property({ attribute: false }) edges: Inventory['edges'] = [];
  @property({ attribute: false }) languages: readonly LanguageShare[] = [];
  @state() private drawing: Drawing | null = null;
  @state() private asTable = false;
  /** As much as can be drawn, though it may not be read at once. */
  @state() private whole = false;
  private stop: () => void = () => undefined;
  private readonly drawnWidth = new DrawnWidth(this, () => this.redraw());

  protected override updated(changed: PropertyValues): void {
    if (['modules', 'edges', 'whole'].some((name) => changed.has(name))) this.redraw();
  }

  private redraw(): void {
    this.stop();
    this.stop = whenIdle(() => {
      this.drawing = this.draw(this.drawnWidth.take());
    });
  }

  private draw(width: number): Drawing {
    const sizes = this.whole ? [] : READABLE_SIZES;
    let best: Drawing | undefined;
    let bestScale = 0;
    for (const size of sizes) {
      const drawing = drawMap(this.modules, this.edges, size, width);
      const scale = wholeScale(drawing.graph, width, GRAPH_HEIGHT);
      if (scale > bestScale) [best, bestScale] = [drawing, scale];
      if (scale >= READABLE) break;
    }
    return best ?? drawMap(this.modules, this.edges, WHOLE, width);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override render(): unknown {
    if (this.modules.length < 2) return nothing;
    const { drawing } = this;
    return html`
      <section class="picture" aria-labelledby="map-title">
        <div class="picture-head">
          <h2 id="map-title">Modules <span class="badge">${count(this.modules.length)}</span></h2>
          ${drawing ? this.remarks(drawing.map) : nothing}
          <button
            type="button"
            class="tool"
            aria-pressed=${this.asTable}
            title="Show as a table"
            aria-label="Show as a table"
            @click=${() => {
              this.asTable = !this.asTable;
            }}
          >${icon('table')}</button>
        </div>
        ${drawing ? (this.asTable ? moduleTable(drawing.map, drawing.names) : this.picture(drawing)) : html`<p class="empty">Drawing…</p>`}
      </section>
    `;
  }

  private remarks({ nodes, edges, modules, hiddenEdges }: ModuleMap): TemplateResult {
    const cyclic = edges.filter((edge) => edge.cyclic).length;
    const parts = [
      nodes.length < modules ? `folded into ${`${count(nodes.length)} boxes`}` : '',
      hiddenEdges > 0 ? `${count(hiddenEdges, 'weaker arrow')} not drawn` : '',
    ].filter((part) => part !== '');
    const all = html`<button
      type="button"
      class="link"
      @click=${() => {
        this.whole = !this.whole;
      }}
    >${this.whole ? 'Draw fewer' : 'Draw all'}</button>`;
    return html`<span class="dim">${parts.join(', ')}</span> ${parts.length > 0 || this.whole ? all : nothing}
      ${cyclic > 0 ? html`<span class="cycle-mark" title="These modules import each other in a circle: dashed arrows">${icon('sync')}${count(cyclic, 'arrow')} on cycles</span>` : nothing}`;
  }

  private picture({ map, names, graph }: Drawing): TemplateResult {
    const colors = new Map(this.languages.map(({ language, color }) => [language, color]));
    const placed = new Map(graph.boxes.map((box) => [box.id, box]));
    const nodes = map.nodes.flatMap((node): DrawnNode[] => {
      const box = placed.get(node.path);
      return box
        ? [
            {
              ...box,
              label: nodeLabel(node),
              content: nodeContent(
                node,
                nodeName(node, names),
                box,
                colors.get(dialectOf[node.language] ?? node.language),
              ),
            },
          ]
        : [];
    });
    const edges = map.edges.map((edge, index): DrawnEdge => {
      const points = graph.paths[index] ?? [];
      return {
        from: edge.from,
        to: edge.to,
        points,
        content: edgeContent(edge, points, map.edges.length <= LABELLED_EDGES),
      };
    });
    return html`<contox-graph
      .label=${'Map of the modules and their imports'}
      .name=${'modules'}
      .nodes=${nodes}
      .edges=${edges}
      .size=${{ width: graph.width, height: graph.height }}
      .onActivate=${(path: string) => (path === '' ? undefined : post({ type: 'openFolder', path }))}
    ></contox-graph>`;
  }
}

function drawMap(
  modules: Inventory['modules'],
  edges: Inventory['edges'],
  most: { readonly nodes: number; readonly edges: number },
  width: number,
): Drawing {
  const map = foldModules(modules, edges, most.nodes, most.edges);
  const names = shortNames(map.nodes.map(({ path }) => path));
  const boxes = map.nodes.map((node) => ({ id: node.path, width: nodeWidth(node, names), height: NODE_HEIGHT }));
  const labelled = map.edges.length <= LABELLED_EDGES;
  const links = map.edges.map(({ from, to, count: imports }) =>
    labelled && imports > 1 ? { from, to, label: { width: textWidth(String(imports), 11), height: 11 } } : { from, to },
  );
  return { map, names, graph: layoutGraph(boxes, links, { width, height: GRAPH_HEIGHT }) };
}

function nodeName({ path, modules }: MapNode, names: ReadonlyMap<string, string>): string {
  if (path === '') return 'everything else';
  if (path === '.') return 'root folder';
  return modules > 1 ? `${names.get(path) ?? path}/…` : (names.get(path) ?? path);
}

function nodeWidth(node: MapNode, names: ReadonlyMap<string, string>): number {
  const text = Math.max(textWidth(nodeName(node, names), 12, 600), textWidth(nodeFacts(node), 11));
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.ceil(text) + PADDING));
}

function nodeFacts({ files, modules }: MapNode): string {
  return modules > 1 ? `${count(modules, 'module')}, ${count(files, 'file')}` : count(files, 'file');
}

function nodeLabel(node: MapNode): string {
  const parts = [visibleText(node.path) || 'Everything else', nodeFacts(node), visibleText(node.language)];
  return parts.filter((part) => part !== '').join(', ');
}

function nodeContent(node: MapNode, name: string, { width }: PlacedBox, color: string | undefined): TemplateResult {
  const stripe = color && /^#[0-9a-f]{3,8}$/i.test(color) ? color : '#8b8b8b';
  return svg`
    <rect class="node-box ${node.isPackage ? 'package' : ''} ${node.modules > 1 ? 'folded' : ''}" width=${width} height=${NODE_HEIGHT} rx="3"></rect>
    <rect x="4" y="6" width="3" height=${NODE_HEIGHT - 12} rx="1.5" fill=${stripe}></rect>
    <text class="node-name" x="14" y="15">${fitText(name, width - PADDING, 12, 600)}</text>
    <text class="node-facts" x="14" y="28">${nodeFacts(node)}</text>`;
}

function edgeContent(edge: MapEdge, points: PlacedGraph['paths'][number], labelled: boolean): TemplateResult {
  const width = Math.min(3, 1 + Math.log10(edge.count));
  const middle = points[Math.floor(points.length / 2)];
  const kind = edge.cyclic ? 'line cycle' : 'line';
  return svg`<path class=${kind} d=${smoothPath(points)} stroke-width=${width.toFixed(1)} marker-end=${edge.cyclic ? 'url(#arrow-cycle)' : 'url(#arrow)'}></path>
    ${middle && edge.count > 1 ? svg`<text class=${labelled ? 'edge-label' : 'edge-label on-lit'} x=${middle.x} y=${middle.y}>${edge.count}</text>` : nothing}`;
}
