import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SkipReason, TechCategory, Technology } from '../../src/shared/genesis';
import type { Inventory } from '../../src/shared/inventory';
import type { InventoryTab, PanelResults } from '../../src/shared/panelMessages';
import { count } from '../base/format';
import { icon } from '../base/icon';
import { PanelElement } from '../base/panelElement';
import { placeLink } from '../base/placeLink';
import { visibleText } from '../base/visibleText';
import { categoryNames, skipNames } from '../base/words';
import { languageBar } from './languageBar';

const FILES_SHOWN = 200;
const ALL_LINES = 'Of all files that were read: source, tests, documents and data';

/** The code base in one look: languages, stack, numbers, and what was left out. */
@customElement('contox-glance')
export class Glance extends PanelElement {
  @property({ attribute: false }) results: PanelResults | null = null;
  @property({ attribute: false }) inventory: Inventory | null = null;
  /** Its files may not have been counted yet. */
  @property({ type: Boolean }) running = false;
  /** How many files the scan looks at, as far as it knows by now. */
  @property({ type: Number }) filesTotal = 0;
  @property({ attribute: false }) onTab: (tab: InventoryTab) => void = () => undefined;
  @state() private openTech = '';

  protected override render(): unknown {
    const { results } = this;
    if (!results) return nothing;
    return html`
      <section aria-labelledby="glance-title">
        <h2 id="glance-title">At a glance</h2>
        ${languageBar(results.overview.languages)}
        ${this.numbers(results)}
        ${this.stack(results.techStack)}
        ${this.skipped(results)}
        ${this.problems(results)}
      </section>
    `;
  }

  private numbers({ summary, overview }: PanelResults): TemplateResult {
    const inventory = this.inventory;
    const lists: readonly [InventoryTab, string, number][] = [
      ['routes', 'route', inventory?.routes.length ?? 0],
      ['models', 'model', inventory?.models.length ?? 0],
      ['dependencies', 'dependency', inventory?.dependencies.length ?? 0],
      ['commands', 'command', inventory?.commands.length ?? 0],
      ['environment', 'environment variable', inventory?.environment.length ?? 0],
    ];
    // A first scan has counted no lines before it ends: what it says of its files is how many it has gone through.
    const isUnderWay = this.running && overview.linesAnalyzed === 0;
    const files = isUnderWay ? this.filesTotal : summary.filesAnalyzed;
    const direct = inventory?.dependencies.filter((each) => each.direct).length ?? 0;
    const titles: Partial<Record<InventoryTab, string>> = {
      dependencies: `Show the list: ${count(direct)} direct, in all manifests`,
    };
    return html`<ul class="numbers" aria-label="Numbers">
      ${files === 0 && this.running ? html`<li class="dim">counting files</li>` : number(files, 'file')}
      ${overview.linesAnalyzed > 0 ? number(overview.linesAnalyzed, 'line', ALL_LINES) : nothing}
      ${lists.map(([tab, unit, value]) =>
        value === 0
          ? nothing
          : html`<li><button type="button" class="number-link" title=${titles[tab] ?? 'Show the list'} @click=${() => this.onTab(tab)}>${figure(value, unit)}</button></li>`,
      )}
    </ul>`;
  }

  private stack(techStack: readonly Technology[]): TemplateResult | typeof nothing {
    if (techStack.length === 0) return nothing;
    return html`<dl class="stack">
      ${(Object.keys(categoryNames) as TechCategory[]).map((category) => {
        const own = techStack.filter((tech) => tech.category === category);
        return own.length === 0
          ? nothing
          : html`<div class="stack-row">
              <dt>${categoryNames[category]}</dt>
              <dd>${own.map((tech) => this.chip(tech))} ${own.map((tech) => this.usedIn(tech))}</dd>
            </div>`;
      })}
    </dl>`;
  }

  private chip(tech: Technology): TemplateResult {
    const id = `${tech.category} ${tech.name}`;
    const open = this.openTech === id;
    return html`<button
      type="button"
      class="chip"
      aria-expanded=${open}
      title="Where it is used"
      @click=${() => {
        this.openTech = open ? '' : id;
      }}
    ><bdi>${visibleText(tech.name)}</bdi>${tech.version ? html` <span class="chip-version">${tech.version}</span>` : nothing}</button>`;
  }

  private usedIn(tech: Technology): TemplateResult | typeof nothing {
    if (this.openTech !== `${tech.category} ${tech.name}`) return nothing;
    if (tech.evidence.length === 0) return html`<p class="dim">No place is recorded for ${tech.name}.</p>`;
    return html`<ul class="places" aria-label=${`Where ${tech.name} is used`}>
      ${tech.evidence.map((place) => html`<li>${placeLink(place)}</li>`)}
    </ul>`;
  }

  private skipped({ overview }: PanelResults): TemplateResult | typeof nothing {
    const reasons = Object.entries(overview.skipped) as [SkipReason, number][];
    const total = reasons.reduce((sum, [, files]) => sum + files, 0);
    if (total === 0) return nothing;
    const parts = reasons.sort((a, b) => b[1] - a[1]).map(([reason, files]) => `${count(files)} ${skipNames[reason]}`);
    return html`<details class="fold">
      <summary>${icon('chevron-right', 'fold-mark')}${count(total, 'file')} left out: ${parts.join(', ')}</summary>
      <ul class="places">
        ${overview.skippedFiles
          .slice(0, FILES_SHOWN)
          .map(
            ({ path, reason }) =>
              html`<li>${placeLink({ path, startLine: 1, endLine: 1 }, false)} <span class="dim">${skipNames[reason]}</span></li>`,
          )}
        ${total > FILES_SHOWN ? html`<li class="dim">and ${count(total - Math.min(FILES_SHOWN, overview.skippedFiles.length))} more</li>` : nothing}
      </ul>
    </details>`;
  }

  private problems({ overview }: PanelResults): TemplateResult {
    const { problems } = overview;
    // What concerns the folder as a whole is a sentence of its own, not a file.
    const general = problems.filter(({ path }) => path === '');
    const ofFiles = problems.filter(({ path }) => path !== '');
    return html`${general.map(({ message }) => html`<p class="dim">${icon('info', 'remark-mark')}${visibleText(message)}</p>`)}
      ${ofFiles.length > 0 ? problemFiles(ofFiles) : nothing}`;
  }
}

function problemFiles(problems: PanelResults['overview']['problems']): TemplateResult {
  return html`<details class="fold">
      <summary>${icon('chevron-right', 'fold-mark')}${count(problems.length, 'file')} could not be understood whole</summary>
      <ul class="places">
        ${problems
          .slice(0, FILES_SHOWN)
          .map(
            ({ path, message }) =>
              html`<li>${placeLink({ path, startLine: 1, endLine: 1 }, false)} <span class="dim">${visibleText(message)}</span></li>`,
          )}
      </ul>
    </details>`;
}

function figure(value: number, unit: string): TemplateResult {
  const [amount, ...words] = count(value, unit).split(' ');
  return html`<span class="figure">${amount}</span> <span class="dim">${words.join(' ')}</span>`;
}

function number(value: number, unit: string, title?: string): TemplateResult {
  return html`<li title=${title ?? nothing}>${figure(value, unit)}</li>`;
}
