import type { Route } from '../../../../../shared/inventory';
import type { ScanModel } from '../../../scanModel';
import { dataModelExtractor } from '../../dataModel/dataModelExtractor';
import type { ModelFact, WrittenField } from '../../dataModel/modelFact';
import { routesConclusion } from '../../entryPoints/routesSynthesizer';

/** A field of an entity, and where it is declared. */
export interface KnownField {
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/** What is known of an entity, or of all that bear its name. */
export interface KnownRecord {
  /** As it is declared. */
  readonly name: string;
  /** It has a password: it is who signs in. */
  readonly password?: KnownField;
  /** The field that says whose it is. */
  readonly owner?: KnownField;
  /** A field that only the application, or an administrator, may set. */
  readonly privilege?: KnownField;
  /** What nobody but its owner is to see. */
  readonly isPrivate: boolean;
}

export type KnownRecords = ReadonlyMap<string, KnownRecord>;

const password =
  /^(?:user_?)?(?:password|passwd|pwd|pass|(?:hashed|encrypted|plain)_?password|pass(?:word)?_?(?:hash|digest)|contrasena|clave|senha|mot_?de_?passe|mdp|passwort|kennwort)$/i;
const owner =
  /^(?:user|owner|author|customer|account|creator|created_?by|member|patient|employee|student|seller|buyer|client|person|sender|receiver|recipient|holder|assignee|assigned_?to|belongs_?to|usuario|cliente|utilisateur)(?:_?(?:id|uuid|name|ref|fk))?$|^(?:user|owner|author|customer)_\w{2,8}_id$/i;
const privilege =
  /^(?:roles?|role_?id|user_?role|user_?type|is_?(?:admin|staff|superuser|super_?admin|verified|approved|premium|vip)|admin|balance|credits?|wallet|privileges?|permissions?|access_?level|saldo|rol)$/i;
const privateField =
  /balance|card_?(?:number|no)|iban|ssn|salary|birth|diagnos|medical|phone|mobile|^(?:\w{1,12}_)?address|total_?(?:amount|price)?$|account_?(?:number|no)|passport|secret|saldo/i;
const privateName =
  /order|invoice|payment|transaction|transfer|message|mail|address|card|wallet|cart|basket|booking|reservation|ticket|document|note|secret|credential|patient|appointment|prescription|loan|salary|employee|customer|account|receipt|statement|claim|medical|record|vehicle|factura|pedido|todo|task/i;

/** Without case, number and what people put at the end: `OrderEntity`, `orders` and `orderRepository` are `order`. */
export function keyOf(name: string): string {
  const plain = name
    .replace(/^_+|[^A-Za-z0-9]/g, '')
    .replace(
      /(?:Entity|Model|Document|Schema|Table|Repository|Repo|Service|Impl|Dao|DAO|Mapper|Manager|Stor(?:e|age)|Context)+$/,
      '',
    )
    .toLowerCase();
  return plain
    .replace(/^(?:tbl|t_)(?=\w{3})/, '')
    .replace(/(?:entity|model|repository|repo|service|dao)$/, '')
    .replace(/ies$/, 'y')
    .replace(/(?<=sh|ch|ss|x)es$|(?<!s)s$/, '');
}

const placeOf = (model: ModelFact, { name, line, file }: WrittenField, path: string): KnownField => ({
  name,
  file: file ?? path,
  line: line ?? model.line,
});

/** Entities and tables by `keyOf` their names and aliases; of two of one name what either shows. */
export function knownRecords(model: ScanModel): KnownRecords {
  return model.shared(knownRecords, findRecords);
}

function findRecords(scan: ScanModel): KnownRecords {
  const found: { readonly model: ModelFact; readonly path: string }[] = [];
  for (const [{ path }, { models = [], steps = [] }] of scan.factsOf(dataModelExtractor)) {
    for (const model of models) found.push({ model, path });
    for (const step of steps) if (step.op === 'create') found.push({ model: step.model, path });
  }
  const isLogin = ({ model }: { readonly model: ModelFact }): boolean =>
    model.fields.some(({ name }) => password.test(name));
  const logins = new Set(found.filter(isLogin).map(({ model }) => keyOf(model.name)));
  const ofLogin = new RegExp(
    `^(?:${[...logins, 'user'].filter((name) => /^\w{3,30}$/.test(name)).join('|')})_?id$`,
    'i',
  );
  const records = new Map<string, KnownRecord>();
  for (const { model, path } of found) {
    const first = (test: (field: WrittenField) => boolean): KnownField | undefined => {
      const field = model.fields.find(test);
      return field === undefined ? undefined : placeOf(model, field, path);
    };
    const relation = model.relations.find(
      ({ to, kind }) => logins.has(keyOf(to)) && (kind === 'many-to-one' || kind === 'one-to-one'),
    );
    const ofRelation =
      relation === undefined
        ? undefined
        : { name: relation.field, file: relation.file ?? path, line: relation.line ?? model.line };
    const one: KnownRecord = {
      name: model.name,
      isPrivate: privateName.test(model.name) || model.fields.some(({ name }) => privateField.test(name)),
    };
    const known = {
      password: first(({ name }) => password.test(name)),
      owner: first(({ name }) => owner.test(name) || ofLogin.test(name)) ?? ofRelation,
      privilege: first(({ name }) => privilege.test(name)),
    };
    for (const key of new Set([model.name, ...(model.aliases ?? []), model.table ?? model.name].map(keyOf))) {
      const before = records.get(key);
      records.set(key, { ...one, ...definedOf(known), ...(before === undefined ? {} : merged(before, one)) });
    }
  }
  return records;
}

const definedOf = (known: Readonly<Record<'password' | 'owner' | 'privilege', KnownField | undefined>>) =>
  Object.fromEntries(Object.entries(known).filter(([, field]) => field !== undefined));

const merged = (before: KnownRecord, one: KnownRecord): KnownRecord => ({
  ...before,
  isPrivate: before.isPrivate || one.isPrivate,
});

/** By its key; where one entity alone has passwords, `user` means it, whatever its table is called. */
export function knownAs(key: string, records: KnownRecords): KnownRecord | undefined {
  const known = records.get(key);
  if (known !== undefined || key !== 'user') return known;
  const logins = new Set([...records.values()].filter(({ password }) => password !== undefined));
  const [only, ...others] = logins;
  return others.length === 0 ? only : undefined;
}

/** People sign in here: somebody has a password. */
export const hasLogins = (records: KnownRecords): boolean =>
  [...records.values()].some((record) => record.password !== undefined);

const isLogin = ({ method, path }: Route): boolean =>
  (method === 'POST' || method === 'ANY') && /log-?_?in|sign-?_?in/i.test(path);

/** Somebody has a password, or users and the route that they sign in by are known. */
export function peopleSignIn(model: ScanModel): boolean {
  const records = knownRecords(model);
  if (hasLogins(records) || records.has('user')) return true;
  return model.recall(routesConclusion.name, routesConclusion.derive).routes.some(isLogin);
}
