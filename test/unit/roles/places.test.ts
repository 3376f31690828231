import assert from 'node:assert/strict';
import { describeFile } from '../../../src/engine/genesis/languages/describeFile';
import { roleOf } from '../../../src/engine/genesis/languages/roleOf';
import { judgeRoles } from '../../../src/engine/genesis/roles/judgeRoles';
import { rolesOf } from '../../support/rolesOf';

describe('what manifests and neighbours tell of places', () => {
  it('takes an application within the gem that it tries out for an example, and one that others build upon for the product', () => {
    const app = (line: string) => ({ 'shop.gemspec': '', 'myapp/Gemfile': `source "x"\n${line}\n` });
    assert.deepEqual(rolesOf(app('gem "shop", path: ".."'), ['myapp/app/jobs/a.rb']), ['example']);
    assert.deepEqual(rolesOf(app("gem 'core', :path => '../core'"), ['myapp/app/jobs/a.rb']), ['source']);
    assert.deepEqual(rolesOf(app('gemspec\ngem "shop", path: ".."'), ['myapp/app/jobs/a.rb']), ['source']);
    const page = { 'play/package.json': '{"private":true,"dependencies":{"shop":"file:.."}}' };
    assert.deepEqual(rolesOf(page, ['play/a.js']), ['example']);
  });

  it('takes what lies among the texts of many languages for one of them, whatever it is called', () => {
    const coded = ['de', 'en', 'fr', 'it', 'ja', 'nl', 'pt-BR', 'ru', 'sv', 'tr'].map((one) => `web/locales/${one}.js`);
    const asked = ['web/locales/jp.js', 'web/locales/index.js'];
    assert.deepEqual(rolesOf({}, [...asked, ...coded]).slice(0, 2), ['config', 'source']);
    assert.deepEqual(rolesOf({}, [...asked, ...coded.slice(3)]).slice(0, 2), ['source', 'source']);
    const folders = coded.map((path) => path.replace('web/locales', 'forms/lang').replace('.js', '/a.php'));
    const more = ['forms/lang/np/a.php', 'forms/lang/lib/a.php', ...folders];
    assert.deepEqual(rolesOf({}, more).slice(0, 2), ['config', 'source']);
    const compiled = coded.map((path) => path.replace('web/locales', 'src/lang').replace('.js', '.rs'));
    const beside = ['src/lang/it/reader.rs', 'src/lang/template.rs', 'src/lang/mod.rs'];
    assert.deepEqual(rolesOf({}, [...compiled.slice(0, 1), ...beside, ...compiled.slice(1)]).slice(0, 4), [
      'config',
      'source',
      'config',
      'source',
    ]);
    assert.deepEqual(rolesOf({}, compiled.slice(4)).slice(0, 1), ['source']);
  });

  it('takes an application of Django that lies beside others for the product, whatever it is called', () => {
    const app = (folder: string, more: readonly string[] = []) => [
      `${folder}/apps.py`,
      `${folder}/migrations/__init__.py`,
      ...more,
    ];
    const others = [...app('backend/users'), ...app('backend/labels')];
    const own = app('backend/examples', ['backend/examples/urls.py', 'backend/examples/tests/test_a.py']);
    assert.deepEqual(rolesOf({}, [...own, ...others]).slice(0, 4), ['source', 'source', 'source', 'test']);
    assert.deepEqual(rolesOf({}, [...own]).slice(2, 3), ['example']);
    assert.deepEqual(rolesOf({}, ['backend/examples/apps.py', 'backend/examples/urls.py', ...others]).slice(1, 2), [
      'example',
    ]);
    const below = ['examples/a', 'examples/b', 'examples/c', 'examples/samples'].flatMap((folder) => app(folder));
    assert.deepEqual(new Set(rolesOf({}, below)), new Set(['example']));
  });

  it('takes a site at the top for documents by what lies in it, whatever makes it', () => {
    const site = (documents: number) => [
      'www/conf.py',
      'www/themes/a/assets/a.js',
      ...Array.from({ length: documents }, (_, index) => `www/posts/${index}.md`),
    ];
    assert.deepEqual(rolesOf({}, site(6)).slice(0, 2), ['docs', 'docs']);
    assert.deepEqual(rolesOf({}, site(2)).slice(0, 2), ['source', 'source']);
    const old = ['website/siteConfig.js', 'website/pages/index.js', 'website/blog/a.md'];
    assert.deepEqual(rolesOf({}, old).slice(0, 2), ['docs', 'docs']);
  });

  it('takes a package of Go with the read-me and licence of another project for a copy', () => {
    const copy = ['go.mod', 'pkg/dav/client.go', 'pkg/dav/README.md', 'pkg/dav/LICENSE'];
    assert.equal(rolesOf({}, copy)[1], 'vendored');
    assert.equal(rolesOf({}, copy.slice(0, 3))[1], 'source');
    assert.equal(rolesOf({}, [...copy, 'pkg/dav/go.mod'])[1], 'source');
    assert.equal(rolesOf({}, [...copy, 'pkg/dav/main.go'])[1], 'source');
    const command = [...copy, 'pkg/dav/cmd/dav/main.go'];
    assert.equal(rolesOf({}, command)[1], 'vendored');
    assert.equal(rolesOf({}, [...command, 'pkg/dav/internal/store.go'])[1], 'source');
    const relay = ['go.mod', 'cmd/relay/serve.go', 'cmd/relay/README.md', 'cmd/relay/LICENSE'];
    assert.equal(rolesOf({}, relay)[1], 'source');
  });

  it('leaves a typed package of Python what it gives to the tests of others', () => {
    const files = ['cups/test_utils.py', 'cups/test_pour.py'];
    assert.deepEqual(rolesOf({}, [...files, 'cups/py.typed']).slice(0, 2), ['source', 'test']);
    assert.deepEqual(rolesOf({}, files), ['test', 'test']);
  });

  it('takes a framework of C that tests bring along for a copy', () => {
    const copy = ['tests/unity/src/unity.c', 'tests/unity/docs/license.txt', 'tests/cups.c'];
    assert.deepEqual(rolesOf({}, copy), ['vendored', 'vendored', 'test']);
    assert.equal(rolesOf({}, ['tests/repo/LICENSE', 'tests/repo/a.py'])[1], 'test');
    const part = ['pots/AUTHORS', 'pots/COPYING', 'pots/pot.cpp'];
    assert.equal(rolesOf({}, part)[2], 'vendored');
    assert.equal(rolesOf({}, [...part, 'pots/main.cpp'])[2], 'source');
  });

  it('takes an application that shows a library for an example, and one that is the whole for the product', () => {
    const app = ['CupsExample/Cups.xcodeproj/project.pbxproj', 'CupsExample/Views/Cup.swift'];
    assert.equal(rolesOf({}, app)[1], 'example');
    assert.equal(rolesOf({}, app.slice(1))[0], 'source');
    const whole = Array.from({ length: 90 }, (_, index) => `CupsExample/Views/V${index}.swift`);
    assert.equal(rolesOf({}, [...app, ...whole])[1], 'source');
  });

  it('takes all of a template of projects for one, also what its parts use of each other', () => {
    const uses = '<Project Sdk="Microsoft.NET.Sdk"><ProjectReference Include="..\\Core\\Core.csproj" /></Project>';
    const manifests = {
      'templates/shop/.template.config/template.json': '{}',
      'templates/shop/Api/Api.csproj': uses,
      'templates/shop/Core/Core.csproj': '<Project Sdk="Microsoft.NET.Sdk"></Project>',
    };
    assert.deepEqual(rolesOf(manifests, ['templates/shop/Api/A.cs', 'templates/shop/Core/C.cs']), [
      'example',
      'example',
    ]);
  });

  it('takes what a crate is built with for the build', () => {
    const roles = (build: string) =>
      rolesOf({ 'Cargo.toml': `[package]\nname = "cups"\n${build}` }, ['build/main.rs', 'build/syntax.rs']);
    assert.deepEqual(roles('build = "build/main.rs"\n'), ['config', 'config']);
    assert.deepEqual(roles(''), ['source', 'source']);
  });

  it('takes what helps tests for tests where samples use it, too', () => {
    const uses = (folder: string) => ({
      'cups/build.gradle': "dependencies { testImplementation project(':cups-testing-support') }",
      'cups-testing-support/build.gradle': '',
      [`${folder}/build.gradle`]: "dependencies { implementation project(':cups-testing-support') }",
    });
    const helper = 'cups-testing-support/src/main/java/a/Clock.java';
    assert.deepEqual(rolesOf(uses('samples/guide'), [helper]), ['test']);
    assert.deepEqual(rolesOf(uses('guide'), [helper]), ['source']);
  });

  it('finds what Composer brings where the manifest puts it', () => {
    const manifest = '{"require":{"php":">=8","mail/mailer":"6"},"config":{"vendor-dir":"./"}}';
    assert.deepEqual(rolesOf({ 'inc/composer.json': manifest }, ['inc/mail/mailer/a.php', 'inc/own/a.php']), [
      'vendored',
      'source',
    ]);
  });

  it('takes what a generator of clients puts into a folder for generated', () => {
    const core = ['ApiError', 'ApiResult', 'OpenAPI', 'request'].map((name) => `web/src/client/core/${name}.ts`);
    assert.deepEqual(rolesOf({}, core), Array(4).fill('generated'));
    assert.deepEqual(rolesOf({}, [...core.slice(0, 2), 'web/src/client/core/cups.ts']), Array(3).fill('source'));
    const beside = ['web/src/client/services.ts', 'web/src/client/models/Cup.ts', 'web/src/client/store.ts'];
    assert.deepEqual(rolesOf({}, [...beside, ...core]).slice(0, 3), ['generated', 'generated', 'source']);
    const atTop = core.map((path) => path.replace('client/', ''));
    assert.equal(rolesOf({}, ['web/src/services.ts', ...atTop])[0], 'source');
  });

  it('takes the parts of a folder of libraries for copies where most bring a licence and no manifest', () => {
    const part = (folder: string, more: readonly string[]): string[] =>
      ['index.js', ...more].map((name) => `${folder}/${name}`);
    const copies = ['zip', 'cron', 'which'].flatMap((name) => part(`server/libs/${name}`, ['LICENSE']));
    const files = [...copies, ...part('server/libs/once', []), ...part('server/libs/own', ['package.json'])];
    assert.deepEqual(
      rolesOf({}, files).filter((_, at) => files[at]?.endsWith('.js')),
      ['vendored', 'vendored', 'vendored', 'vendored', 'source'],
    );
    const few = [...part('server/libs/zip', ['LICENSE']), ...part('server/libs/once', [])];
    assert.deepEqual(rolesOf({}, few).slice(0, 1), ['source']);
  });

  it('takes all of a folder of libraries that pages are served for copies where most are by their names', () => {
    const lib = (folder: string, names: readonly string[]): string[] => names.map((name) => `${folder}/lib/${name}.js`);
    const known = ['jquery', 'underscore', 'a.min', 'b.min', 'cups-1.2.3'];
    const files = [...lib('app/webapp', [...known, 'marked']), ...lib('public', ['jquery', 'own', 'cart'])];
    assert.deepEqual(rolesOf({}, files).slice(5), ['vendored', 'vendored', 'source', 'source']);
  });

  it('takes a package below a folder of templates for one, and a package that is called after templates for itself', () => {
    assert.deepEqual(
      rolesOf({}, [
        'create/templates/web/package.json',
        'create/templates/web/src/a.js',
        'packages/email-templates/package.json',
        'packages/email-templates/a.js',
        'app/templates/a.js',
        '{{cookiecutter.name}}/setup.py',
        '{{cookiecutter.name}}/a.py',
      ]),
      ['config', 'example', 'config', 'source', 'source', 'config', 'example'].map((role, index) =>
        index === 0 || index === 5 ? 'example' : role,
      ),
    );
  });

  it('takes templates for such where they are most of a generator, filled in or not', () => {
    const pages = Array.from({ length: 90 }, (_, index) => `template/base/src/a${index}.js`);
    assert.equal(rolesOf({}, ['template/base/package.json', ...pages])[1], 'example');
    // With next to nothing beside them they are the product.
    const more = Array.from({ length: 400 }, (_, index) => `template/base/src/b${index}.js`);
    assert.equal(rolesOf({}, ['template/base/package.json', ...pages, ...more])[1], 'source');
    assert.equal(rolesOf({}, ['templates/gem/Gemfile.erb', 'templates/gem/lib/a.rb'])[1], 'example');
    assert.equal(
      rolesOf({}, ['Kit/Templates/Plugin/Cups/Cups.csproj', 'Kit/Templates/Plugin/Cups/A.cs'])[1],
      'example',
    );
    assert.equal(roleOf('lib/generators/shop/templates/shop.rb'), 'example');
    assert.equal(roleOf('lib/generators/shop/install_generator.rb'), 'source');
  });

  it('takes libraries of PHP for copies where they lie as they came', () => {
    const copies = ['include/cup-mail/LICENSE.md', 'include/cup-mail/composer.json', 'include/cup-mail/src/Mail.php'];
    const files = ['include/pear/Net/Pour.php', 'include/pear/PEAR.php', 'include/own/Cup.php', ...copies];
    const program = Array.from({ length: 20 }, (_, index) => `scp/a${index}.php`);
    const rolesAt = (paths: readonly string[]) => {
      const roles = rolesOf({}, [...paths, ...program]);
      return [roles[0], roles[2], roles[5]];
    };
    assert.deepEqual(rolesAt(files), ['vendored', 'source', 'vendored']);
    assert.deepEqual(rolesAt([...files, 'composer.json']), ['vendored', 'source', 'source']);
    const taken = ['bundle/pots/kettle/composer.json', 'bundle/pots/kettle/src/Kettle.php', 'bundle/own/Cup.php'];
    assert.deepEqual(rolesOf({}, [...taken, 'composer.json', ...program])[1], 'vendored');
    assert.deepEqual(rolesOf({}, [...taken, 'composer.json', ...program])[2], 'source');
  });

  it('takes programs of a pipeline for settings', () => {
    assert.deepEqual(rolesOf({}, ['build/ci/updater/pom.xml', 'build/ci/updater/src/Run.java'])[1], 'config');
  });

  it('takes libraries of C with a licence of their own for copied, however large they are, and a collection of them for the product', () => {
    const big = Array.from({ length: 40 }, (_, index) => `libs/editor/src/a${index}.cpp`);
    const own = Array.from({ length: 8 }, (_, index) => `src/b${index}.cpp`);
    const all = [
      'libs/editor/LICENSE',
      'libs/own/c.cpp',
      'libs/hex/src/license.txt',
      'libs/hex/src/h.cpp',
      'libs/web/LICENSE',
      'libs/web/package.json',
      'libs/web/w.h',
    ];
    const roles = (paths: readonly string[]) => {
      const told = judgeRoles(paths, new Map());
      return (path: string) => told.of(path) ?? roleOf(path);
    };
    const role = roles([...all, ...big, ...own]);
    assert.deepEqual(
      ['libs/editor/src/a1.cpp', 'libs/own/c.cpp', 'libs/hex/src/h.cpp', 'libs/web/w.h', 'src/b1.cpp'].map(role),
      ['vendored', 'source', 'vendored', 'source', 'source'],
    );
    assert.equal(roles(['libs/editor/LICENSE', ...big])('libs/editor/src/a1.cpp'), 'source');
  });

  it('finds what tsd checks types with', () => {
    const manifest = '{"name": "cups", "tsd": {"directory": "./check-types"}}';
    assert.deepEqual(rolesOf({ 'package.json': manifest }, ['check-types/a.ts', 'types/a.test-d.ts']), [
      'test',
      'test',
    ]);
  });

  it('finds the tests of Codeception where its settings say', () => {
    const settings = 'actor: Tester\npaths:\n    output: out\n    tests: checks\n';
    assert.deepEqual(rolesOf({ 'codeception.yml': settings }, ['checks/_data/plugin/A.php', 'out/a.php']), [
      'test',
      'source',
    ]);
  });

  it('takes what only those who work on the product start for settings', () => {
    assert.deepEqual(
      rolesOf({ 'dev/oidc/package.json': '{"name":"oidc"}' }, ['dev/oidc/app.js', 'dev/a.js', 'web/dev/a.js']),
      ['config', 'source', 'source'],
    );
  });

  it('takes style sheets that are made of those beside them for made', () => {
    assert.deepEqual(rolesOf({}, ['css/a.css', 'css/a.rtl.css', 'css/b.css', 'css/b.scss']), [
      'source',
      'generated',
      'generated',
      'source',
    ]);
    assert.deepEqual(
      rolesOf({}, ['ui/a.css', 'ui/src/a.scss', 'web/css/b.css', 'web/sass/b.sass', 'x/c.css', 'y/c.scss']),
      ['generated', 'source', 'generated', 'source', 'source', 'source'],
    );
  });

  it('takes a module of documents for one where nobody uses it, and all below a suite of tests for tests, however large', () => {
    const gradle = (other: string) => `dependencies { implementation project(':${other}') }`;
    const modules = { 'shop-docs/build.gradle': gradle('shop'), 'shop/build.gradle': '' };
    assert.deepEqual(rolesOf(modules, ['shop-docs/src/main/java/A.java']), ['docs']);
    const used = { ...modules, 'shop/build.gradle': gradle('shop-docs') };
    assert.deepEqual(rolesOf(used, ['shop-docs/src/main/java/A.java']), ['source']);
    const suite = '<project><artifactId>core-its</artifactId><packaging>pom</packaging></project>';
    const tests = Array.from({ length: 90 }, (_, index) => `its/suite/src/test/java/A${index}.java`);
    assert.equal(rolesOf({ 'its/pom.xml': suite }, ['its/plugin/src/main/java/A.java', ...tests])[0], 'test');
  });

  it('knows an environment of Python from a package of that name, and steps and snapshots of tests from code', () => {
    for (const [path, role] of [
      ['src/hatch/venv/core.py', 'source'],
      ['venv/lib/python3/site.py', 'vendored'],
      ['features/step_definitions.rb', 'test'],
      ['features/steps/cup.py', 'test'],
      ['src/features/steps/Step.tsx', 'source'],
      ['tap-snapshots/test/a.js.test.cjs', 'fixture'],
      ['tests_typing/a.py', 'test'],
      ['fuzzers/parse.c', 'test'],
      ['shop-e2e/kit/src/main/java/A.java', 'test'],
      ['lib/strings/3party/fast.h', 'vendored'],
      ['db/2017-08-19_00_Start.sql', 'migration'],
      ['.github/scripts/a.py', 'config'],
      ['.phan/stubs/a.php', 'config'],
    ] as const)
      assert.equal(roleOf(path), role, path);
  });

  it('takes for copied what names a library, its version and its licence where pages are served from', () => {
    const head =
      '/*!\n * Cups.js v1.4.2 | https://cups.example\n * (c) 2011 A. Cup | MIT licensed\n */\n(function () {})();\n';
    for (const [path, text, role] of [
      ['app/assets/javascripts/cups.js', head, 'vendored'],
      ['src/cups.js', head, 'source'],
      ['shop/static/js/libs/diff.js', '/**\n * Diff\n * Copyright 2006 Cups Inc.\n */\n', 'vendored'],
      ['shop/static/js/libs/own.js', '/** Counts cups. */\n', 'source'],
      ['public/cups.js', '/*! Cups. (c) 2011 A. Cup */\n', 'source'],
      [
        'app/assets/stylesheets/moves.css',
        '@charset "UTF-8";\n/*\nAnimate.css - http://moves.example\n*/\n',
        'vendored',
      ],
      ['app/assets/javascripts/Grid/2.02/grid.js', '', 'vendored'],
      ['public/v2/app.js', '', 'source'],
      ['notes/.obsidian/plugins/a/main.js', '', 'vendored'],
    ] as const)
      assert.equal(describeFile(path, text).role, role, path);
  });

  it('takes what a bundler made for generated', () => {
    const made =
      '(function e(t,n,r){function s(o,u){if(!n[o]){if(!t[o]){}}}})({1:[function(require,module){}]},{},[1]);\n';
    assert.equal(describeFile('lib/reload.js', made).role, 'generated');
    const wrapped =
      '(function(f){if(typeof exports==="object"&&typeof module!=="undefined"){module.exports=f()}})();\n';
    assert.equal(describeFile('module/scripts/check.js', wrapped).role, 'generated');
    const told = '/*\nTHIS IS A GENERATED/BUNDLED FILE BY ROLLUP\n*/\nvar a;\n';
    assert.equal(describeFile('plugins/links/main.js', told).role, 'generated');
    assert.equal(describeFile('lib/reload.js', '(function (window) { start(); })(window);\n').role, 'source');
  });

  it('takes what Composer loads from a folder within for copied, and changed copies of what it brought', () => {
    const loader = ['a/vendor/autoload.php', 'a/vendor/twig/twig/lib/Node.php'];
    assert.deepEqual(rolesOf({}, loader), ['vendored', 'vendored']);
    assert.deepEqual(rolesOf({}, loader.slice(1)), ['source']);
    const laid = ['aws/sdk', 'psr/log', 'twig/twig'].map((name) => `a/vendor/${name}/composer.json`);
    assert.deepEqual(rolesOf({}, ['a/vendor/own.php', ...laid]).slice(0, 1), ['vendored']);
    assert.deepEqual(rolesOf({}, ['a/vendor/own.php', ...laid.slice(1)]).slice(0, 1), ['source']);
    const names = ['mail/mailer', 'web/router', 'web/http'];
    const brought = names.map((name) => `vendor/${name}/a.php`);
    const changed = names.map((name) => `overrides/${name}/a.php`);
    assert.deepEqual(rolesOf({}, [...brought, ...changed, 'overrides/own/cup/a.php']).slice(3), [
      'vendored',
      'vendored',
      'vendored',
      'source',
    ]);
    const asks = { 'composer.json': '{"require-dev":{"own/cup":"^1"}}' };
    assert.deepEqual(rolesOf(asks, [...brought, ...changed, 'overrides/own/cup/a.php']).slice(6), ['vendored']);
    assert.deepEqual(rolesOf({}, [...brought, ...changed.slice(1)]).slice(3), ['source', 'source']);
    // Rails has the same folders for what others made as for its own.
    const kinds = ['javascripts', 'stylesheets', 'images'];
    const rails = ['vendor', 'app'].flatMap((home) => kinds.map((kind) => `${home}/assets/${kind}/cups.js`));
    assert.deepEqual(rolesOf({}, rails).slice(3), ['source', 'source', 'source']);
  });

  it('takes the parts of a library of icons for copied where all of them lie together', () => {
    const parts = ['animated', 'bordered-pulled', 'fixed-width', 'larger', 'rotated-flipped', 'stacked', 'mixins'];
    const files = parts.map((name) => `public/icons/less/${name}.less`);
    assert.deepEqual(
      rolesOf({}, files),
      files.map(() => 'vendored'),
    );
    assert.deepEqual(
      rolesOf({}, files.slice(1)),
      files.slice(1).map(() => 'source'),
    );
  });

  it('takes the sources of templates for the product, and a package among templates for an example', () => {
    assert.deepEqual(rolesOf({ 'lib/templates/src/package.json': '{}' }, ['lib/templates/src/index.tsx']), ['source']);
    assert.deepEqual(rolesOf({ 'lib/templates/web/package.json': '{}' }, ['lib/templates/web/index.tsx']), ['example']);
  });

  it("takes packages of an editor's grammars for copied where there are many of them", () => {
    const files = Array.from({ length: 10 }, (_, index) => `assets/syntax/L${index}/L${index}.sublime-syntax`);
    assert.deepEqual(rolesOf({}, ['assets/syntax/L1/tools/update.py', ...files]).slice(0, 1), ['vendored']);
    assert.deepEqual(rolesOf({}, ['assets/syntax/L1/tools/update.py', ...files.slice(1)]).slice(0, 1), ['source']);
  });

  it('takes a crate that is called after a library for pages for the product', () => {
    const files = ['crates/lib/font-awesome-icons/src/lib.rs'];
    assert.deepEqual(rolesOf({ 'crates/lib/font-awesome-icons/Cargo.toml': '' }, files), ['source']);
    assert.deepEqual(rolesOf({ 'crates/lib/font-awesome-icons/package.json': '' }, files), ['vendored']);
  });
});
