import { describeGraph } from './describeGraph';

describeGraph('names written out where they are used', [
  {
    it: 'follows types that a module of TypeScript hands on as types alone',
    from: 'src/a.ts',
    files: {
      'src/a.ts': "import type { Cup } from './index';\n",
      'src/index.ts': "export type { Cup } from './cup';\n",
      'src/cup.ts': 'export interface Cup {}\n',
    },
    origins: { Cup: 'src/cup.ts#Cup' },
  },
  {
    it: 'finds classes of Java by their whole names, outside of imports and comments',
    from: 'src/main/java/a/Main.java',
    files: {
      'src/main/java/a/Main.java':
        'package a;\nimport c.Cup;\n// see shop.b.Bowl\nclass Main {\n  shop.b.Cup cup = new shop.b.Cup();\n  Object o = shop.plate().Plate;\n}\n',
      'src/main/java/b/Cup.java': 'package shop.b;\npublic class Cup {}\n',
      'src/main/java/b/Bowl.java': 'package shop.b;\npublic class Bowl {}\n',
      'src/main/java/c/Cup.java': 'package c;\npublic class Cup {}\n',
    },
    imports: ['c.Cup → src/main/java/c/Cup.java', '~shop.b.Cup → src/main/java/b/Cup.java'],
  },
  {
    it: 'finds classes of the own package in a part of the build that is asked for, itself or through another',
    from: 'app/src/main/kotlin/a/Main.kt',
    files: {
      'settings.gradle.kts': 'include(":app", ":coreData", ":base", ":tools")\n',
      'app/build.gradle.kts': 'dependencies {\n  implementation(project(":coreData"))\n}\n',
      'coreData/build.gradle.kts': 'dependencies {\n  api(project(":base"))\n}\n',
      'base/build.gradle.kts': '',
      'tools/build.gradle.kts': '',
      'app/src/main/kotlin/a/Main.kt': 'package a\nclass Main(val cup: Cup, val bowl: Bowl, val tool: Tool)\n',
      'coreData/src/main/kotlin/a/Cup.kt': 'package a\nclass Cup\n',
      'base/src/main/kotlin/a/Bowl.kt': 'package a\nclass Bowl\n',
      'tools/src/main/kotlin/a/Tool.kt': 'package a\nclass Tool\n',
    },
    imports: ['~Cup → coreData/src/main/kotlin/a/Cup.kt', '~Bowl → base/src/main/kotlin/a/Bowl.kt'],
  },
  {
    it: 'finds no class for another platform, and of what several declare none from what they share',
    from: 'core/jvm/src/main/scala/a/Run.scala',
    files: {
      'core/jvm/src/main/scala/a/Run.scala': 'package a\nclass Run(q: Queue, p: Platform, c: Cup)\n',
      'core/jvm-native/src/main/scala/a/Cup.scala': 'package a\nclass Cup\n',
      'core/js/src/main/scala/a/Queue.scala': 'package a\nclass Queue\n',
      'core/js/src/main/scala/a/Platform.scala': 'package a\nclass Platform\n',
      'core/native/src/main/scala/a/Platform.scala': 'package a\nclass Platform\n',
      'core/jvm/src/main/scala/a/Platform.scala': 'package a\nclass Platform\n',
    },
    imports: ['~Platform → core/jvm/src/main/scala/a/Platform.scala'],
  },
  {
    it: 'finds in what all platforms of Kotlin share no class of one of them',
    from: 'src/commonMain/kotlin/a/Run.kt',
    files: {
      'src/commonMain/kotlin/a/Run.kt': 'package a\nclass Run(val cup: Cup, val bowl: Bowl)\n',
      'src/commonMain/kotlin/a/Cup.kt': 'package a\nexpect class Cup\n',
      'src/jvmMain/kotlin/a/Cup.kt': 'package a\nactual class Cup\n',
      'src/jvmMain/kotlin/a/Bowl.kt': 'package a\nclass Bowl\n',
    },
    imports: ['~Cup → src/commonMain/kotlin/a/Cup.kt'],
  },
  {
    it: 'finds classes of the own package in a module of Maven that is asked for',
    from: 'web/src/main/java/a/Main.java',
    files: {
      'core/pom.xml': '<project><artifactId>shop-core</artifactId></project>',
      'web/pom.xml':
        '<project><artifactId>shop-web</artifactId><dependencies><dependency><groupId>a</groupId><artifactId>shop-core</artifactId></dependency></dependencies></project>',
      'core/src/main/java/a/Cup.java': 'package a;\npublic class Cup {}\n',
      'web/src/main/java/a/Main.java': 'package a;\nclass Main { Cup cup; }\n',
    },
    imports: ['~Cup → core/src/main/java/a/Cup.java'],
  },
  {
    it: 'finds what a function of Python imports deep within its branches, once',
    from: 'shop/a.py',
    files: {
      'shop/__init__.py': '',
      'shop/a.py':
        'import os; import shop.cup\n\n\nclass A:\n    def b(self):\n        if self:\n            try:\n                for c in self:\n                    from shop import bowl\n            finally:\n                pass\n',
      'shop/cup.py': '',
      'shop/bowl.py': '',
    },
    imports: ['os → os', 'shop.cup → shop/cup.py', 'shop → shop/bowl.py'],
  },
  {
    it: 'finds modules of Elixir within strings and templates, below the own one, and through an alias of an alias',
    from: 'lib/a.ex',
    files: {
      'lib/a.ex':
        'defmodule Shop.A do\n  alias __MODULE__.{Cup}\n  alias Shop.Store\n  alias Store.Bowl\n  def a(%__MODULE__.Plate{}), do: "Shop.Fork: #{Shop.Log.show(1)} Shop.Fork"\n  def b(assigns) do\n    ~H"""\n    <b class={Shop.Style.of(:a)}>Shop.Fork</b>\n    """\n  end\nend\n',
      'lib/cup.ex': 'defmodule Shop.A.Cup do\nend\n',
      'lib/plate.ex': 'defmodule Shop.A.Plate do\nend\n',
      'lib/store.ex': 'defmodule Shop.Store do\nend\n',
      'lib/bowl.ex': 'defmodule Shop.Store.Bowl do\nend\n',
      'lib/log.ex': 'defmodule Shop.Log do\nend\n',
      'lib/style.ex': 'defmodule Shop.Style do\nend\n',
      'lib/fork.ex': 'defmodule Shop.Fork do\nend\n',
    },
    imports: [
      'Shop.A.Cup → lib/cup.ex',
      'Shop.Store → lib/store.ex',
      'Store.Bowl → lib/bowl.ex',
      '~__MODULE__.Plate → lib/plate.ex',
      '~Shop.Log → lib/log.ex',
      '~Shop.Style → lib/style.ex',
    ],
  },
  {
    it: 'finds types of C# by their whole names, by those below a namespace around, and one that a property is called after',
    from: 'Web/A.cs',
    files: {
      'Web/A.cs':
        'namespace Shop.Web;\nclass A {\n  object a = new Shop.Data.Cup();\n  object b = Models.Bowl.Empty;\n  Key<int> Key { get; set; }\n}\n',
      'Data/Cup.cs': 'namespace Shop.Data;\npublic class Cup {}\n',
      'Models/Bowl.cs': 'namespace Shop.Models;\npublic class Bowl {}\n',
      'Web/Key.cs': 'namespace Shop.Web;\npublic class Key<T> {}\n',
    },
    imports: ['~Key → Web/Key.cs', '~Cup → Data/Cup.cs', '~Bowl → Models/Bowl.cs'],
  },
  {
    it: 'finds types of C# in projects that a file names which the project takes in',
    from: 'Mods/Pay/A.cs',
    files: {
      'Mods/Pay/Pay.csproj': '<Project><Import Project="..\\..\\Build\\Mod.props" /></Project>',
      'Build/Mod.props': '<Project><ProjectReference Include="..\\..\\Core\\Core.csproj" /></Project>',
      'Core/Core.csproj': '<Project />',
      'Mods/Pay/A.cs': 'namespace Shop;\nclass A {\n  Cup a;\n}\n',
      'Core/Cup.cs': 'namespace Shop;\npublic class Cup {}\n',
    },
    imports: ['~Cup → Core/Cup.cs'],
  },
  {
    it: 'finds who calls an extension of C# that one file has, and not which of several is meant',
    from: 'Web/A.cs',
    files: {
      'Web/A.cs': 'using Shop.Texts;\nnamespace Shop.Web;\nclass A {\n  bool a = b.IsFilled() && c.ToLabel();\n}\n',
      'Texts/TextExtensions.cs':
        'namespace Shop.Texts;\npublic static class TextExtensions {\n  public static bool IsFilled(this string text) => true;\n}\n',
      'Texts/ListExtensions.cs':
        'namespace Shop.Texts;\npublic static class ListExtensions {\n  public static bool IsFilled(this Pile pile) => true;\n}\n',
      'Texts/LabelExtensions.cs':
        'namespace Shop.Texts;\npublic static class LabelExtensions {\n  public static bool ToLabel(this int count) => true;\n}\n',
    },
    imports: ['Shop.Texts → Texts/LabelExtensions.cs'],
  },
  {
    it: 'finds constants of Ruby within strings, and a class by a value that it has of another',
    from: 'app/a.rb',
    files: {
      'app/bowl.rb': 'class Bowl\n  include Sized\nend\n',
      'app/a.rb':
        'class A\n  # it\'s "\n  def b = puts("Fork #{Cup.new} Fork", \'Fork #{Fork}\', Bowl::SIZES[:big])\nend\n',
      'app/cup.rb': 'class Cup\nend\n',
      'app/fork.rb': 'class Fork\nend\n',
    },
    imports: ['~Cup → app/cup.rb', '~Bowl::SIZES → app/bowl.rb'],
  },
  {
    it: 'finds paths of Rust that stand in the code, through modules that were brought in, and none of its tests',
    from: 'src/main.rs',
    files: {
      'Cargo.toml': '[package]\nname = "shop"\n',
      'src/main.rs':
        'mod cup;\nmod shelf;\nmod bowl;\nuse crate::shelf;\n// bowl::wash()\nfn main() -> Result<(), crate::cup::Error> {\n  shelf::plate::take("bowl::wash()");\n  std::mem::drop(1);\n}\n#[cfg(test)]\nmod tests {\n  fn a() { crate::bowl::wash(); }\n}\n',
      'src/cup.rs': 'pub struct Error;',
      'src/bowl.rs': 'pub fn wash() {}',
      'src/shelf/mod.rs': 'pub mod plate;',
      'src/shelf/plate.rs': 'pub fn take() {}',
    },
    imports: [
      'self::cup → src/cup.rs',
      'self::shelf → src/shelf/mod.rs',
      'self::bowl → src/bowl.rs',
      'crate → src/shelf/mod.rs',
      '~crate::cup::Error → src/cup.rs',
      '~crate::shelf::plate::take → src/shelf/plate.rs',
    ],
  },
]);
