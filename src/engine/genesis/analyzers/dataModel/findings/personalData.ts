import type { DataField, DataModel } from '../../../../../shared/inventory';
import { markdownCode } from '../../../markdownText';
import type { FindingDraft } from '../../../scanModel';
import type { WrittenField } from '../modelFact';
import { snakeCase } from '../syntax/nodes';
import { besidePersons, type Personal, personalFields, persons } from './personalNames';
import { at, onceEach, type ToldModel, titleOfSome } from './toldModel';

/** Fields that are told, and cited. */
const maxTold = 20;

const people =
  /user|author|account|member|customer|login|session|visitor|person|people|patient|employee|contact|guest|buyer|client|profile|email|subscriber|first_?name/i;
const machines =
  /server|host(?!ess)|node|machine|deploy|device|proxy|gateway|interface|network|dns|domain|vpn|peer|subnet|pool|instance|monitor|probe|endpoint|cluster|agent|router|camera|printer|sensor|venue|store|shop(?!ping)|branch|warehouse|property|building|organi[sz]ation|company|place|location/i;
const ofPerson =
  /^(?:e_?mail|(?:first|last|given|family|middle)_?name|sur_?name|birth|date_?of_?birth|gender|phone|mobile)/i;
/** `verify_email: boolean` and `last_email: datetime` hold no address, and `send_email` asks for one to be sent. */
const noAddress = /bool|bit\b|date|time|int\b|integer|enum(?!ber)|^:?map\b|^jsonb?\b/i;
/** The whole of a message, or a part of it. */
const message =
  /^(?:raw|full|original|source|body|html|text|plain|template|message(?:_?id)?|content|subject|header|footer|draft|welcome|invitation|reminder)_?e?mail$/i;
/** `mobile` beside other kinds of device counts visits from it, and so does a number of that name. */
const device = /^(?:desktop|tablet)s?$/i;
const number = /integer|^(?:big|small|tiny|medium|u)?int|^(?:long|short)$|^number|numeric|decimal|float|double/i;
const asks =
  /^(?:is|has|can|allows?|sends?|notify|verify|verified|confirm|show|hide|enabled?|disabled?|requires?|use|receives?|wants?|should|by|on|via|skip|no|opt_?in|opt_?out|subscribe\w*)(?:_|(?=[A-Z]))/;

/** What somebody reaches a product with has that person's address. */
const ownDevice = /device/i;
const owner = /^(?:user|owner|member|account|customer|person|profile)s?(?:_?id)?$/;

const companies = /organi[sz]ation|company/i;
/** A telephone there is nobody's own. */
const rooms = /(?:^|_|[a-z])(?:rooms?|venues?|buildings?|locations?|warehouses?|branch(?:es)?)$/i;
/** Places and institutions: how they are reached is no person's. */
const places =
  /(?:^|_)(?:facilit(?:y|ies)|exchanges?|banks?|stores?|shops?|hotels?|restaurants?|hospitals?|clinics?|schools?|stations?|depots?|warehouses?|venues?|buildings?|airports?|libraries|library|countr(?:y|ies)(?:_info)?)$/;
const animals = /(?:^|_)(?:pets?|animals?|dogs?|cats?|horses?|cows?|breeds?|puppy|puppies|kittens?|foals?)(?:_\w+)?$/;
/** An address of a function, or of what lies beside a person: `support_email`, `bank_phone`. */
const ofFunction =
  /^(?:support|sales|tech|technical|policy|noc|abuse|no_?reply|system|default|bank)_(?:e_?mail|phone|address|street|zip)/;
/** An account that holds money, or that a program has elsewhere, is called after what it is for. */
const ofNobody = /(?:^|_)(?:iban|bank|balance|currency|url|host|server|port|endpoint|api_?key)(?:_|$)/;
/** Whose way it is: a place on a map for itself is nobody's. */
const movers =
  /user|person|owner|member|device|driver|car(?:_|$)|vehicle|trip|drive|rider|employee|tracker|athlete|activit|workout|visitor|guest/;

/** `billing.firstName` of an embedded class is a `firstName`. */
const ownName = ({ name }: DataField): string => name.slice(name.lastIndexOf('.') + 1);

/** Whether a field beside, or what a relation leads to, is called so. */
const leadsTo = (name: RegExp, { relations = [] }: DataModel, others: readonly string[]): boolean =>
  [...others, ...relations.flatMap(({ field, to }) => [snakeCase(field), snakeCase(to)])].some((one) => name.test(one));

function holds(
  { pattern, ofPeople, ofModels, ofPersons, beside, label }: Personal,
  field: DataField,
  model: DataModel,
  fields: readonly DataField[],
): boolean {
  const written = ownName(field);
  const name = snakeCase(written);
  if (!pattern.test(name) || asks.test(written.charAt(0).toLowerCase() + written.slice(1)) || message.test(written))
    return false;
  if (ofModels?.test(snakeCase(model.name)) === false) return false;
  // A reference to another entity holds a key, and a list holds what is told elsewhere.
  if (field.key === 'foreign' || (model.relations ?? []).some((relation) => relation.field === field.name))
    return false;
  const isMissing = noAddress.test(field.type) && !/^(?:int|bigint)/i.test(field.type);
  if (/^(?:e-mail|phone|payment card)/.test(label) && isMissing) return false;
  if (/^e-mail/.test(label) && /^(?:int|bigint)/i.test(field.type)) return false;
  if (/^phone/.test(label) && rooms.test(model.name)) return false;
  if (/^dates of birth|^gender/.test(label) && animals.test(snakeCase(model.name))) return false;
  if (/^(?:e-mail|phone|postal)/.test(label) && (ofFunction.test(name) || places.test(snakeCase(model.name))))
    return false;
  const others = fields.flatMap((other) => (other === field ? [] : [snakeCase(ownName(other))]));
  if (label === 'positions' && !persons.test(snakeCase(model.name)) && !leadsTo(movers, model, others)) return false;
  if (
    /_?accounts?$/.test(snakeCase(model.name).replace(/users?_accounts?$/, 'user')) &&
    /^name/.test(label) &&
    others.some((one) => ofNobody.test(one))
  )
    return false;
  if (ofPersons?.test(name) === true)
    return (
      (persons.test(snakeCase(model.name)) || (name !== 'name' && others.includes('last_name'))) &&
      !noAddress.test(field.type) &&
      others.some((one) => besidePersons.test(one))
    );
  if (name === 'mobile' && (number.test(field.type) || others.some((other) => device.test(other)))) return false;
  if (beside?.name.test(name) && !others.some((other) => beside.other.test(other))) return false;
  if (ofPeople === undefined || !ofPeople.test(name)) return true;
  // A repository or a file has a full name and a user, too: a person has an address, a birthday or a name in two parts.
  if (/^names/.test(label)) return people.test(model.name) || others.some((other) => ofPerson.test(other));
  // A company has an address where people are to be reached.
  const isReached = /^postal/.test(label) && companies.test(model.name) && others.some((other) => ofPerson.test(other));
  if (/^postal/.test(label) && name !== 'address' && /address(?:es)?$/i.test(model.name)) return true;
  const isOwned = /^IP/.test(label) && ownDevice.test(model.name) && leadsTo(owner, model, others);
  if (isOwned) return true;
  return (isReached || !machines.test(model.name)) && [model.name, ...others].some((other) => people.test(other));
}

interface Held {
  readonly model: ToldModel;
  readonly field: WrittenField;
}

const nameOf = ({ model, field }: Held): string =>
  markdownCode(`${model.name}.${field.name}`, 120) +
  (field.lentBy === undefined ? '' : ` (of ${markdownCode(field.lentBy)})`);

/** Fields that are named like personal data, each with its line; one that no line is known of is not told. */
export function personalData(models: readonly ToldModel[]): FindingDraft[] {
  const found = personalFields.map((one) => ({
    label: one.label,
    places: models.flatMap((model) => {
      const fields = [...model.fields, ...(model.embedded ?? [])];
      return fields
        .filter((field) => field.line !== undefined && holds(one, field, model, fields))
        .map((field) => ({ model, field }));
    }),
  }));
  // Who holds the most comes first: that is where a reader looks.
  const counts = new Map<ToldModel, number>();
  for (const { model } of found.flatMap(({ places }) => places)) counts.set(model, (counts.get(model) ?? 0) + 1);
  const countOf = ({ model }: Held): number => counts.get(model) ?? 0;
  const held = found
    .filter(({ places }) => places.length > 0)
    .map(({ label, places }) => ({ label, places: places.toSorted((a, b) => countOf(b) - countOf(a)) }));
  if (held.length === 0) return [];
  // As many of each label as all of them have room for.
  const share =
    [8, 7, 6, 5, 4, 3].find(
      (many) => held.reduce((sum, { places }) => sum + Math.min(many, places.length), 0) <= maxTold,
    ) ?? 2;
  const told = held.flatMap(({ places }) => places.slice(0, share));
  const lines = held.map(({ label, places }) => {
    const more = places.length > share ? ', …' : '';
    return `- ${label}: ${places.slice(0, share).map(nameOf).join(', ')}${more}`;
  });
  // Of each label the first, then the second: a title shows what there is.
  const first = [0, 1].flatMap((at) => held.flatMap(({ places }) => places.slice(at, at + 1)));
  return [
    {
      layer: 'dataModel',
      rule: 'data-model/personal-data',
      title: titleOfSome(
        'Fields named like personal data found:',
        first.map(({ model, field }) => `${model.name}.${field.name}`),
      ),
      content: lines.join('\n'),
      importance: 3,
      confidence: 0.9,
      tags: ['data-model', 'privacy'],
      evidence: onceEach(told.map(({ model, field }) => at({ file: field.file ?? model.file, line: field.line ?? 0 }))),
    },
  ];
}
