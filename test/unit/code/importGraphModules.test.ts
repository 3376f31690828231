import { describeGraph } from './describeGraph';

describeGraph('Python', [
  {
    it: 'lets no imports begin in a package whose module is called as the script of a project',
    from: 'src/shop/cups.py',
    files: {
      'pyproject.toml': '[project]\nname = "shop"\n',
      'src/shop/__init__.py': '',
      'src/shop/cups.py': 'import logging\nfrom shop.database import core\n',
      'src/shop/database/__init__.py': '',
      'src/shop/database/core.py': '',
      'src/shop/database/logging.py': '',
      'src/shop/database/manage.py': '',
    },
    imports: ['logging → logging', 'shop.database → src/shop/database/core.py'],
  },
  {
    it: 'finds modules of the folder that holds a file by its name, though no file makes a package of it',
    from: 'deploy/daemon/server.py',
    files: {
      'pyproject.toml': '[project]\nname = "shop"\n',
      'deploy/daemon/server.py': 'from daemon.contract import PATH\n',
      'deploy/daemon/contract.py': '',
      'deploy/email/send.py': '',
    },
    imports: ['daemon.contract → deploy/daemon/contract.py'],
  },
  {
    it: 'takes a name alone in a package within another for a package of somebody else',
    from: 'free/requests/status.py',
    files: {
      'free/__init__.py': '',
      'free/requests/__init__.py': 'from .status import check\n',
      'free/requests/status.py': 'from requests import Response\n',
    },
    imports: ['requests → requests'],
  },
  {
    it: 'takes a package without a file of its own for no other one of that name',
    from: 'core/shop/cups.py',
    files: {
      'core/pyproject.toml': '[project]\nname = "shop"\n',
      'core/shop/cups.py': 'import shop\nfrom shop import mugs\n',
      'core/shop/mugs.py': '',
      'installer/pyproject.toml': '[project]\nname = "installer"\n',
      'installer/shop/__init__.py': '',
    },
    imports: ['shop → ?', 'shop → core/shop/mugs.py'],
  },
  {
    it: 'takes none of two packages of one name in projects beside',
    from: 'app/main.py',
    files: {
      'app/pyproject.toml': '',
      'app/main.py': 'import shop\nimport shop.cups\nimport mugs\n',
      'core/pyproject.toml': '',
      'core/shop/__init__.py': '',
      'core/shop/cups.py': '',
      'core/mugs/__init__.py': '',
      'installer/pyproject.toml': '',
      'installer/shop/__init__.py': '',
    },
    imports: ['shop → ?', 'shop.cups → core/shop/cups.py', 'mugs → core/mugs/__init__.py'],
  },
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

describeGraph('Dart', [
  {
    it: 'finds files by packages of the project and by paths, and leaves out what stands in texts',
    from: 'apps/shop/lib/src/menu.dart',
    files: {
      'apps/shop/pubspec.yaml': 'name: shop\ndependencies:\n  http: ^1.0.0\n',
      'apps/shop/lib/src/menu.dart': [
        "/* import 'no.dart'; */",
        '// The menu.',
        'library menu;',
        "import 'dart:io';",
        "import 'package:http/http.dart' as http;",
        "import 'package:shop/cup.dart' show Cup, Mug;",
        'import "package:core/core.dart"',
        '    hide Log;',
        "import '../tea.dart' if (dart.library.io) 'tea_io.dart';",
        "export 'gone.dart';",
        "part 'menu.g.dart';",
        "const code = '''",
        "import 'late.dart';",
        "''';",
      ].join('\n'),
      'apps/shop/lib/src/menu.g.dart': "part of 'menu.dart';\n",
      'apps/shop/lib/src/late.dart': '',
      'apps/shop/lib/src/tea_io.dart': '',
      'apps/shop/lib/tea.dart': '',
      'apps/shop/lib/cup.dart': '',
      'packages/core/pubspec.yaml': 'name: core\n',
      'packages/core/lib/core.dart': '',
      'packages/core/example/pubspec.yaml': 'name: core\n',
    },
    imports: [
      'dart:io → ?',
      'package:http/http.dart → http',
      'package:shop/cup.dart → apps/shop/lib/cup.dart',
      'package:core/core.dart → packages/core/lib/core.dart',
      '../tea.dart → apps/shop/lib/tea.dart',
      'tea_io.dart → apps/shop/lib/src/tea_io.dart',
      'gone.dart → ?',
      'menu.g.dart → apps/shop/lib/src/menu.g.dart',
    ],
  },
]);
