import './graphView';
import { html, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { LanguageShare } from '../../src/shared/genesis';
import type { Inventory } from '../../src/shared/inventory';
import { count, splitPath } from '../base/format';
import { icon } from '../base/icon';
import { PanelElement } from '../base/panelElement';
import { post } from '../bridge';
import { foldModules, type MapEdge, type MapNode, type ModuleMap } from './foldModules';
import type { DrawnEdge, DrawnNode } from './graphView';
import { layoutToFit, type PlacedBox, type PlacedGraph, smoothPath } from './layoutGraph';
import { moduleTable } from './moduleTable';
import { whenIdle } from './whenIdle';

const MAX_NODES = 60;
const MAX_EDGES = 140;
/** Up to here the number of imports is written on each arrow. */
const LABELLED_EDGES = 24;
const NODE_HEIGHT = 36;
const CHAR_WIDTH = 7;

interface Drawing {
  readonly map: ModuleMap;
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
  private stop: () => void = () => undefined;

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('modules') && !changed.has('edges')) return;
    this.stop();
    this.stop = whenIdle(() => {
      const map = foldModules(this.modules, this.edges, MAX_NODES, MAX_EDGES);
      const boxes = map.nodes.map((node) => ({ id: node.path, width: nodeWidth(node), height: NODE_HEIGHT }));
      const window = { width: this.clientWidth || 800, height: 460 };
      this.drawing = { map, graph: layoutToFit(boxes, map.edges, window) };
    });
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
        ${drawing ? (this.asTable ? moduleTable(drawing.map) : this.picture(drawing)) : html`<p class="empty">Drawing…</p>`}
      </section>
    `;
  }

  private remarks({ nodes, edges, modules, hiddenEdges }: ModuleMap): TemplateResult {
    const cyclic = edges.filter((edge) => edge.cyclic).length;
    const parts = [
      nodes.length < modules ? `folded into ${count(nodes.length, 'box').replace('boxs', 'boxes')}` : '',
      hiddenEdges > 0 ? `${count(hiddenEdges, 'weaker arrow')} not drawn` : '',
    ].filter((part) => part !== '');
    return html`<span class="dim">${parts.join(', ')}</span>
      ${cyclic > 0 ? html`<span class="cycle-mark" title="These modules import each other in a circle: dashed arrows">${icon('sync')}${count(cyclic, 'arrow')} on cycles</span>` : nothing}`;
  }

  private picture({ map, graph }: Drawing): TemplateResult {
    const colors = new Map(this.languages.map(({ language, color }) => [language, color]));
    const placed = new Map(graph.boxes.map((box) => [box.id, box]));
    const nodes = map.nodes.flatMap((node): DrawnNode[] => {
      const box = placed.get(node.path);
      return box
        ? [{ ...box, label: nodeLabel(node), content: nodeContent(node, box, colors.get(node.language)) }]
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
      .nodes=${nodes}
      .edges=${edges}
      .size=${{ width: graph.width, height: graph.height }}
      .onActivate=${(path: string) => (path === '' ? undefined : post({ type: 'openFolder', path }))}
    ></contox-graph>`;
  }
}

function nodeName({ path, modules }: MapNode): string {
  if (path === '') return 'everything else';
  const { name, folder } = splitPath(path);
  const short = folder === '' ? name : `${splitPath(folder).name}/${name}`;
  return modules > 1 ? `${short}/…` : short;
}

function nodeWidth(node: MapNode): number {
  return Math.min(220, Math.max(96, nodeName(node).length * CHAR_WIDTH + 28));
}

function nodeFacts({ files, modules }: MapNode): string {
  return modules > 1 ? `${count(modules, 'module')}, ${count(files, 'file')}` : count(files, 'file');
}

function nodeLabel(node: MapNode): string {
  return [node.path || 'Everything else', nodeFacts(node), node.language].filter((part) => part !== '').join(', ');
}

function nodeContent(node: MapNode, { width }: PlacedBox, color: string | undefined): TemplateResult {
  const room = Math.floor((width - 24) / CHAR_WIDTH);
  const name = nodeName(node);
  const stripe = color && /^#[0-9a-f]{3,8}$/i.test(color) ? color : '#8b8b8b';
  return svg`
    <rect class="node-box ${node.isPackage ? 'package' : ''} ${node.modules > 1 ? 'folded' : ''}" width=${width} height=${NODE_HEIGHT} rx="3"></rect>
    <rect x="4" y="6" width="3" height=${NODE_HEIGHT - 12} rx="1.5" fill=${stripe}></rect>
    <text class="node-name" x="14" y="15">${name.length > room ? `${name.slice(0, room - 1)}…` : name}</text>
    <text class="node-facts" x="14" y="28">${nodeFacts(node)}</text>`;
}

function edgeContent(edge: MapEdge, points: PlacedGraph['paths'][number], labelled: boolean): TemplateResult {
  const width = Math.min(4, 1 + Math.log10(edge.count));
  const middle = points[Math.floor(points.length / 2)];
  const kind = edge.cyclic ? 'line cycle' : 'line';
  return svg`<path class=${kind} d=${smoothPath(points)} stroke-width=${width.toFixed(1)} marker-end=${edge.cyclic ? 'url(#arrow-cycle)' : 'url(#arrow)'}></path>
    ${middle && edge.count > 1 ? svg`<text class=${labelled ? 'edge-label' : 'edge-label on-lit'} x=${middle.x} y=${middle.y}>${edge.count}</text>` : nothing}`;
}
