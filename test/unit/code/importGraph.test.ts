import assert from 'node:assert/strict';
import type { ImportGraph } from '../../../src/engine/genesis/facts/importGraph';
import { analyzeSources } from '../../support/analyzeSources';

interface GraphCase {
  readonly it: string;
  readonly files: Readonly<Record<string, string>>;
  /** The file whose imports are compared. */
  readonly from: string;
  /** `specifier → files` or `specifier → package name` or `specifier → ?`; implicit ones begin with `~`. */
  readonly imports?: readonly string[];
  /** Name and where it comes from: `path#name`. */
  readonly origins?: Readonly<Record<string, string | undefined>>;
}

function describeGraph(title: string, cases: readonly GraphCase[]): void {
  describe(`ImportGraph: ${title}`, () => {
    for (const example of cases)
      it(example.it, async () => {
        const { model, problems } = await analyzeSources([], example.files);
        assert.deepEqual(problems, []);
        if (example.imports !== undefined) assert.deepEqual(importsOf(model.imports, example.from), example.imports);
        for (const [name, expected] of Object.entries(example.origins ?? {})) {
          const origin = model.imports.originOf(example.from, name);
          assert.equal(origin === undefined ? undefined : `${origin.path}#${origin.name}`, expected, name);
        }
      });
  });
}

function importsOf(graph: ImportGraph, path: string): string[] {
  return graph.importsOf(path).map(({ fact, files, external }) => {
    const target = files.length > 0 ? files.join(' ') : (external ?? '?');
    return `${fact.kind === 'implicit' ? '~' : ''}${fact.specifier} → ${target}`;
  });
}

describeGraph('JavaScript and TypeScript', [
  {
    it: 'finds files, indexes, the sources of outputs, and packages',
    from: 'src/app.ts',
    files: {
      'src/app.ts': `import './a'; import './b.js'; import './folder'; import '.'; import express from 'express'; import { x } from '@scope/pkg/deep'; import fs from 'fs'; import './none'; import logo from './logo.svg?url';`,
      'src/a.tsx': '',
      'src/b.ts': '',
      'src/folder/index.mts': '',
      'src/index.ts': '',
      'src/logo.svg': '',
    },
    imports: [
      './a → src/a.tsx',
      './b.js → src/b.ts',
      './folder → src/folder/index.mts',
      '. → src/index.ts',
      'express → express',
      '@scope/pkg/deep → @scope/pkg',
      'fs → node:fs',
      './none → ?',
      './logo.svg?url → src/logo.svg',
    ],
  },
  {
    it: 'follows paths and baseUrl of tsconfig files, through extends and comments',
    from: 'apps/web/src/main.ts',
    files: {
      'tsconfig.base.json': `{ "compilerOptions": { "baseUrl": ".", "paths": { "@lib/*": ["libs/*/src"], "@exact": ["libs/exact.ts"], } } } // base`,
      'apps/web/tsconfig.json': `{ "extends": "../../tsconfig.base.json" }`,
      'apps/web/src/main.ts': `import '@lib/users'; import '@exact'; import 'libs/exact'; import '@lib/none';`,
      'libs/users/src/index.ts': '',
      'libs/exact.ts': '',
    },
    imports: [
      '@lib/users → libs/users/src/index.ts',
      '@exact → libs/exact.ts',
      'libs/exact → libs/exact.ts',
      '@lib/none → @lib/none',
    ],
  },
  {
    it: 'leads to the sources of workspace packages and of #imports',
    from: 'packages/app/src/index.ts',
    files: {
      'packages/app/package.json': `{ "name": "@acme/app", "imports": { "#db/*": "./src/db/*.js" } }`,
      'packages/app/src/index.ts': `import '@acme/ui'; import '@acme/ui/button'; import '@acme/old'; import '#db/pool';`,
      'packages/app/src/db/pool.ts': '',
      'packages/ui/package.json': `{ "name": "@acme/ui", "exports": { ".": { "types": "./dist/index.d.ts", "import": "./dist/index.mjs" }, "./*": "./dist/*.mjs" } }`,
      'packages/ui/src/index.ts': '',
      'packages/ui/src/button.tsx': '',
      'packages/old/package.json': `{ "name": "@acme/old", "main": "lib/main.js" }`,
      'packages/old/lib/main.js': '',
    },
    imports: [
      '@acme/ui → packages/ui/src/index.ts',
      '@acme/ui/button → packages/ui/src/button.tsx',
      '@acme/old → packages/old/lib/main.js',
      '#db/pool → packages/app/src/db/pool.ts',
    ],
  },
  {
    it: 'knows conventional aliases only where a file answers',
    from: 'resources/js/Pages/Home.ts',
    files: {
      'resources/js/Pages/Home.ts': `import '@/Layouts/App'; import '@/nothing';`,
      'resources/js/Layouts/App.ts': '',
    },
    imports: ['@/Layouts/App → resources/js/Layouts/App.ts', '@/nothing → ?'],
  },
  {
    it: 'follows names through barrels, renames, defaults, stars and CommonJS',
    from: 'app.ts',
    files: {
      'app.ts': `import users, { list as all, Repo, nested } from './barrel'; import * as api from './barrel'; const old = require('./old'); import { local } from './self';`,
      'barrel.ts': `export { default, list } from './users'; export * from './repo'; export * as nested from './repo';`,
      'users.ts': `export default class Users {}\nfunction inner() {}\nexport { inner as list };`,
      'repo.ts': 'export class Repo {}',
      'old.js': `const router = require('./router');\nmodule.exports = router;`,
      'router.js': 'class Router {}\nmodule.exports = Router;',
      'self.ts': `import { Repo } from './repo';\nexport const local = new Repo();`,
    },
    origins: {
      users: 'users.ts#Users',
      all: 'users.ts#inner',
      Repo: 'repo.ts#Repo',
      'api.Repo': 'repo.ts#Repo',
      'nested.Repo': 'repo.ts#Repo',
      old: 'router.js#Router',
      local: 'self.ts#local',
      unknown: undefined,
    },
  },
  {
    it: 'ends at circles of re-exports',
    from: 'a.ts',
    files: { 'a.ts': `export * from './b';`, 'b.ts': `export * from './a';` },
    origins: { anything: undefined },
  },
]);

describeGraph('Python', [
  {
    it: 'finds relative and absolute modules, packages and members',
    from: 'src/shop/orders/views.py',
    files: {
      'pyproject.toml': '[tool.setuptools.packages.find]\nwhere = ["src"]\n',
      'src/shop/__init__.py': '',
      'src/shop/orders/__init__.py': '',
      'src/shop/orders/views.py': `from . import models, VERSION
from .models import Order
from ..users.models import User
import shop.users.models
from shop.users import models as um
from django.db import models as dm
import json`,
      'src/shop/orders/models.py': 'class Order: pass',
      'src/shop/users/__init__.py': '',
      'src/shop/users/models.py': 'class User: pass',
    },
    imports: [
      '. → src/shop/orders/models.py src/shop/orders/__init__.py',
      '.models → src/shop/orders/models.py',
      '..users.models → src/shop/users/models.py',
      'shop.users.models → src/shop/users/models.py',
      'shop.users → src/shop/users/models.py',
      'django.db → django',
      'json → json',
    ],
    origins: {
      Order: 'src/shop/orders/models.py#Order',
      'models.Order': 'src/shop/orders/models.py#Order',
      'shop.users.models.User': 'src/shop/users/models.py#User',
      'um.User': 'src/shop/users/models.py#User',
    },
  },
  {
    it: 'follows names through __init__ files and star imports',
    from: 'app/main.py',
    files: {
      'app/__init__.py': '',
      'app/main.py': 'from app.api import router, helper',
      'app/api/__init__.py': 'from .routes import router\nfrom .helpers import *',
      'app/api/routes.py': 'router = APIRouter()',
      'app/api/helpers.py': 'def helper(): pass',
    },
    origins: { router: 'app/api/routes.py#router', helper: 'app/api/helpers.py#helper' },
  },
]);

describeGraph('Go', [
  {
    it: 'maps module paths to folders, through replace and several modules',
    from: 'cmd/api/main.go',
    files: {
      'go.mod':
        'module github.com/acme/shop\nrequire (\n  github.com/gin-gonic/gin v1.9.0\n  github.com/acme/lib v0.0.0\n)\nreplace github.com/acme/lib => ./third/lib\n',
      'cmd/api/main.go':
        'package main\nimport ("github.com/acme/shop/users"; "github.com/acme/lib/log"; "github.com/gin-gonic/gin/binding"; "net/http"; "github.com/acme/tool/x")\n',
      'users/users.go': 'package users\nfunc Register() {}\n',
      'users/more.go': 'package users\nfunc other() { Register() }\n',
      'users/users_test.go': 'package users\n',
      'third/lib/log/log.go': 'package log\n',
      'tool/go.mod': 'module github.com/acme/tool\n',
      'tool/x/x.go': 'package x\n',
    },
    imports: [
      'github.com/acme/shop/users → users/more.go users/users.go',
      'github.com/acme/lib/log → third/lib/log/log.go',
      'github.com/gin-gonic/gin/binding → github.com/gin-gonic/gin',
      'net/http → net/http',
      'github.com/acme/tool/x → tool/x/x.go',
    ],
    origins: { 'users.Register': 'users/users.go#Register' },
  },
  {
    it: 'knows the names of the own package',
    from: 'users/more.go',
    files: { 'users/users.go': 'package users\nfunc Register() {}\n', 'users/more.go': 'package users\n' },
    origins: { Register: 'users/users.go#Register' },
  },
]);

describeGraph('Java', [
  {
    it: 'finds classes by import, wildcard, static import and in the own package',
    from: 'src/main/java/com/acme/web/UserController.java',
    files: {
      'src/main/java/com/acme/web/UserController.java': `package com.acme.web;
import com.acme.user.User; import com.acme.repo.*; import static com.acme.util.Strings.trim; import java.util.List; import com.acme.gen.Made;
class UserController extends BaseController { UserRepository users; Map.Entry e; }`,
      'src/main/java/com/acme/web/BaseController.java': 'package com.acme.web;\nclass BaseController {}',
      'src/main/java/com/acme/user/User.java': 'package com.acme.user;\npublic class User {}',
      'src/main/java/com/acme/repo/UserRepository.java': 'package com.acme.repo;\npublic interface UserRepository {}',
      'src/main/java/com/acme/repo/Unused.java': 'package com.acme.repo;\npublic class Unused {}',
      'src/main/java/com/acme/util/Strings.java': 'package com.acme.util;\npublic class Strings {}',
      'src/main/java/com/acme/gen/Other.java': 'package com.acme.gen;\npublic class Other {}',
    },
    imports: [
      'com.acme.user.User → src/main/java/com/acme/user/User.java',
      'com.acme.repo.* → src/main/java/com/acme/repo/UserRepository.java',
      'com.acme.util.Strings → src/main/java/com/acme/util/Strings.java',
      'java.util.List → java.util',
      'com.acme.gen.Made → ?',
      '~BaseController → src/main/java/com/acme/web/BaseController.java',
    ],
    origins: {
      User: 'src/main/java/com/acme/user/User.java#User',
      UserRepository: 'src/main/java/com/acme/repo/UserRepository.java#UserRepository',
      BaseController: 'src/main/java/com/acme/web/BaseController.java#BaseController',
    },
  },
]);

describeGraph('C#', [
  {
    it: 'narrows namespaces to the types that are used',
    from: 'Api/OrdersController.cs',
    files: {
      'Api/Api.csproj': '<Project/>',
      'Api/GlobalUsings.cs': 'global using Shop.Global;',
      'Api/OrdersController.cs': `using Shop.Domain;\nusing Shop.Extensions;\nusing System;\nnamespace Shop.Api;\npublic class OrdersController : BaseController { Order o; Wide w; void M() { x.AddShop(); } }`,
      'Api/BaseController.cs': 'namespace Shop.Api;\npublic class BaseController {}',
      'Domain/Order.cs': 'namespace Shop.Domain;\npublic class Order {}',
      'Domain/Unused.cs': 'namespace Shop.Domain;\npublic class Unused {}',
      'Domain/ShopExtensions.cs':
        'namespace Shop.Extensions;\npublic static class ShopExtensions { public static void AddShop(this X x) {} }',
      'Domain/Wide.cs': 'namespace Shop.Global;\npublic class Wide {}',
    },
    imports: [
      'Shop.Domain → Domain/Order.cs',
      'Shop.Extensions → Domain/ShopExtensions.cs',
      'System → System',
      '~BaseController → Api/BaseController.cs',
      '~Wide → Domain/Wide.cs',
    ],
  },
]);

describeGraph('PHP', [
  {
    it: 'finds classes by use, by qualified name and in the own namespace',
    from: 'app/Http/Controllers/UserController.php',
    files: {
      'app/Http/Controllers/UserController.php': `<?php\nnamespace App\\Http\\Controllers;\nuse App\\Models\\User; use App\\Services; use Illuminate\\Http\\Request; use Closure;\nrequire __DIR__ . '/../../helpers.php';\nclass UserController extends Controller { function a(User $u) { new \\App\\Other(); Services\\Mailer::send(); } }`,
      'app/Http/Controllers/Controller.php': '<?php\nnamespace App\\Http\\Controllers;\nclass Controller {}',
      'app/Models/User.php': '<?php\nnamespace App\\Models;\nclass User {}',
      'app/Services/Mailer.php': '<?php\nnamespace App\\Services;\nclass Mailer {}',
      'app/Other.php': '<?php\nnamespace App;\nclass Other {}',
      'app/helpers.php': '<?php\n',
    },
    imports: [
      'App\\Models\\User → app/Models/User.php',
      'App\\Services → ?',
      'Illuminate\\Http\\Request → Illuminate\\Http',
      'Closure → ?',
      './../../helpers.php → app/helpers.php',
      '~Controller → app/Http/Controllers/Controller.php',
      '~\\App\\Other → app/Other.php',
      '~Services\\Mailer → app/Services/Mailer.php',
    ],
    origins: { User: 'app/Models/User.php#User', Controller: 'app/Http/Controllers/Controller.php#Controller' },
  },
]);

describeGraph('Ruby', [
  {
    it: 'finds required files and autoloaded constants by nesting',
    from: 'app/controllers/admin/users_controller.rb',
    files: {
      'app/controllers/admin/users_controller.rb': `require 'shop/tool'\nrequire 'json'\nrequire_relative '../concerns/paged'\nmodule Admin\n  class UsersController < ApplicationController\n    def index; User.all; Policy.new; Set.new; ::User; Dup; end\n  end\nend`,
      'app/controllers/application_controller.rb': 'class ApplicationController; end',
      'app/controllers/concerns/paged.rb': 'module Paged; end',
      'app/models/user.rb': 'class User; end',
      'app/policies/policy.rb': 'class Policy; end',
      'app/policies/admin/policy.rb': 'module Admin\n  class Policy; end\nend',
      'lib/shop/tool.rb': 'module Shop; end',
      'lib/set.rb': 'class Set; end',
      'lib/one.rb': 'class Dup; end',
      'lib/two.rb': 'class Dup; end',
    },
    imports: [
      'shop/tool → lib/shop/tool.rb',
      'json → json',
      '../concerns/paged → app/controllers/concerns/paged.rb',
      '~ApplicationController → app/controllers/application_controller.rb',
      '~User → app/models/user.rb',
      '~Policy → app/policies/admin/policy.rb',
    ],
    origins: { Policy: 'app/policies/admin/policy.rb#Policy' },
  },
]);

describeGraph('Rust', [
  {
    it: 'finds modules by crate, self, super, workspace crate and renamed dependency',
    from: 'crates/api/src/routes/users.rs',
    files: {
      'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n',
      'crates/api/Cargo.toml':
        '[package]\nname = "shop-api"\n[dependencies]\nstore = { package = "shop-store", path = "../store" }\n',
      'crates/api/src/lib.rs': 'pub mod routes; pub mod db;',
      'crates/api/src/db.rs': 'pub struct Pool;',
      'crates/api/src/routes/mod.rs': 'pub mod users; pub use crate::db::Pool; pub fn all() {}',
      'crates/api/src/routes/users.rs':
        'use crate::db::Pool; use super::all; use crate::routes; use store::models::User; use shop_store::Store; use axum::Router; use super::Pool as P;',
      'crates/store/Cargo.toml': '[package]\nname = "shop-store"\n',
      'crates/store/src/lib.rs': 'pub mod models; pub struct Store;',
      'crates/store/src/models.rs': 'pub struct User;',
    },
    imports: [
      'crate::db → crates/api/src/db.rs',
      'super → crates/api/src/routes/mod.rs',
      'crate → crates/api/src/routes/mod.rs',
      'store::models → crates/store/src/models.rs',
      'shop_store → crates/store/src/lib.rs',
      'axum → axum',
      'super → crates/api/src/routes/mod.rs',
    ],
    origins: {
      Pool: 'crates/api/src/db.rs#Pool',
      all: 'crates/api/src/routes/mod.rs#all',
      User: 'crates/store/src/models.rs#User',
      P: 'crates/api/src/db.rs#Pool',
    },
  },
]);

describe('ImportGraph', () => {
  it('names the files that import a file, each once', async () => {
    const { model } = await analyzeSources([], {
      'a.ts': `import { x } from './c'; import type { y } from './c';`,
      'b.ts': `export * from './c';`,
      'c.ts': 'export const x = 1;',
    });
    assert.deepEqual(model.imports.importersOf('c.ts'), ['a.ts', 'b.ts']);
    assert.deepEqual(model.imports.importersOf('a.ts'), []);
    assert.deepEqual(model.imports.resolve('a.ts', './b'), { files: ['b.ts'] });
  });
});

describeGraph('Kotlin', [
  {
    it: 'finds classes and top-level functions of packages, with Java beside it',
    from: 'src/main/kotlin/a/Main.kt',
    files: {
      'src/main/kotlin/a/Main.kt':
        'package a\nimport b.User\nimport b.total\nimport kotlinx.coroutines.launch\nclass Main(val other: Other)\n',
      'src/main/kotlin/a/Other.kt': 'package a\nclass Other\n',
      'src/main/java/b/User.java': 'package b;\npublic class User {}\n',
      'src/main/kotlin/b/Extensions.kt': 'package b\nfun User.total() = 1\n',
    },
    imports: [
      'b.User → src/main/java/b/User.java',
      'b.total → src/main/kotlin/b/Extensions.kt',
      'kotlinx.coroutines.launch → kotlinx.coroutines',
      '~Other → src/main/kotlin/a/Other.kt',
    ],
  },
]);

describeGraph('Elixir', [
  {
    it: 'finds modules by name and alias',
    from: 'lib/shop/orders.ex',
    files: {
      'lib/shop/orders.ex':
        'defmodule Shop.Orders do\n  alias Shop.Users.User\n  use Phoenix.Controller\n  def a, do: Shop.Repo.all(User)\nend\n',
      'lib/shop/repo.ex': 'defmodule Shop.Repo do\nend\n',
      'lib/shop/user.ex': 'defmodule Shop.Users.User do\nend\n',
    },
    imports: ['Shop.Users.User → lib/shop/user.ex', 'Phoenix.Controller → Phoenix', '~Shop.Repo → lib/shop/repo.ex'],
  },
]);

describeGraph('C and C++', [
  {
    it: 'finds headers beside the file, by their path, and leaves the system its own',
    from: 'src/net/a.c',
    files: {
      'src/net/a.c':
        '#include "b.h"\n#include "core/log.h"\n#include <core/log.h>\n#include <string.h>\n#include "gone.h"\n',
      'src/net/b.h': '',
      'include/core/log.h': '',
      'src/compat/string.h': '',
    },
    imports: [
      'b.h → src/net/b.h',
      'core/log.h → include/core/log.h',
      '<core/log.h> → include/core/log.h',
      '<string.h> → string.h',
      'gone.h → ?',
    ],
  },
]);
