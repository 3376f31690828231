import type { Redactor } from '../../redact/redactor';

/** Takes secrets out of JSON. Text without any, nearly all of it, is looked at once and comes back as it is. */
export function redactJson(json: string, redactor: Redactor): string {
  if (redactor.redact(json).text === json) return json;
  return JSON.stringify(redact(JSON.parse(json), '', redactor));
}

/** The same value with every string redacted; a string under a key is judged with that key, as in source code. */
export function redactValue<T>(value: T, redactor: Redactor): T {
  const json = JSON.stringify(value);
  const clean = redactJson(json, redactor);
  return clean === json ? value : (JSON.parse(clean) as T);
}

function redact(value: unknown, key: string, redactor: Redactor): unknown {
  if (typeof value === 'string') return redactText(value, key, redactor);
  if (Array.isArray(value)) return value.map((item) => redact(item, key, redactor));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [redactor.redact(name).text, redact(item, name, redactor)]),
  );
}

function redactText(text: string, key: string, redactor: Redactor): string {
  const alone = redactor.redact(text).text;
  if (alone !== text || key === '') return alone;
  const lead = `${key} = "`;
  const named = redactor.redact(`${lead}${text}"`).text;
  const start = named.indexOf('«');
  return named === `${lead}${text}"` || start < lead.length ? text : named.slice(lead.length, -1);
}
