import { checkRoutes } from './checkRoutes';

describe('routes made of lists and tables that are filled below their empty literal', () => {
  it('a table that assignments fill, one that a function fills, and a list that a loop fills', () =>
    checkRoutes(
      {
        'server.js': `const express = require('express');
const { versions } = require('./routes');
const { fill } = require('./fill');

const app = express();
for (const version of Object.keys(versions)) app.get(\`/\${version}/orders\`, list);

const filled = {};
fill(filled);
for (const name of Object.keys(filled)) app.get('/filled/docs', docs);

const names = [];
require('fs').readdirSync('.').forEach((name) => names.push(name));
names.forEach((name) => app.get('/names/docs', docs));
`,
        'routes.js': `const base = '/api';
const versions = {};
versions['v1'] = { list: [] };
versions.v2 = { ...versions.v1, create: [] };
exports.versions = versions;
exports.base = base;
`,
        'fill.js': 'exports.fill = (table) => { table.a = 1; };\n',
      },
      [
        'GET /v1/orders server.js:6',
        'GET /v2/orders server.js:6',
        'GET /filled/docs server.js:10',
        'GET /names/docs server.js:14',
      ],
      true,
    ));

  it('a list of Python that is appended to, and one whose filling nobody sees', () =>
    checkRoutes(
      {
        'app.py': `from flask import Flask
from shop import find

app = Flask(__name__)

places = []
places.append("/orders")
places.append("/users")
for place in places:
    app.add_url_rule(place, view_func=show)

found = []
find(found)
for one in found:
    app.add_url_rule("/found", view_func=show)


def more(extra=[]):
    for one in extra:
        app.add_url_rule("/extra", view_func=show)


more()
`,
      },
      ['GET /orders', 'GET /users', 'GET /found'],
    ));

  it('a table of Go that assignments fill', () =>
    checkRoutes(
      {
        'main.go': `package main

import "net/http"

func main() {
	mux := http.NewServeMux()
	pages := map[string]http.HandlerFunc{}
	pages["/orders"] = orders
	for path, page := range pages {
		mux.HandleFunc(path, page)
	}
	hidden := make(map[string]http.HandlerFunc)
	load(hidden)
	for range hidden {
		mux.HandleFunc("/hidden", orders)
	}
}
`,
      },
      ['ANY /orders', 'ANY /hidden'],
    ));
});
