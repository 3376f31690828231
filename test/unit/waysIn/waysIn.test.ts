import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeAnalyzer } from '../../../src/engine/genesis/analyzers/code';
import { waysInAnalyzer } from '../../../src/engine/genesis/analyzers/waysIn';
import { grpcServerMarks } from '../../../src/engine/genesis/analyzers/waysIn/grpcServers';
import { wayRules } from '../../../src/engine/genesis/analyzers/waysIn/rules/wayRules';
import type { EntryPoint } from '../../../src/shared/inventory';
import { analyzeSources } from '../../support/analyzeSources';
import { readFixture } from '../entryPoints/fixture';

const folder = join(__dirname, '../../fixtures/waysIn');

function written({ kind, framework, name, file, line, handler, schedule }: EntryPoint): string {
  const by = handler === undefined ? '' : ` ${handler}`;
  const when = schedule === undefined ? '' : ` [${schedule}]`;
  return `${kind} ${name} ${file}:${line}${by}${when} (${framework})`;
}

describe('ways in that are no routes', () => {
  const fixtures = readdirSync(folder).map((name) => name.replace(/\.txt$/, ''));

  it('every rule has a fixture', () => {
    assert.deepEqual(
      wayRules.map((rule) => rule.id).filter((id) => !fixtures.includes(id)),
      [],
    );
  });

  it('knows each way in which a server takes on a service', () => {
    for (const { find, example } of grpcServerMarks)
      assert.equal([...example.matchAll(find)].flatMap((match) => match.slice(1)).find(Boolean), 'Greeter', example);
  });

  it('tells the listeners that a provider of Laravel wires, and no class that it does not name', async () => {
    const listener = (name: string): string =>
      `<?php\nclass ${name}\n{\n    public function handle(${name}Event $event)\n    {\n    }\n}\n`;
    const provider = `<?php
use Illuminate\\Auth\\Listeners\\SendEmailVerificationNotification;
class EventServiceProvider extends ServiceProvider
{
    protected $listen = [
        Registered::class => [
            \\App\\Listeners\\Welcome::class,
            Audit::class,
            SendEmailVerificationNotification::class,
        ],
        'App\\Events\\Sold' => ['App\\Listeners\\Pack'],
    ];
    protected $subscribe = [
        Watch::class,
    ];
}
`;
    const files = {
      'composer.json': '{ "require": { "laravel/framework": "^11.0" } }',
      'app/Listeners/Welcome.php': listener('Welcome'),
      'app/Listeners/Dead.php': listener('Dead'),
      'app/Providers/EventServiceProvider.php': provider,
    };
    const told = async (given: Record<string, string>): Promise<string[] | undefined> =>
      (await analyzeSources([waysInAnalyzer], given)).inventory.entryPoints?.map(written);
    assert.deepEqual(await told(files), [
      'consumer Welcome app/Providers/EventServiceProvider.php:7 (Laravel listeners)',
      'consumer Audit app/Providers/EventServiceProvider.php:8 (Laravel listeners)',
      'consumer Pack app/Providers/EventServiceProvider.php:11 (Laravel listeners)',
      'consumer Watch app/Providers/EventServiceProvider.php:14 (Laravel listeners)',
    ]);
    const looks = provider.replace(/\}\n$/, 'public function shouldDiscoverEvents()\n{\nreturn true;\n}\n}\n');
    assert.deepEqual(await told({ ...files, 'app/Providers/EventServiceProvider.php': looks }), [
      'consumer DeadEvent app/Listeners/Dead.php:4 (Laravel events)',
      'consumer WelcomeEvent app/Listeners/Welcome.php:4 (Laravel events)',
    ]);
  });

  it('tells listeners of Laravel only where a manifest asks for it', async () => {
    const listener =
      '<?php\nclass Audit implements IEventListener {\n  public function handle(Event $event): void {}\n}\n';
    const told = async (dependency: string): Promise<number | undefined> =>
      (
        await analyzeSources([waysInAnalyzer], {
          'server/composer.json': `{ "require": { "${dependency}": "^11.0" } }`,
          'server/app/Listeners/Audit.php': listener,
          'lib/Listeners/Audit.php': listener,
        })
      ).inventory.entryPoints?.length;
    assert.equal(await told('nextcloud/ocp'), 0);
    assert.equal(await told('illuminate/events'), 1);
  });

  it('takes tasks that another library makes for none of Celery', async () => {
    const told = async (from: string): Promise<number | undefined> =>
      (
        await analyzeSources([waysInAnalyzer], {
          'shop/jobs.py': `import os\nfrom ${from} import between, task\n\n\n@task\ndef pay():\n    celery()\n`,
        })
      ).inventory.entryPoints?.length;
    assert.equal(await told('locust'), 0);
    assert.equal(await told('celery'), 1);
    assert.equal(await told('shop.celery_app'), 1);
  });

  it('takes the schema of a server that the product only calls for no way in', async () => {
    const files = {
      'app/schema.graphql': 'type Query {\n  user(id: ID!): User\n}\n',
      'app/src/client.ts': "import { gql } from '@apollo/client';\nconst q = gql`query A { user(id: 1) { id } }`;\n",
    };
    assert.deepEqual((await analyzeSources([waysInAnalyzer], files)).inventory.entryPoints, []);
  });

  it('takes the fields that a package of pages adds to the schema for itself for no way in', async () => {
    const told = async (asks: string): Promise<number | undefined> =>
      (
        await analyzeSources([waysInAnalyzer], {
          'api/src/server.ts':
            "import { ApolloServer } from '@apollo/server';\nnew ApolloServer({ typeDefs }); // graphql\n",
          'ui/package.json': `{\n"name": "ui",\n"dependencies": {\n${asks}\n}\n}`,
          'ui/src/state.graphql': 'extend type Query {\n  theme: String\n}\n',
        })
      ).inventory.entryPoints?.length;
    assert.equal(await told('"@apollo/client": "^3.0.0"'), 0);
    assert.equal(await told('"@apollo/client": "^3.0.0",\n"graphql-yoga": "^5.0.0"'), 1);
  });

  it('takes a schema for no way in whose server nobody starts', async () => {
    const server =
      "import { ApolloServer } from 'apollo-server';\n// graphql\nexport function startServer() {\n  return new ApolloServer({ typeDefs });\n}\n";
    const told = async (more: Record<string, string>): Promise<number | undefined> =>
      (
        await analyzeSources([codeAnalyzer, waysInAnalyzer], {
          'src/schema.graphql': 'type Query {\n  cups: Int\n}\n',
          'src/graphql/server.ts': server,
          ...more,
        })
      ).inventory.entryPoints?.length;
    assert.equal(await told({}), 0);
    assert.equal(
      await told({ 'src/index.ts': "import { startServer } from './graphql/server';\nstartServer();\n" }),
      1,
    );
  });

  it('takes a type of Go for no root of a schema, and a schema that stands in its text for one', async () => {
    const told = async (text: string): Promise<readonly string[]> =>
      ((await analyzeSources([waysInAnalyzer], { 'engine/query.go': text })).inventory.entryPoints ?? []).map(
        ({ name }) => name,
      );
    assert.deepEqual(
      await told('package engine\n\ntype Query interface {\n\tExec(ctx context.Context) *Result\n\tClose()\n}\n'),
      [],
    );
    assert.deepEqual(
      await told('package engine\n\ntype Mutation struct {\n\tResult struct {\n\t\tId: int\n}\n}\n'),
      [],
    );
    assert.deepEqual(
      await told(
        'package engine\n\nconst schema = `\ntype Query implements Node @key(fields: "id") {\n  brew(cups: Int): Tea\n}\n`\n',
      ),
      ['Query.brew'],
    );
  });

  it('names a command by the whole function below many options, and by none that is out of reach', async () => {
    const namesWith = async (options: number): Promise<readonly string[]> => {
      const option = "@click.option(\n    '--cup',\n    help='How many cups of tea there are on the table',\n)\n";
      const text = `import click\n\n@click.command()\n${option.repeat(options)}def brew(cup):\n    pass\n`;
      const { inventory } = await analyzeSources([waysInAnalyzer], { 'app/cli.py': text });
      return (inventory.entryPoints ?? []).map(({ name }) => name);
    };
    assert.deepEqual(await namesWith(50), ['brew']);
    for (let options = 125; options < 165; options++) {
      const [name = 'brew'] = await namesWith(options);
      assert.equal(name, 'brew', String(options));
    }
  });

  for (const id of fixtures) {
    it(`${id}.txt`, async () => {
      const { files, expected } = readFixture(id, folder);
      const { inventory, problems } = await analyzeSources([waysInAnalyzer], files);
      assert.deepEqual(problems, []);
      const found = (inventory.entryPoints ?? []).map(written);
      assert.ok(expected.length > 0, 'a rule needs examples');
      assert.deepEqual(found.sort(), [...expected].sort());
      const rule = wayRules.find((candidate) => candidate.id === id);
      assert.ok(rule === undefined || found.some((one) => one.endsWith(`(${rule.framework})`)), 'nothing of this rule');
    });
  }
});
