import assert from 'node:assert/strict';
import { headsToRead } from '../../../src/engine/genesis/roles/copies';
import { judgeRoles } from '../../../src/engine/genesis/roles/judgeRoles';
import { sayingOf } from '../../../src/engine/genesis/roles/manifestReaders';

const product = Array.from({ length: 30 }, (_, index) => `src/part${index}.js`);

/** What is taken for copied, of files with these texts beside a product's. */
function copied(texts: Readonly<Record<string, string>>): string[] {
  const sayings = new Map(Object.entries(texts).map(([path, text]) => [path, sayingOf(path, text)]));
  return [...judgeRoles([...Object.keys(texts), ...product].sort(), sayings).entries]
    .filter(([, role]) => role === 'vendored')
    .map(([place]) => place);
}

describe('copies within a product', () => {
  it('name other holders than the licence and the files around them do', () => {
    const cipher = '/*\n * 2014-2016, Jane Doe. All rights reserved.\n */\n';
    const found = copied({
      LICENSE: 'MIT License\n\nCopyright (c) 2020 Shop Works\n\nPermission is hereby granted, free of charge\n',
      'src/core/vendor/cipher/a.mjs': cipher,
      'src/core/vendor/cipher/b.mjs': cipher,
      'src/core/vendor/exif.js': '/* exif\nCopyright (c) 2014 Some One\n */\n',
      'src/core/vendor/mail.js': '// Copyright (c) 2021 Shop Works\n',
      'app/contrib/js/tabs.js': '/*\n * tabs\n * License: MIT\n */\n',
      'web/contrib/js/grid.js': '// (c) 2012 Grid People\n',
      'web/contrib/js/our.js': '// (c) 2021 Shop Works\n',
      'web/contrib/js/plain.js': 'export const a = 1;\n',
      'app/contrib/own.js': 'export const a = 1;\n',
      'web/src/main/webapp/lib/grid.js': '/* grid\n * (c) 2012 Grid People\n */\n',
      'web/src/main/webapp/lib/tabs.js': '/* tabs\n * License: MIT\n */\n',
      'web/src/main/webapp/lib/small.js': 'window.small = 1;\n',
      'web/static/lib/our.js': '// (c) 2021 Shop Works\n',
      'web/static/lib/other.js': '// (c) 2012 Grid People\n',
      'src/pages/vendor/index.js': 'export const a = 1;\n',
    });
    assert.deepEqual(found.sort(), [
      'app/contrib/js',
      'src/core/vendor/cipher',
      'src/core/vendor/exif.js',
      'web/contrib/js/grid.js',
      'web/src/main/webapp/lib',
      'web/static/lib/other.js',
    ]);
  });

  it('are none where the own files carry the same notice, and no licence says who holds the rights', () => {
    const notice = '// Copyright 2019 Acme Corporation\n// Licensed under the Apache License, Version 2.0\n';
    const texts = { LICENSE: 'Apache License\n', 'src/vendor/list.js': notice, 'src/part0.js': notice };
    assert.deepEqual(copied(texts), []);
  });

  it('are looked for only where copies lie, beside some files that are none', () => {
    assert.deepEqual(headsToRead(product), []);
    const heads = headsToRead([...product, 'src/core/vendor/exif.js', 'vendor/known/a.js']);
    assert.equal(heads[0], 'src/core/vendor/exif.js');
    assert.ok(heads.length > 5 && heads.length < 20);
    assert.ok(!heads.includes('vendor/known/a.js'));
  });
});
