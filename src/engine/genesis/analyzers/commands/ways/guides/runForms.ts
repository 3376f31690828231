import { buildsService, type GuideForm, has, hasLike, hasModule, hasPath, isCrate, isInstalled } from './guideForm';
import { form, gradle, maven, pom, wrapper } from './tools';

/** How a program is started. */
export const runForms: readonly GuideForm[] = [
  {
    purpose: 'run',
    pattern: /^cargo xtask run$/,
    example: 'cargo xtask run',
    isThere: has('xtask/Cargo.toml', 'xtask/src/main.rs'),
    isOwn: true,
  },
  {
    purpose: 'run',
    pattern: form(String.raw`${maven} (?:spring-boot:run|quarkus:dev(?: -pl '?[\w-]{1,60}'?)?)`),
    example: './mvnw spring-boot:run',
    isThere: pom,
  },
  {
    purpose: 'run',
    pattern: form(String.raw`${gradle} (?::?[\w:-]{1,60}:)?(?:bootRun|run|runIde|runClient|runServer|quarkusDev)`),
    example: './gradlew :server:run',
    isThere: wrapper,
  },
  { purpose: 'run', pattern: form('sbt run'), example: 'sbt run', isThere: has('build.sbt') },
  {
    purpose: 'run',
    pattern: form(String.raw`swift run(?: [A-Z]\w{0,40}(?: serve)?)?`),
    example: 'swift run',
    isThere: has('Package.swift'),
  },
  {
    purpose: 'run',
    pattern: form(String.raw`cargo run(?: (?:-r|--release))?(?: (?:-p|--package) ([\w-]{1,60}))?`),
    example: 'cargo run -p server',
    isThere: isCrate,
  },
  {
    purpose: 'run',
    pattern: form(String.raw`go run (\.{0,2}/?[\w./-]{1,80})(?: serve| server| start)?`),
    example: 'go run ./cmd/server',
    isThere: hasPath,
  },
  {
    purpose: 'run',
    pattern: form(String.raw`dotnet run --project ([\w./-]{1,120})`),
    example: 'dotnet run --project src/Shop',
    isThere: hasPath,
  },
  {
    purpose: 'run',
    pattern: form('flask run(?: --debug)?'),
    example: 'flask run',
    isThere: has('app.py', 'wsgi.py', 'autoapp.py', '.flaskenv'),
  },
  {
    purpose: 'run',
    pattern: form(String.raw`uvicorn ([\w.]{1,80}:\w{1,40})(?: --reload)?`),
    example: 'uvicorn app.main:app --reload',
    isThere: hasModule,
  },
  {
    purpose: 'run',
    pattern:
      /^(?:(?:(?:uv|poetry|pipenv|pdm) run )?python3?|(?:uv|poetry|pipenv|pdm) run) (?:\.\/)?([\w/-]{1,80}\.py)(?: run(?:server)?)?$/,
    example: 'python app.py',
    isThere: hasPath,
  },
  {
    purpose: 'run',
    pattern: form('(?:bin/)?rails s(?:erver)?'),
    example: 'rails server',
    isThere: has('config/application.rb'),
  },
  {
    purpose: 'run',
    pattern: form(String.raw`(?:iex -S )?mix phx\.server`),
    example: 'mix phx.server',
    isThere: has('mix.exs'),
  },
  {
    purpose: 'run',
    pattern: /^(?:(?:pnpm|yarn|bun|npx|cargo|npm run|pnpm run) )tauri dev$/,
    example: 'pnpm tauri dev',
    isThere: has('src-tauri/tauri.conf.json', 'src-tauri/tauri.conf.json5'),
  },
  {
    purpose: 'run',
    pattern: /^qbs run -p [\w.-]{1,60}$/,
    example: 'qbs run -p cups',
    isThere: hasLike(/^[^/]{1,60}\.qbs$/),
  },
  {
    // At the top what is given to it is of its own kind: `python train.py settings/small.py`.
    purpose: 'run',
    pattern: /^python3? ([\w-]{1,60}\.py)(?: -{0,2}[\w./-]{1,60}(?:=[\w./-]{1,60})?){1,4}$/,
    example: 'python train.py settings/small.py',
    isThere: hasPath,
  },
  {
    purpose: 'run',
    pattern: form(String.raw`python3? -m (\w{1,60})`),
    example: 'python -m cups',
    isThere: (place) => has(`${place.named}/__main__.py`, `src/${place.named}/__main__.py`)(place),
  },
  {
    purpose: 'run',
    pattern: /^symfony (?:serve|server:start)(?: -d)?$/,
    example: 'symfony serve',
    isThere: has('bin/console'),
  },
  {
    purpose: 'run',
    pattern: /^lein (?:run|ring server(?:-headless)?)$/,
    example: 'lein run',
    isThere: has('project.clj'),
  },
  {
    purpose: 'run',
    pattern: /^skaffold (?:run|dev)$/,
    example: 'skaffold dev',
    isThere: has('skaffold.yaml'),
    isLast: true,
  },
  {
    purpose: 'run',
    pattern: form('([a-z][\\w-]{1,40}) (?:serve|server|start|runserver)'),
    example: 'cups serve',
    isThere: isInstalled,
    isLast: true,
  },
  { purpose: 'run', pattern: /^(?:fvm )?flutter run$/, example: 'flutter run', isThere: has('lib/main.dart') },
  {
    purpose: 'run',
    pattern: /^docker(?:-| )compose(?: -f ([\w./-]{1,80}))? (?:watch|up(?: (?:-d|--build|--detach|--watch)){0,2})$/,
    example: 'docker compose up -d',
    isThere: buildsService,
    isLast: true,
  },
];
