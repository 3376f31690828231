import assert from 'node:assert/strict';
import { rowsOf } from './rowsOf';

describe('ways by what the files of a tool say', () => {
  it('builds C by CMake where that lies beside the older tool, unless guides name that', async () => {
    const files = {
      'autogen.sh': 'autoreconf\n',
      'configure.ac': 'AC_INIT\n',
      'CMakeLists.txt': 'project(cups C)\n',
      'a.c': 'int main() {}\n',
    };
    const [cmake, autotools] = ['cmake -B build && cmake --build build', './autogen.sh && ./configure && make'];
    const firstOf = async (more: Readonly<Record<string, string>>) => (await rowsOf({ ...files, ...more }))[0];
    assert.equal(await firstOf({}), `build: \`${cmake}\``);
    assert.equal(await firstOf({ INSTALL: 'Type:\n\n  ./configure && make\n' }), `build: \`${autotools}\``);
    const both = { 'README.md': '```\ncmake -S . -B out\n```\n', INSTALL: '  ./configure && make\n' };
    assert.equal(await firstOf(both), `build: \`${cmake}\``);
  });

  it('tests a package of Swift whose manifest names tests', async () => {
    const files = { 'Sources/A/A.swift': 'struct A {}\n', 'Tests/ATests/ATests.swift': 'struct B {}\n' };
    const manifest = 'let package = Package(name: "A", targets: [\n  .target(name: "A"),\n])\n';
    assert.deepEqual(await rowsOf({ ...files, 'Package.swift': manifest }), ['build: `swift build`']);
    const tested = manifest.replace('])', '  .testTarget(name: "ATests"),\n])');
    assert.deepEqual(await rowsOf({ ...files, 'Package.swift': tested }), [
      'build: `swift build`',
      'test: `swift test`',
    ]);
  });

  it('types a task of mise by its other name', async () => {
    const task = '[tasks."go:test"]\nalias = "test"\nrun = """\n#!/bin/sh\nset -e\ngo test ./...\nmake clean\n"""\n';
    assert.deepEqual(await rowsOf({ 'mise.toml': task }), ['test: `mise run test`']);
  });
});
