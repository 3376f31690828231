import { describeGraph } from './describeGraph';

describeGraph('C#', [
  {
    it: 'completes a using below a namespace by the namespaces around it',
    from: 'Shop/Orders/Order.cs',
    files: {
      'Shop/Orders/Order.cs':
        'namespace Shop.Orders;\nusing Results;\nusing System;\npublic class Order { Receipt r; }',
      'Shop/Results/Receipt.cs': 'namespace Shop.Results;\npublic class Receipt {}',
    },
    imports: ['Results → Shop/Results/Receipt.cs', 'System → System'],
  },
  {
    it: 'lets projects see each other whose references stand in a file for all of them',
    from: 'src/Api/Order.cs',
    files: {
      'src/Directory.Build.targets': '<Project><ProjectReference Include="..\\Domain\\*.csproj" /></Project>',
      'src/Api/Api.csproj': '<Project/>',
      'src/Api/Order.cs': 'using Shop.Domain;\nnamespace Shop.Api;\npublic class Order { Cup c; }',
      'src/Domain/Domain.csproj': '<Project/>',
      'src/Domain/Cup.cs': 'namespace Shop.Domain;\npublic class Cup {}',
    },
    imports: ['Shop.Domain → src/Domain/Cup.cs'],
  },
  {
    it: 'opens what a project file opens for all of its files, and takes no method for a type',
    from: 'Api/Order.cs',
    files: {
      'Api/Api.csproj':
        '<Project><Using Include="Shop.Domain" /><Using Include="Shop.Text" Alias="T" /><Using Include="Shop.Maker" Static="true" /></Project>',
      'Api/Order.cs': 'namespace Shop.Api;\npublic class Order { Cup c; Word w; void Pour() { Fill(); } }',
      'Api/Fill.cs': 'namespace Shop.Api;\npublic static string Fill<[Kept(Parts.All)] T>(this T cup) => "";',
      'Domain/Cup.cs': 'namespace Shop.Domain;\npublic class Cup {}',
      'Domain/Word.cs': 'namespace Shop.Text;\npublic class Word {}',
    },
    imports: ['~Cup → Domain/Cup.cs'],
  },
  {
    it: 'takes a type of System for no generic one of that name',
    from: 'Shop/Paid.cs',
    files: {
      'Shop/Paid.cs': 'using System;\nnamespace Shop.Orders;\npublic class Paid : EventArgs { Cup c; }',
      'Shop/EventArgs.cs': 'namespace Shop;\npublic class EventArgs<T> : EventArgs {}',
      'Shop/Cup.cs': 'namespace Shop;\npublic class Cup {}',
    },
    imports: ['System → System', '~Cup → Shop/Cup.cs'],
  },
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
  {
    it: 'takes no member that objects have anyway, nor the name of a property, for what lies in a namespace',
    from: 'Api/Orders.cs',
    files: {
      'Api/Orders.cs':
        'using Shop.Helpers;\nnamespace Shop.Api;\npublic class Orders { string Texts { get; set; } Cup Cup { get; } void M() { x.Add(1); x.Wash(); y.Plain(Texts); string.Blank(x); } }',
      'Helpers/ListHelpers.cs':
        'namespace Shop.Helpers;\npublic static class ListHelpers { public static void Add(this X x, int a) {} public static void Plain(X x) {} }',
      'Helpers/CupExtensions.cs':
        'namespace Shop.Helpers;\npublic static class CupExtensions { public static T Wash<T>(this T x) => x; }',
      'Helpers/BlankExtensions.cs':
        'namespace Shop.Helpers;\npublic static class BlankExtensions { public static bool Blank(this string x) => true; }',
      'Helpers/Texts.cs': 'namespace Shop.Helpers;\npublic class Texts {}',
      'Helpers/Cup.cs': 'namespace Shop.Helpers;\npublic class Cup {}',
    },
    imports: ['Shop.Helpers → Helpers/Cup.cs Helpers/CupExtensions.cs'],
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
      'app/controllers/admin/users_controller.rb': `require 'shop/tool'\nrequire 'json'\nrequire_relative '../concerns/paged'\nmodule Admin\n  class UsersController < ApplicationController\n    def index; I18n.t; User.all; Policy.new; Set.new; ::User; Dup; end\n  end\nend`,
      'app/controllers/application_controller.rb': 'class ApplicationController; end',
      'app/controllers/concerns/paged.rb': 'module Paged; end',
      'app/models/user.rb': 'class User; end',
      'app/policies/policy.rb': 'class Policy; end',
      'app/policies/admin/policy.rb': 'module Admin\n  class Policy; end\nend',
      'lib/shop/tool.rb': 'module Shop; end',
      'lib/set.rb': 'class Set; end',
      'lib/more_fallbacks.rb':
        'module I18n\n  module Backend\n    module Fallbacks\n      def translate; end\n    end\n  end\nend',
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
  {
    it: 'takes no word of a text for a class, but what is called within one',
    from: 'app/agents/agent.rb',
    files: {
      'app/agents/agent.rb':
        'class Agent\n  ABOUT = <<~MD\n    Pours for a User, as #{Policy.new} says.\n  MD\n  def go(a) = a <<Cup\nend\n=begin\nTool\n=end\nSet.new\n__END__\nDup',
      ...Object.fromEntries(
        ['User', 'Policy', 'Cup', 'Tool', 'Dup'].map((name) => [`lib/${name.toLowerCase()}.rb`, `class ${name}; end`]),
      ),
    },
    imports: ['~Policy → lib/policy.rb', '~Cup → lib/cup.rb'],
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

describeGraph('Kotlin', [
  {
    it: 'takes no name that every file has, that the file declares itself, or of another part of the build for one of the package',
    from: 'core/src/main/kotlin/a/Main.kt',
    files: {
      'core/src/main/kotlin/a/Main.kt':
        'package a\nclass Main(val name: String, val tag: Tag, val rule: Rule, val other: Other) {\n  class Tag\n}\n',
      'core/src/main/kotlin/a/Other.kt': 'package a\nclass Other\n',
      'core/src/main/kotlin/a/Tag.kt': 'package a\nclass Tag\n',
      'core/src/main/kotlin/a/Strings.kt': 'package a\nfun String(vararg codes: Int) = 1\n',
      'testing/src/main/kotlin/a/Rule.kt': 'package a\nclass Rule\n',
    },
    imports: ['~Other → core/src/main/kotlin/a/Other.kt'],
  },
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
    it: 'finds what is used below an alias that is no module itself',
    from: 'lib/a.ex',
    files: {
      'lib/a.ex': 'defmodule A do\n  alias Shop.Cups\n  def a, do: Cups.Mug.fill()\nend\n',
      'lib/mug.ex': 'defmodule Shop.Cups.Mug do\nend\n',
      'lib/bowl.ex': 'defmodule Shop.Cups.Bowl do\nend\n',
    },
    imports: ['Shop.Cups → lib/mug.ex'],
  },
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
  {
    it: 'takes the beginning of a group of aliases for none of them',
    from: 'lib/shop/orders.ex',
    files: {
      'lib/shop/orders.ex': 'defmodule Shop.Orders do\n  alias Shop.{Repo, Users}\n  alias Shop.Log.{Car}\nend\n',
      'lib/shop.ex': 'defmodule Shop do\nend\n',
      'lib/shop/repo.ex': 'defmodule Shop.Repo do\nend\n',
      'lib/shop/users.ex': 'defmodule Shop.Users do\nend\n',
    },
    imports: ['Shop.Repo → lib/shop/repo.ex', 'Shop.Users → lib/shop/users.ex', 'Shop.Log.Car → Shop'],
  },
]);

describeGraph('C and C++', [
  {
    it: 'finds headers beside the file, by their path, and leaves the system its own',
    from: 'src/net/a.c',
    files: {
      'src/net/a.c':
        '#include "b.h"\n#include "core/log.h"\n#include <core/log.h>\n#include <string.h>\n#include "gone.h"\n#include <shop_cups.h>\n',
      'src/net/b.h': '',
      'include/core/log.h': '',
      'src/compat/string.h': '',
      'src/core/shop_cups.h': '',
    },
    imports: [
      'b.h → src/net/b.h',
      'core/log.h → include/core/log.h',
      '<core/log.h> → include/core/log.h',
      '<string.h> → string.h',
      'gone.h → ?',
      '<shop_cups.h> → src/core/shop_cups.h',
    ],
  },
  {
    it: 'leaves open which of several headers of one name the build takes, unless one is nearer',
    from: 'zfs/arc.c',
    files: {
      'zfs/arc.c': '#include "Platform.h"\n#include "config.h"\n',
      'darwin/Platform.h': '',
      'linux/Platform.h': '',
      'zfs/include/config.h': '',
      'linux/config.h': '',
    },
    imports: ['Platform.h → ?', 'config.h → zfs/include/config.h'],
  },
]);
