import assert from 'node:assert/strict';
import { codeAnalyzer } from '../../../src/engine/genesis/analyzers/code';
import { codeExtractor } from '../../../src/engine/genesis/analyzers/code/codeExtractor';
import type { CodeFacts, ImportBinding } from '../../../src/engine/genesis/facts/importGraph';
import { analyzeSources } from '../../support/analyzeSources';

/** What a text should be read as; a part that is left out is not compared. */
export interface CodeCase {
  readonly it: string;
  readonly path: string;
  readonly text: string;
  /** `line kind specifier: imported as local (line of its own), …` */
  readonly imports?: readonly string[];
  /** `line kind container.name exported` */
  readonly symbols?: readonly string[];
  /** `local as exported` */
  readonly exports?: readonly string[];
  readonly namespace?: string;
  /** Names only. */
  readonly references?: readonly string[];
}

export function describeCode(language: string, cases: readonly CodeCase[]): void {
  describe(`codeExtractor: ${language}`, () => {
    for (const example of cases)
      it(example.it, async () => {
        const { facts, problems } = await analyzeSources([codeAnalyzer], { [example.path]: example.text });
        assert.deepEqual(problems, []);
        const code: CodeFacts = facts(codeExtractor, example.path) ?? { imports: [], symbols: [] };
        if (example.imports !== undefined) assert.deepEqual(code.imports.map(importText), example.imports);
        if (example.symbols !== undefined) assert.deepEqual(code.symbols.map(symbolText), example.symbols);
        if (example.exports !== undefined)
          assert.deepEqual(
            (code.exports ?? []).map((entry) =>
              entry.local === entry.exported ? entry.local : `${entry.local} as ${entry.exported}`,
            ),
            example.exports,
          );
        if (example.namespace !== undefined) assert.equal(code.namespace, example.namespace);
        if (example.references !== undefined)
          assert.deepEqual(
            (code.references ?? []).map((entry) => entry.name),
            example.references,
          );
      });
  });
}

function importText({ line, kind, specifier, bindings }: CodeFacts['imports'][number]): string {
  return `${line} ${kind} ${specifier}: ${bindings.map(bindingText).join(', ')}`.trim();
}

function bindingText({ local, imported, line }: ImportBinding): string {
  return `${local === imported ? local : `${imported} as ${local}`}${line === undefined ? '' : ` (${line})`}`;
}

function symbolText({ line, kind, container, name, exported }: CodeFacts['symbols'][number]): string {
  return `${line} ${kind} ${container === undefined ? '' : `${container}.`}${name}${exported ? ' exported' : ''}`;
}
