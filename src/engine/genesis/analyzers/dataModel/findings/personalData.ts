import type { DataField, DataModel } from '../../../../../shared/inventory';
import { markdownCode } from '../../../markdownText';
import type { FindingDraft } from '../../../scanModel';
import { list, placesOf, type ToldModel, titleOf } from './toldModel';

interface Personal {
  readonly label: string;
  readonly pattern: RegExp;
  /** Names that may as well be of a machine or a place: they count where the entity is of people. */
  readonly ofPeople?: RegExp;
  /** Names that mean this only beside a field of another name. */
  readonly beside?: { readonly name: RegExp; readonly other: RegExp };
}

/** Field names that hold personal data in any product, as whole words. */
export const personalFields: readonly Personal[] = [
  {
    label: 'names of people',
    pattern: /^(?:(?:first|last|given|family|middle)_?name|sur_?name|full_?name)$/i,
    // Countries, series of machines and files have their full or family names too.
    ofPeople: /^(?:full|family|given|middle)_?name$/i,
  },
  { label: 'e-mail addresses', pattern: /^(?:\w+_)?e?mail(?:_?address)?$|Email$/i },
  { label: 'phone numbers', pattern: /^(?:\w+_)?(?:phone|telephone|mobile)(?:_?(?:number|no))?$/i },
  { label: 'dates of birth', pattern: /^(?:birth_?(?:date|day)|date_?of_?birth|dob)$/i },
  {
    label: 'postal addresses',
    pattern: /^(?:street|street_?address|address_?(?:line)?_?1|postal_?code|zip_?code)$/i,
    ofPeople: /^/,
  },
  {
    label: 'national identity numbers',
    pattern: /^(?:ssn|social_?security(?:_?number)?|passport_?number|national_?id(?:_?number)?)$/i,
  },
  {
    label: 'payment card data',
    pattern: /^(?:card_?number|credit_?card(?:_?number)?|cvv|cvc)$/i,
    // Boards and games number their cards too.
    beside: { name: /^card_?number$/i, other: /cv[vc]|expir|holder|month|payment|bank/i },
  },
  { label: 'bank account numbers', pattern: /^iban$/i },
  {
    label: 'IP addresses',
    pattern:
      /^(?:ip|ip_?address|(?:\w+_)?(?:login|sign_?in|client|user|request|remote|visitor)_?ip(?:_?address)?|remote_?addr)$/i,
    ofPeople: /^(?:ip|ip_?address)$/i,
  },
];
export const personalExamples = [
  'first_name',
  'email',
  'phone_number',
  'date_of_birth',
  'postal_code',
  'ssn',
  'card_number',
  'iban',
  'ip_address',
];

const people =
  /user|author|account|member|customer|login|session|visitor|person|people|patient|employee|contact|guest|buyer|client|profile|email|subscriber|first_?name/i;
const machines =
  /server|host(?!ess)|node|machine|deploy|device|proxy|gateway|interface|network|dns|domain|vpn|peer|subnet|pool|instance|monitor|probe|endpoint|cluster|agent|router|camera|printer|sensor|venue|store|shop|branch|warehouse|property|building|organi[sz]ation|company|place|location/i;
const ofPerson =
  /^(?:e_?mail|(?:first|last|given|family|middle)_?name|sur_?name|birth|date_?of_?birth|gender|phone|mobile)/i;
/** `verify_email: boolean` and `last_email: datetime` hold no address, and `send_email` asks for one to be sent. */
const noAddress = /bool|bit\b|date|time|int\b|integer|enum|^:?map\b|^jsonb?\b/i;
/** The whole of a message, or a part of it. */
const message =
  /^(?:raw|full|original|source|body|html|text|plain|template|message|content|subject|header|footer|draft|welcome|invitation|reminder)_?e?mail$/i;
/** `mobile` beside other kinds of device counts visits from it, and so does a number of that name. */
const device = /^(?:desktop|tablet)s?$/i;
const number = /integer|^(?:big|small|tiny|medium|u)?int|^(?:long|short)$|^number|numeric|decimal|float|double/i;
const asks =
  /^(?:is|has|can|allows?|sends?|notify|verify|verified|confirm|show|hide|enabled?|disabled?|requires?|use|receives?|wants?|should|by|on|via|skip|no|opt_?in|opt_?out|subscribe\w*)(?:_|(?=[A-Z]))/;

function holds({ pattern, ofPeople, beside, label }: Personal, field: DataField, model: DataModel): boolean {
  if (!pattern.test(field.name) || asks.test(field.name) || message.test(field.name)) return false;
  // A reference to another entity holds a key, and a list holds what is told elsewhere.
  if (field.key === 'foreign' || (model.relations ?? []).some((relation) => relation.field === field.name))
    return false;
  if (/^(?:e-mail|phone)/.test(label) && noAddress.test(field.type) && !/^(?:int|bigint)/i.test(field.type))
    return false;
  if (/^e-mail/.test(label) && /^(?:int|bigint)/i.test(field.type)) return false;
  if (/^mobile$/i.test(field.name) && (number.test(field.type) || model.fields.some(({ name }) => device.test(name))))
    return false;
  if (beside?.name.test(field.name) && !model.fields.some((other) => beside.other.test(other.name))) return false;
  if (ofPeople === undefined || !ofPeople.test(field.name)) return true;
  // A repository or a file has a full name and a user, too: a person has an address, a birthday or a name in two parts.
  if (/^names/.test(label))
    return people.test(model.name) || model.fields.some(({ name }) => name !== field.name && ofPerson.test(name));
  return (
    !machines.test(model.name) &&
    [model.name, ...model.fields.map(({ name }) => name)].some((name) => people.test(name))
  );
}

export function personalData(models: readonly ToldModel[]): FindingDraft[] {
  const held = personalFields.flatMap((one) => {
    const places = models.flatMap((model) =>
      model.fields.filter((field) => holds(one, field, model)).map((field) => ({ model, field: field.name })),
    );
    return places.length > 0 ? [{ label: one.label, places }] : [];
  });
  if (held.length === 0) return [];
  // Who holds the most comes first: that is where a reader looks.
  const places = held.flatMap((one) => one.places);
  const countOf = (model: ToldModel): number => places.filter((place) => place.model === model).length;
  const owners = [...new Set(places.map(({ model }) => model))].sort((a, b) => countOf(b) - countOf(a));
  const labels = list(
    held.map(({ label }) => label),
    2,
  );
  return [
    {
      layer: 'dataModel',
      rule: 'data-model/personal-data',
      title: titleOf(
        `Fields named like personal data found (${labels})`,
        [...new Set(owners.map((model) => model.name))],
        3,
      ),
      content: held
        .map(
          ({ label, places }) =>
            `- ${label}: ${list(
              places.map(({ model, field }) => markdownCode(`${model.name}.${field}`, 120)),
              12,
            )}`,
        )
        .join('\n'),
      importance: 3,
      confidence: 0.9,
      tags: ['data-model', 'privacy'],
      evidence: placesOf(owners),
    },
  ];
}
