/** `shop:orders:v1:` names what lies in a cache. */
export const isNameInCache = (value: string): boolean => /^[a-z][\w-]*(?:(?::[\w-]*){2,}|:)$/.test(value);

/** Values that stand where a key would, but are a type, a reference, a path, a name of a setting or a text for people. */
export function isNoKey(value: string, inCode = true): boolean {
  if (
    /^(?:string|text|password|hidden|number|true|false|null|undefined|none|foo|bar|foobar|secret[\w -]{0,20}(?:text|field|input)|\*+)$/i.test(
      value,
    )
  )
    return true;
  // `SECRET = "Secret"`, `SECRET_TEXT = "SecretText"`: members of an enumeration.
  if (/^[A-Z][a-z]+(?:[A-Z][a-z]+)*$/.test(value)) return true;
  // One lower-case word says what is done with it (`encrypted`, `required`), or is the name of a field.
  if (/^:/.test(value) || (inCode && /^[a-z]+$/.test(value))) return true;
  if (/^(?:https?:|\/|\.\/|\$|%|\{|<|process\.|os\.|env)/.test(value)) return true;
  // Letters of other scripts tell people what to fill in.
  if (/[^\x20-\x7e]{3}/.test(value) || /x{6,}|^(?:enter|your|my|the|some)[-_ ]|^<|^fill/i.test(value)) return true;
  if (isNameInCache(value)) return true;
  // A sentence is a label or a message; a key has at most a few words and then some sign.
  if (/^[A-Z][a-z]+(?: [A-Za-z]+)+[.:!?]?$/.test(value)) return true;
  // `auth.secret` and `SECRET_NAME` name something that lies elsewhere.
  if (/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/.test(value) || /^[A-Z][A-Z0-9_]*$/.test(value)) return true;
  // `bail|required|string` is a rule for a form, `Api::KeySerializer` a class, `{key}` is filled in.
  return /^\w+(?:\|[\w:,]+)+$/.test(value) || /^\w+(?:(?:::|\\)\w+)+$/.test(value) || /\{\w*\}/.test(value);
}
