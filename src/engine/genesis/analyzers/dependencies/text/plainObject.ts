/** Narrowing of values that a parser made of a stranger's text. */
export type PlainObject = Readonly<Record<string, unknown>>;

export function asObject(value: unknown): PlainObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as PlainObject) : undefined;
}

export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asString(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function asStrings(value: unknown): string[] {
  return asArray(value).filter((item): item is string => typeof item === 'string');
}

/** Entries of what should be an object; nothing where it is not one. */
export function entriesOf(value: unknown): [string, unknown][] {
  const object = asObject(value);
  return object === undefined ? [] : Object.entries(object);
}

/** Value below nested keys. */
export function valueAt(value: unknown, ...keys: readonly string[]): unknown {
  let current: unknown = value;
  for (const key of keys) {
    const object = asObject(current);
    if (object === undefined || !Object.hasOwn(object, key)) return undefined;
    current = object[key];
  }
  return current;
}
