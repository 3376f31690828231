/** Linters, formatters, type checkers and hooks. */
export const quality = `
ESLint | tooling | - | npm:eslint file:.eslintrc file:.eslintrc.js file:.eslintrc.cjs file:.eslintrc.json file:.eslintrc.yml file:eslint.config.js file:eslint.config.mjs file:eslint.config.ts
Prettier | tooling | - | npm:prettier file:.prettierrc file:.prettierrc.json file:.prettierrc.js file:prettier.config.js
Biome | tooling | - | npm:@biomejs/biome file:biome.json file:biome.jsonc
oxlint | tooling | - | npm:oxlint
TSLint | tooling | - | npm:tslint
JSHint | tooling | - | npm:jshint file:.jshintrc
StandardJS | tooling | - | npm:standard
XO | tooling | - | npm:xo
dprint | tooling | - | npm:dprint file:dprint.json
Stylelint | tooling | - | npm:stylelint file:.stylelintrc.json file:.stylelintrc
markdownlint | tooling | - | npm:markdownlint-cli npm:markdownlint-cli2 file:.markdownlint.json file:.markdownlint.yaml
commitlint | tooling | - | npm:@commitlint/cli
Husky | tooling | - | npm:husky file:.husky/pre-commit
lint-staged | tooling | - | npm:lint-staged
Lefthook | tooling | - | npm:lefthook file:lefthook.yml gem:lefthook
pre-commit | tooling | - | file:.pre-commit-config.yaml pypi:pre-commit
prek | tooling | - | pypi:prek
Knip | tooling | - | npm:knip
cspell | tooling | - | npm:cspell
Ruff | tooling | - | pypi:ruff tool:ruff file:ruff.toml file:.ruff.toml
Black | tooling | - | pypi:black tool:black
isort | tooling | - | pypi:isort tool:isort file:.isort.cfg
Flake8 | tooling | - | pypi:flake8 tool:flake8 file:.flake8
Pylint | tooling | - | pypi:pylint tool:pylint file:.pylintrc
mypy | tooling | - | pypi:mypy tool:mypy file:mypy.ini
Pyright | tooling | - | pypi:pyright npm:pyright tool:pyright tool:basedpyright pypi:basedpyright file:pyrightconfig.json
ty | tooling | - | pypi:ty tool:ty
Bandit | tooling | - | pypi:bandit tool:bandit
djLint | tooling | - | pypi:djlint tool:djlint
yamllint | tooling | - | pypi:yamllint file:.yamllint
zizmor | tooling | - | pypi:zizmor file:zizmor.yml
RuboCop | tooling | - | gem:rubocop ~gem:rubocop-rails ~gem:rubocop-rails-omakase file:.rubocop.yml
Standard Ruby | tooling | - | gem:standard
Brakeman | tooling | - | gem:brakeman
bundler-audit | tooling | - | gem:bundler-audit
Sorbet | tooling | - | gem:sorbet gem:sorbet-runtime
Steep | tooling | - | gem:steep file:Steepfile
Reek | tooling | - | gem:reek
erb_lint | tooling | - | gem:erb_lint
PHP-CS-Fixer | tooling | - | composer:friendsofphp/php-cs-fixer file:.php-cs-fixer.php file:.php-cs-fixer.dist.php file:.php_cs
PHP_CodeSniffer | tooling | - | composer:squizlabs/php_codesniffer file:phpcs.xml file:phpcs.xml.dist
PHPStan | tooling | - | composer:phpstan/phpstan ~composer:larastan/larastan ~composer:nunomaduro/larastan file:phpstan.neon file:phpstan.neon.dist
Psalm | tooling | - | composer:vimeo/psalm file:psalm.xml
Laravel Pint | tooling | - | composer:laravel/pint
Rector | tooling | - | composer:rector/rector
Spotless | tooling | - | plugin:com.diffplug.spotless plugin:com.diffplug.gradle.spotless maven:com.diffplug.spotless:spotless-maven-plugin
Checkstyle | tooling | - | plugin:checkstyle maven:com.puppycrawl.tools:checkstyle ~maven:org.apache.maven.plugins:maven-checkstyle-plugin file:checkstyle.xml
PMD | tooling | - | plugin:pmd maven:org.apache.maven.plugins:maven-pmd-plugin
SpotBugs | tooling | - | plugin:com.github.spotbugs maven:com.github.spotbugs:*
Error Prone | tooling | - | maven:com.google.errorprone:error_prone_core plugin:net.ltgt.errorprone
SonarQube | tooling | - | plugin:org.sonarqube maven:org.sonarsource.scanner.maven:* file:sonar-project.properties
ktlint | tooling | - | plugin:org.jlleitschuh.gradle.ktlint plugin:org.jmailen.kotlinter maven:com.pinterest:ktlint
detekt | tooling | - | plugin:io.gitlab.arturbosch.detekt maven:io.gitlab.arturbosch.detekt:* file:detekt.yml
Spring Java Format | tooling | - | plugin:io.spring.javaformat maven:io.spring.javaformat:*
StyleCop | tooling | - | nuget:StyleCop.Analyzers
Roslynator | tooling | - | nuget:Roslynator.Analyzers
SonarAnalyzer | tooling | - | nuget:SonarAnalyzer.CSharp
CSharpier | tooling | - | nuget:CSharpier.MsBuild file:.csharpierrc
golangci-lint | tooling | - | file:.golangci.yml file:.golangci.yaml file:.golangci.toml
Revive | tooling | - | file:revive.toml
rustfmt | tooling | - | file:rustfmt.toml file:.rustfmt.toml
Clippy | tooling | - | file:clippy.toml file:.clippy.toml
cargo-deny | tooling | - | file:deny.toml
Credo | tooling | - | hex:credo
Dialyxir | tooling | - | hex:dialyxir
Sobelow | tooling | - | hex:sobelow
Styler | tooling | - | hex:styler
flutter_lints | tooling | - | pub:flutter_lints pub:lints pub:very_good_analysis
SwiftLint | tooling | - | file:.swiftlint.yml
SwiftFormat | tooling | - | file:.swiftformat swift:nicklockwood/swiftformat
ShellCheck | tooling | - | file:.shellcheckrc
Hadolint | tooling | - | file:.hadolint.yaml file:.hadolint.yml
EditorConfig | tooling | - | root:.editorconfig
ClangFormat | tooling | - | file:.clang-format
Semgrep | tooling | - | file:.semgrep.yml file:.semgrepignore
Gitleaks | tooling | - | file:.gitleaks.toml
Codecov | tooling | - | file:codecov.yml file:.codecov.yml
Coveralls | tooling | - | file:.coveralls.yml npm:coveralls
CodeClimate | tooling | - | file:.codeclimate.yml
`;
