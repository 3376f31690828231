import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import ts from 'typescript';
import { systemClock } from '../../src/base/clock';
import { createRoutes } from '../../src/engine/api/routes/allRoutes';
import { version } from '../../src/shared/version';
import { repositoryRoot } from '../architecture/sources';
import { ApiBench } from './support/apiBench';

interface Document {
  readonly openapi: string;
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}
interface Operation {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, unknown>>;
}

describe('the description of the API', function () {
  this.timeout(60_000);
  let bench: ApiBench;
  let document: Document;
  before(async () => {
    bench = await ApiBench.open();
    document = (await bench.send({ method: 'GET', path: '/openapi.json' })).body as Document;
  });
  after(() => bench.close());

  it('is valid OpenAPI 3.1', async () => {
    const { Validator } = await import('@seriousme/openapi-schema-validator');
    const validator = new Validator();
    const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)));
    assert.ok(valid, JSON.stringify(errors));
    assert.equal(validator.version, '3.1');
    const broken = await new Validator().validate({ ...document, info: {} });
    assert.equal(broken.valid, false);
  });

  it('names every route once, with what it takes and answers', () => {
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
    );
    const routes = createRoutes(version, systemClock);
    assert.deepEqual(
      described.map(({ name }) => name).sort(),
      routes.map((route) => `${route.method} ${route.path}`).sort(),
    );
    assert.equal(new Set(described.map(({ operation }) => operation.operationId)).size, routes.length);
    for (const { name, operation } of described) {
      const route = routes.find(({ id }) => id === operation.operationId);
      assert.ok(route, name);
      assert.ok(operation.responses[route.success], name);
      assert.equal(operation.requestBody !== undefined, route.body !== undefined, name);
      assert.equal(operation.security.length > 0, route.credential !== 'none', name);
      const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
      const described = operation.parameters?.filter((one) => one.in === 'path').map((one) => one.name) ?? [];
      assert.deepEqual(described, inPath, name);
    }
  });

  it('refers to nothing that is not there', () => {
    const text = JSON.stringify(document);
    for (const [, name = ''] of text.matchAll(/"\$ref":"([^"]+)"/g)) {
      const target = name
        .split('/')
        .slice(1)
        .reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], document);
      assert.ok(target, name);
    }
  });

  it('has the version of the program', () => {
    const manifest = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as { version: string };
    assert.deepEqual([version, document.info.version], [manifest.version, manifest.version]);
  });

  it('is enough to make a typed client that works', async () => {
    const folder = join(repositoryRoot, 'node_modules/.cache/contox-client');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const { default: generate, astToString } = await import('openapi-typescript');
    writeFileSync(join(folder, 'schema.ts'), astToString(await generate(JSON.stringify(document))));
    const client = join(folder, 'client.ts');
    copyFileSync(join(repositoryRoot, 'test/fixtures/apiClient/client.ts'), client);
    assert.deepEqual(typeErrors(client), []);
    const built = join(folder, 'client.cjs');
    buildSync({
      entryPoints: [client],
      outfile: built,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
    });
    const { useApi } = require(built) as { useApi(url: string, key: string): Promise<string[]> };
    assert.deepEqual(await useApi(bench.server.url, bench.key), [
      'ok',
      'active',
      'deprecated',
      'root/architecture',
      'approved',
      'cold',
      'Project not found',
      '204',
    ]);
  });
});

/** What the compiler says of a file and all that it imports. */
function typeErrors(file: string): string[] {
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ['node'],
    typeRoots: [join(repositoryRoot, 'node_modules/@types')],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file: place, messageText }) =>
        `${place?.fileName ?? ''} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
}
