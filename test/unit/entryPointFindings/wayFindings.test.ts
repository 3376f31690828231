import assert from 'node:assert/strict';
import { commandsAnalyzer } from '../../../src/engine/genesis/analyzers/commands';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import { wayFindings } from '../../../src/engine/genesis/analyzers/entryPointFindings/wayFindings';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { waysInAnalyzer } from '../../../src/engine/genesis/analyzers/waysIn';
import type { EntryPoint } from '../../../src/shared/inventory';
import { analyzeSources } from '../../support/analyzeSources';

const event = (name: string): EntryPoint => ({
  kind: 'websocket',
  name,
  file: 'server/main.ts',
  line: 3,
  framework: 'Socket.IO',
});

describe('findings about ways in', () => {
  it('tell what a client may send to a socket, and not that it may connect', () => {
    assert.deepEqual(wayFindings([event('connection')]), []);
    assert.deepEqual(
      wayFindings([event('connection'), event('deployStack')]).map(({ title }) => title),
      ['Socket channel or event found (Socket.IO): deployStack'],
    );
  });

  it('are those of a whole schema, and not of servers that it calls beside', () => {
    const field = (file: string, at: number): EntryPoint => ({
      kind: 'graphql',
      name: `Query.cup${at}`,
      file,
      line: at + 1,
      framework: 'GraphQL',
    });
    const fields = (file: string, count: number) => Array.from({ length: count }, (_, at) => field(file, at));
    const count = (...entries: readonly EntryPoint[]) =>
      wayFindings(entries).flatMap(({ evidence }) => [...new Set(evidence.map(({ path }) => path))]);
    assert.deepEqual(count(...fields('schema.graphql', 120), ...fields('src/wash.graphql', 30)), ['schema.graphql']);
    assert.deepEqual(count(...fields('cups.graphql', 12), ...fields('wash.graphql', 3)), [
      'cups.graphql',
      'wash.graphql',
    ]);
  });

  it('are no examples that a framework writes into new projects', () => {
    const job = (name: string): EntryPoint => ({ ...event(name), kind: 'job', framework: 'Laravel queue' });
    const command = (name: string): EntryPoint => ({ ...event(name), kind: 'cli', framework: 'Laravel' });
    const told = wayFindings([
      job('ExampleJob'),
      job('TestMails'),
      job('WashCups'),
      ...['inspire', 'wash', 'dry'].map(command),
    ]);
    assert.deepEqual(
      told.map(({ title }) => title),
      ['Jobs found (Laravel queue): WashCups and TestMails', 'Commands found (Laravel): wash and dry'],
    );
  });

  it('say that there are more commands where some get their names while the program runs', async () => {
    const command = (use: string): string => `var _ = &cobra.Command{\n\tUse: ${use},\n}\n`;
    const told = async (more: string): Promise<string | undefined> => {
      const text = `package cmd\n\nimport "github.com/spf13/cobra"\n\n${['"wash"', '"dry"'].map(command).join('')}${more}`;
      const { findings } = await analyzeSources([waysInAnalyzer, entryPointFindingsAnalyzer], {
        'cmd/cups/a.go': text,
      });
      return findings.find(({ rule }) => rule === 'entry-points/cli')?.title;
    };
    assert.equal(await told(''), 'Commands and subcommands found (Cobra): wash and dry');
    assert.equal(await told(command('name')), 'At least 2 commands and subcommands found (Cobra): wash, dry, …');
  });

  it('leave out what a generator of code writes', async () => {
    const text =
      "import { Command } from 'commander';\nconst a = new Command();\na.command('wash');\na.command('dry');\n";
    const { findings } = await analyzeSources([waysInAnalyzer, entryPointFindingsAnalyzer], {
      'packages/cli/src/add/templates/cli.template.ts': text,
    });
    assert.deepEqual(findings, []);
  });

  it('leave out commands that stand in a folder for those who develop', async () => {
    const command = (name: string) =>
      `<?php\nuse Illuminate\\Console\\Command;\nclass ${name} extends Command\n{\n    protected $signature = '${name.toLowerCase()}:run';\n}\n`;
    const { findings } = await analyzeSources([entryPointsAnalyzer, waysInAnalyzer, entryPointFindingsAnalyzer], {
      'app/Console/Commands/Development/Seed.php': command('Seed'),
      'app/Console/Commands/Import.php': command('Import'),
      'app/Console/Commands/Prune.php': command('Prune'),
    });
    const own = findings.filter(({ rule }) => rule === 'entry-points/cli');
    assert.deepEqual(
      own.map(({ title }) => title),
      ['Commands found (Laravel): import:run and prune:run'],
    );
  });

  it('leave out commands of a package of PHP that no archive of it holds', async () => {
    const command = (name: string) =>
      `<?php\nuse Symfony\\Component\\Console\\Command\\Command;\nclass ${name} extends Command\n{\n    protected static $defaultName = '${name.toLowerCase()}';\n}\n`;
    const files = {
      'composer.json': '{"name": "shop/cups"}',
      'src/Commands/Wash.php': command('Wash'),
      'src/Commands/Dry.php': command('Dry'),
      'src/Own/Check.php': command('Check'),
    };
    const titles = async (more: Record<string, string>): Promise<string[]> =>
      (
        await analyzeSources([entryPointsAnalyzer, waysInAnalyzer, entryPointFindingsAnalyzer], { ...files, ...more })
      ).findings.flatMap(({ rule, title }) => (rule === 'entry-points/cli' ? [title] : []));
    assert.deepEqual(await titles({}), ['Commands found (Symfony Console): dry, wash and check']);
    assert.deepEqual(await titles({ '.gitattributes': '/src/Own export-ignore\n' }), [
      'Commands found (Symfony Console): dry and wash',
    ]);
  });

  it('leave out the program itself, and commands by which those who develop look after the repository', async () => {
    const cobra = (...names: string[]) =>
      `package cmd\n\nimport "github.com/spf13/cobra"\n\n${names.map((name, index) => `var c${index} = &cobra.Command{\n\tUse: "${name}",\n}\n`).join('\n')}`;
    const click = (...names: string[]) =>
      `import click\n\n@click.group()\ndef cli(): pass\n\n${names.map((name) => `@cli.command()\ndef ${name}(): pass\n`).join('\n')}`;
    const titles = async (files: Record<string, string>): Promise<string[]> => {
      const analyzers = [commandsAnalyzer, entryPointsAnalyzer, waysInAnalyzer, entryPointFindingsAnalyzer];
      const { findings } = await analyzeSources(analyzers, files);
      return findings.filter(({ rule }) => rule === 'entry-points/cli').map(({ title }) => title);
    };
    assert.deepEqual(
      await titles({
        'go.mod': 'module example.org/cups/v2\n',
        'main.go': 'package main\n\nfunc main() {\n}\n',
        'cmd/root.go': cobra('Cups', 'wash', 'dry'),
        'xtask/main.go': cobra('release'),
        'release/build.go': cobra('pack', 'sign'),
      }),
      ['Commands and subcommands found (Cobra): wash and dry'],
    );
    const pyproject = '[project]\nname = "cups"\n[project.scripts]\ncups = "cups.cli:cli"\n';
    assert.deepEqual(
      await titles({
        'pyproject.toml': pyproject,
        'cups/cli.py': click('wash', 'dry'),
        'cups/testing/jobs.py': click('pretend'),
        'release.py': click('bump'),
        'bin/upkeep/make_wheel.py': click('wheel'),
      }),
      ['Commands and subcommands found (Click): wash and dry'],
    );
  });

  it('begin with the commands that lie below no other', () => {
    const command = (name: string, file = 'cli.py', line = 1): EntryPoint => ({
      kind: 'cli',
      name,
      file,
      line,
      framework: 'Click',
    });
    const [finding] = wayFindings([
      command('cups add'),
      command('cups wash'),
      command('serve'),
      command('wash', 'b.py'),
    ]);
    assert.match(finding?.title ?? '', /: serve, wash, cups add, …$/);
  });

  it('begin with commands of the main program, and say of which folder those of another are', () => {
    const command = (name: string, file: string): EntryPoint => ({
      kind: 'cli',
      name,
      file,
      line: 1,
      framework: 'clap',
    });
    const program = (path: string) => ({ name: path, place: { path, startLine: 1, endLine: 1 } });
    const programs = ['shop/src/main.rs', 'aid/src/main.rs'].map(program);
    const title = (...own: EntryPoint[]): string => wayFindings(own, { programs })[0]?.title ?? '';
    const aid = [command('dry', 'aid/src/a.rs'), command('bake', 'aid/src/a.rs')];
    assert.match(title(...aid, command('wash', 'shop/src/cli.rs')), /found \(clap\): wash, dry and bake$/);
    assert.match(title(...aid), /found in aid \(clap\): dry and bake$/);
    assert.match(title(...aid, command('wash', 'lib/cli.rs')), /found \(clap\): dry, bake and wash$/);
  });

  it('tell no description of where the product runs as a program', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer, entryPointFindingsAnalyzer], {
      'deploy/package.json': '{"name":"deploy","bin":{"deploy":"bin/deploy.js"}}',
      'deploy/cdk.json': '{"app":"npx ts-node bin/deploy.ts"}',
      'cli/package.json': '{"name":"shop","bin":{"shop":"bin/shop.js"}}',
    });
    const own = findings.filter(({ rule }) => rule === 'entry-points/programs');
    assert.deepEqual(
      own.map(({ title }) => title),
      ['Program found: shop'],
    );
  });

  it('cite what is called with what it is called by, where these are lines of their own', async () => {
    const { findings } = await analyzeSources([entryPointsAnalyzer, waysInAnalyzer, entryPointFindingsAnalyzer], {
      'tasks.py':
        'from celery import Celery\n\napp = Celery()\n\n\n@app.task(\n    bind=True,\n)\ndef wash_cups(self):\n    pass\n',
    });
    const job = findings.find(({ rule }) => rule === 'entry-points/job');
    assert.equal(job?.title, 'Job found (Celery): wash_cups');
    assert.deepEqual(job?.evidence, [{ path: 'tasks.py', startLine: 6, endLine: 9 }]);
    const cited = async (path: string, text: string) =>
      (
        await analyzeSources([entryPointsAnalyzer, waysInAnalyzer, entryPointFindingsAnalyzer], { [path]: text })
      ).findings
        .find(({ rule }) => rule === 'entry-points/job')
        ?.evidence.map(({ startLine, endLine }) => `${startLine}-${endLine}`);
    const worker = '# Washes.\nclass WashWorker < Base\n  include Sidekiq::Worker\nend\n';
    assert.deepEqual(await cited('app/workers/wash_worker.rb', worker), ['2-3']);
    const crons = '{\n"crons": [\n{\n"path": "/wash",\n"schedule": "0 0 * * *"\n}]}';
    assert.deepEqual(await cited('vercel.json', crons), ['4-5']);
    const cron =
      'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: wash\nspec:\n  schedule: "0 0 * * *"\n  jobTemplate: {}\n';
    assert.deepEqual(await cited('deploy/wash.yaml', cron), ['2-6']);
  });

  it('leave out pages of a site that explains the product, and of what it is tried out with', async () => {
    const page = 'export default function Page() {\n  return null;\n}\n';
    const next = (name: string) => `{"name": "${name}", "dependencies": {"next": "15.0.0"}}`;
    const titles = async (folder: string, more: Record<string, string> = {}): Promise<string[]> => {
      const { findings } = await analyzeSources([entryPointsAnalyzer, waysInAnalyzer, entryPointFindingsAnalyzer], {
        ...more,
        [`${folder}/package.json`]: next('site'),
        [`${folder}/app/page.tsx`]: page,
        [`${folder}/app/cups/page.tsx`]: page,
        'packages/cups/src/index.ts': 'export const cups = 1;\n'.repeat(40),
        'packages/cups/src/plates.ts': 'export const plates = 1;\n'.repeat(40),
        'packages/cups/src/pots.ts': 'export const pots = 1;\n'.repeat(40),
        'packages/cups/package.json': '{"name": "cups"}',
      });
      return findings.filter(({ rule }) => rule === 'entry-points/page').map(({ title }) => title);
    };
    assert.deepEqual(await titles('packages/docs'), []);
    assert.deepEqual(await titles('playground'), []);
    const shop = {
      'apps/shop/package.json': next('shop'),
      'apps/shop/app/404/page.tsx': page,
      'apps/shop/app/pots/page.tsx': page,
    };
    assert.deepEqual(await titles('apps/website', shop), ['Pages found in apps/shop (Next.js): /pots and /404']);
    assert.deepEqual(await titles('apps/shop'), ['Pages found (Next.js): / and /cups']);
  });

  it('leave out sockets and commands of scripts, and commands by a library that only those who develop ask for', async () => {
    const socket = "import { WebSocketServer } from 'ws';\nnew WebSocketServer({ port: 1 });\n";
    const command = `import { program } from 'commander';\nprogram.command('one');\nprogram.command('two');\n`;
    const titlesOf = async (manifest: object): Promise<string[]> => {
      const { findings } = await analyzeSources(
        [dependenciesAnalyzer, commandsAnalyzer, entryPointsAnalyzer, waysInAnalyzer, entryPointFindingsAnalyzer],
        {
          'package.json': JSON.stringify(manifest),
          'tasks/reload.js': socket,
          'scripts/preview.js': socket,
          'bin/cups.js': command,
        },
      );
      return findings.filter(({ rule }) => /cli|websocket/.test(rule)).map(({ title }) => title);
    };
    assert.deepEqual(await titlesOf({ dependencies: { commander: '1', ws: '1' } }), [
      'Commands and subcommands found (Commander): one and two',
    ]);
    const apart = { devDependencies: { commander: '1', ws: '1' } };
    assert.deepEqual(await titlesOf(apart), []);
    assert.equal((await titlesOf({ ...apart, name: 'cups', bin: 'dist/main.js' })).length, 1);
  });
});
