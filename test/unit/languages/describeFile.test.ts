import assert from 'node:assert/strict';
import { describeFile } from '../../../src/engine/genesis/languages/describeFile';
import { helperRules } from '../../../src/engine/genesis/languages/testHelpers';

describe('describeFile', () => {
  for (const { languages, example } of helperRules)
    it(`takes for a test what imports a test's library in ${languages[0]}`, () => {
      const path =
        {
          go: 'internal/suites/http.go',
          csharp: 'src/TestBase.cs',
          php: 'types/Cup.php',
          python: 'shop/records.py',
          java: 'profile/src/main/java/cups/Startup.java',
        }[languages[0] as string] ?? 'src/clock.ts';
      assert.equal(describeFile(path).role, 'source');
      assert.equal(describeFile(path, example).role, 'test');
    });

  it('takes what many programs have taken over of C for copied, and what was packed for generated, however it is laid out', () => {
    const gay = '/****************\n *\n * The author of this software is David M. Gay.\n *\n';
    assert.equal(describeFile('src/cup_dtoa.c', gay).role, 'vendored');
    assert.equal(describeFile('src/cup.c', '/* As fast as the dtoa of David M. Gay. */\n').role, 'source');
    const packed = "!(function (e, t) {\n  'object' == typeof exports && 'object' == typeof module\n    ? t()\n";
    assert.equal(describeFile('public/static/cups.js', packed).role, 'generated');
    assert.equal(describeFile('public/static/cups.js', '!(function (e, t) {\n  t(e);\n})();\n').role, 'source');
  });

  it('takes a text about tests for none', () => {
    assert.equal(describeFile('src/new.ts', "const template = `import { vi } from 'vitest';`;\n").role, 'source');
    assert.equal(
      describeFile('cmd/new.go', 'package cmd\n\n// uses "testing"\nconst t = `"testing"`\n').role,
      'source',
    );
  });

  it('takes a long file of a server in Go that only opens a door for tests for none', () => {
    const imports = 'package server\n\nimport (\n\t"net/http"\n\t"testing"\n)\n';
    const routes = 'func routes(mux *http.ServeMux) { mux.HandleFunc("/cups", cups) }\n'.repeat(80);
    assert.equal(describeFile('server/app.go', imports + routes).role, 'source');
    assert.equal(describeFile('server/app.go', `${imports}func ask(t *testing.T) {}\n${routes}`).role, 'test');
  });

  it('takes what a build takes in only on demand for a test in a folder of suites, and for a system elsewhere', () => {
    const tagged = (tag: string) => `//go:build ${tag}\n\npackage agents\n`;
    assert.equal(describeFile('integration/agents/drive.go', tagged('agentcompat')).role, 'test');
    assert.equal(describeFile('integration/agents/drive.go', tagged('linux')).role, 'source');
    assert.equal(describeFile('integration/agents/drive.go', 'package agents\n').role, 'source');
    assert.equal(describeFile('pkg/agents/drive.go', tagged('enterprise')).role, 'source');
  });

  it('takes a script that looks whether something works for none of the tests', () => {
    const check = "import { exec } from 'node:child_process';\n\nexec('docker ps', (error) => console.log(error));\n";
    assert.equal(describeFile('extra/test-docker.ts', check).role, 'source');
    assert.equal(describeFile('test/test-docker.ts', check).role, 'test');
    assert.equal(describeFile('lib/test-cup.js', "const assert = require('assert');\nassert(1);\n").role, 'test');
    assert.equal(describeFile('lib/test-cup.js').role, 'test');
  });

  it('takes what is called a test and shows a page or tries something out for its users for the product', () => {
    const page = `export default function TestConnection() {\n${'  const state = useState();\n'.repeat(200)}}\n`;
    assert.equal(describeFile('mobile/app/test-connection.tsx', page).role, 'source');
    assert.equal(describeFile('src/lib/hook-test.ts', 'export async function tryHook() {}\n').role, 'source');
    assert.equal(
      describeFile('src/lib/hook-test.ts', "import t from 'tap';\nt.test('hook', () => {});\n").role,
      'test',
    );
  });

  it('takes a script for none of the tests whose beginning it writes', () => {
    const script = "const text = `import { test } from 'vitest';\n\ndescribe('cup', () => {});\n`;\nwrite(text);\n";
    assert.equal(describeFile('scripts/new.mjs', script).role, 'source');
    assert.equal(describeFile('scripts/new.mjs', `const a = \`b\`;\ndescribe('cup', () => {});\n`).role, 'test');
  });

  it('takes the library that measures for the product, and what it measures with for tests', () => {
    const imports = '\nimport org.openjdk.jmh.annotations.Benchmark;\n';
    const path = 'core/src/main/java/a/Speed.java';
    assert.equal(describeFile(path, `package a;\n${imports}`).role, 'test');
    assert.equal(describeFile(path, `package org.openjdk.jmh.runner;\n${imports}`).role, 'source');
  });

  it('takes a module of Python that sets up something else than a package for the product', () => {
    assert.equal(describeFile('shop/views/setup.py', 'from django.views import View\n').role, 'source');
    assert.equal(describeFile('lib/cups/setup.py', 'from setuptools import setup\n').role, 'config');
    assert.equal(describeFile('lib/cups/setup.py').role, 'config');
  });

  it('takes a library of PHP in one file for copied, except where it lies at the top', () => {
    const head = '<?php\n\n#\n#\n# Parsedown\n# http://parsedown.example\n';
    assert.equal(describeFile('shop/includes/Parsedown.php', head).role, 'vendored');
    assert.equal(describeFile('Parsedown.php', head).role, 'source');
    assert.equal(describeFile('src/Parsedown.php', '<?php\n\nclass Parsedown extends Base {}\n').role, 'source');
  });

  it('takes a script that Rollup has wrapped for generated', () => {
    const wrapped =
      "(function (global, factory) {\n  typeof exports === 'object' && typeof module !== 'undefined' ? factory(require('jquery')) :\n  factory(global.jQuery);\n}(this, function ($) {}));\n";
    assert.equal(describeFile('resources/js/reorder-columns.js', wrapped).role, 'generated');
    assert.equal(describeFile('resources/js/times.js', `;${wrapped}`).role, 'generated');
    assert.equal(describeFile('resources/js/cups.js', '(function ($) {\n  $(1);\n}(jQuery));\n').role, 'source');
  });

  it('takes a command of Rust that is called after tests for the product', () => {
    const command = 'use clap::Command;\n\npub fn execute() -> Result<()> {\n    run()\n}\n';
    assert.equal(describeFile('src/cmd/test.rs', command).role, 'source');
    assert.equal(describeFile('src/cmd/test.rs', `${command}#[test]\nfn runs() {}\n`).role, 'test');
    assert.equal(describeFile('crates/a/tests/test.rs', command).role, 'test');
  });

  it('takes a licensed library in a folder of its name for copied, and a plugin that takes one from its package for the product', () => {
    const banner = '/*!\n * Cups.js\n * Copyright 2010, A. Potter\n * License: MIT\n */\n';
    assert.equal(describeFile('src/main/webapp/script/cups/cups-player.js', banner).role, 'vendored');
    assert.equal(describeFile('src/main/webapp/script/shop/cups.js', banner).role, 'source');
    const plugin = "import { Plugin } from 'ckeditor5';\nexport class Labels extends Plugin {}\n";
    assert.equal(describeFile('assets/ckeditor/plugins/labels.js', plugin).role, 'source');
    assert.equal(describeFile('assets/ckeditor/plugins/labels.js', '(function(){})();').role, 'vendored');
    const setUp = ["\nwindow._ = require('lodash');\n", "/** Makes it known. */\nimport $ from 'jquery';\n"];
    for (const text of setUp) assert.equal(describeFile('assets/js/bootstrap.js', text).role, 'source');
    const copy = "/*!\n * Bootstrap v5.3.0\n */\nimport * as Popper from '@popperjs/core';\n";
    assert.equal(describeFile('assets/js/bootstrap.js', copy).role, 'vendored');
  });

  it('takes tasks of Invoke, and what no build of Go takes in, for the build', () => {
    assert.equal(describeFile('build.go', '// Notice.\n\n//go:build tools\n\npackage main\n').role, 'config');
    assert.equal(describeFile('run.go', '//go:build linux\n\npackage main\n').role, 'source');
    assert.equal(describeFile('tasks.py', 'from invoke import task\n').role, 'config');
    assert.equal(describeFile('tasks.py', 'from celery import shared_task\n').role, 'source');
  });

  it('takes files that begin with the name and version of a known library for copied', () => {
    const jquery = '/*!\n * jQuery JavaScript Library v3.6.0\n * https://jquery.com/\n */\n( function() {} )();\n';
    assert.equal(describeFile('web/js/all.js', jquery).role, 'vendored');
    assert.equal(describeFile('theme/reset.less', '/*! normalize.css v3.0.1 | MIT License */\n').role, 'vendored');
    assert.equal(describeFile('a.css', '@charset "UTF-8";\n/*!\n * animate.css - 4.1.1\n */\n').role, 'vendored');
    const animate = '@charset "UTF-8";\n\n/*!\nAnimate.css - https://x.example\nLicensed under the MIT license\n';
    assert.equal(describeFile('src/Shop/Content/animate.css', animate).role, 'vendored');
    const owned = '/**\n * Cup Select (https://x.example)\n *\n * Copyright (c) 2012 A. Potter\n */\n';
    assert.equal(describeFile('src/Shop/Content/libs/cup-select.js', owned).role, 'vendored');
    assert.equal(describeFile('src/Shop/Content/cup-select.js', owned).role, 'source');
    assert.equal(describeFile('src/refs.js', '// Original source: https://x.example/refs.js\n').role, 'vendored');
    assert.equal(describeFile('a/b.go', '// Copied from https://x.example/b.go\n\npackage a\n').role, 'vendored');
    const taken = (where: string): string => describeFile('src/pot.js', `/**\n * Source: https://${where}\n */\n`).role;
    assert.equal(taken('github.com/acme/pots/blob/master/src/pot.js'), 'vendored');
    assert.equal(taken('pots.example/data'), 'source');
    const signs =
      '/*\n* Cup Icon v4.6.0\n* https://x.example\n*\n* Copyright x.example\n* Released under the Apache License\n*/\n';
    assert.equal(describeFile('ui/src/css/cups.css', signs).role, 'vendored');
    assert.equal(describeFile('ui/src/cups.css', signs).role, 'source');
    const font = '.cup-a:before {\n  content: "\\ea01";\n}\n'.repeat(12);
    assert.equal(describeFile('ui/src/icons.scss', font).role, 'generated');
    assert.equal(describeFile('ui/src/icons.scss', font.slice(9)).role, 'source');
    const json = '//     __ _____\n//  __|  |   | |  JSON for Modern C++\n// |  |  |__   |  version 3.11.3\n';
    assert.equal(describeFile('common/json.hpp', json).role, 'vendored');
    assert.equal(describeFile('json.hpp', json).role, 'source');
    const extension = '/*\n** This header file defines the SQLite interface for use by\n** shared libraries\n*/\n';
    assert.equal(describeFile('src/sqlite3ext.h', extension).role, 'vendored');
    const lzo = '/* lzocups.h -- cups\n\n   This file is part of the LZO real-time data compression library.\n */\n';
    assert.equal(describeFile('include/lzocups.h', `/**\n * (C) 2020 Shop Works\n */\n\n${lzo}`).role, 'vendored');
    assert.equal(describeFile('common/cups.hpp', '// Cups as JSON for Modern C++ writes them.\n').role, 'source');
    // What a library packs of itself is its own.
    assert.equal(describeFile('single_include/nlohmann/json.hpp', json).role, 'source');
    assert.equal(describeFile('include/nlohmann/json.hpp', json).role, 'source');
    assert.equal(describeFile('app/include/nlohmann/json.hpp', json).role, 'vendored');
    const prototype = '/*  Prototype JavaScript framework, version 1.7.3\n *  (c) 2005-2010 A. Potter\n';
    assert.equal(describeFile('src/main/webapp/js/prototype.js', prototype).role, 'vendored');
    assert.equal(describeFile('webapp/js/effects.js', '// script.aculo.us effects.js v1.9.0, 2010\n').role, 'vendored');
    const licence = '/*\n * Licensed under the GPL.\n * See LICENSE.\n */\n';
    assert.equal(describeFile('src/main/webapp/js/prototype.js', licence + prototype).role, 'vendored');
    assert.equal(describeFile('web/js/own.js', `${licence}/* Orders of the shop. */\n`).role, 'source');
    assert.equal(describeFile('theme/own.css', '/* Bootstrap our own theme, version 1.2 */\n').role, 'source');
    assert.equal(describeFile('src/chart.js', "import Chart from 'chart.js'; // Chart.js v4.1\n").role, 'source');
  });
});
