import { declaringWords, modifiers, noNames } from '../rules/declarationWords';

const arrow =
  /^\s*(?:export )?(?:const|let|var) ([A-Za-z_$][\w$]{1,80})(?:: [^=]{1,120})? = (?:async )?(?:\([^)]{0,200}\)|[\w$]{1,80})(?:: [^=]{1,80})? =>/;
/** `func (s *Server) Start(`. */
const receiver = /^func \([^()]{1,100}\) (\w{1,80})/;
const mostWords = 8;

/** The name that a line of code declares, read by words that most languages share; `undefined` for any other line. */
export function declaredName(line: string): string | undefined {
  if (line.length > 400) return undefined;
  const special = receiver.exec(line)?.[1] ?? arrow.exec(line)?.[1];
  if (special !== undefined) return special;
  const parts = line.trim().split(/\s+/, mostWords + 2);
  for (const [index, word] of parts.entries()) {
    if (declaringWords.has(word)) {
      const next = parts[index + 1] ?? '';
      // `enum class Color`, `data object Unit`.
      if (declaringWords.has(next)) continue;
      return nameOf(next);
    }
    if (!modifiers.has(word)) return undefined;
  }
  return undefined;
}

function nameOf(text: string): string | undefined {
  const [, name = '', after = ''] = /^([A-Za-z_$][\w$]{1,80}(?:\.[\w$]{1,80}){0,4}[?!]?)(.?)/.exec(text) ?? [];
  if (name === '' || noNames.has(name.toLowerCase()) || after === '=' || after === '.') return undefined;
  return name;
}
