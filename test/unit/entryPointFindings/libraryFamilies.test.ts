import assert from 'node:assert/strict';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { analyzeSources } from '../../support/analyzeSources';
import { check } from './checkTitles';

describe('libraries of one repository', () => {
  it('give what is derived by its own name, and not by that of the function which makes it', () =>
    check(
      {
        'Cargo.toml': '[package]\nname = "cups"\nversion = "1.0.0"\n',
        'src/lib.rs':
          '#[proc_macro_derive(Cup, attributes(cup))]\npub fn derive_cup(input: TokenStream) -> TokenStream {\n    input\n}\n#[proc_macro_derive(Pot)]\n#[allow(clippy::all)]\npub fn derive_pot(input: TokenStream) -> TokenStream {\n    input\n}\n#[proc_macro]\npub fn pour(input: TokenStream) -> TokenStream {\n    input\n}\n',
      },
      ['Exported names found in src/lib.rs: Cup, Pot and pour'],
    ));

  it('are crates that the whole lists, whatever their folder is called', async () => {
    const names = 'pub struct A;\npub struct B;\npub struct C;\n';
    const crate = (name: string): string => `[package]\nname = "${name}"\ndescription = "x"\n`;
    const files = {
      'Cargo.toml': '[workspace]\nmembers = ["core/", "contrib/tea/"]\n',
      'core/Cargo.toml': crate('cups'),
      'core/src/lib.rs': names,
      'contrib/tea/Cargo.toml': crate('cups_tea'),
      'contrib/tea/src/lib.rs': names,
      'contrib/old/Cargo.toml': crate('cups_old'),
      'contrib/old/src/lib.rs': names,
    };
    await check(files, ['Libraries found by their entry files: cups_tea and cups']);
  });

  it('are packages of a repository that publishes many and starts none, whatever they serve', async () => {
    const names = 'export const a = 1;\nexport const b = 2;\nexport const c = 3;\n';
    const published = (name: string): string =>
      `{\n"name": "${name}",\n"version": "1.0.0",\n"main": "dist/index.js"\n}`;
    const routes = Array.from({ length: 8 }, (_, at) => `app.get('/${at}', show);\n`).join('');
    const files = Object.fromEntries(
      ['one', 'two', 'three', 'four', 'five'].flatMap((name) => [
        [`packages/${name}/package.json`, published(name)],
        [`packages/${name}/src/index.ts`, names],
      ]),
    );
    const serves = `import express from 'express';\nconst app = express();\nfunction show() {}\n${routes}`;
    const title = 'Libraries found by their entry files: five, four, one and others';
    const found = async (more: Record<string, string>): Promise<readonly string[]> =>
      (await analyzeSources([entryPointsAnalyzer, entryPointFindingsAnalyzer], { ...files, ...more })).findings
        .filter(({ rule }) => rule === 'entry-points/library')
        .map((finding) => finding.title);
    assert.deepEqual(await found({ 'packages/one/src/serve.ts': serves }), [title]);
    const own = '{\n"name": "shop",\n"private": true\n}';
    assert.deepEqual(await found({ 'apps/shop/package.json': own, 'apps/shop/src/serve.ts': serves }), []);
  });
});
