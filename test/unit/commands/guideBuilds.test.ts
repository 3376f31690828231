import assert from 'node:assert/strict';
import { commandsAnalyzer } from '../../../src/engine/genesis/analyzers/commands';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { analyzeSources } from '../../support/analyzeSources';

async function titleOf(files: Readonly<Record<string, string>>): Promise<string | undefined> {
  const { findings } = await analyzeSources([dependenciesAnalyzer, commandsAnalyzer], files);
  return findings.find(({ rule }) => rule === 'commands/how-to')?.title;
}

const makefile = 'cups:\n\tgo build -o cups\n\nbuild: linux darwin\n\nlinux:\n\tGOOS=linux go build\n';

describe('what guides name for building the program', () => {
  it('goes before the target that is called so, where no guide types that one', async () => {
    const guide = '## Building\n\nBuild the application binary:\n\n```\nmake cups\n```\n';
    assert.equal(await titleOf({ Makefile: makefile }), 'Build with make build');
    assert.equal(await titleOf({ Makefile: makefile, 'CONTRIBUTING.md': guide }), 'Build with make cups');
    const both = `${guide}\n- \`make build\`\n`;
    assert.equal(await titleOf({ Makefile: makefile, 'CONTRIBUTING.md': both }), 'Build with make build');
    const all = `${guide}\n- **All platforms:** \`make build\`\n`;
    assert.equal(await titleOf({ Makefile: makefile, 'CONTRIBUTING.md': all }), 'Build with make cups');
    const image = guide.replace('application binary', 'Docker image of the program');
    assert.equal(await titleOf({ Makefile: makefile, 'CONTRIBUTING.md': image }), 'Build with make build');
    const comment = '```\nmake cups   # build the cups binary (packs the webui first)\n```\n';
    assert.equal(await titleOf({ Makefile: makefile, 'AGENTS.md': comment }), 'Build with make cups');
  });

  it('is a task of a crate for tasks, or the one program of a workspace', async () => {
    const crates = {
      'Cargo.toml': '[workspace]\nmembers = ["cups", "xtask"]\n',
      'cups/Cargo.toml': '[package]\nname = "cups"\n',
      'cups/src/main.rs': 'fn main() {}\n',
      'xtask/Cargo.toml': '[package]\nname = "xtask"\n',
      'xtask/src/main.rs': 'fn main() {}\n',
    };
    const tasks = '```\ncargo xtask build\ncargo xtask test\ncargo xtask run\n```\n';
    assert.equal(
      await titleOf({ ...crates, 'CONTRIBUTING.md': tasks }),
      'Run with cargo xtask run, build with cargo xtask build, test with cargo xtask test',
    );
    assert.match(
      (await titleOf({ ...crates, 'CONTRIBUTING.md': '```\ncargo run\n```\n' })) ?? '',
      /^Run with cargo run,/,
    );
  });
});

describe('commands that do something else than they are called', () => {
  it('ask a server, lead to a folder that is gone, bring gems or make an image', async () => {
    const pom = { 'pom.xml': '<project></project>', 'src/test/java/CupTest.java': 'class CupTest {}\n' };
    assert.equal(
      await titleOf({ ...pom, Makefile: 'test:\n\twget -O cup.json http://shop.example/cup\n' }),
      'Build with mvn package, test with mvn test',
    );
    assert.equal(await titleOf({ Makefile: 'run:\n\tcd server && cargo run\n' }), undefined);
    assert.equal(
      await titleOf({ Makefile: 'run:\n\tcd server && cargo run\n', 'server/src/main.rs': 'fn main() {}\n' }),
      'Run with make run',
    );
    assert.equal(await titleOf({ Rakefile: "task bundle: 'bundle:install'\n" }), undefined);
    const inside =
      'namespace "artifact" do\n  task "all" do\n    names.each { |one| one } if true\n    x = if a then b end\n  end\n  task "build" do\n    pack\n  end\nend\n';
    assert.equal(await titleOf({ 'rakelib/artifact.rake': inside, Rakefile: '' }), undefined);
    const readme = '* Install `rake` using `gem install rake`.\n';
    assert.equal(await titleOf({ Rakefile: '', 'README.md': readme }), undefined);
    const erlang = { 'rebar.config': '{deps, []}.\n', 'src/cups.erl': '-module(cups).\n' };
    assert.equal(await titleOf(erlang), 'Build with rebar3 compile');
    assert.equal(await titleOf({ ...erlang, 'erlang.mk': '# make\n' }), undefined);
    const scripts = '{"scripts":{"build":"node pack.js"}}';
    assert.equal(
      await titleOf({ 'package.json': scripts, 'pack.js': 'x\n', Makefile: 'build:\n\tdocker compose build cups\n' }),
      'Build with npm run build',
    );
  });

  it('names tests of a second language beside those of the first', async () => {
    const files = {
      'package.json': '{"scripts":{"test":"vitest run"}}',
      'src/cup.ts': 'export const cup = 1;\n'.repeat(20),
      'go.mod': 'module shop.org/cups\n',
      'cups.go': 'package cups\n\nvar Cup = 1\n'.repeat(10),
      'cups_test.go': 'package cups\n',
    };
    assert.match((await titleOf(files)) ?? '', /test with npm run test and go test \.\/\.\.\.$/);
  });
});
