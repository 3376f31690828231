/** Linters, formatters, type checkers and hooks. */
export const quality = `
ESLint | tooling | 3 | npm:eslint file:.eslintrc file:.eslintrc.js file:.eslintrc.cjs file:.eslintrc.json file:.eslintrc.yml file:eslint.config.js file:eslint.config.mjs file:eslint.config.ts
Prettier | tooling | 3 | npm:prettier file:.prettierrc file:.prettierrc.json file:.prettierrc.js file:prettier.config.js
Biome | tooling | 3 | npm:@biomejs/biome file:biome.json file:biome.jsonc
oxlint | tooling | 3 | npm:oxlint
TSLint | tooling | 3 | npm:tslint
JSHint | tooling | 3 | npm:jshint file:.jshintrc
StandardJS | tooling | 3 | npm:standard
XO | tooling | 3 | npm:xo
dprint | tooling | 3 | npm:dprint file:dprint.json
Stylelint | tooling | 3 | npm:stylelint file:.stylelintrc.json file:.stylelintrc
markdownlint | tooling | - | npm:markdownlint-cli npm:markdownlint-cli2 file:.markdownlint.json file:.markdownlint.yaml
commitlint | tooling | - | npm:@commitlint/cli
Husky | tooling | - | npm:husky file:.husky/pre-commit
lint-staged | tooling | - | npm:lint-staged
Lefthook | tooling | - | npm:lefthook file:lefthook.yml gem:lefthook
pre-commit | tooling | - | file:.pre-commit-config.yaml pypi:pre-commit
prek | tooling | 3 | pypi:prek
Knip | tooling | - | npm:knip
cspell | tooling | - | npm:cspell
Ruff | tooling | 3 | pypi:ruff tool:ruff file:ruff.toml file:.ruff.toml
Black | tooling | 3 | pypi:black tool:black
isort | tooling | 3 | pypi:isort tool:isort file:.isort.cfg
Flake8 | tooling | 3 | pypi:flake8 tool:flake8 file:.flake8
Pylint | tooling | 3 | pypi:pylint tool:pylint file:.pylintrc
mypy | tooling | 3 | pypi:mypy tool:mypy file:mypy.ini
Pyright | tooling | 3 | pypi:pyright npm:pyright tool:pyright tool:basedpyright pypi:basedpyright file:pyrightconfig.json
ty | tooling | 3 | pypi:ty tool:ty
tox | tooling | 3 | pypi:tox file:tox.ini tool:tox
Nox | tooling | 3 | pypi:nox file:noxfile.py
Bandit | tooling | - | pypi:bandit tool:bandit
djLint | tooling | 3 | pypi:djlint tool:djlint
yamllint | tooling | - | pypi:yamllint file:.yamllint
zizmor | tooling | - | pypi:zizmor file:zizmor.yml
RuboCop | tooling | 3 | gem:rubocop ~gem:rubocop-rails ~gem:rubocop-rails-omakase file:.rubocop.yml
Standard Ruby | tooling | 3 | gem:standard
Brakeman | tooling | 3 | gem:brakeman
bundler-audit | tooling | - | gem:bundler-audit
Sorbet | tooling | 3 | gem:sorbet gem:sorbet-runtime
Steep | tooling | 3 | gem:steep file:Steepfile
Reek | tooling | 3 | gem:reek
erb_lint | tooling | 3 | gem:erb_lint
PHP-CS-Fixer | tooling | 3 | composer:friendsofphp/php-cs-fixer file:.php-cs-fixer.php file:.php-cs-fixer.dist.php file:.php_cs
PHP_CodeSniffer | tooling | 3 | composer:squizlabs/php_codesniffer file:phpcs.xml file:phpcs.xml.dist
PHPStan | tooling | 3 | composer:phpstan/phpstan ~composer:larastan/larastan ~composer:nunomaduro/larastan file:phpstan.neon file:phpstan.neon.dist
Psalm | tooling | 3 | composer:vimeo/psalm file:psalm.xml
Laravel Pint | tooling | 3 | composer:laravel/pint
Rector | tooling | 3 | composer:rector/rector
Spotless | tooling | 3 | plugin:com.diffplug.spotless plugin:com.diffplug.gradle.spotless maven:com.diffplug.spotless:spotless-maven-plugin
Checkstyle | tooling | 3 | plugin:checkstyle maven:com.puppycrawl.tools:checkstyle ~maven:org.apache.maven.plugins:maven-checkstyle-plugin file:checkstyle.xml
PMD | tooling | 3 | plugin:pmd maven:org.apache.maven.plugins:maven-pmd-plugin
SpotBugs | tooling | 3 | plugin:com.github.spotbugs maven:com.github.spotbugs:*
Error Prone | tooling | 3 | maven:com.google.errorprone:error_prone_core plugin:net.ltgt.errorprone
SonarQube | tooling | - | plugin:org.sonarqube maven:org.sonarsource.scanner.maven:* file:sonar-project.properties
ktlint | tooling | 3 | plugin:org.jlleitschuh.gradle.ktlint plugin:org.jmailen.kotlinter maven:com.pinterest:ktlint
detekt | tooling | 3 | plugin:io.gitlab.arturbosch.detekt maven:io.gitlab.arturbosch.detekt:* file:detekt.yml
Spring Java Format | tooling | 3 | plugin:io.spring.javaformat maven:io.spring.javaformat:*
StyleCop | tooling | 3 | nuget:StyleCop.Analyzers
Roslynator | tooling | 3 | nuget:Roslynator.Analyzers
SonarAnalyzer | tooling | - | nuget:SonarAnalyzer.CSharp
CSharpier | tooling | 3 | nuget:CSharpier.MsBuild file:.csharpierrc
golangci-lint | tooling | 3 | file:.golangci.yml file:.golangci.yaml file:.golangci.toml
Revive | tooling | 3 | file:revive.toml
rustfmt | tooling | 3 | file:rustfmt.toml file:.rustfmt.toml
Clippy | tooling | 3 | file:clippy.toml file:.clippy.toml
cargo-deny | tooling | - | file:deny.toml
Credo | tooling | 3 | hex:credo
Dialyxir | tooling | 3 | hex:dialyxir
Sobelow | tooling | 3 | hex:sobelow
Styler | tooling | 3 | hex:styler
flutter_lints | tooling | 3 | pub:flutter_lints pub:lints pub:very_good_analysis
SwiftLint | tooling | 3 | file:.swiftlint.yml
SwiftFormat | tooling | 3 | file:.swiftformat swift:nicklockwood/swiftformat
ShellCheck | tooling | - | file:.shellcheckrc
Hadolint | tooling | - | file:.hadolint.yaml file:.hadolint.yml
EditorConfig | tooling | - | root:.editorconfig
ClangFormat | tooling | 3 | file:.clang-format
Semgrep | tooling | - | file:.semgrep.yml file:.semgrepignore
Gitleaks | tooling | - | file:.gitleaks.toml
Codecov | tooling | - | file:codecov.yml file:.codecov.yml
Coveralls | tooling | - | file:.coveralls.yml npm:coveralls
CodeClimate | tooling | - | file:.codeclimate.yml
`;
