/** Package managers, builders, bundlers and what ties a repository together. */
export const buildTools = `
npm | tooling | 1 | file:package-lock.json file:npm-shrinkwrap.json runtime:npm
Yarn | tooling | 1 | file:yarn.lock file:.yarnrc.yml runtime:yarn
pnpm | tooling | 1 | file:pnpm-lock.yaml file:pnpm-workspace.yaml runtime:pnpm
Bower | tooling | 1 | file:bower.json npm:bower
Pipenv | tooling | 1 | file:Pipfile
Poetry | tooling | 1 | file:poetry.lock tool:poetry
uv | tooling | 1 | file:uv.lock tool:uv
PDM | tooling | 1 | file:pdm.lock tool:pdm
Hatch | tooling | 1 | tool:hatch pypi:hatchling
pip-tools | tooling | 1 | pypi:pip-tools
Conda | tooling | 1 | file:environment.yml file:environment.yaml file:meta.yaml+file:conda_build_config.yaml
setuptools | tooling | 1 | file:setup.py tool:setuptools pypi:setuptools
Flit | tooling | 1 | tool:flit pypi:flit-core
Maturin | tooling | 1 | tool:maturin pypi:maturin
Bundler | tooling | 1 | file:Gemfile
Rake | tooling | 1 | gem:rake file:Rakefile
Composer | tooling | 1 | file:composer.json
Gradle | tooling | 1 | file:build.gradle file:build.gradle.kts file:settings.gradle file:settings.gradle.kts
Maven | tooling | 1 | file:pom.xml
sbt | tooling | 1 | file:build.sbt
Bazel | tooling | 1 | root:WORKSPACE root:WORKSPACE.bazel root:MODULE.bazel
Buck | tooling | 1 | root:.buckconfig
Pants | tooling | 1 | root:pants.toml
CMake | tooling | 1 | file:CMakeLists.txt
Meson | tooling | 1 | file:meson.build
Make | tooling | 1 | root:Makefile root:makefile root:GNUmakefile
just | tooling | 1 | file:justfile file:Justfile file:.justfile
Task | tooling | 1 | file:Taskfile.yml file:Taskfile.yaml
Mise | tooling | - | file:mise.toml file:.mise.toml
asdf | tooling | - | file:.tool-versions
Nix | tooling | 4 | file:flake.nix file:shell.nix file:default.nix
Devbox | tooling | - | file:devbox.json
Dev Containers | tooling | - | file:.devcontainer/devcontainer.json file:.devcontainer.json
NuGet | tooling | 1 | file:nuget.config file:NuGet.Config file:NuGet.config file:packages.config file:Directory.Packages.props
Cake | tooling | 1 | file:build.cake nuget:Cake.Frosting
NUKE | tooling | 1 | nuget:Nuke.Common
Cargo | tooling | 1 | file:Cargo.toml
Mix | tooling | 1 | file:mix.exs
Swift Package Manager | tooling | 1 | file:Package.swift
CocoaPods | tooling | 1 | file:Podfile
Carthage | tooling | 1 | file:Cartfile
fastlane | tooling | 4 | file:fastlane/Fastfile gem:fastlane
Tuist | tooling | 1 | file:Tuist.swift file:Tuist/Config.swift
Webpack | tooling | 2 | npm:webpack file:webpack.config.js file:webpack.config.ts
Vite | tooling | 2 | npm:vite ~composer:pentatrion/vite-bundle ~gem:vite_rails file:vite.config.js file:vite.config.ts
Rollup | tooling | 2 | npm:rollup
esbuild | tooling | 2 | npm:esbuild ~hex:esbuild ~gem:jsbundling-rails
Parcel | tooling | 2 | npm:parcel npm:parcel-bundler
Rspack | tooling | 2 | npm:@rspack/core npm:@rspack/cli
Rsbuild | tooling | 2 | npm:@rsbuild/core
tsup | tooling | 2 | npm:tsup
tsdown | tooling | 2 | npm:tsdown
unbuild | tooling | 2 | npm:unbuild
SWC | tooling | 2 | npm:@swc/core npm:@swc/cli
Babel | tooling | 2 | npm:@babel/core npm:babel-core npm:babel-cli file:babel.config.js file:.babelrc
ts-node | tooling | - | npm:ts-node npm:ts-node-dev
tsx | tooling | - | npm:tsx
nodemon | tooling | - | npm:nodemon
PM2 | tooling | - | npm:pm2 file:ecosystem.config.js file:ecosystem.config.cjs
Grunt | tooling | 1 | npm:grunt file:Gruntfile.js
Gulp | tooling | 1 | npm:gulp file:gulpfile.js
Browserify | tooling | 2 | npm:browserify
Laravel Mix | tooling | 2 | npm:laravel-mix file:webpack.mix.js
Webpack Encore | tooling | 2 | npm:@symfony/webpack-encore composer:symfony/webpack-encore-bundle
Symfony AssetMapper | tooling | 2 | composer:symfony/asset-mapper
Create React App | tooling | 2 | npm:react-scripts
Vue CLI | tooling | 2 | npm:@vue/cli-service
Angular CLI | tooling | 2 | npm:@angular/cli file:angular.json
Nx | tooling | 1 | npm:nx npm:@nrwl/workspace npm:@nx/workspace file:nx.json
Turborepo | tooling | 1 | npm:turbo file:turbo.json
Lerna | tooling | 1 | npm:lerna file:lerna.json
Rush | tooling | 1 | file:rush.json
moon | tooling | 1 | file:.moon/workspace.yml
Changesets | tooling | 4 | npm:@changesets/cli file:.changeset/config.json
semantic-release | tooling | 4 | npm:semantic-release pypi:python-semantic-release
release-please | tooling | 4 | file:release-please-config.json npm:release-please
GoReleaser | tooling | 4 | file:.goreleaser.yml file:.goreleaser.yaml
Air | tooling | - | file:.air.toml
Sprockets | tooling | 2 | gem:sprockets gem:sprockets-rails
Propshaft | tooling | 2 | gem:propshaft
importmap | tooling | 2 | gem:importmap-rails
Webpacker | tooling | 2 | gem:webpacker gem:shakapacker npm:@rails/webpacker npm:shakapacker
Bootsnap | tooling | - | gem:bootsnap
Spring (Rails preloader) | tooling | - | gem:spring
Foreman | tooling | - | gem:foreman
Lombok | tooling | 2 | maven:org.projectlombok:lombok plugin:io.freefair.lombok
KSP | tooling | 2 | plugin:com.google.devtools.ksp
Jib | tooling | 2 | plugin:com.google.cloud.tools.jib maven:com.google.cloud.tools:jib-maven-plugin
Shadow | tooling | 2 | plugin:com.github.johnrengelman.shadow plugin:com.gradleup.shadow
GraalVM Native Image | tooling | 2 | plugin:org.graalvm.buildtools.native maven:org.graalvm.buildtools:*
ProGuard / R8 | tooling | 2 | file:proguard-rules.pro
build_runner | tooling | 2 | pub:build_runner
Melos | tooling | 1 | pub:melos file:melos.yaml
freezed | tooling | 2 | pub:freezed pub:freezed_annotation
Buf | tooling | 2 | file:buf.yaml file:buf.gen.yaml
OpenAPI Generator | tooling | 2 | plugin:org.openapi.generator npm:@openapitools/openapi-generator-cli file:openapitools.json
GraphQL Code Generator | tooling | 2 | npm:@graphql-codegen/cli
wasm-bindgen | tooling | 2 | cargo:wasm-bindgen
wasm-pack | tooling | 2 | npm:wasm-pack
cross | tooling | - | file:Cross.toml
xtask | tooling | - | file:xtask/Cargo.toml
dotenv | tooling | - | npm:dotenv pypi:python-dotenv gem:dotenv gem:dotenv-rails composer:vlucas/phpdotenv cargo:dotenvy cargo:dotenv hex:dotenvy
`;
