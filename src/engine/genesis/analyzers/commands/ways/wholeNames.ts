import { type Purpose, purposeOf } from '../purposes';

/** `build-translations` builds translations. */
const wholeBuild = /^(?:build|compile|package|all|bundle|assemble)(?:[:.-](?:all|prod|production))?$/i;
const neutral: Readonly<Partial<Record<Purpose, RegExp>>> = {
  'set up': /^(?:dev|deps|dependencies|requirements|all|local|env|setup|install)$/i,
  run: /^(?:dev|development|local|all|app|server)$/i,
  test: /^(?:tests?|unit|all|once|run|local|full|js|ts|py|php|go|rust)$/i,
  lint: /^(?:all|check|run|code|js|ts|css|py|python|php|go|rust|ruby|eslint)$/i,
  format: /^(?:all|run|code|write|fix|js|ts|py|python|php|go|rust)$/i,
  'type-check': /^(?:all|run|types?)$/i,
};

/** `db:migrate`, `migrate-up`, `db-migration`: words of a name that all speak of moving the one database. */
const migrationWord =
  /^(?:db|database|schema|ecto|prisma|knex|alembic|migrat(?:e|ions?)|up|run|latest|apply|deploy|dev|push)$/i;

/** `web:dev`, `run-postgres` and `sleepit:build` are about one part, as `build` and `test:unit` are not. */
export function isWhole(name: string, purpose: Purpose): boolean {
  if (purpose === 'build') return wholeBuild.test(name);
  // Tests of the whole by its windows or its network are a kind of tests.
  if (purpose === 'test' && /^e2e/i.test(name)) return false;
  if (/^dev-?setup$/i.test(name)) return purpose === 'set up';
  if (/^(?:type-?check|check[:-]types)$/i.test(name)) return purpose === 'type-check';
  const [first = name, ...rest] = name.replace(/^run[-_]?(?=tests?\b)/i, '').split(/[:._-]/);
  if (purpose === 'migrate') return [first, ...rest].every((word) => migrationWord.test(word));
  const words = neutral[purpose];
  if (words === undefined) return first === name;
  return purposeOf(first) === purpose && rest.every((word) => words.test(word));
}
