import type { DataModelFacts } from '../modelFact';

/** `schema.sql`, `schema.mysql`. */
const isScript = /\.\w{0,4}sql$/i;

/** Rails (in Ruby or as a dump) and Prisma write the state beside the history: what the migrations below it say is nothing new. */
export function withoutRetold(
  files: readonly (readonly [string, DataModelFacts])[],
): (readonly [string, DataModelFacts])[] {
  const states = new Set(
    files.flatMap(([path]) => {
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      if (/(?:^|\/)(?:schema\.rb|structure\.sql)$/.test(path)) return [`${folder}migrate/`];
      return path.endsWith('.prisma') ? [`${folder}migrations/`] : [];
    }),
  );
  const isRetold = (path: string): boolean => {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1))
      // Histories of further databases of Rails lie beside: each has a dump of its own, or is history.
      if (states.has(path.slice(0, end + 1).replace(/[^/]{1,60}_migrate\/$/, 'migrate/'))) return true;
    return false;
  };
  // A whole schema in SQL is what a new installation gets; the scripts below it bring older ones there.
  const schemas = files.flatMap(([path, facts]) =>
    isScript.test(path) && tablesMadeBy(facts).length >= 3 ? [path] : [],
  );
  const upgrade = /^(.*?\/|)(?:upgrades?|updates?|patch(?:es)?)\//i;
  const whole = new Set(schemas.map((path) => path.slice(0, path.lastIndexOf('/') + 1)));
  // Where they make few of its tables and many others, it is only what the history begins with.
  const within = new Map([...whole].map((folder) => [folder, new Set<string>()]));
  for (const [path, facts] of files)
    for (const table of tablesMadeBy(facts)) within.get(path.slice(0, path.lastIndexOf('/') + 1))?.add(table);
  for (const [folder, known] of within) {
    const made = new Set(files.flatMap(([path, facts]) => (upgrade.exec(path)?.[1] === folder ? namedBy(facts) : [])));
    const again = [...known].filter((table) => made.has(table)).length;
    if (again < known.size * leastKnown && made.size - again >= Math.max(3, known.size / 2)) whole.delete(folder);
  }
  // So do those in a folder for one kind of database, beside `mysql.initial.sql`.
  const ofDialect = new Set(schemas.flatMap((path) => initial.exec(path)?.[1] ?? []));
  const isUpgrade = (path: string): boolean =>
    whole.has(upgrade.exec(path)?.[1] ?? '-') || ofDialect.has(path.slice(0, path.lastIndexOf('/')));
  const retold = retellingUpgrades(files);
  const isBelow = (path: string): boolean => retold.some((folder) => path.startsWith(folder));
  return files.filter(([path]) => !isRetold(path) && !isUpgrade(path) && !isBelow(path));
}

/** One or the other table may be made anew. */
const leastKnown = 0.4;

const tablesMadeBy = ({ steps = [] }: DataModelFacts): string[] =>
  steps.flatMap((step) => (step.op === 'create' ? [step.model.name.toLowerCase()] : []));

const namedBy = (facts: DataModelFacts): string[] => [
  ...tablesMadeBy(facts),
  ...(facts.steps ?? []).flatMap((step) => (step.op === 'rename' ? [step.to.toLowerCase()] : [])),
];

/** `sql/mysql` of `sql/mysql.initial.sql`. */
const initial = /^(.*)[._-](?:initial|install|full|complete)\.sql$/i;

/** What a new installation runs: the whole schema, by its name and its size. */
const installs = /(?:^|\/)[\w.-]{0,40}(?:install|schema|create|structure)[\w.-]{0,40}\.\w{0,4}sql$/i;
const upgradeFolder = /^(.*?(?:^|\/)(?:upgrad(?:e|es|er|ers)|updates?|patch(?:es)?)\/)/i;
const leastRetold = 0.8;

/** Folders of upgrades, wherever they lie, that make hardly a table which the schema of a new installation does not. */
function retellingUpgrades(files: readonly (readonly [string, DataModelFacts])[]): string[] {
  const whole = files.flatMap(([path, facts]) =>
    installs.test(path) && !upgradeFolder.test(path) ? [new Set(tablesMadeBy(facts))] : [],
  );
  const full = whole.toSorted((a, b) => b.size - a.size)[0] ?? new Set<string>();
  if (full.size < 10) return [];
  const made = new Map<string, Set<string>>();
  const gone = new Map<string, string[]>();
  for (const [path, facts] of files) {
    const folder = upgradeFolder.exec(path)?.[1];
    if (folder === undefined || !isScript.test(path)) continue;
    const tables = made.get(folder) ?? new Set();
    made.set(folder, tables);
    for (const table of tablesMadeBy(facts)) tables.add(table);
    for (const step of facts.steps ?? [])
      if (step.op === 'drop' || step.op === 'rename') gone.set(folder, [...(gone.get(folder) ?? []), step.table]);
  }
  // What they made for a while counts for nothing.
  for (const [folder, names] of gone)
    for (const name of names.map((one) => one.toLowerCase())) if (!full.has(name)) made.get(folder)?.delete(name);
  return [...made].flatMap(([folder, tables]) => {
    const again = [...tables].filter((table) => full.has(table)).length;
    return tables.size > 0 && again >= tables.size * leastRetold ? [folder] : [];
  });
}
