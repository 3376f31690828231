import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { analyzeSources } from '../../support/analyzeSources';
import { parseFixture } from './fixture';

const folder = join(__dirname, '../../fixtures/routeForms');

const formsOf = (file: string): string[] =>
  readFileSync(join(folder, file), 'utf8')
    .split(/^##### /m)
    .slice(1);

/**
 * The forms that the documentation of a framework names: a file for each framework, in which a small project follows each
 * `##### form`. What is expected are methods and paths, of pages too; `…` is a beginning that is not known.
 */
describe('forms of routes that frameworks document', () => {
  for (const file of readdirSync(folder))
    for (const form of formsOf(file)) {
      const end = form.indexOf('\n');
      it(`${file.replace(/\.txt$/, '')}: ${form.slice(0, end)}`, async () => {
        const { files, expected } = parseFixture(form.slice(end + 1));
        const { inventory, problems } = await analyzeSources([entryPointsAnalyzer], files);
        assert.deepEqual(problems, []);
        const pages = (inventory.entryPoints ?? []).filter(({ kind }) => kind === 'page');
        const told = [
          ...inventory.routes.map(({ method, path, prefix }) => `${method} ${prefix === undefined ? '' : '…'}${path}`),
          ...pages.map(({ name }) => `PAGE ${name}`),
        ];
        assert.deepEqual(told.sort(), [...expected].sort());
      });
    }
});
