import type { LanguageId } from '../../sourceFile';

/** How far behind a decorator what it stands on begins, with other decorators between them. */
const reach = 1_200;
/** A command of Click has a decorator of several lines for each option. */
const pythonReach = 12_000;

const scriptMethod =
  /^[ \t]{0,40}(?:(?:public|private|protected|async|static|override|readonly)\s{1,5}){0,4}(?!(?:if|for|while|return|switch)\b)(\w{1,100})\s{0,5}(?:<[^>\n]{0,60}>)?\(/m;
const typedMethod = /^[ \t]{0,40}(?![@\s*/]|return\b|new\b)[\w<>[\],.?: ]{1,160}?[\w>\]?]\s{1,5}(\w{1,100})\s{0,3}\(/m;

const functions: Partial<Readonly<Record<LanguageId, RegExp>>> = {
  javascript: scriptMethod,
  typescript: scriptMethod,
  tsx: scriptMethod,
  python: /^[ \t]{0,40}(?:async\s{1,5})?def\s{1,5}(\w{1,100})/m,
  java: typedMethod,
  csharp: typedMethod,
  kotlin: /\bfun\s{1,5}(?:<[^>\n]{0,60}>\s{0,5})?(\w{1,100})/,
  php: /\bfunction\s{1,5}(\w{1,100})/,
  ruby: /^\s{0,40}def\s{1,5}([\w?!]{1,100})/m,
  rust: /\bfn\s{1,5}(\w{1,100})/,
};
const classes = /\bclass\s{1,5}(\w{1,100})/;

/** The name of what a decorator, an attribute or an annotation stands on. */
export function handlerAfter(
  text: string,
  end: number,
  language: LanguageId,
  what: 'function' | 'class',
): string | undefined {
  const pattern = what === 'class' ? classes : functions[language];
  const line = text.indexOf('\n', end);
  const start = line === -1 ? end : line;
  const rest = text.slice(start, end + (language === 'python' ? pythonReach : reach));
  const onSameLine =
    what === 'function' && language === 'kotlin' ? text.slice(end, line === -1 ? undefined : line) : '';
  const near = pattern?.exec(onSameLine)?.[1];
  if (near !== undefined) return near;
  const found = pattern?.exec(rest);
  // A name at the end of what is looked at may go on behind it.
  const isCut =
    found?.index !== undefined &&
    found.index + found[0].length === rest.length &&
    /^\w/.test(text.slice(start + rest.length, start + rest.length + 1));
  return isCut ? undefined : found?.[1];
}
