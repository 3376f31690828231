/** A file and its commands: `line | kind | name | run | does`. */
export const commandExamples: readonly {
  readonly path: string;
  readonly text: string;
  readonly commands: readonly string[];
}[] = [
  {
    path: 'package.json',
    text: '{"name": "@o/tool",\n"scripts": {"build": "tsc"},\n"bin": "cli.js"}',
    commands: ['2 | script | build | npm run build | tsc', '3 | binary | tool | tool | cli.js'],
  },
  {
    path: 'composer.json',
    text: '{"scripts": {\n"test": ["@lint", "phpunit"],\n"post-install-cmd": "x"}}',
    commands: ['2 | script | test | composer test | @lint && phpunit'],
  },
  {
    path: 'deno.json',
    text: '{"tasks": {\n"dev": "deno run x.ts"}}',
    commands: ['2 | task | dev | deno task dev | deno run x.ts'],
  },
  {
    path: 'apps/api/project.json',
    text: '{"name": "api", "targets": {\n"serve": {"executor": "@nx/js:node"}}}',
    commands: ['2 | task | serve | nx serve api | @nx/js:node'],
  },
  {
    path: 'Makefile',
    text: 'CC := gcc\n.PHONY: test build\ntest: build ## run\n\t@go test ./...\nbuild:\n\tgo build\nout/%.o: %.c\n\tcc\n',
    commands: ['3 | make | test | make test | go test ./...', '5 | make | build | make build | go build'],
  },
  {
    path: 'Makefile',
    text: 'all: a b\ntest: deps | $(BIN)\n\t@echo x\nmanifests: $(GEN)\n',
    commands: [
      '1 | make | all | make all | make a b',
      '2 | make | test | make test',
      '4 | make | manifests | make manifests',
    ],
  },
  {
    path: 'justfile',
    text: 'set shell := ["bash"]\nx := "1"\ntest name="a": build\n    cargo test\n',
    commands: ['3 | task | test | just test | cargo test'],
  },
  {
    path: 'Taskfile.yml',
    text: "version: '3'\ntasks:\n  build:\n    cmds:\n      - go build\n  test:\n    cmd: go test\n",
    commands: ['3 | task | build | task build | go build', '6 | task | test | task test | go test'],
  },
  { path: 'Procfile', text: 'web: gunicorn app\n', commands: ['1 | task | web | gunicorn app | gunicorn app'] },
  {
    path: 'lib/tasks/db.rake',
    text: 'namespace :db do\n  # task :no\n  task seed: :environment do\n    x\n  end\nend\ntask :top\n',
    commands: ['3 | task | db:seed | rake db:seed', '7 | task | top | rake top'],
  },
  {
    path: 'pyproject.toml',
    text: '[project.scripts]\ntool = "app:main"\n[tool.poe.tasks]\ntest = "pytest"\nlint.cmd = "ruff"\n',
    commands: [
      '2 | binary | tool | tool | app:main',
      '4 | script | test | poe test | pytest',
      '5 | script | lint | poe lint | ruff',
    ],
  },
  {
    path: 'pyproject.toml',
    text: '[project]\nname = "a"\n\n[tool.poe.tasks.test]\ncmd = "pytest"\n',
    commands: ['4 | script | test | poe test | pytest'],
  },
  { path: 'Pipfile', text: '[scripts]\ntest = "pytest"\n', commands: ['2 | script | test | pipenv run test | pytest'] },
  {
    path: 'tox.ini',
    text: '[tox]\nenvlist = py\n[testenv:lint]\ncommands =\n    ruff check\n[testenv:docs]\ndeps = x\n',
    commands: ['3 | task | lint | tox -e lint | ruff check', '6 | task | docs | tox -e docs'],
  },
  {
    path: 'tox.toml',
    text: '[env_run_base]\ncommands = [["pytest", { replace = "posargs" }]]\n\n[env.lint]\ncommands = [["ruff", "check"], ["mypy"]]\n',
    commands: ['1 | task | test | tox | pytest', '4 | task | lint | tox -e lint | ruff check'],
  },
  {
    path: 'pyproject.toml',
    text: '[tool.tox.env.type]\ncommands = [["mypy", "cups"]]\n',
    commands: ['1 | task | type | tox -e type | mypy cups'],
  },
  {
    path: 'pixi.toml',
    text: '[tasks]\ntest = { cmd = "pytest" }\n',
    commands: ['2 | script | test | pixi run test | pytest'],
  },
  {
    path: 'noxfile.py',
    text: 'import nox\n\n@nox.session\ndef tests(session):\n    pass\n\n@nox.session(name="fast")\ndef f(session):\n    pass\n',
    commands: ['3 | task | tests | nox -s tests', '7 | task | fast | nox -s fast'],
  },
  {
    path: 'setup.py',
    text: 'setup(\n  entry_points={\n    "console_scripts": [\n      "tool = app.cli:main",\n    ],\n    "app.plugins": [\n      "mail = app.mail:Mail",\n    ],\n  },\n)\n',
    commands: ['4 | binary | tool | tool | app.cli:main'],
  },
  {
    path: 'mix.exs',
    text: '  defp aliases do\n    [\n      setup: ["deps.get", "ecto.setup"],\n      "ecto.reset": [\n        "ecto.drop",\n        "ecto.create"\n      ]\n    ]\n  end\n',
    commands: [
      '3 | task | setup | mix setup | deps.get, ecto.setup',
      '4 | task | ecto.reset | mix ecto.reset | ecto.drop, ecto.create',
    ],
  },
  {
    path: '.cargo/config.toml',
    text: '[alias]\nxtask = "run -p xtask --"\n',
    commands: ['2 | task | xtask | cargo xtask | run -p xtask --'],
  },
  {
    path: 'Cargo.toml',
    text: '[package]\nname = "a"\n[[bin]]\nname = "tool"\n',
    commands: ['4 | binary | tool | cargo run --bin tool'],
  },
  {
    path: 'docker-compose.yml',
    text: 'services:\n  db:\n    image: postgres:15\n  app:\n    image: shop/app\n    build: .\nvolumes:\n  x:\n',
    commands: [
      '2 | task | db | docker compose up db | image postgres:15',
      '4 | task | app | docker compose up app | build',
    ],
  },
  {
    path: 'Dockerfile',
    text: 'FROM x\nCMD ["old"]\nCMD ["node", "server.js"]\n',
    commands: ['3 | task | container | node server.js'],
  },
  {
    path: 'Dockerfile',
    text: 'FROM x AS base\nENTRYPOINT ["sh"]\nFROM y\nENTRYPOINT ["python"]\nCMD ["cups.py"]\n',
    commands: ['5 | task | container | python cups.py'],
  },
  {
    path: '.github/workflows/ci.yml',
    text: 'name: CI\non: push\njobs:\n  test:\n    steps:\n      - run: |\n          set -e\n          npm test\n      - run: npm run lint\n',
    commands: ['4 | job | CI / test | npm test; npm run lint'],
  },
  {
    path: '.github/workflows/app.yml',
    text: 'name: App\non: push\njobs:\n  test:\n    steps:\n      - run: fvm install\n      - run: fvm flutter pub get\n      - run: fvm flutter analyze\n      - run: fvm flutter test --coverage\n',
    commands: ['4 | job | App / test | fvm flutter analyze; fvm flutter test --coverage'],
  },
  {
    path: '.github/workflows/ios.yml',
    text: 'name: Phone\non: push\njobs:\n  test:\n    steps:\n      - run: node -v\n      - run: uv run pytest tests -v\n      - run: composer i --no-dev\n      - run: |\n          php -S localhost:80 &\n          set -o pipefail && \\\n          xcodebuild test\n',
    commands: ['4 | job | Phone / test | uv run pytest tests -v; set -o pipefail && xcodebuild test'],
  },
  {
    path: '.gitlab-ci.yml',
    text: 'stages:\n  - test\n.hidden:\n  script: x\nunit:\n  script:\n    - pytest\n    - ruff\n',
    commands: ['5 | job | unit | pytest; ruff'],
  },
  {
    path: '.gitlab-ci.yml',
    text: '.base: &base\n  stage: test\nbuild:\n  script:\n    - *setup\n    - make all\nrelease:\n  <<: *base\n',
    commands: ['3 | job | build | make all', '7 | job | release'],
  },
  {
    path: '.gitlab-ci/build.yml',
    text: 'pack:\n  script:\n    - make image\n',
    commands: ['1 | job | pack | make image'],
  },
  {
    path: '.circleci/config.yml',
    text: 'version: 2\njobs:\n  build:\n    steps:\n      - run: npm ci\n      - run: npm test\n',
    commands: ['3 | job | build | npm test'],
  },
  {
    path: 'azure-pipelines.yml',
    text: "trigger:\n- main\njobs:\n- job: Linux # fast\n  pool:\n    vmImage: ubuntu-latest\n  steps:\n  - script: |\n      npm ci\n      npm test\n  - template: steps.yml\n- deployment: 'Ship'\n  strategy:\n    runOnce:\n      deploy:\n        steps:\n          - bash: make ship\n",
    commands: ['4 | job | azure-pipelines / Linux | npm test', '12 | job | azure-pipelines / Ship | make ship'],
  },
  {
    path: 'azure-pipelines.yml',
    text: 'stages:\n  - stage: Build\n    jobs:\n      - job: All\n        steps:\n          - script: dotnet test\n',
    commands: ['4 | job | azure-pipelines / All | dotnet test'],
  },
  {
    path: 'azure-pipelines.yml',
    text: 'stages:\n  - stage: Build\n    jobs:\n      - job: All\n      - template: more.yml\n',
    commands: [],
  },
  {
    path: 'build/azure-pipelines-pr.yml',
    text: 'steps:\n- task: UseDotNet@2\n- script: dotnet build\n',
    commands: ['1 | job | azure-pipelines-pr | dotnet build'],
  },
  {
    path: 'etc/azure/renew-pipeline.yml',
    text: 'schedules:\n- cron: 0 0 23 * *\nsteps:\n- task: Kubernetes@1\n- script: make renew\n',
    commands: ['3 | job | renew-pipeline | make renew'],
  },
  {
    path: 'deploy/cups-pipeline.yml',
    text: 'apiVersion: tekton.dev/v1\nkind: Pipeline\nsteps:\n- script: make renew\n',
    commands: [],
  },
  {
    path: 'mise.toml',
    text: '[tools]\nnode = "22"\n[tasks]\nlint = "eslint ."\n[tasks.build]\ndescription = "x"\nrun = ["tsc", "rollup -c"]\n',
    commands: ['4 | task | lint | mise run lint | eslint .', '5 | task | build | mise run build | tsc && rollup -c'],
  },
  {
    path: '.mise/tasks/db/reset.sh',
    text: '#!/usr/bin/env bash\n# mise description="Again"\nset -e\n\ndropdb shop\n',
    commands: ['1 | task | db:reset | mise run db:reset | dropdb shop'],
  },
];
