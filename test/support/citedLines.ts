import type { FindingDraft } from '../../src/engine/genesis/scanModel';

/** Lines that open what follows and name nothing of it: a reader who is sent there sees none of what a finding says. */
const opensOnly = [
  /^import(?: type)? \{$/,
  /^from [\w.]* import \($/,
  /^(?:pub )?use (?:crate::)?\{$/,
  /^\[\[package\]\]$/,
  /^<dependenc(?:y|ies)>$/,
  /^<licenses?>$/,
];

/** Places that findings cite although they show nothing: beyond the file's end, without a word, or only what opens the next line. */
export function blindCitations(findings: readonly FindingDraft[], files: Readonly<Record<string, string>>): string[] {
  return findings.flatMap(({ rule, evidence }) =>
    evidence.flatMap(({ path, startLine, endLine }) => {
      const text = files[path];
      if (text === undefined) return [`${rule} cites ${path}, which does not exist`];
      const lines = text.split('\n');
      const cited = lines.slice(startLine - 1, endLine).map((line) => line.trim());
      const at = `${rule} cites ${path}:${startLine}-${endLine}`;
      if (startLine < 1 || endLine < startLine || endLine > lines.length) return [`${at}, of ${lines.length} lines`];
      if (text.trim() === '') return [];
      const shows = cited.some((line) => /[\p{L}\d]/u.test(line) && !opensOnly.some((pattern) => pattern.test(line)));
      return shows ? [] : [`${at}: ${JSON.stringify(cited.join(' '))}`];
    }),
  );
}
