import assert from 'node:assert/strict';
import { programsOf } from './programsOf';

const app = 'package org.cups\npackage shelf\n\nobject CupsServer extends IOApp.Simple {\n}\n';
const main = (name: string): string =>
  `package org.cups\n\nobject ${name} {\n  def main(args: Array[String]): Unit = {\n  }\n}\n`;

describe('programs of Scala', () => {
  it('are objects that start and say so by their name', async () => {
    assert.deepEqual(
      await programsOf({
        'src/main/scala/CupsServer.scala': app,
        'src/main/scala/Main.scala': main('Main'),
        'src/main/scala/Wash.scala': main('Wash'),
        'cups-docs/src/main/scala/Main.scala': main('Main'),
      }),
      ['CupsServer: src/main/scala/CupsServer.scala:4', 'org.cups.Main: src/main/scala/Main.scala:4'],
    );
  });

  it('are those that the build names', async () => {
    assert.deepEqual(
      await programsOf({
        'build.sbt': 'Compile / mainClass := Some("org.cups.Wash")\n',
        'src/main/scala/org/cups/CupsServer.scala': app,
        'src/main/scala/org/cups/Wash.scala': main('Wash'),
      }),
      ['Wash: src/main/scala/org/cups/Wash.scala:4'],
    );
  });
});
