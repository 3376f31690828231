import { XMLParser } from 'fast-xml-parser';
import { LineIndex } from '../../../languages/lineIndex';
import { asArray, asObject } from './plainObject';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text of the element itself, trimmed. */
  readonly text: string;
  readonly line: number;
}

/** No entity is expanded and no type guessed: the text may be hostile, and `1.10` must stay `1.10`. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  captureMetaData: true,
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
});

/** The library types its symbol as the wrapper object. */
const metadata = XMLParser.getMetaDataSymbol() as symbol;

/** The elements at the top: the document's root, and the `?xml` line where there is one. Throws for what is no XML. */
export function parseXml(text: string): XmlElement[] {
  const lines = new LineIndex(text);
  return elementsOf(parser.parse(text), lines);
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function childNamed(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let current = element;
  for (const name of names) current = current?.children.find((child) => child.name === name);
  return current;
}

export function childText(element: XmlElement | undefined, ...names: readonly string[]): string {
  return childNamed(element, ...names)?.text ?? '';
}

/** All elements of that name, however deep. */
export function descendantsNamed(elements: readonly XmlElement[], name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const open = [...elements].reverse();
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element.name === name) found.push(element);
    open.push(...[...element.children].reverse());
  }
  return found;
}

function elementsOf(nodes: unknown, lines: LineIndex): XmlElement[] {
  return asArray(nodes).flatMap((node) => elementOf(node, lines) ?? []);
}

function elementOf(node: unknown, lines: LineIndex): XmlElement | undefined {
  const object = asObject(node);
  const name = object === undefined ? undefined : Object.keys(object).find((key) => key !== ':@' && key !== '#text');
  if (object === undefined || name === undefined) return undefined;
  const content = asArray(object[name]);
  const text = content.map((child) => String(asObject(child)?.['#text'] ?? '')).join('');
  const start = (object as Record<symbol, { startIndex?: number } | undefined>)[metadata]?.startIndex ?? 0;
  const attributes: Record<string, string> = {};
  for (const [key, value] of Object.entries(asObject(object[':@']) ?? {})) attributes[key] = String(value);
  return {
    name,
    attributes,
    children: elementsOf(content, lines),
    text: text.trim(),
    line: lines.lineAt(start),
  };
}
