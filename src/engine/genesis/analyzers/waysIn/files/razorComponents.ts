import type { SourceFile } from '../../../sourceFile';
import { normalizePath } from '../../entryPoints/paths/normalizePath';
import type { WayFact } from '../wayRule';

/** `@page "/orders/{id:int}"`, and the attribute that it stands for. */
const directive =
  /^(?:\uFEFF)?[ \t]{0,20}@(?:page[ \t]{1,20}|attribute[ \t]{1,20}\[(?:Microsoft\.AspNetCore\.Components\.)?Route\([ \t]{0,4})"(\/[^"\n]{0,200})"/gm;

/** Components of Blazor that a browser reaches by an address of their own. */
export function blazorPages(file: SourceFile): WayFact[] {
  const text = file.text.replace(/@\*[\s\S]{0,20000}?\*@/g, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...text.matchAll(directive)].map((match) => ({
    kind: 'page',
    framework: 'Blazor',
    name: normalizePath(match[1] ?? '', 'braces'),
    line: file.lineAt(match.index),
  }));
}
