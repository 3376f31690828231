import assert from 'node:assert/strict';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import { pluginForms } from '../../../src/engine/genesis/analyzers/entryPointFindings/pluginForms';
import { analyzeSources } from '../../support/analyzeSources';
import { check } from './checkTitles';

describe('plug-ins that another program loads', () => {
  it('are known by each form from its example', () => {
    for (const { host, path, example, at = '', gives, read } of pluginForms) {
      const [found] = read(example, at);
      assert.equal(`${found?.line} ${found?.name}`, gives, host);
      assert.ok(at === '' || path.test(at), host);
    }
  });

  it('are told together, with what loads them', async () => {
    await check(
      {
        'bukkit/src/main/resources/plugin.yml': 'name: Cups\nmain: shop.Cups\n',
        'fabric/src/main/resources/fabric.mod.json': '{"id": "cups", "entrypoints": {"main": ["shop.Cups"]}}',
        'src/test/resources/plugin.yml': 'name: Other\nmain: shop.Other\n',
      },
      ['Plug-ins for Bukkit and Fabric found: Cups and cups'],
    );
    await check(
      {
        'cups/build.gradle':
          'plugins { alias(libs.plugins.plugin.publish) }\ngradlePlugin {\n  plugins {\n    cups { id = ID }\n  }\n}',
        'build-logic/build.gradle':
          'apply plugin: "maven-publish"\ngradlePlugin {\n  plugins { own { id = "shop.own" } }\n}',
      },
      ['Plug-in for Gradle found: cups'],
    );
    await check({ 'public/manifest.json': '{"name": "Cups", "manifest_version": 3}' }, []);
    await check({ 'manifest.json': '{"name": "__MSG_name__", "manifest_version": 3, "action": {}}' }, [
      'Plug-in for browsers found: sample',
    ]);
    const manifest = '{"name": "Cups", "manifest_version": 3, "action": {}}';
    const dev = manifest.replace('Cups', 'Cups Dev');
    await check({ 'manifest.dev.json': dev, 'manifest.json': manifest }, ['Plug-in for browsers found: Cups']);
  });

  it('are those of the folder nearest to the top, where another holds an older one', async () => {
    const manifest = '{\n"name": "cups",\n"main": "main.js",\n"engines": {"vscode": "^1.90.0"}\n}';
    const { findings } = await analyzeSources([entryPointFindingsAnalyzer], {
      'legacy/package.json': manifest,
      'package.json': manifest,
    });
    assert.equal(findings[0]?.evidence[0]?.path, 'package.json');
  });

  it('are one of an editor, called like the whole, whatever files it is loaded from', async () => {
    const vim = 'command! -nargs=0 Wash call cups#wash()\n';
    const lua = 'local M = {}\nvim.api.nvim_create_user_command("Wash", M.wash, {})\n';
    await check({ 'plugin/cups.vim': vim, 'plugin/plates.vim': vim }, ['Plug-in for Vim found: sample']);
    const { findings } = await analyzeSources([entryPointFindingsAnalyzer], {
      'plugin/cups.vim': `function! s:dry()\n  autocmd SwapExists * let v:x = 1\nendfunction\n${vim}`,
    });
    assert.equal(findings[0]?.evidence[0]?.startLine, 4);
    await check({ 'plugin/cups.vim': vim, 'lua/cups/init.lua': lua, 'lua/plates/init.lua': lua }, [
      'Plug-in for Neovim found: sample',
    ]);
  });

  it('are none at the top that only holds those of a folder together', async () => {
    const head = (name: string): string => `<?php\n/*\n * Plugin Name: ${name}\n */\n`;
    const files = { 'shop.php': head('Shop'), 'plugins/cups/load.php': head('Cups') };
    await check({ ...files, 'plugins/plates/load.php': head('Plates') }, [
      'Plug-ins for WordPress found: Cups and Plates',
    ]);
    await check(files, ['Plug-ins for WordPress found: Shop and Cups']);
  });
});
