import assert from 'node:assert/strict';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { programsOf } from './programsOf';

const main = 'void main() {\n}\n';
const pubspec = (name: string, more = ''): string => `name: ${name}\n${more}`;

describe('programs of Dart', () => {
  it('are applications, each once with whatever settings it is built, and no scripts beside them', async () => {
    const files = {
      'pubspec.yaml': pubspec('cups'),
      'lib/main.dart': main,
      'lib/main_free.dart': main,
      'bin/translate.dart': main,
      'packages/plates/pubspec.yaml': pubspec('plates'),
      'packages/plates/bin/renew.dart': main,
    };
    assert.deepEqual(await programsOf(files), ['cups: lib/main.dart:1']);
    assert.deepEqual(await programsOf({ 'app/pubspec.yaml': pubspec('cups'), 'app/lib/main_free.dart': main }), [
      'cups: app/lib/main_free.dart:1',
    ]);
  });

  it('are what a package installs, or what its top can run', async () => {
    const tool = {
      'bin/cups.dart': main,
      'bin/notes.dart': main,
      'lib/cups.dart': 'class Cups {}\n',
    };
    assert.deepEqual(await programsOf({ ...tool, 'pubspec.yaml': pubspec('cups') }), [
      'cups: bin/cups.dart:1',
      'notes: bin/notes.dart:1',
    ]);
    assert.deepEqual(await programsOf({ ...tool, 'pubspec.yaml': pubspec('cups', 'executables:\n  cup: cups\n') }), [
      'cup: bin/cups.dart:1',
    ]);
    const whole = {
      'pubspec.yaml': pubspec('cups_workspace', 'executables:\n  cups: try_cups\n'),
      'bin/try_cups.dart': main,
      'packages/cups/pubspec.yaml': pubspec('cups', 'version: 1.0.0\nexecutables:\n  cups:\n'),
      'packages/cups/bin/cups.dart': main,
    };
    assert.deepEqual(await programsOf(whole, [dependenciesAnalyzer]), ['cups: packages/cups/bin/cups.dart:1']);
  });

  it('are what pub installs of a package of tools, and no part of pages beside them', async () => {
    const files = {
      'packages/cup_tools/pubspec.yaml': pubspec('cup_tools', 'version: 1.0.0\nexecutables:\n  cup:\n'),
      'packages/cup_tools/bin/cup.dart': main,
      'packages/pages/pubspec.yaml': pubspec('pages'),
      'packages/pages/lib/script.dart': main,
    };
    assert.deepEqual(await programsOf(files, [dependenciesAnalyzer]), ['cup: packages/cup_tools/bin/cup.dart:1']);
  });
});
