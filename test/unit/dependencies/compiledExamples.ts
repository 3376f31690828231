import type { ManifestExample } from './formats';

const remotePackage = (id: string, name: string): string =>
  `\t\t${id} /* XCRemoteSwiftPackageReference "${name}" */ = {\n\t\t\trepositoryURL = "https://example.org/o/${name}.git";\n\t\t\trequirement = {\n\t\t\t\tkind = exactVersion;\n\t\t\t\tversion = 0.2.3;\n\t\t\t};\n\t\t};\n`;
const linkedProduct = (id: string, owner: string): string =>
  `\t\t${id} /* Product */ = {\n\t\t\tisa = XCSwiftPackageProductDependency;\n\t\t\tpackage = ${owner} /* XCRemoteSwiftPackageReference "A" */;\n\t\t};\n`;
const linkingTarget = (id: string, kind: string, products: readonly string[]): string =>
  `\t\t${id} /* Cups */ = {\n\t\t\tpackageProductDependencies = (\n${products.map((one) => `\t\t\t\t${one} /* Product */,\n`).join('')}\t\t\t);\n\t\t\tproductType = "com.apple.product-type.${kind}";\n\t\t};\n`;
const [look, kit, lookProduct, kitProduct] = ['1'.repeat(24), '2'.repeat(24), '3'.repeat(24), '4'.repeat(24)] as const;
const linkedByTargets = [
  remotePackage(look, 'Look'),
  remotePackage(kit, 'Kit'),
  linkingTarget('5'.repeat(24), 'application', [kitProduct]),
  linkingTarget('6'.repeat(24), 'bundle.unit-test', [lookProduct, kitProduct]),
  linkedProduct(lookProduct, look),
  linkedProduct(kitProduct, kit),
].join('');

export const compiledExamples: readonly ManifestExample[] = [
  {
    path: 'pom.xml',
    text: `<?xml version="1.0"?>
<project>
  <groupId>g</groupId><artifactId>a</artifactId>
  <properties><java.version>17</java.version></properties>
  <dependencies>
    <dependency><groupId>org.x</groupId><artifactId>y</artifactId><version>\${y.version}</version></dependency>
    <!-- <dependency><groupId>no</groupId><artifactId>no</artifactId></dependency> -->
    <dependency>
      <groupId>junit</groupId><artifactId>junit</artifactId><scope>test</scope>
    </dependency>
  </dependencies>
</project>`,
    requirements: [`6 runtime org.x:y \${y.version}`, '8 test junit:junit'],
    runtimes: ['4 java 17'],
  },
  {
    path: 'build.gradle',
    text: `plugins {
    id 'org.springframework.boot' version '2.6.3'
}
sourceCompatibility = '11'
dependencies {
    // implementation 'no:no:1'
    implementation 'org.x:y:1.0'
    implementation group: 'org.z', name: 'w', version: '2.0'
    implementation "org.k:v:$kotlinVersion"
    testImplementation platform('org.junit:junit-bom:5.9')
    kapt 'com.g:h:3'
    androidTestAnnotationProcessor "com.g:i:$kotlinVersion"
    freeAnnotationProcessor 'com.g:j:4'
    implementation project(':lib')
}
`,
    requirements: [
      '2 build plugin:org.springframework.boot 2.6.3',
      '7 runtime org.x:y 1.0',
      '8 runtime org.z:w 2.0',
      `9 runtime org.k:v \${kotlinVersion}`,
      '10 test org.junit:junit-bom 5.9',
      '11 build com.g:h 3',
      `12 test com.g:i \${kotlinVersion}`,
      '13 build com.g:j 4',
    ],
    runtimes: ['4 java 11'],
  },
  {
    path: 'app/build.gradle.kts',
    text: `plugins {
    kotlin("jvm") version "1.9.0"
    alias(libs.plugins.ktor)
}
kotlin { jvmToolchain(17) }
dependencies {
    implementation(libs.ktor.server.core)
    testImplementation(kotlin("test"))
}
`,
    requirements: [
      '2 build plugin:org.jetbrains.kotlin.jvm 1.9.0',
      '3 build <libs.plugins.ktor>',
      '7 runtime <libs.ktor.server.core>',
      '8 test org.jetbrains.kotlin:kotlin-test',
    ],
    runtimes: ['5 java 17', '2 kotlin 1.9.0'],
  },
  {
    path: 'shared/build.gradle.kts',
    text: `kotlin {
    sourceSets {
        commonMain { dependencies {
            api(libs.a)
        } }
        commonTest.dependencies {
            implementation(kotlin("test"))
        }
        named("jvmTest") {
            dependencies {
                api(libs.b)
            }
        }
        jvmMain.dependencies { implementation("org.x:y:1") }
    }
}
dependencies {
    liquibaseRuntime("org.yaml:snakeyaml:1.31")
    implementation("org.x:z:1")
}
`,
    requirements: [
      '4 runtime <libs.a>',
      '7 test org.jetbrains.kotlin:kotlin-test',
      '11 test <libs.b>',
      '18 build org.yaml:snakeyaml 1.31',
      '19 runtime org.x:z 1',
    ],
  },
  {
    path: 'go.mod',
    text: 'module example.org/app\n\ngo 1.22\n\nrequire (\n\tgithub.com/a/b v1.2.3\n\tgithub.com/c/d v0.1.0 // indirect\n)\n\nrequire github.com/e/f v2.0.0+incompatible\n\nreplace github.com/a/b => ../b\n',
    requirements: [
      '6 runtime github.com/a/b v1.2.3 path',
      '7 runtime github.com/c/d v0.1.0 indirect',
      '10 runtime github.com/e/f v2.0.0+incompatible',
    ],
    runtimes: ['3 go 1.22'],
  },
  {
    path: 'Cargo.toml',
    text: `[package]
name = "app"
rust-version = "1.75"
[dependencies]
serde = { version = "1.0", features = ["derive"] }
axum.workspace = true
renamed = { package = "real", version = "2" }
[dev-dependencies]
insta = "1"
[target."cfg(not(target_os = \\"linux\\"))".dependencies]
nix = "0.27"
[dependencies.git-one]
git = "https://x/y"
`,
    requirements: [
      '5 runtime serde 1.0',
      '6 runtime axum <workspace:axum>',
      '7 runtime real 2',
      '12 runtime git-one git',
      '9 dev insta 1',
      '11 runtime nix 0.27',
    ],
    runtimes: ['3 rust 1.75'],
  },
  {
    path: 'composer.json',
    text: '{\n"require": {\n"php": ">=8.1",\n"ext-redis": "*",\n"Laravel/Framework": "^10.0"\n},\n"require-dev": {"phpunit/phpunit": "^10"}\n}',
    requirements: ['5 runtime laravel/framework ^10.0', '7 dev phpunit/phpunit ^10'],
    runtimes: ['3 php >=8.1', '4 ext-redis *'],
  },
  {
    path: 'build.sbt',
    text: `def transport = ("io.x" % s"native-$system" % "4.2").classifier(arch)
libraryDependencies ++= Seq("io.x" % "handler" % "4.2", transport)
`,
    requirements: ['1 runtime <io.x:native-$system> 4.2', '2 runtime io.x:handler 4.2'],
  },
  {
    path: 'build.sbt',
    text: `val fs2Version      = "3.1"
libraryDependencySchemes += "a" %% "xml" % VersionScheme.Always; dependencyOverrides ++= Seq("c" %% "shapeless" % "2.3")
lazy val pins = Seq("c" % "pinned" % "1").map(_ % "1") ++ Seq("c" % "pinned-too" % "1")
lazy val core = project.settings(
  dependencyOverrides ++= pins,
  libraryDependencies ++= Seq(
    "org.typelevel" %%% "cats-core" % "2.1", // "no" %% "no" % "1"
    "co.fs2" %% "fs2-io" % fs2Version,
    "org.x" % "y" % "1" % Provided,
    "org.scalameta" %% "munit" % "1.0" % Test
  ) ++ Seq("core", "parser").map("io.circe" %% _ % "0.14")
)
lazy val tests = project.settings(libraryDependencies += "org.z" %% "w" % "1")
addCompilerPlugin("org.k" % "kind" % "0.1")
`,
    requirements: [
      '7 runtime org.typelevel:cats-core 2.1',
      `8 runtime co.fs2:fs2-io \${fs2Version}`,
      '9 build org.x:y 1',
      '10 test org.scalameta:munit 1.0',
      '11 runtime io.circe:core 0.14',
      '11 runtime io.circe:parser 0.14',
      '13 test org.z:w 1',
      '14 build org.k:kind 0.1',
    ],
  },
  {
    path: 'project/Dependencies.scala',
    text: `object Dependencies {
  object V {
    val circe = "0.14"
  }
  def circe(artifact: String): ModuleID = "io.circe" %% s"circe-$artifact" % V.circe
  val core = circe("core")
  val laws = circe("laws")
}
`,
    requirements: [`6 runtime io.circe:circe-core \${V.circe}`, `7 test io.circe:circe-laws \${V.circe}`],
  },
  {
    path: 'Gemfile',
    text: `group :development, :test, :staging do
  gem 'debug'
end
group :test, :production do
  gem 'pg'
end
group :staging do
  gem 'lograge'
end
group :linters do
  gem 'erb_lint'
end
`,
    requirements: ['2 dev debug', '5 runtime pg', '8 runtime lograge', '11 dev erb_lint'],
  },
  {
    path: 'Gemfile',
    text: `source "https://rubygems.org"
ruby "3.2.2"
gem "rails", "~> 7.0", ">= 7.0.4"
# gem "no"
gem "pg", require: false # , github: "o/pg"
gem "fork", github: "o/fork", branch: "main"
group :development, :test do
  gem "rspec-rails"
end
group :test do
  gem "capybara"
end
gem "puma", group: :production
`,
    requirements: [
      '3 runtime rails ~> 7.0, >= 7.0.4',
      '5 runtime pg',
      '6 runtime fork git',
      '8 dev rspec-rails',
      '11 test capybara',
      '13 runtime puma',
    ],
    runtimes: ['2 ruby 3.2.2'],
  },
  {
    path: 'x.gemspec',
    text: 'Gem::Specification.new do |spec|\n  spec.name = "x"\n  spec.required_ruby_version = ">= 3.0"\n  spec.add_dependency "rack", ">= 2"\n  spec.add_development_dependency("rake")\nend\n',
    requirements: ['4 runtime rack >= 2', '5 dev rake'],
    runtimes: ['3 ruby >= 3.0'],
  },
  {
    path: 'src/App.csproj',
    text: `<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Npgsql" Version="8.0.1" />
    <PackageReference Include="Style" PrivateAssets="all"><Version>1.0</Version></PackageReference>
    <PackageReference Update="Given" ExcludeAssets="all" />
  </ItemGroup>
</Project>`,
    requirements: ['4 runtime Npgsql 8.0.1', '5 build Style 1.0'],
    runtimes: ['2 dotnet net8.0'],
  },
  {
    path: 'Directory.Packages.props',
    text: `<Project>
  <ItemGroup Condition="$(MSBuildProjectName.EndsWith('API'))"><PackageReference Include="Npgsql" Version="8.0.1" /></ItemGroup>
  <ItemGroup Condition="$(MSBuildProjectFullPath.Contains('Tests'))">
    <PackageReference Include="nunit" Version="4.0.1" />
  </ItemGroup>
</Project>`,
    requirements: ['2 runtime Npgsql 8.0.1', '4 test nunit 4.0.1'],
  },
  {
    path: 'packages.config',
    text: '<packages>\n<package id="EntityFramework" version="6.4.4" />\n</packages>',
    requirements: ['2 runtime EntityFramework 6.4.4'],
  },
  {
    path: 'global.json',
    text: '{ "sdk": {\n"version": "8.0.100" } }',
    requirements: [],
    runtimes: ['2 dotnet-sdk 8.0.100'],
  },
  {
    path: 'mix.exs',
    text: `defmodule Shop.MixProject do
  @test_envs [:test, :ci]
  @both [:test, :prod]
  defp deps do
    [
      {:floki, "~> 0.36", only: @test_envs},
      {:jason, "~> 1.4", only: @both},
      {:any, "~> 1.0", only: @unknown}
    ]
  end
end
`,
    requirements: ['6 test floki ~> 0.36', '7 runtime jason ~> 1.4', '8 runtime any ~> 1.0'],
  },
  {
    path: 'mix.exs',
    text: `defmodule Shop.MixProject do
  defp cond_deps do
    for {:true, dep} <- [{config(:pam), {:epam, "~> 1.0"}},
                         {config(:redis), {:eredis, "~> 1.7.1"}}], do: dep
  end
end
`,
    requirements: ['3 optional epam ~> 1.0', '4 optional eredis ~> 1.7.1'],
  },
  {
    path: 'mix.exs',
    text: `defmodule App.MixProject do
  def project, do: [app: :app, elixir: "~> 1.15"]
  defp deps do
    [
      {:phoenix, "~> 1.7"},
      # {:no, "~> 1"},
      {:credo, "~> 1.7", only: [:dev, :test], runtime: false},
      {:mine, in_umbrella: true},
      {:fork, git: "https://x/y.git"},
      {:tool,
        "~> 2.0",
        only: :test}
    ]
  end
end
`,
    requirements: [
      '5 runtime phoenix ~> 1.7',
      '7 dev credo ~> 1.7',
      '8 runtime mine path',
      '9 runtime fork git',
      '10 test tool ~> 2.0',
    ],
    runtimes: ['2 elixir ~> 1.15'],
  },
  {
    path: 'pubspec.yaml',
    text: 'name: app\nenvironment:\n  sdk: ^3.0.0\ndependencies:\n  flutter:\n    sdk: flutter\n  http: ^1.1.0\ndev_dependencies:\n  test: any\n',
    requirements: ['5 runtime flutter <sdk>', '7 runtime http ^1.1.0', '9 dev test any'],
    runtimes: ['3 dart ^3.0.0'],
  },
  {
    path: 'Package.swift',
    text: '// swift-tools-version:5.9\nlet package = Package(name: "app", dependencies: [\n  .package(url: "https://github.com/vapor/vapor.git", from: "4.83.1"),\n  .package(url: "https://github.com/x/y", branch: "main"),\n])\n',
    requirements: ['3 runtime vapor/vapor 4.83.1', '4 runtime x/y git'],
    runtimes: ['1 swift 5.9'],
  },
  {
    path: 'Package.swift',
    text: '// swift-tools-version:5.9\nlet package = Package(name: "app", dependencies: [\n  .package(url: "https://github.com/x/Look", from: "1.0.0"),\n  .package(url: "https://github.com/x/both.git", from: "1.0.0"),\n], targets: [\n  .target(name: "App", dependencies: [.product(name: "Both", package: "both")]),\n  .testTarget(name: "Tests", dependencies: ["App", .product(name: "Look", package: "Look"), "Both"]),\n])\n',
    requirements: ['3 test x/look 1.0.0', '4 runtime x/both 1.0.0'],
  },
  {
    path: 'Package.swift',
    text: '// swift-tools-version:6.0\nlet package = Package(name: "app", dependencies: [\n  .package(\n    url: "https://github.com/x/Cups.git",\n    branch: "main",\n    traits: ["Old"]\n  ),\n  .package(url: "https://github.com/x/tea.git", branch: "main"),\n  .package(\n    name: "Pots",\n    url: "https://github.com/x/pots",\n    from: "2.1.0"\n  ),\n], targets: [\n  .binaryTarget(\n    name: "Kit",\n    url: "https://example.org/x/kit.zip"\n  ),\n])\n',
    requirements: ['4 runtime x/cups git', '8 runtime x/tea git', '11 runtime x/pots 2.1.0'],
    runtimes: ['1 swift 6.0'],
  },
  {
    path: 'App.xcodeproj/project.pbxproj',
    text: '\t\t2816F592280CF50500DD548B /* XCRemoteSwiftPackageReference "Kit" */ = {\n\t\t\tisa = XCRemoteSwiftPackageReference;\n\t\t\trepositoryURL = "https://example.org/o/Kit.git";\n\t\t\trequirement = {\n\t\t\t\tkind = exactVersion;\n\t\t\t\tversion = 0.2.3;\n\t\t\t};\n\t\t};\n',
    requirements: ['1 runtime o/kit 0.2.3'],
  },
  {
    path: 'App.xcodeproj/project.pbxproj',
    text: '\t\t2816F592280CF50500DD548B /* XCRemoteSwiftPackageReference "Kit" */ = {\n\t\t\tisa = XCRemoteSwiftPackageReference;\n\t\t\trepositoryURL = "https://example.org/o/Kit.git";\n\t\t\trequirement = {\n\t\t\t\tkind = revision;\n\t\t\t\trevision = 2f9fbb3f;\n\t\t\t};\n\t\t};\n',
    requirements: ['1 runtime o/kit git!'],
  },
  {
    path: 'App.xcodeproj/project.pbxproj',
    text: linkedByTargets,
    requirements: ['1 test o/look 0.2.3', '8 runtime o/kit 0.2.3'],
  },
  {
    path: 'libraries.gradle',
    text: `implLibraries = [
  slf4jApi              : 'org.slf4j:slf4j-api:2.0.18',
  other      : 'org.other:other:1.0'
]
dependencies {
  api 'org.a:b:1.0'
}
`,
    requirements: ['6 runtime org.a:b 1.0'],
  },
  { path: 'requirements/owner.pip', text: '-r developer.pip\n\n# To release\ntox\n', requirements: ['4 dev tox'] },
  { path: 'requirements/engine/hive.txt', text: 'pyhive==0.7\n', requirements: ['1 optional pyhive ==0.7'] },
];
