import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataModelAnalyzer } from '../../../src/engine/genesis/analyzers/dataModel';
import type { DataModel } from '../../../src/shared/inventory';
import { analyzeSources } from '../../support/analyzeSources';

const folder = join(__dirname, '../../fixtures/dataModel/documented');

/** `Order(id*, shop_id+) shop>Shop`: keys are starred, references have a plus, relations follow. */
function shortly({ name, fields, relations = [] }: DataModel): string {
  const marks: Readonly<Record<string, string>> = { primary: '*', foreign: '+' };
  const columns = fields.map((field) => `${field.name}${marks[field.key ?? ''] ?? ''}`);
  return `${name}(${columns.join(', ')})${relations.map(({ field, to }) => ` ${field}>${to}`).join('')}`;
}

/** What the documents of a mapper show, one small program below each `##### name`, its files, and what it has to give. */
describe('forms of entities that mappers document', () => {
  for (const file of readdirSync(folder))
    for (const form of readFileSync(join(folder, file), 'utf8')
      .split(/^##### /m)
      .slice(1)) {
      const [name = ''] = form.split('\n', 1);
      it(`${file.replace('.txt', '')}: ${name}`, async () => {
        const [program = '', expected = ''] = form.split('>>>\n');
        const parts = program.split(/^=== /m).slice(1);
        const files = Object.fromEntries(
          parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]),
        );
        const { inventory } = await analyzeSources([dataModelAnalyzer], files);
        assert.deepEqual(inventory.models.map(shortly).sort(), expected.trim().split('\n').sort());
      });
    }
});
