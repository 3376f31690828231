// Writes src/engine/genesis/languages/linguist.json from the package linguist-languages: names, types and colours of all
// languages, and what extensions, file names and interpreters they go by. Run it after updating that package.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const all = Object.values(require('linguist-languages'))
  .filter((language) => typeof language?.name === 'string')
  .sort((a, b) => (a.name < b.name ? -1 : 1));
const indexOf = new Map(all.map((language, index) => [language.name, index]));

/** `key index index…` for each key that a field of the languages names, one a line. */
function table(field, normalize) {
  const found = new Map();
  for (const language of all)
    for (const key of language[field] ?? []) {
      const indexes = found.get(normalize(key)) ?? new Set();
      found.set(normalize(key), indexes.add(indexOf.get(language.name)));
    }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, indexes]) => [key, ...indexes].join('\t'))
    .join('\n');
}

const languages = all.map(({ name, type, color, group }) =>
  [name, type, (color ?? '').slice(1), group ?? ''].join('\t'),
);
const data = {
  source: 'linguist-languages (MIT), made of the data of github-linguist (MIT)',
  languages: languages.join('\n'),
  extensions: table('extensions', (extension) => extension.slice(1).toLowerCase()),
  filenames: table('filenames', (name) => name.toLowerCase()),
  interpreters: table('interpreters', (name) => name),
};
const target = join(dirname(fileURLToPath(import.meta.url)), '../src/engine/genesis/languages/linguist.json');
writeFileSync(target, `${JSON.stringify(data, undefined, 2)}\n`);
console.log(`${target}: ${languages.length} languages, ${JSON.stringify(data).length} bytes`);
