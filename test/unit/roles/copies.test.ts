import assert from 'node:assert/strict';
import { headsToRead } from '../../../src/engine/genesis/roles/copies';
import { judgeRoles } from '../../../src/engine/genesis/roles/judgeRoles';
import { longestFiles } from '../../../src/engine/genesis/roles/longFiles';
import { sayingOf } from '../../../src/engine/genesis/roles/manifestReaders';

const product = Array.from({ length: 30 }, (_, index) => `src/part${index}.js`);

/** What is taken for copied, of files with these texts beside a product's. */
function copied(texts: Readonly<Record<string, string>>): string[] {
  const sayings = new Map(Object.entries(texts).map(([path, text]) => [path, sayingOf(path, text)]));
  return [...judgeRoles([...Object.keys(texts), ...product].sort(), sayings).entries]
    .filter(([, role]) => role === 'vendored')
    .map(([place]) => place);
}

describe('packages that a program of Python brings along', () => {
  it('takes a folder of what everybody can fetch for copies, and a few such names for none', () => {
    const told = (names: readonly string[]): (string | undefined)[] => {
      const paths = names.map((name) => `lib/${name}`);
      const roles = judgeRoles([...paths, ...Array.from({ length: 9 }, (_, at) => `cups/a${at}.py`)], new Map());
      return paths.map((path) => roles.of(path));
    };
    const all = ['requests/api.py', 'six.py', 'yaml/a.py', 'idna/a.py', 'certifi/a.py', 'tea/a.py'];
    assert.deepEqual(new Set(told(all)), new Set(['vendored']));
    assert.deepEqual(new Set(told(['click/a.py', 'cups/a.py', 'tea/a.py'])), new Set([undefined]));
  });
});

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

  it('are single files among those that pages are served with, where they may be copied', () => {
    const files = {
      LICENSE: 'MIT License\n\nCopyright (c) 2020 Shop Works\n\nPermission is hereby granted, free of charge\n',
      'web/public/qr.js': '// QR codes\n// Copyright (c) 2009 Some One\n// Licensed under the MIT license\n',
      'web/public/whose.js': '// Copyright (c) 2009 Some One Else\n',
      'web/static/css/our.css': '/* Copyright (c) 2021 Shop Works, MIT License */\n',
      'web/a/static/hand.js': '// Copyright (c) 2021 Jo Hand, MIT License\n',
      'web/b/static/hand.js': '// Copyright (c) 2021 Jo Hand, MIT License\n',
      'web/c/static/hand.js': '// Copyright (c) 2021 Jo Hand, MIT License\n',
    };
    assert.deepEqual(copied(files), ['web/public/qr.js']);
  });

  it('are long files that begin with their own names and with those of others', () => {
    const licence = ' * Permission is granted to anyone to use this software for any purpose\n */\n';
    const files = {
      LICENSE: 'MIT License\n\nCopyright (c) 2020 Shop Works\n\nPermission is hereby granted, free of charge\n',
      'src/Cups3.cs': `#region License\n/* Cups3# - C# Wrapper for Cups\n * Copyright (c) 2013 Jo Potter.\n${licence}`,
      'src/TeaBridge.cs': `\uFEFF\n#if !HAS_TEA\n\n#region License\n//\n// TEABridge\n// Copyright (c) 2007 Kim Brewer\n${licence}`,
      'src/BowlLib.cs': '/*        MIT License\n               Copyright (c) 2017 BowlLib\n*/\n',
      'src/api/utf8.c': `/*\n * Integration of https://github.com/eve/luautf8\n * Copyright (c) 2018 Wan Chu\n${licence}`,
      'src/tray.h':
        '/*\n * tray - holds cups\n * Copyright (C) 2012 Al Wood\n *\n * BSD License\n *    * Redistributions in binary form must reproduce the above\n *      copyright notice, this list of works\n */\n',
      'src/Own.cs': `/* Own - what is ours\n * Copyright (c) 2013 Shop Works\n${licence}`,
      'src/Given.cs': `/* Given - by a contributor\n * Copyright (c) 2013 Ann Giver\n${licence}`,
      'src/Also.cs': `/* Copyright (c) 2013 Ann Giver\n${licence}`,
      'src/Plain.cs': `/* Copyright (c) 2013 Eve Writer\n${licence}`,
    };
    assert.deepEqual(copied(files), [
      'src/Cups3.cs',
      'src/TeaBridge.cs',
      'src/BowlLib.cs',
      'src/api/utf8.c',
      'src/tray.h',
    ]);
    const sizes = { 'src/long.cs': 90_000, 'src/longer.cs': 95_000, 'src/short.cs': 900, 'tests/a.cs': 99_000 };
    const listed = Object.entries(sizes).map(([path, bytes]) => ({ path, bytes }));
    assert.deepEqual(longestFiles(listed), ['src/longer.cs', 'src/long.cs']);
    assert.ok(headsToRead(['src/long.cs'], ['src/long.cs']).includes('src/long.cs'));
  });

  it('are folders whose files name others than all files around them do, except packages', () => {
    const editor = '/**\n * Copyright (c) Edit Works.\n * This is licensed under the MIT license.\n */\n';
    const folder = (path: string) => ({
      [`${path}/core/a.ts`]: editor,
      [`${path}/core/z.ts`]: editor,
      [`${path}/b.ts`]: editor,
    });
    const own = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`src/shop/${name}.js`, 'export {};\n']));
    assert.deepEqual(copied({ ...own, ...folder('js/editor') }), ['js/editor']);
    assert.deepEqual(copied({ ...own, ...folder('js/editor'), 'js/editor/own.ts': 'export {};\n' }), []);
    assert.deepEqual(copied({ ...own, ...folder('js/editor'), 'src/part0.js': editor }), []);
    assert.deepEqual(copied({ ...own, ...folder('edit/src'), 'edit/package.json': '{"name":"edit"}' }), []);
    // What a program is begun with answers for it.
    assert.deepEqual(copied({ ...own, ...folder('Login'), 'Login/LoginController.cs': editor }), []);
  });

  it('are none where the own files carry the same notice, and no licence says who holds the rights', () => {
    const notice = '// Copyright 2019 Acme Corporation\n// Licensed under the Apache License, Version 2.0\n';
    const texts = { LICENSE: 'Apache License\n', 'src/vendor/list.js': notice, 'src/part0.js': notice };
    assert.deepEqual(copied(texts), []);
  });

  it('are looked for only where copies lie, beside some files that are none', () => {
    assert.deepEqual(headsToRead(product.slice(0, 3)), []);
    const heads = headsToRead([...product, 'src/core/vendor/exif.js', 'vendor/known/a.js']);
    assert.equal(heads[0], 'src/core/vendor/exif.js');
    assert.ok(heads.length > 5 && heads.length < 20);
    assert.ok(!heads.includes('vendor/known/a.js'));
    assert.ok(headsToRead(['src/public/a.css', ...product]).includes('src/public/a.css'));
    const folder = ['a', 'b', 'c', 'd'].map((name) => `lib/cups/${name}.rs`);
    const some = headsToRead([...product.slice(0, 3), ...folder]);
    for (const name of ['a', 'c', 'd']) assert.ok(some.includes(`lib/cups/${name}.rs`), name);
  });
});
