import assert from 'node:assert/strict';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import { routeOverviews } from '../../../src/engine/genesis/analyzers/entryPointFindings/routeFindings';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { analyzeSources } from '../../support/analyzeSources';

async function check(files: Record<string, string>, titles: readonly string[]): Promise<void> {
  const { findings, problems } = await analyzeSources([entryPointsAnalyzer, entryPointFindingsAnalyzer], files);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    findings.filter(({ rule }) => rule === 'entry-points/routes').map(({ title }) => title),
    titles,
  );
}

const manifest = '{"name":"shop","dependencies":{"express":"4","koa":"2","@koa/router":"12"}}';
const shop = `const express = require('express');
const app = express();
app.get('/users', x);
app.post('/carts', x);
app.get('/orders', x);
`;
const others = Object.fromEntries(Array.from({ length: 31 }, (_, at) => [`src/part${at}.js`, 'module.exports = 1;\n']));

describe('findings about routes', () => {
  it('count paths apart of which one begins with what says no version', () =>
    check(
      {
        'package.json': manifest,
        'src/app.js': `const express = require('express');
const app = express();
const logs = express.Router();
logs.get('/new', x);
app.use('/logs', logs);
app.use('/api/logs', logs);
app.use('/api/v1/logs', logs);
`,
      },
      ['Express routes found: GET /logs/new and GET /api/logs/new'],
    ));

  it('count a router that is put below several paths once', () =>
    check(
      {
        'package.json': manifest,
        'src/app.js': `const express = require('express');
const app = express();
const orders = express.Router();
orders.get('/', x);
orders.get('/:id', x);
orders.post('/', x);
orders.delete('/:id', x);
for (const place of ['/shop', '/depot', '/office', '/tenants/:tenant']) app.use(place + '/orders', orders);
app.get('/carts', x);
`,
      },
      [
        'At least 5 Express routes found, mostly under /shop: GET /shop/orders, GET /shop/orders/{id}, POST /shop/orders, …',
      ],
    ));

  it('cite where the prefix is said below which most lie', async () => {
    const { findings } = await analyzeSources([entryPointsAnalyzer, entryPointFindingsAnalyzer], {
      'package.json': manifest,
      'src/app.js': `const express = require('express');
const orders = require('./orders');
const app = express();
const v1 = express.Router();
v1.use('/orders', orders);
app.use('/api', v1);
`,
      'src/orders.js': `const router = require('express').Router();
router.get('/', x);
router.get('/:id', x);
router.post('/', x);
router.delete('/:id', x);
module.exports = router;
`,
    });
    const [found] = findings.filter(({ rule }) => rule === 'entry-points/routes');
    assert.equal(
      found?.title,
      'At least 4 Express routes found under /api: GET /api/orders, GET /api/orders/{id}, POST /api/orders, …',
    );
    assert.deepEqual(
      found?.evidence.map(({ path, startLine }) => `${path}:${startLine}`),
      ['src/app.js:6', ...[2, 3, 4, 5].map((line) => `src/orders.js:${line}`)],
    );
  });

  it('cite the class that says the prefix below which most lie', async () => {
    const { findings } = await analyzeSources([entryPointsAnalyzer, entryPointFindingsAnalyzer], {
      'src/main/java/shop/Orders.java': `package shop;
import org.springframework.web.bind.annotation.*;
@RestController
@RequestMapping("/api/v1/orders")
public class Orders {
  @GetMapping public String all() { return ""; }
  @PostMapping public String add() { return ""; }
  @GetMapping("/{id}") public String one() { return ""; }
  @DeleteMapping("/{id}") public String drop() { return ""; }
}
`,
    });
    const [found] = findings.filter(({ rule }) => rule === 'entry-points/routes');
    assert.equal(
      found?.title,
      'At least 4 Spring MVC routes found under /api/v1: GET /api/v1/orders, POST /api/v1/orders, GET /api/v1/orders/{id}, …',
    );
    assert.deepEqual(
      found?.evidence.map(({ startLine }) => startLine),
      [4, 6, 7, 8, 9],
    );
  });

  it('leave out a framework that serves only health checks beside the product of a large program', async () => {
    const worker = `const Router = require('@koa/router');
const router = new Router();
router.get('/health', x);
router.get('/ready', x);
router.get('/version', x);
`;
    const files = { 'package.json': manifest, 'src/app.js': shop, 'src/worker.js': worker };
    await check({ ...files, ...others }, ['Express routes found: GET /users, POST /carts and GET /orders']);
    await check(files, [
      'Express routes found: GET /users, POST /carts and GET /orders',
      'Koa routes found: GET …/health, GET …/ready and GET …/version; their full paths were not found',
    ]);
  });

  it('leave out what shows how a program fares where a document says what it answers', async () => {
    const paths = Object.fromEntries(['/cups', '/plates', '/jugs'].map((path) => [path, { get: { responses: {} } }]));
    const watched = `const express = require('express');
const app = express();
${['heap', 'stack', 'cpu', 'trace'].map((name) => `app.get('/debug/${name}', x);`).join('\n')}
app.get('/metrics', x);
`;
    await check(
      {
        ...others,
        'package.json': manifest,
        'src/app.js': watched,
        'openapi.json': JSON.stringify({ openapi: '3.0.0', paths }, undefined, 1),
      },
      ['Operations found in 1 OpenAPI document: GET /cups, GET /plates and GET /jugs'],
    );
  });

  it('name first what is written out, with a path that is soon read', async () => {
    const text = `const express = require('express');
const app = express();
app.options('/carts', x);
app.get('/health', x);
app.get('/debug/vars', x);
app.get('/shops/:shop/floors/:floor/carts', x);
app.get('/carts', x);
app.get('/cups', x);
`;
    await check({ 'package.json': manifest, 'src/app.js': text }, [
      'At least 6 Express routes found: GET /carts, GET /cups, GET /shops/{shop}/floors/{floor}/carts, …',
    ]);
  });

  it('name none first of those that one line makes, for it says of none what it is called', () => {
    const route = (path: string, line: number) => ({
      method: 'GET',
      path,
      file: 'routes.rb',
      line,
      framework: 'Rails',
      declared: 'explicit' as const,
    });
    const made = Array.from({ length: 6 }, (_, at) => route(`/cups${at}/versions`, 3));
    const [found] = routeOverviews([...made, route('/plates', 20), route('/jugs', 21)]);
    assert.match(found?.title ?? '', /: GET \/plates, GET \/jugs, /);
    const deep = (path: string, line: number) => route(`/api/v1${path}`, line);
    const below = ['/cups/{cup}/', '/cups/', '/plates/', '/jugs/'].map((path, at) => deep(path, at + 30));
    const [other] = routeOverviews([route('/links', 2), ...below]);
    assert.equal(
      other?.title,
      'At least 5 Rails routes found, mostly under /api/v1: GET /api/v1/cups/{cup}/, GET /api/v1/cups/, GET /api/v1/plates/, …',
    );
  });

  it('leave out what the site with the documents serves', () =>
    check({ 'package.json': manifest, 'src/app.js': shop, 'web/docs/server.js': shop }, [
      'Express routes found: GET /users, POST /carts and GET /orders',
    ]));
});
