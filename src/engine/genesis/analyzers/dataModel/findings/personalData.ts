import type { DataField, DataModel } from '../../../../../shared/inventory';
import { markdownCode } from '../../../markdownText';
import type { FindingDraft } from '../../../scanModel';
import { at, list, titleOf } from './toldModel';

interface Personal {
  readonly label: string;
  readonly pattern: RegExp;
  /** Names that may as well be of a machine: they count where the entity is of people. */
  readonly ofPeople?: RegExp;
}

/** Field names that hold personal data in any product, as whole words. */
export const personalFields: readonly Personal[] = [
  { label: 'e-mail addresses', pattern: /^(?:\w+_)?e?mail(?:_?address)?$|Email$/i },
  { label: 'phone numbers', pattern: /^(?:\w+_)?(?:phone|telephone|mobile|cell)(?:_?(?:number|no))?$/i },
  { label: 'dates of birth', pattern: /^(?:birth_?(?:date|day)|date_?of_?birth|dob)$/i },
  { label: 'postal addresses', pattern: /^(?:street|street_?address|address_?(?:line)?_?1|postal_?code|zip_?code)$/i },
  {
    label: 'national identity numbers',
    pattern: /^(?:ssn|social_?security(?:_?number)?|passport(?:_?number)?|national_?id|tax_?id)$/i,
  },
  { label: 'payment card data', pattern: /^(?:card_?number|credit_?card(?:_?number)?|cvv|cvc|iban)$/i },
  {
    label: 'IP addresses',
    pattern:
      /^(?:ip|ip_?address|(?:\w+_)?(?:login|sign_?in|client|user|request|remote|visitor)_?ip(?:_?address)?|remote_?addr)$/i,
    ofPeople: /^(?:ip|ip_?address)$/i,
  },
];
export const personalExamples = [
  'email',
  'phone_number',
  'date_of_birth',
  'postal_code',
  'ssn',
  'card_number',
  'ip_address',
];

const people = /user|author|account|member|customer|login|session|visitor|person|email|subscriber/i;
const machines = /server|host|node|machine|deploy|device|proxy|gateway|interface|network/i;
/** `verify_email: boolean` and `last_email: datetime` hold no address. */
const noAddress = /bool|bit\b|date|time|int\b|integer|enum/i;

function holds({ pattern, ofPeople, label }: Personal, field: DataField, model: DataModel): boolean {
  if (!pattern.test(field.name)) return false;
  // A reference to another entity holds a key.
  if (field.key === 'foreign' || (model.relations ?? []).some((relation) => relation.field === field.name))
    return false;
  if (/^(?:e-mail|phone)/.test(label) && noAddress.test(field.type) && !/^(?:int|bigint)/i.test(field.type))
    return false;
  if (/^e-mail/.test(label) && /^(?:int|bigint)/i.test(field.type)) return false;
  if (ofPeople === undefined || !ofPeople.test(field.name)) return true;
  return (
    !machines.test(model.name) &&
    [model.name, ...model.fields.map(({ name }) => name)].some((name) => people.test(name))
  );
}

export function personalData(models: readonly DataModel[]): FindingDraft[] {
  const held = personalFields.flatMap((one) => {
    const places = models.flatMap((model) =>
      model.fields.filter((field) => holds(one, field, model)).map((field) => ({ model, field: field.name })),
    );
    return places.length > 0 ? [{ label: one.label, places }] : [];
  });
  if (held.length === 0) return [];
  const owners = [...new Set(held.flatMap(({ places }) => places.map(({ model }) => model)))];
  const labels = list(
    held.map(({ label }) => label),
    4,
  );
  return [
    {
      layer: 'dataModel',
      rule: 'data-model/personal-data',
      title: titleOf(`Fields for personal data (${labels})`, [...new Set(owners.map((model) => model.name))], 3),
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
      evidence: owners.slice(0, 20).map(at),
    },
  ];
}
