import assert from 'node:assert/strict';
import { commandsAnalyzer } from '../../../src/engine/genesis/analyzers/commands';
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

  it('are known by the first of the names that CMake gives, and told with the others', async () => {
    const files = {
      'src/CMakeLists.txt':
        'add_executable(app main.cpp)\nif (GUI)\nset_target_properties(app PROPERTIES OUTPUT_NAME cups)\nelse()\nset_target_properties(app PROPERTIES OUTPUT_NAME cups-nox)\nendif()\n',
      'src/main.cpp': 'int main() { return 0; }\n',
    };
    assert.deepEqual(await programsOf(files), ['cups, also cups-nox: src/main.cpp:1']);
  });

  it('are modules of Go of their own beside others, and one where a Procfile starts the same several times', async () => {
    const main = 'package main\n\nfunc main() {}\n';
    const Procfile = 'cups1: bin/cups --port 1\ncups2: bin/cups --port 2\n';
    assert.deepEqual(
      await programsOf({
        Procfile,
        'go.mod': 'module shop.org/cups\n',
        'cupsctl/go.mod': 'module shop.org/cups/cupsctl\n',
        'cupsctl/main.go': main,
        'more/main.go': main,
      }),
      ['cupsctl: cupsctl/main.go:3'],
    );
    assert.deepEqual(await programsOf({ Procfile }, [commandsAnalyzer]), ['cups: Procfile:1']);
  });

  it('are a project of .NET that is built of a file elsewhere, beside a library', async () => {
    const project = (more: string): string =>
      `<Project Sdk="Microsoft.NET.Sdk">\n<PropertyGroup>\n${more}\n</PropertyGroup>\n</Project>\n`;
    assert.deepEqual(
      await programsOf({
        'src/cups-unix/cups-unix.csproj': project(
          '<AssemblyName>cups</AssemblyName><OutputType>Exe</OutputType>',
        ).replace('</Project>', '<ItemGroup><Compile Include="..\\\\cups\\\\Program.cs" /></ItemGroup>\n</Project>'),
        'src/cups/Program.cs': 'static class Program { static void Main() { } }\n',
        'src/Cups.Sdk/Cups.Sdk.csproj': project('<PackageId>Cups.Sdk</PackageId>'),
        'src/Cups.Sdk/Cup.cs': 'public class Cup { }\n',
      }),
      ['cups: src/cups-unix/cups-unix.csproj:3'],
    );
  });

  it('are those of Cabal that are built where no flag is set otherwise', async () => {
    const cabal =
      'name: cups\n\nflag client\n  default: False\n\nflag extra\n  default: False\n\n' +
      'executable wash\n  if flag(client)\n    buildable: False\n  main-is: Main.hs\n\n' +
      'executable dry\n  if flag(extra)\n    cpp-options: -DDRY\n  else\n    buildable: False\n\n' +
      'executable try\n  if !flag(extra)\n    buildable: False\n\n' +
      'executable stack\n  if os(windows)\n    buildable: False\n';
    assert.deepEqual(await programsOf({ 'cups.cabal': cabal, 'app/Main.hs': 'main = pure ()\n' }), [
      'wash: cups.cabal:9',
      'stack: cups.cabal:24',
    ]);
  });

  it('are made by any rule before they are installed, and not by the Makefile of another folder', async () => {
    const Makefile =
      '%: src/%\n\tcp $^ $@\nsrc/cups: cups.o\n\t$(CC) -o $@ $^\n.PHONY: tools\ntools:\n\t$(MAKE) -C tools\nmugs: mugs.o\n' +
      'install: cups$(EXE) cups.1 run.sh\n\tinstall cups$(EXE) run.sh $(SBINDIR)/\n\t$(MAKE) -C mugs install SBINDIR=$(SBINDIR)\n';
    assert.deepEqual(await programsOf({ Makefile, 'cups.c': 'int a;\n' }), ['cups: Makefile:10']);
  });

  it('are none of a build that came with a copy', async () => {
    const Makefile = 'cups: cups.c\n\tcc -o $@ $^\ninstall: cups\n\tinstall cups $(PREFIX)/bin\n';
    assert.deepEqual(
      await programsOf({ 'inner/deps/cups/Makefile': Makefile, 'inner/deps/cups/cups.c': 'int a;\n' }),
      [],
    );
  });

  it('are none of a library that shows itself', async () => {
    const main = 'from cups.demo import Demo\n\nif __name__ == "__main__":\n    Demo().run()\n';
    assert.deepEqual(await programsOf({ 'src/cups/__main__.py': main, 'src/cups/demo.py': 'class Demo: pass\n' }), []);
  });

  it('are none of a gem of its own in an application of Rails', async () => {
    const gem = 'Gem::Specification.new do |s|\n  s.name = "cups-more"\n  s.executables = ["push-dev"]\nend\n';
    const files = { 'more/cups-more.gemspec': gem };
    assert.deepEqual(await programsOf(files), ['push-dev: more/cups-more.gemspec:3']);
    assert.deepEqual(await programsOf({ ...files, 'config/application.rb': 'module Cups\nend\n' }), []);
  });
});
