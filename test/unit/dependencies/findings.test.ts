import assert from 'node:assert/strict';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { parsePyproject } from '../../../src/engine/genesis/analyzers/dependencies/formats/python/pyproject';
import { analyzeSources } from '../../support/analyzeSources';
import { projects } from './projects';

describe('findings about dependencies', () => {
  for (const { what, files, says, silent = [], tells = [], locks } of projects) {
    it(what, async () => {
      const { findings, problems } = await analyzeSources([dependenciesAnalyzer], files);
      assert.deepEqual(problems, []);
      const said = findings.map((finding) => `${finding.rule.replace('dependencies/', '')}: ${finding.title}`);
      for (const line of says) assert.ok(said.includes(line), `${line}\n not in\n${said.join('\n')}`);
      for (const rule of silent)
        assert.ok(!said.some((line) => line.startsWith(`${rule}:`)), `${rule} in\n${said.join('\n')}`);
      const contents = findings.map(({ content }) => content).join('\n');
      for (const told of tells) assert.match(contents, told);
      if (locks !== undefined) {
        const rows = [...contents.matchAll(/^\| `([^`]+)` \| \d+ \| \d+ \| `?([^`|\n]*?)`? ?\|$/gm)];
        const sorted = rows.sort(([, a = ''], [, b = '']) => (a < b ? -1 : 1));
        assert.deepEqual(
          sorted.map(([, , lock]) => lock),
          locks,
        );
      }
      for (const finding of findings) {
        assert.ok(finding.title.length <= 120, finding.title);
        assert.ok(finding.evidence.length >= 1 && finding.evidence.length <= 20, finding.rule);
        for (const place of finding.evidence) {
          const lines = files[place.path]?.split('\n').length ?? 0;
          assert.ok(
            place.startLine >= 1 && place.endLine <= lines,
            `${finding.rule} cites ${place.path}:${place.startLine}`,
          );
        }
      }
    });
  }

  it('says that packages of the repository itself are not counted', async () => {
    const overview = async (asked: string): Promise<string> => {
      const { findings } = await analyzeSources([dependenciesAnalyzer], {
        'a/package.json': `{"name": "a", "dependencies": {"x": "1.0.0", "${asked}": "1.0.0"}}`,
        'b/package.json': '{"name": "b"}',
      });
      return findings.find(({ rule }) => rule === 'dependencies/overview')?.content ?? '';
    };
    assert.match(await overview('b'), /\| 1 \| 0 \|[\s\S]*Packages of the repository itself are not counted\./);
    assert.doesNotMatch(await overview('c'), /not counted/);
  });

  it('counts a package that is called as one of the repository where it is fetched', async () => {
    const names = async (lock: string, root: string): Promise<string[]> => {
      const { inventory } = await analyzeSources([dependenciesAnalyzer], {
        'package.json': `{"name": "${root}", "private": true, "workspaces": ["packages/*"]}`,
        'packages/a/package.json': '{"name": "a", "dependencies": {"app": "^1.0.0", "b": "^1.0.0"}}',
        'packages/b/package.json': '{"name": "b"}',
        'package-lock.json': lock,
      });
      return inventory.dependencies.filter(({ direct }) => direct).map(({ name }) => name);
    };
    const fetched = '{"packages":{"node_modules/app":{"version":"1.2.0"},"node_modules/b":{"version":"1.5.0"}}}';
    const linked = '{"packages":{"node_modules/app":{"version":"1.2.0"},"node_modules/b":{"link":true}}}';
    assert.deepEqual(await names(fetched, 'app'), ['app', 'b']);
    assert.deepEqual(await names(linked, 'app'), ['app']);
  });

  it('counts a package once for each name that it is installed by', async () => {
    const { findings, inventory } = await analyzeSources([dependenciesAnalyzer], {
      'package.json': '{"name": "a", "private": true}',
      'perf/package.json':
        '{"name": "perf", "private": true, "dependencies": {\n"a5": "npm:a@5",\n"a6": "npm:a@6",\n"b": "npm:b@1"\n}}',
    });
    assert.match(findings.find(({ rule }) => rule === 'dependencies/overview')?.title ?? '', /^3 direct dep/);
    assert.deepEqual(
      inventory.dependencies.map(({ name, declared, line }) => `${name} ${declared} ${line}`),
      ['a 5 2', 'a 6 3', 'b 1 4'],
    );
  });

  it('counts nothing that the site of the documents asks for', async () => {
    const { findings } = await analyzeSources([dependenciesAnalyzer], {
      'website/package.json': '{"name": "site", "private": true, "dependencies": {"@docusaurus/core": "3.0.1"}}',
      'website/src/index.js': 'export default 1;\n',
      'mocks/service/package.json': '{"name": "mock", "private": true, "dependencies": {"express": "4.0.0"}}',
      'requirements-dev.txt': 'molecule==1.0\n',
    });
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'dependencies/overview'),
      [],
    );
  });

  it('says nothing of a package of Python that is imported within a function or for types alone', async () => {
    const told = async (code: string, path = 'app/main.py'): Promise<boolean> => {
      const { findings } = await analyzeSources([dependenciesAnalyzer], {
        'pyproject.toml': '[project]\nname = "app"\ndependencies = ["flask"]\n',
        'uv.lock':
          'version = 1\n\n[[package]]\nname = "flask"\nversion = "3.0.0"\n\n[[package]]\nname = "traitlets"\nversion = "5.0.0"\n',
        [path]: `import flask\n${code}`,
      });
      return findings.some(({ rule }) => rule === 'dependencies/undeclared');
    };
    assert.equal(await told('import traitlets\n'), true);
    assert.equal(await told('import traitlets\n', 'app/main.pyi'), false);
    assert.equal(
      await told('def shell():\n    try:\n        import traitlets\n    except ImportError:\n        pass\n'),
      false,
    );
  });

  it('says nothing of packages that a program of the build may ask for', async () => {
    const told = async (manifest: Record<string, string>): Promise<boolean> => {
      const { findings } = await analyzeSources([dependenciesAnalyzer], {
        'requirements.txt': 'flask\n',
        'uv.lock': 'version = 1\n\n[[package]]\nname = "traitlets"\nversion = "5.0.0"\n',
        'app/main.py': 'import flask\nimport traitlets\n',
        ...manifest,
      });
      return findings.some(({ rule }) => rule === 'dependencies/undeclared');
    };
    const pyproject = (more: string): Record<string, string> => ({
      'pyproject.toml': `[build-system]\nbuild-backend = "pdm.backend"\n[project]\nname = "app"\n${more}\n`,
    });
    assert.equal(await told(pyproject('dynamic = ["version"]')), true);
    assert.equal(await told(pyproject('dynamic = ["dependencies"]')), false);
    assert.equal(await told({ 'setup.py': 'setup(name="app", install_requires=[])\n' }), true);
    assert.equal(await told({ 'setup.py': 'setup(name="app", install_requires=all_of(parts))\n' }), false);
  });

  it('calls no import of Deno undeclared that names its registry itself', async () => {
    const told = async (from: string): Promise<boolean> => {
      const { findings } = await analyzeSources([dependenciesAnalyzer], {
        'package.json': '{"name": "app", "private": true, "dependencies": {"a": "1.0.0"}}',
        'package-lock.json': '{"packages":{"node_modules/jose":{"version":"5.0.0"}}}',
        'functions/main.ts': `import { jwtVerify } from '${from}';\n`,
      });
      return findings.some(({ rule }) => rule === 'dependencies/undeclared');
    };
    assert.deepEqual([await told('jose'), await told('npm:jose@5'), await told('npm:jose')], [true, false, false]);
  });

  it('says nothing of what code imports that tries the product out', async () => {
    const told = async (path: string, code: string): Promise<boolean> => {
      const { findings } = await analyzeSources([dependenciesAnalyzer], {
        'package.json': '{"name": "app", "private": true, "devDependencies": {"jsdom-global": "3.0.0"}}',
        'package-lock.json': '{"packages":{"node_modules/mime-db":{"version":"1.5.0"}}}',
        [path]: `const types = require('mime-db');\n${code}`,
      });
      return findings.some(({ rule }) => rule === 'dependencies/undeclared');
    };
    assert.equal(await told('js/cups.js', ''), true);
    assert.equal(await told('js/common.js', "const dom = require('jsdom-global');\n"), false);
    assert.equal(await told('jest/mock-cups.js', ''), false);
  });

  it('takes what comes with Ember for asked for', async () => {
    const told = async (asked: string): Promise<boolean> => {
      const { findings } = await analyzeSources([dependenciesAnalyzer], {
        'package.json': `{"name": "app", "private": true, "dependencies": {"${asked}": "1.0.0"}}`,
        'package-lock.json': '{"packages":{"node_modules/rsvp":{"version":"4.8.0"}}}',
        'app/a.js': 'import "rsvp";\n',
      });
      return findings.some(({ rule }) => rule === 'dependencies/undeclared');
    };
    assert.deepEqual([await told('ember-source'), await told('x')], [false, true]);
  });

  it('misses no lock file where the packages are kept in a folder of choice', async () => {
    const told = async (config: string): Promise<boolean> => {
      const { findings } = await analyzeSources([dependenciesAnalyzer], {
        'composer.json': `{"type": "project", "require": {"a/b": "^1.0"}, "config": {${config}}}`,
      });
      return findings.some(({ rule }) => rule === 'dependencies/missing-lock-file');
    };
    assert.deepEqual([await told('"vendor-dir": "lib/vendor"'), await told('')], [false, true]);
  });

  it('takes what Rails pins for browsers for no package of npm', async () => {
    const told = async (pins: string): Promise<boolean> => {
      const { findings } = await analyzeSources([dependenciesAnalyzer], {
        'package.json': '{"name": "app", "private": true, "dependencies": {"a": "1.0.0"}}',
        'package-lock.json':
          '{"packages":{"node_modules/a":{"version":"1.0.0"},"node_modules/@rails/actioncable":{"version":"7.0.0"}}}',
        'config/importmap.rb': pins,
        'app/javascript/application.js': 'import "a";\nimport "@rails/actioncable";\n',
      });
      return findings.some(({ rule }) => rule === 'dependencies/undeclared');
    };
    assert.equal(await told('pin "application"\n'), true);
    assert.equal(await told('pin "@rails/actioncable", to: "actioncable.esm.js"\n'), false);
  });

  it('reads the catalog that settings of Gradle declare in code, and says nothing where most names lead nowhere', async () => {
    const build =
      'dependencies {\n    implementation(libs.a.core)\n    implementation(libs.bundles.all)\n    api("o:p:1")\n}\n';
    const settings = `dependencyResolutionManagement {
    versionCatalogs {
        create("libs") { more() }
    }
}
fun VersionCatalogBuilder.more() {
    val one = version("one", "1.1")
    library("a-core", "org.a", "core").versionRef("one")
    library("b", "org.b:b:2.0")
    library("c", "org.c", "c").version("3.0")
    library("d-$it", "org.d", "d-$it").versionRef(one)
    bundle("all", listOf("b", "c"))
}
`;
    const { inventory } = await analyzeSources([dependenciesAnalyzer], {
      'settings.gradle.kts': settings,
      'app/build.gradle.kts': build,
    });
    assert.deepEqual(inventory.dependencies.map(({ name, version }) => `${name} ${version}`).sort(), [
      'o:p 1',
      'org.a:core 1.1',
      'org.b:b 2.0',
      'org.c:c 3.0',
    ]);
    const without = await analyzeSources([dependenciesAnalyzer], { 'app/build.gradle.kts': build });
    assert.deepEqual(
      without.findings.filter(({ rule }) => rule === 'dependencies/overview'),
      [],
    );
  });

  it('cites of a weak package the lines of the version that it tells, and names the others', async () => {
    const { findings } = await analyzeSources([dependenciesAnalyzer], {
      'package.json': '{"name": "app", "private": true, "dependencies": {"lodash": "4.17.20"}}',
      'server/package.json': '{"name": "server", "private": true, "dependencies": {"lodash": "4.17.19"}}',
    });
    const weak = findings.find(({ rule }) => rule === 'dependencies/notorious-version');
    assert.deepEqual(
      weak?.evidence.map(({ path }) => path),
      ['package.json'],
    );
    assert.match(weak?.content ?? '', /So is `4\.17\.19` in other manifests\./);
  });

  it('cites where the parent of a weak package sets the version that it tells', async () => {
    const project = (inside: string): string => `<project>\n<groupId>org.shop</groupId>\n${inside}\n</project>\n`;
    const artifact = '<groupId>commons-fileupload</groupId>\n<artifactId>commons-fileupload</artifactId>';
    const { findings } = await analyzeSources([dependenciesAnalyzer], {
      'pom.xml': project(
        `<artifactId>all</artifactId><version>1</version>\n<properties>\n<upload>1.3.3</upload>\n</properties>\n<dependencyManagement><dependencies><dependency>\n${artifact}\n<version>\u0024{upload}</version>\n</dependency></dependencies></dependencyManagement>`,
      ),
      'web/pom.xml': project(
        `<parent><groupId>org.shop</groupId><artifactId>all</artifactId><version>1</version></parent>\n<artifactId>web</artifactId>\n<dependencies>\n<dependency>\n${artifact}\n</dependency>\n</dependencies>`,
      ),
    });
    const weak = findings.find(({ rule }) => rule === 'dependencies/notorious-version');
    assert.deepEqual(
      weak?.evidence.map(({ path, startLine }) => `${path}:${startLine}`),
      ['web/pom.xml:6', 'pom.xml:10', 'pom.xml:5'],
    );
  });

  it('counts no build file of Gradle that the settings leave out, unless code may add it', async () => {
    const told = async (settings: string): Promise<string | undefined> => {
      const build = (name: string): string =>
        `plugins { id 'java' }\ndependencies {\n  implementation 'org.a:${name}:1.0'\n}\n`;
      const { findings } = await analyzeSources([dependenciesAnalyzer], {
        'settings.gradle': settings,
        'core/build.gradle': build('a'),
        'apps/web/build.gradle': build('b'),
        'old/build.gradle': build('c'),
      });
      return findings.find(({ rule }) => rule === 'dependencies/overview')?.title;
    };
    const both = /^1 direct dependency found in apps\/web\/build.gradle, 1 in core\/build.gradle$/;
    assert.match((await told("include 'core', ':apps:web'\n")) ?? '', both);
    const many = Array.from({ length: 40 }, (_, at) => `'part-number-${at}',\n  `).join('');
    assert.match((await told(`include ${many}'core',\n  ':apps:web'\n`)) ?? '', both);
    assert.match((await told("include(listOf('core', 'apps:web'))\n")) ?? '', both);
    assert.match(
      (await told("include 'core'\nfile('.').eachDir { include it.name }\n")) ?? '',
      /1 in old\/build.gradle/,
    );
  });

  it('takes a weak package that only tests import for one of development', async () => {
    const { findings } = await analyzeSources([dependenciesAnalyzer], {
      'package.json': '{"name": "app", "private": true, "dependencies": {"lodash": "4.17.20"}}',
      'test/set.test.js': "const lodash = require('lodash');\nit('x', () => {});\n",
    });
    assert.equal(
      findings.some(({ rule }) => rule === 'dependencies/notorious-version'),
      false,
    );
  });

  it('finds the line of what a group asks for below the name of the group, whatever quotes it holds', () => {
    const { requirements } = parsePyproject(
      '[project]\nname = "a"\n\n[dependency-groups]\ntest = [\n  "typeguard>=4",\n]\ntypes = [\n  "typeguard>=4",\n  "tomli; python_version < \\"3.12\\"",\n]\n',
    );
    assert.deepEqual(
      requirements.map(({ name, line }) => `${name} ${line}`),
      ['typeguard 6', 'typeguard 9', 'tomli 10'],
    );
  });

  it('has a project for every rule', () => {
    const rules = [
      'overview',
      'rival-lock-files',
      'missing-lock-file',
      'unpinned',
      'unpinned-source',
      'version-conflict',
      'notorious-version',
      'notorious-transitive',
      'malicious-version',
      'unmaintained',
      'copyleft',
      'insecure-source',
      'foreign-host',
      'install-scripts',
      'fetching-hook',
      'undeclared',
      'unused',
    ];
    const shown = new Set(projects.flatMap((project) => project.says.map((line) => line.split(':')[0])));
    assert.deepEqual(
      rules.filter((rule) => !shown.has(rule)),
      [],
    );
  });
});

describe('inventory of dependencies', () => {
  it('joins manifests with lock files, parents, catalogs and workspaces', async () => {
    const { inventory } = await analyzeSources([dependenciesAnalyzer], {
      'package.json': '{"name":"root","private":true,"workspaces":["packages/*"],"dependencies":{"a":"^1.0.0"}}',
      'packages/x/package.json': '{"name":"x","dependencies":{"b":"^2.0.0","root":"*"}}',
      'package-lock.json':
        '{"packages":{"node_modules/a":{"version":"1.5.0","license":"MIT"},"node_modules/b":{"version":"1.0.0"},"packages/x/node_modules/b":{"version":"2.3.0"}}}',
      'service/pom.xml':
        '<project><groupId>g</groupId><artifactId>s</artifactId><parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version></parent><dependencies><dependency><groupId>org.x</groupId><artifactId>y</artifactId></dependency></dependencies></project>',
      'pom.xml':
        '<project><groupId>g</groupId><artifactId>p</artifactId><properties><y>3.1</y></properties><dependencyManagement><dependencies><dependency><groupId>org.x</groupId><artifactId>y</artifactId><version>@{y}</version></dependency></dependencies></dependencyManagement></project>'.replaceAll(
          '@',
          '$',
        ),
      'app/build.gradle.kts': 'dependencies {\n    implementation(libs.core.z)\n}\n',
      'gradle/libs.versions.toml':
        '[versions]\nz = "4.2"\n[libraries]\ncore-z = { module = "org.z:core", version.ref = "z" }\n',
      'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n[workspace.dependencies]\nserde = "1.0"\n',
      'crates/c/Cargo.toml': '[package]\nname = "c"\n[dependencies]\nserde = { workspace = true }\n',
      'Cargo.lock': '[[package]]\nname = "serde"\nversion = "1.0.203"\nsource = "registry+x"\n',
      'Directory.Packages.props':
        '<Project><ItemGroup><PackageVersion Include="Npgsql" Version="8.0.1" /></ItemGroup></Project>',
      'src/App.csproj': '<Project><ItemGroup><PackageReference Include="Npgsql" /></ItemGroup></Project>',
    });
    const lines = inventory.dependencies.map(
      (one) => `${one.ecosystem} ${one.name} ${one.version} ${one.direct ? 'direct' : 'transitive'} ${one.manifest}`,
    );
    assert.deepEqual(lines.sort(), [
      'cargo serde 1.0.203 direct crates/c/Cargo.toml',
      'maven org.x:y 3.1 direct service/pom.xml',
      'maven org.z:core 4.2 direct app/build.gradle.kts',
      'npm a 1.5.0 direct package.json',
      'npm b 1.0.0 transitive package-lock.json',
      'npm b 2.3.0 direct packages/x/package.json',
      'nuget Npgsql 8.0.1 direct src/App.csproj',
    ]);
  });
});
