import type { TableFacts, TableRow } from './tableFacts';

const tag = /<route\b[^>]{0,400}>/g;
const service = /<service\b[^>]{0,400}>/;
const nearest = 600;

/** `webapi.xml` of a module: `<route url="/V1/orders/:id" method="GET"><service class="…" method="get"/>`. */
export function magentoRows(text: string): TableFacts | undefined {
  const plain = text.replace(/<!--[\s\S]*?(?:-->|$)/g, (piece) => piece.replace(/[^\n]/g, ' '));
  const rows = [...plain.matchAll(tag)].flatMap((match): TableRow[] => {
    const path = attribute(match[0], 'url');
    const method = attribute(match[0], 'method');
    if (path === undefined || method === undefined) return [];
    const inside = service.exec(plain.slice(match.index, match.index + nearest))?.[0] ?? '';
    const owner = attribute(inside, 'class')?.split('\\').at(-1);
    const called = attribute(inside, 'method');
    return [
      {
        method: method.toUpperCase(),
        path,
        line: plain.slice(0, match.index).split('\n').length,
        ...(owner === undefined || called === undefined ? {} : { handler: `${owner}.${called}` }),
      },
    ];
  });
  return rows.length === 0 ? undefined : { framework: 'Magento', rows };
}

const attribute = (text: string, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s{0,4}=\\s{0,4}["']([^"'\\n]{1,200})["']`).exec(text)?.[1];
