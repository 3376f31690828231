import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPrefixes } from './checkRoutes';
import { parseFixture } from './fixture';

const folder = join(__dirname, '../../fixtures/entryPoints/documented');

/** What the documentation of a framework shows, one small application below each `##### name`. */
describe('forms of routes that frameworks document', () => {
  for (const file of readdirSync(folder))
    for (const form of readFileSync(join(folder, file), 'utf8')
      .split(/^##### /m)
      .slice(1)) {
      const [name = ''] = form.split('\n', 1);
      it(`${file.replace('.txt', '')}: ${name}`, () => {
        const { files, expected } = parseFixture(form);
        return checkPrefixes(files, expected);
      });
    }
});
