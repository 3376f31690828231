/** Package managers, builders, bundlers and what ties a repository together. */
export const buildTools = `
npm | tooling | - | file:package-lock.json file:npm-shrinkwrap.json runtime:npm
Yarn | tooling | - | file:yarn.lock file:.yarnrc.yml runtime:yarn
pnpm | tooling | - | file:pnpm-lock.yaml file:pnpm-workspace.yaml runtime:pnpm
Bower | tooling | - | file:bower.json npm:bower
Pipenv | tooling | - | file:Pipfile
Poetry | tooling | - | file:poetry.lock tool:poetry
uv | tooling | - | file:uv.lock tool:uv
PDM | tooling | - | file:pdm.lock tool:pdm
Hatch | tooling | - | tool:hatch pypi:hatchling
pip-tools | tooling | - | pypi:pip-tools
Conda | tooling | - | file:environment.yml file:environment.yaml file:meta.yaml+file:conda_build_config.yaml
setuptools | tooling | - | file:setup.py tool:setuptools pypi:setuptools
Flit | tooling | - | tool:flit pypi:flit-core
Maturin | tooling | - | tool:maturin pypi:maturin
Bundler | tooling | - | file:Gemfile
Rake | tooling | - | gem:rake file:Rakefile
Composer | tooling | - | file:composer.json
Gradle | tooling | - | file:build.gradle file:build.gradle.kts file:settings.gradle file:settings.gradle.kts
Maven | tooling | - | file:pom.xml
sbt | tooling | - | file:build.sbt
Bazel | tooling | - | root:WORKSPACE root:WORKSPACE.bazel root:MODULE.bazel
Buck2 | tooling | - | root:.buckconfig
Pants | tooling | - | root:pants.toml
CMake | tooling | - | file:CMakeLists.txt
Meson | tooling | - | file:meson.build
Make | tooling | - | root:Makefile root:makefile root:GNUmakefile
just | tooling | - | file:justfile file:Justfile file:.justfile
Task | tooling | - | file:Taskfile.yml file:Taskfile.yaml
Mise | tooling | - | file:mise.toml file:.mise.toml
asdf | tooling | - | file:.tool-versions
Nix | tooling | - | file:flake.nix file:shell.nix file:default.nix
Devbox | tooling | - | file:devbox.json
Dev Containers | tooling | - | file:.devcontainer/devcontainer.json file:.devcontainer.json
NuGet | tooling | - | file:nuget.config file:NuGet.Config file:NuGet.config file:packages.config file:Directory.Packages.props
Cake | tooling | - | file:build.cake nuget:Cake.Frosting
NUKE | tooling | - | nuget:Nuke.Common
Cargo | tooling | - | file:Cargo.toml
Mix | tooling | - | file:mix.exs
Swift Package Manager | tooling | - | file:Package.swift
CocoaPods | tooling | - | file:Podfile
Carthage | tooling | - | file:Cartfile
fastlane | tooling | - | file:fastlane/Fastfile gem:fastlane
Tuist | tooling | - | file:Tuist.swift file:Tuist/Config.swift
Webpack | tooling | - | npm:webpack file:webpack.config.js file:webpack.config.ts
Vite | tooling | - | npm:vite ~composer:pentatrion/vite-bundle ~gem:vite_rails file:vite.config.js file:vite.config.ts
Rollup | tooling | - | npm:rollup
esbuild | tooling | - | npm:esbuild ~hex:esbuild ~gem:jsbundling-rails
Parcel | tooling | - | npm:parcel npm:parcel-bundler
Rspack | tooling | - | npm:@rspack/core npm:@rspack/cli
Rsbuild | tooling | - | npm:@rsbuild/core
tsup | tooling | - | npm:tsup
tsdown | tooling | - | npm:tsdown
unbuild | tooling | - | npm:unbuild
SWC | tooling | - | npm:@swc/core npm:@swc/cli
Babel | tooling | - | npm:@babel/core npm:babel-core npm:babel-cli file:babel.config.js file:.babelrc
ts-node | tooling | - | npm:ts-node npm:ts-node-dev
tsx | tooling | - | npm:tsx
nodemon | tooling | - | npm:nodemon
PM2 | tooling | - | npm:pm2 file:ecosystem.config.js file:ecosystem.config.cjs
Grunt | tooling | - | npm:grunt file:Gruntfile.js
Gulp | tooling | - | npm:gulp file:gulpfile.js
Browserify | tooling | - | npm:browserify
Laravel Mix | tooling | - | npm:laravel-mix file:webpack.mix.js
Webpack Encore | tooling | - | npm:@symfony/webpack-encore composer:symfony/webpack-encore-bundle
Symfony AssetMapper | tooling | - | composer:symfony/asset-mapper
Create React App | tooling | - | npm:react-scripts
Vue CLI | tooling | - | npm:@vue/cli-service
Angular CLI | tooling | - | npm:@angular/cli file:angular.json
Nx | tooling | - | npm:nx npm:@nrwl/workspace npm:@nx/workspace file:nx.json
Turborepo | tooling | - | npm:turbo file:turbo.json
Lerna | tooling | - | npm:lerna file:lerna.json
Rush | tooling | - | file:rush.json
moon | tooling | - | file:.moon/workspace.yml
Changesets | tooling | - | npm:@changesets/cli file:.changeset/config.json
semantic-release | tooling | - | npm:semantic-release pypi:python-semantic-release
release-please | tooling | - | file:release-please-config.json npm:release-please
GoReleaser | tooling | - | file:.goreleaser.yml file:.goreleaser.yaml
Air | tooling | - | file:.air.toml
Sprockets | tooling | - | gem:sprockets gem:sprockets-rails
Propshaft | tooling | - | gem:propshaft
importmap | tooling | - | gem:importmap-rails
Webpacker | tooling | - | gem:webpacker gem:shakapacker npm:@rails/webpacker npm:shakapacker
Bootsnap | tooling | - | gem:bootsnap
Spring (Rails preloader) | tooling | - | gem:spring
Foreman | tooling | - | gem:foreman
Lombok | tooling | - | maven:org.projectlombok:lombok plugin:io.freefair.lombok
KSP | tooling | - | plugin:com.google.devtools.ksp
Jib | tooling | - | plugin:com.google.cloud.tools.jib maven:com.google.cloud.tools:jib-maven-plugin
Shadow | tooling | - | plugin:com.github.johnrengelman.shadow plugin:com.gradleup.shadow
GraalVM Native Image | tooling | - | plugin:org.graalvm.buildtools.native maven:org.graalvm.buildtools:*
ProGuard / R8 | tooling | - | file:proguard-rules.pro
build_runner | tooling | - | pub:build_runner
Melos | tooling | - | pub:melos file:melos.yaml
freezed | tooling | - | pub:freezed pub:freezed_annotation
Buf | tooling | - | file:buf.yaml file:buf.gen.yaml
OpenAPI Generator | tooling | - | plugin:org.openapi.generator npm:@openapitools/openapi-generator-cli file:openapitools.json
GraphQL Code Generator | tooling | - | npm:@graphql-codegen/cli
wasm-pack | tooling | - | cargo:wasm-bindgen npm:wasm-pack
cross | tooling | - | file:Cross.toml
xtask | tooling | - | file:xtask/Cargo.toml
dotenv | tooling | - | npm:dotenv pypi:python-dotenv gem:dotenv gem:dotenv-rails composer:vlucas/phpdotenv cargo:dotenvy cargo:dotenv hex:dotenvy
`;
