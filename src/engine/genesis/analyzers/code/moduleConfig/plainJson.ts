import { parse } from 'smol-toml';

/** Careful access to parsed JSON, YAML or TOML of unknown shape. */
export type Json = Readonly<Record<string, unknown>>;

export function objectIn(value: unknown): Json {
  // An object with string keys is all that is claimed; its values stay unknown.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function stringIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The strings of a list, or the string itself. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

/** `undefined` for text that is not well formed: what a broken manifest would have said is not known. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** `undefined` for text that is not well formed. */
export function parseToml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
