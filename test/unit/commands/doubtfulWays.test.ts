import assert from 'node:assert/strict';
import { rowsOf } from './rowsOf';

describe('ways that are left out', () => {
  it('tells nothing where only the form of code can be looked at', async () => {
    assert.deepEqual(await rowsOf({ 'package.json': '{"scripts": {"format": "prettier --write ."}}' }), []);
  });

  it('takes what packs archives, makes a folder or only checks for no build, and tasks of another file for no start', async () => {
    const test = 'test:\n\tgo test ./...\n';
    for (const step of ['goreleaser build --clean', 'mkdir -p build'])
      assert.deepEqual(await rowsOf({ Makefile: `build:\n\t${step}\n\n${test}` }), [
        'test: `make test` (`go test ./...`)',
      ]);
    const build = 'task build: :environment do\n  Rake::Task["spec"].invoke\n  Brakeman::Commandline.start\nend\n';
    assert.deepEqual(await rowsOf({ Rakefile: `RSpec::Core::RakeTask.new\n\n${build}` }), ['test: `rake spec`']);
    assert.deepEqual(await rowsOf({ Rakefile: `RSpec::Core::RakeTask.new\n\ntask build: [:spec, :lint]\n` }), [
      'test: `rake spec`',
    ]);
    const scripts = '{"scripts": {"start": "npx --yes gulp", "test": "mocha"}}';
    assert.deepEqual(await rowsOf({ 'package.json': scripts, 'a.js': 'x\n' }), ['test: `npm run test` (`mocha`)']);
  });

  it('tells no build of what is the smaller part of a program in a language without a tool', async () => {
    const crate = { 'Cargo.toml': '[package]\nname = "cups"\n', 'src/lib.rs': 'pub fn wash() {}\n' };
    const lua = { 'lua/cups/init.lua': 'local M = {}\n'.repeat(200), Makefile: 'test:\n\tbusted\n' };
    assert.deepEqual(await rowsOf({ ...crate, ...lua }), ['test: `make test` (`busted`)']);
  });
});
