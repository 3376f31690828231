import { type Node, parseTree } from 'jsonc-parser';
import { LineIndex } from '../../../languages/lineIndex';

/** One value of a JSON document, with its line. Comments and trailing commas are allowed, as some manifests have them. */
export class JsonValue {
  constructor(
    private readonly node: Node,
    private readonly lines: LineIndex,
  ) {}

  /** 1-based line where the value, or the property that holds it, begins. */
  get line(): number {
    const holder = this.node.parent?.type === 'property' ? this.node.parent : this.node;
    return this.lines.lineAt(holder.offset);
  }

  get string(): string | undefined {
    return this.node.type === 'string' ? (this.node.value as string) : undefined;
  }

  get isTrue(): boolean {
    return this.node.type === 'boolean' && this.node.value === true;
  }

  get isObject(): boolean {
    return this.node.type === 'object';
  }

  /** Properties of an object in the order of the text; none for anything else. */
  entries(): [string, JsonValue][] {
    if (this.node.type !== 'object') return [];
    const found: [string, JsonValue][] = [];
    for (const property of this.node.children ?? []) {
      const [key, value] = property.children ?? [];
      if (typeof key?.value === 'string' && value !== undefined)
        found.push([key.value, new JsonValue(value, this.lines)]);
    }
    return found;
  }

  items(): JsonValue[] {
    if (this.node.type !== 'array') return [];
    return (this.node.children ?? []).map((child) => new JsonValue(child, this.lines));
  }

  strings(): string[] {
    return this.items().flatMap((item) => item.string ?? []);
  }

  get(...keys: readonly string[]): JsonValue | undefined {
    let current: JsonValue | undefined = this;
    for (const key of keys) current = current?.property(key);
    return current;
  }

  private property(key: string): JsonValue | undefined {
    if (this.node.type !== 'object') return undefined;
    for (const property of this.node.children ?? []) {
      const [name, value] = property.children ?? [];
      if (name?.value === key && value !== undefined) return new JsonValue(value, this.lines);
    }
    return undefined;
  }
}

/** `undefined` where the text holds no JSON at all; a broken document gives the part that could be read. */
export function parseJson(text: string): JsonValue | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  return root === undefined ? undefined : new JsonValue(root, new LineIndex(text));
}
