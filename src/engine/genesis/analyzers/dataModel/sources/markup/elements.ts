import { isMap, isPair, isScalar, isSeq, LineCounter, type Pair, parseDocument } from 'yaml';
import { parseXml } from '../../../dependencies/text/xmlTree';

/** One element of XML, or one key of YAML with what stands below it; both ways of writing tell the same. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly line: number;
}

const longestLine = 4_000;

function ofPair(pair: Pair, lines: LineCounter): Element | undefined {
  if (!isScalar(pair.key)) return undefined;
  const line = lines.linePos(pair.key.range?.[0] ?? 0).line;
  const inner = pair.value;
  const attributes: Record<string, string> = {};
  if (isScalar(inner)) attributes['value'] = String(inner.value);
  if (isMap(inner))
    for (const item of inner.items)
      if (isScalar(item.key) && isScalar(item.value)) attributes[String(item.key.value)] = String(item.value.value);
  return { name: String(pair.key.value), attributes, children: childrenOf(inner, lines), line };
}

function childrenOf(node: unknown, lines: LineCounter): Element[] {
  const items = isMap(node) || isSeq(node) ? node.items : [];
  return items.flatMap((item) => {
    if (isPair(item)) return ofPair(item, lines) ?? [];
    return isMap(item) || isSeq(item) ? childrenOf(item, lines) : [];
  });
}

/** The elements at the top of a file; none of a text that is neither XML nor YAML. */
export function elementsOf(path: string, text: string): readonly Element[] {
  try {
    if (/\.xml$/i.test(path)) return parseXml(text);
    if (text.split('\n').some((line) => line.length > longestLine)) return [];
    const lines = new LineCounter();
    return childrenOf(parseDocument(text, { lineCounter: lines, logLevel: 'silent' }).contents, lines);
  } catch {
    // Half a document says nothing for certain; the scan goes on with the next file.
    return [];
  }
}

/** All elements of the names, however deep, in the order of the text. */
export function descendantsOf(elements: readonly Element[], names: ReadonlySet<string>): Element[] {
  return elements.flatMap((element) => (names.has(element.name) ? [element] : descendantsOf(element.children, names)));
}
