import { makeGitFolder } from './gitFolder';

/** A small Express application as a git repository: what a window is opened on in tests. */
export function sampleWorkspace(folder: string): string {
  return makeGitFolder(folder, {
    'package.json': JSON.stringify(
      {
        name: 'orders-service',
        version: '1.4.0',
        description: 'Takes orders and keeps their state.',
        scripts: { start: 'node src/server.js', test: 'mocha' },
        dependencies: { express: '^4.19.2', pg: '^8.11.0' },
        devDependencies: { mocha: '^10.4.0' },
      },
      null,
      2,
    ),
    'README.md': '# Orders service\n\nTakes orders over HTTP and keeps their state in PostgreSQL.\n',
    'src/server.js': [
      "const express = require('express');",
      "const orders = require('./orders');",
      '',
      'const app = express();',
      'app.use(express.json());',
      "app.use('/api/orders', orders);",
      "app.get('/health', (req, res) => res.json({ ok: true }));",
      'app.listen(process.env.PORT);',
      '',
    ].join('\n'),
    'src/orders.js': [
      "const { Router } = require('express');",
      "const { Pool } = require('pg');",
      '',
      'const pool = new Pool({ connectionString: process.env.DATABASE_URL });',
      'const router = Router();',
      '',
      "router.get('/', async (req, res) => {",
      "  res.json((await pool.query('select * from orders')).rows);",
      '});',
      '',
      "router.get('/:id', async (req, res) => {",
      "  const sql = 'select * from orders where id = ' + req.params.id;",
      '  res.json((await pool.query(sql)).rows[0]);',
      '});',
      '',
      "router.post('/', async (req, res) => {",
      "  await pool.query('insert into orders(item) values($1)', [req.body.item]);",
      '  res.status(201).end();',
      '});',
      '',
      'module.exports = router;',
      '',
    ].join('\n'),
    'db/001_orders.sql':
      'create table customers (\n  id serial primary key,\n  email text not null unique\n);\n\n' +
      'create table orders (\n  id serial primary key,\n  customer_id integer references customers(id),\n  item text not null\n);\n',
    'test/orders.test.js': "describe('orders', () => { it('lists orders', () => undefined); });\n",
  });
}
