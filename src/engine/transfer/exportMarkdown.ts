import type { ContextEntry } from '../../shared/context';
import type { Item } from '../../shared/item';
import { itemTypes } from '../../shared/item';
import type { ContextRow } from '../contexts/store/contextRow';

/** Where a context's page lies. A segment that ends as pages do would stand in the way of a folder of that name. */
export function contextPath(schemaKey: string): string {
  const segments = schemaKey.split('/').map((segment) => segment.replace(/\.md$/, '.md_'));
  return `contexts/${segments.join('/')}.md`;
}

/** A context for people: what it is, its text, and its journal. */
export function contextPage(row: ContextRow, entries: readonly ContextEntry[]): string {
  const head = {
    id: row.id,
    schemaKey: row.schemaKey,
    state: row.state,
    tier: row.tier,
    type: row.contextType,
    version: row.version,
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
  const parts = [
    `---\n${frontMatter(head)}\n---`,
    `# ${row.name}`,
    ...(row.description === '' ? [] : [`> ${row.description.replace(/\s+/g, ' ')}`]),
    ...(row.content === '' ? [] : [row.content]),
    ...(entries.length === 0 ? [] : ['## Journal', ...entries.map(entryText)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function entryText(entry: ContextEntry): string {
  return `### ${entry.title}\n\n${entry.entryType} · ${entry.createdAt} · ${entry.source}\n\n${entry.content}`;
}

/** All items for people, by type. */
export function itemsPage(items: readonly Item[]): string {
  const sections = itemTypes.flatMap((type) => {
    const own = items.filter((item) => item.type === type);
    return own.length === 0 ? [] : [`## ${type}`, ...own.map(itemText)];
  });
  return `${['# Items', ...sections].join('\n\n')}\n`;
}

function itemText(item: Item): string {
  const places = item.evidence.map(({ path, startLine, endLine }) => `- ${path}:${startLine}-${endLine}`);
  const parts = [
    `### ${item.title}`,
    `${item.status} · importance ${item.importance} · confidence ${item.confidence} · ${item.id}`,
    item.facts,
    ...(item.rationale === null ? [] : [`Why: ${item.rationale}`]),
    ...(item.impact === null ? [] : [`Impact: ${item.impact}`]),
    ...(places.length === 0 ? [] : [places.join('\n')]),
  ];
  return parts.join('\n\n');
}

const frontMatter = (head: Readonly<Record<string, string | number>>): string =>
  Object.entries(head)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
