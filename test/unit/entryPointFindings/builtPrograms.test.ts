import assert from 'node:assert/strict';
import { builtForms } from '../../../src/engine/genesis/analyzers/entryPointFindings/programs/builtPrograms';
import { programsOf } from './programsOf';

const java = 'package shop;\npublic class Cup {\n  int size() { return 1; }\n}\n';

describe('programs that builds name', () => {
  for (const { example, gives, read } of builtForms)
    it(`read ${gives}`, () =>
      assert.equal(
        read(example)
          .map(({ name, line }) => `${line} ${name}`)
          .join(', '),
        gives,
      ));

  it('are found in a Makefile whose variables multiply, or are not, in no time', () => {
    const level = (at: number): string => `V${at} = ${`$(V${at + 1})`.repeat(300)}`;
    const text = `${[0, 1, 2, 3, 4].map(level).join('\n')}\nV5 = cups\ninstall:\n\tcp $(V0) $(BINDIR)\n$(V0): a.o\n`;
    const read = builtForms.find(({ path }) => path.test('Makefile'))?.read;
    assert.deepEqual(read?.(text), []);
  });

  it('are web applications that start in a server, unless a class of theirs starts', async () => {
    const web = {
      'web/pom.xml':
        '<project>\n<parent>\n<artifactId>shop</artifactId>\n</parent>\n<artifactId>shop-web</artifactId>\n<packaging>war</packaging>\n</project>\n',
      'web/src/main/java/shop/Cup.java': java.repeat(4),
      'import/package.json': '{"name": "shop-import", "bin": "main.js"}',
      'import/main.js': 'run();\n',
    };
    assert.deepEqual(await programsOf(web), ['shop-web: web/pom.xml:6']);
    const main = 'package shop;\npublic class Main {\n  public static void main(String[] args) { }\n}\n';
    assert.deepEqual(await programsOf({ ...web, 'web/src/main/java/shop/Main.java': main }), [
      'shop.Main: web/src/main/java/shop/Main.java:3',
    ]);
  });

  it('are those that Automake installs', async () => {
    const files = {
      'Makefile.am': 'bin_PROGRAMS = cups @MORE@\n',
      'cups.c': 'int\nmain(int argc, char **argv)\n{\n}\n',
    };
    assert.deepEqual(await programsOf(files), ['cups: Makefile.am:1']);
  });

  it('are those that a gem installs from a folder that holds nothing else', async () => {
    const gem = (folder: string): string =>
      `Gem::Specification.new do |s|\n  s.executables = files.grep(%r!^${folder}/!) { |f| File.basename(f) }\n  s.bindir = "${folder}"\nend\n`;
    const files = { 'lib/cups.rb': 'module Cups\nend\n', 'exe/cups': 'run', 'bin/console': 'run' };
    assert.deepEqual(await programsOf({ ...files, 'cups.gemspec': gem('exe') }), ['cups: cups.gemspec:2']);
    assert.deepEqual(await programsOf({ ...files, 'cups.gemspec': gem('bin') }), []);
    const named = gem('bin').replace('(f) }', '(f) } - ["console"]');
    assert.deepEqual(await programsOf({ ...files, 'bin/plates': 'run', 'cups.gemspec': named }), [
      'plates: cups.gemspec:2',
    ]);
  });

  it('are none that only tests of a crate start', async () => {
    const crate = '[package]\nname = "cups"\ndescription = "x"\n';
    const main = 'fn main() {}\n';
    const files = { 'Cargo.toml': crate, 'src/lib.rs': 'pub fn wash() {}\n', 'src/bin/stdio-fixture.rs': main };
    assert.deepEqual(await programsOf(files), []);
    assert.deepEqual(await programsOf({ ...files, 'src/bin/washer.rs': main }), ['washer: src/bin/washer.rs:1']);
  });
});
