import type { SourceFile } from '../../../sourceFile';
import type { WayFact } from '../wayRule';

const annotated =
  /@(?:CommandLine\.)?Command\(\s{0,20}(?:[^)"]{0,200}?\b)?name\s{0,4}=\s{0,4}(?:(\w{1,80})\.)?([A-Z][A-Z0-9_]{1,60})\b/g;

/** Commands of picocli that are called by a constant of the file: `@Command(name = CreateApp.NAME)`. */
export function picocliConstants(text: string, file: SourceFile): WayFact[] {
  return [...text.matchAll(annotated)].flatMap(({ 1: type, 2: constant = '', index }) => {
    if (type !== undefined && !new RegExp(`\\b(?:class|interface|object)\\s{1,5}${type}\\b`).test(text)) return [];
    const declared = new RegExp(`\\b${constant}\\s{0,5}=\\s{0,5}"([\\w:-]{1,80})"`, 'g');
    const [only, ...others] = [...text.matchAll(declared)];
    // Classes of one file may each have a constant of that name.
    if (only?.[1] === undefined || others.length > 0) return [];
    return [{ kind: 'cli', framework: 'picocli', name: only[1], line: file.lineAt(index) }];
  });
}
