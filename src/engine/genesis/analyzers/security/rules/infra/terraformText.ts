import type { FileDescription } from '../../../../extractor';
import type { SourceFile } from '../../../../sourceFile';

export const isTerraform = (file: FileDescription): boolean => file.path.endsWith('.tf');

/** From the head of a resource to the brace in the first column that ends it. */
export function resourceFrom(text: string, at: number): string {
  const end = text.indexOf('\n}', at);
  return text.slice(at, end < 0 ? at + 6_000 : Math.min(end, at + 6_000));
}

/** The resource that a line stands in, as `terraform fmt` indents it. */
function resourceAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 8_000), at);
  const head = [...before.matchAll(/^(?:resource|data|module|variable)\s"[^\n]{1,200}\{/gm)].at(-1);
  return head === undefined ? '' : resourceFrom(text, at - before.length + head.index);
}

export const resourceOf = (match: RegExpMatchArray, file: SourceFile): string =>
  resourceAround(file.text, (match.index ?? 0) + match[0].length);
