import assert from 'node:assert/strict';
import { mainMarks } from '../../../src/engine/genesis/analyzers/entryPointFindings/programs/extractors/mainExtractor';
import { prefixOf } from '../../../src/engine/genesis/analyzers/entryPoints/paths/prefixOf';
import { check } from './checkTitles';

describe('findings about entry points', () => {
  it('count routes by framework, one that is declared twice once, and leave out those whose full path nothing tells', () =>
    check(
      {
        'package.json': '{"name":"shop","dependencies":{"express":"4"}}',
        'src/app.js':
          "const express = require('express');\nconst app = express();\napp.get('/api/a', x);\napp.get('/api/b', x);\napp.post('/api/a', x);\napp.get('/api/a', y);\n",
        'src/api/scripts/app.js':
          "const express = require('express');\nconst app = express();\napp.get('/api/scripts', x);\napp.listen(2);\n",
        'scripts/dev/preview.js':
          "const express = require('express');\nconst app = express();\napp.get('/preview', x);\napp.listen(1);\n",
        'src/users.js':
          "const express = require('express');\nconst router = express.Router();\nrouter.get('/users', x);\nmodule.exports = router;\n",
      },
      [
        'At least 4 Express routes found under /api: GET /api/b, POST /api/a, …; the full path of one more was not found',
      ],
    ));

  it('say of routes that most lie at paths which are not known, and nothing of the rest of a large program', async () => {
    const router = "const router = require('express').Router();\n";
    const lost = `${router}router.get('/a', x);\nrouter.get('/b', x);\nmodule.exports = router;\n`;
    const app = "const app = require('express')();\napp.get('/health', x);\n";
    const manifest = '{"name":"shop","dependencies":{"express":"4"}}';
    await check({ 'package.json': manifest, 'src/app.js': app, 'src/routes/lost.js': lost }, [
      'Express routes found: GET …/a, GET …/b and GET /health; the full paths of most were not found',
    ]);
    const others = Object.fromEntries(
      Array.from({ length: 31 }, (_, at) => [`src/part${at}.js`, 'module.exports = 1;\n']),
    );
    await check({ 'package.json': manifest, 'src/app.js': app, ...others }, []);
    await check({ 'package.json': manifest, 'src/app.js': app }, ['Express route found: GET /health']);
  });

  it('count a route once that stands under several versions of the interface', () =>
    check(
      {
        'package.json': '{"name":"shop","dependencies":{"express":"4"}}',
        'src/app.js': `const express = require('express');
const app = express();
const api = express.Router();
api.get('/users', x);
api.get('/orders', x);
app.use('/api/v1', api);
app.use('/api/v2', api);
app.use('/api', api);
app.use('/staff', api);
`,
      },
      ['At least 4 Express routes found: GET /api/users, GET /staff/users, GET /api/orders, …'],
    ));

  it('name the programs of Go', () =>
    check(
      {
        'go.mod': 'module x\n',
        'cmd/server/main.go': 'package main\n\nfunc main() {\n}\n',
        'lib/lib.go': 'package lib\n\nfunc main() {}\n',
        'plugins/cmd/ndpgen/main.go': 'package main\n\nfunc main() {\n}\n',
        'agent/tools/fetch/fetch.go': 'package main\n\nfunc main() {\n}\n',
        'lib/types.go': '//go:build ignore\n\npackage main\n\nfunc main() {\n}\n',
      },
      ['Program found: server'],
    ));

  it('name what CMake builds by the file that comes out', () =>
    check(
      {
        'src/CMakeLists.txt':
          '# add_executable (old main.cpp)\nadd_executable (shop_executable main.cpp Other.cpp)\nset_target_properties (shop_executable PROPERTIES OUTPUT_NAME "shop")\nadd_executable (calc_exe sums/c.cpp)\nset_property (TARGET calc_exe PROPERTY OUTPUT_NAME "calc")\n',
        'src/main.cpp': 'int main(int argc, char *argv[]) {\n}\n',
        'src/sums/c.cpp': 'int main() {\n}\n',
      },
      ['Programs found: shop and calc'],
    ));

  it('take a step of the build for none of its programs', () =>
    check(
      {
        'ctl/CMakeLists.txt': `set(ctl_sources\n  cmd.cc\n  main.cc)\nadd_executable(_ctl main.cc cmd.cc)\nadd_executable(ctl \${ctl_sources})\nadd_dependencies(ctl _ctl)\n`,
        'ctl/main.cc': 'int main(int argc, char *argv[]) {\n}\n',
      },
      ['Program found: ctl'],
    ));

  it('count what lies below a prefix by the prefix that they print', () =>
    check(
      {
        'package.json': '{"name":"shop","dependencies":{"express":"4"}}',
        'src/app.js':
          "const express = require('express');\nconst app = express();\napp.get('/api', x);\napp.post('/api', x);\napp.put('/api', x);\napp.get('/api/v1/b', x);\napp.get('/c', x);\n",
      },
      ['At least 5 Express routes found, mostly under /api: GET /api, POST /api, PUT /api, …'],
    ));

  it('tell no routes of samples, and operations of documents as such', async () => {
    const server = "const express = require('express');\nconst app = express();\napp.get('/a', x);\n";
    const operations =
      'openapi: 3.0.0\ninfo:\n  title: A\npaths:\n  /carts:\n    get:\n      operationId: a\n    post:\n      operationId: b\n';
    await check(
      { 'package.json': '{"name":"shop","dependencies":{"express":"4"}}', 'samples/shop/app.js': server },
      [],
    );
    await check({ 'docs/openapi.yaml': operations }, []);
    const told = 'Operations found in 1 OpenAPI document: GET /carts and POST /carts';
    // It may be the document of what a client calls.
    await check({ 'openapi.yaml': operations }, [told]);
    const manifest = '{"name":"shop","dependencies":{"express":"4"}}';
    await check({ 'package.json': manifest, 'app.js': server, 'api/openapi.yaml': operations }, [
      told,
      'Express route found: GET /a',
    ]);
  });

  it('name a program once, by what its manifest calls it', () =>
    check(
      {
        'setup.cfg':
          '[metadata]\nname = httpx\n[options.entry_points]\nconsole_scripts =\n    http = httpx.__main__:main\n',
        'httpx/__main__.py': 'def main():\n    pass\n\n\nif __name__ == "__main__":\n    main()\n',
        'Cargo.toml': '[workspace]\nmembers = ["cli", "server"]\n',
        'cli/Cargo.toml': '[package]\nname = "send-cli"\n\n[[bin]]\nname = "send"\npath = "src/main.rs"\n',
        'cli/src/main.rs': 'fn main() {}\n',
        'server/Cargo.toml': '[package]\nname = "send-server"\n',
        'server/src/main.rs': 'fn main() {}\n',
      },
      ['Programs found: send, http and send-server'],
    ));

  it('name a crate in a folder of programs by its manifest', () =>
    check(
      {
        'Cargo.toml': '[workspace]\nmembers = ["src/bin", "src/api"]\n',
        'src/bin/Cargo.toml': '[package]\nname = "keys"\n',
        'src/bin/src/main.rs': 'fn main() {}\n',
        'src/api/Cargo.toml': '[package]\nname = "keys-api"\n',
        'src/api/src/bin/dump/main.rs': 'fn main() {}\n',
      },
      ['Programs found: dump and keys'],
    ));

  it('name services by how they are started', () =>
    check(
      {
        'cart/package.json': '{"name":"@shop/cart","scripts":{"start":"node dist/server.js","test":"node test.js"}}',
        'web/package.json': '{"name":"web","scripts":{"start":"next start","build":"next build"}}',
        'share/package.json': '{"name":"share","scripts":{"prod":"prisma migrate deploy && node dist/src/main"}}',
        'lib/package.json': '{"name":"lib","scripts":{"start":"tsc --watch"}}',
        'oauth/package.json': '{"name":"oauth","scripts":{"start":"ts-node test/app"}}',
        'mail/Dockerfile': 'FROM python\n',
        'mail/server.py': 'import os\n\nif __name__ == "__main__":\n    serve()\n',
        'extras/packaging/Dockerfile': 'FROM python\n',
        'extras/packaging/build.py': 'if __name__ == "__main__":\n    build()\n',
        'tools/once.py': 'if __name__ == "__main__":\n    fix()\n',
      },
      ['Programs found: mail/server.py, cart, share and web'],
    ));

  it('take neither a class that others use nor an example for a program', () =>
    check(
      {
        'src/main/java/a/App.java':
          'package a;\nimport a.Codes;\nclass App { public static void main(String[] x) { Codes.go(); } }\n',
        'src/main/java/a/Codes.java':
          'package a;\npublic class Codes { public static void main(String[] x) {} static void go() {} }\n',
        'docker/test-images/a/Fake.java': 'class Fake { public static void main(String[] x) {} }\n',
        'extra/push-examples/go/main.go': 'package main\n\nfunc main() {}\n',
      },
      ['Program found: a.App'],
    ));

  it('take a file that a manifest names for the program of that name', () =>
    check(
      {
        'Cargo.toml':
          '[package]\nname = "mini"\n\n[[bin]]\nname = "mini-cli"\npath = "src/bin/cli.rs"\n\n[[bin]]\nname = "mini-server"\npath = "src/bin/server.rs"\n',
        'src/bin/cli.rs': 'fn main() {}\n',
        'src/bin/server.rs': 'fn main() {}\n',
        'src/App.TestApp/Program.cs': 'var a = 1;\n',
        'src/Loose/Program.cs': 'var a = 1;\n',
        'testassets/Server/Program.cs': 'var a = 1;\n',
        'testassets/Server/Server.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web" />\n',
        'delta/Cargo.toml': '[package]\nname = "delta"\n',
        'delta/src/main.rs': 'mod routes;\npub struct State;\n\n#[launch]\nasync fn rocket() -> _ {}\n',
        'delta/src/routes.rs': 'use crate::State;\n\npub fn a(state: State) {}\n',
      },
      ['Programs found: mini-cli, mini-server and delta'],
    ));

  it('take neither a module about servers nor a template for a program', () =>
    check(
      {
        'httpy/_transports/wsgi.py': 'class WSGITransport: pass\n',
        'site/settings.py': 'A = 1\n',
        'site/wsgi.py': 'application = 1\n',
        'site/manage.py': 'import sys\n\nif __name__ == "__main__":\n    run()\n',
        'templates/cli/main.go': 'package main\n\nfunc main() {}\n',
        'bricks/server/__brick__/bin/server.go': 'package main\n\nfunc main() {}\n',
        '{{cookiecutter.name}}/main.go': 'package main\n\nfunc main() {}\n',
      },
      [],
    ));

  it('know where programs of more languages start', () => {
    for (const { mark, example } of mainMarks) assert.match(example, mark);
    const ofC = mainMarks.find(({ path }) => path.test('cups.c'));
    assert.equal('int\nmain(int argc, char **argv)\n{'.search(ofC?.mark ?? /$/), 4);
    return check(
      {
        'src/main.c': '#include "a.h"\n\nint main(int argc, char *argv[]) {\n}\n',
        'Sources/Shop/ShopApp.swift': 'import SwiftUI\n\n@main\nstruct ShopApp: App {}\n',
        'Plugins/Wash/plugin.swift': 'import PackagePlugin\n\n@main\nstruct Wash: CommandPlugin {}\n',
        'app/pubspec.yaml': 'name: shop_app\n',
        'app/lib/main.dart': 'void main() {}\n',
        'app/rust_builder/cargokit/build_tool/bin/build_tool.dart': 'void main() {}\n',
        'app/macos/Runner/AppDelegate.swift': '@main\nclass AppDelegate {}\n',
      },
      ['Programs found: Sources/Shop/ShopApp.swift and shop_app'],
    );
  });

  it('take neither helpers in another language, of the pipeline or of benchmarks, nor a class that tries itself out', () =>
    check(
      {
        'server/server.js': `${'export const a = 1;\n'.repeat(400)}`,
        'extra/probe.go': 'package main\n\nfunc main() {}\n',
        'agent/probe.go': 'package main\n\nfunc main() {}\n',
        '.ci/versions.js': 'x();\n',
        'src/main/java/a/Codes.java': `public class Codes { public static void main(String[] x) {} }\n${'// a\n'.repeat(400)}`,
        'metrics/src/main/java/a/ParseMain.java': 'public class ParseMain { public static void main(String[] x) {} }\n',
      },
      [],
    ));

  it('leave out what those who develop have running beside the product', () =>
    check(
      {
        'dev/login/Dockerfile': 'FROM node\nCMD ["node", "app.js"]\n',
        'dev/login/app.js': 'listen();\n',
        'dev/mail/package.json': '{"name":"mail","scripts":{"start":"node server.js"}}',
        'dev/api/Dockerfile': 'FROM node\nCMD ["node", "/app/api/server.js"]\n',
        'api/server.js': 'listen();\n',
      },
      ['Program found: api/server.js'],
    ));

  it('name the file that a container starts, and no script at the top', () =>
    check(
      {
        Dockerfile: 'FROM node\nCMD ["node", "--no-warnings", "server/server.js"]\n',
        'package.json': '{"name":"kuma","scripts":{"launch":"node server/server.js"}}',
        'server/server.js': 'listen();\n',
        'jobs/Dockerfile': 'FROM python\nENTRYPOINT ["python", "/app/work.py"]\n',
        'jobs/work.py': 'import os\n',
        'requirements.txt': 'x\n',
        'pyproject.toml': '[project]\nname = "tool"\n[project.scripts]\ntool = "tool.main:cli"\n',
        'src/tool/__main__.py': 'if __name__ == "__main__":\n    cli()\n',
        'runtests.py': 'if __name__ == "__main__":\n    test()\n',
      },
      ['Programs found: tool, jobs/work.py and server/server.js'],
    ));

  it('take what an image starts for no second program where a package installs it', () =>
    check(
      {
        Dockerfile: 'FROM node:22\nCOPY . .\nCMD ["node", "index.js"]\n',
        'package.json': '{"name":"shop","bin":"./index.js"}',
        'index.js': "require('./server');\n",
      },
      ['Program found: shop'],
    ));

  it('take two names of one file for one program', () =>
    check({ 'package.json': '{"name":"a","bin":{"shelve":"dist/a.js","shelve-cli":"dist/a.js"}}' }, [
      'Program found: shelve',
    ]));

  it('tell what the pipeline does by the clock with the pipeline', () =>
    check(
      {
        '.github/workflows/stale.yml':
          "name: Stale\non:\n  schedule:\n    - cron: '0 0 * * *'\njobs:\n  a:\n    steps: []\n",
      },
      [],
    ));

  it('say what is no route, kind by kind', () =>
    check(
      {
        'package.json': '{"name":"shop"}',
        'src/cli.js':
          "const { program } = require('commander');\nprogram.command('add <file>');\nprogram.command('list');\n",
        'src/jobs.js': "const cron = require('node-cron');\ncron.schedule('0 * * * *', sendMail);\n",
      },
      ['Commands and subcommands found (Commander): add and list', 'Job found (cron): sendMail'],
    ));

  it('read the prefix that addresses an API', () => {
    assert.deepEqual(['/api/v1/users/{id}', '/users/{id}', '/', '/api'].map(prefixOf), [
      '/api/v1',
      '/users',
      '/',
      '/api',
    ]);
  });
});
