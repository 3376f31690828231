import { snakeCase } from '../syntax/nodes';

export interface Personal {
  readonly label: string;
  /** Of a name as `snake_case`. */
  readonly pattern: RegExp;
  /** Names that may as well be of a machine or a place: they count where the entity is of people. */
  readonly ofPeople?: RegExp;
  /** Entities, as `snake_case`, that such a name tells of people in: nowhere else it does. */
  readonly ofModels?: RegExp;
  /** Names that mean this only in entities of these names, as `snake_case`, and beside a field that people have. */
  readonly ofPersons?: RegExp;
  /** Names that mean this only beside a field of another name. */
  readonly beside?: { readonly name: RegExp; readonly other: RegExp };
}

/** Entities that are a person each, and not a company or a group of people. */
export const persons =
  /(?:^|_)(?:users?|people|persons?|members?|patients?|employees?|students?|teachers?|guests?|subscribers?|visitors?|viewers?|attendees?|participants?|respondents?|applicants?|candidates?|donors?|instructors?|authors?|contributors?|players?|accounts?|profiles?)(?:_(?:entity|model|dao|info|profile|account|detail)s?)?$/;
/** What stands beside the name of a person, and not of a role or a bank account. */
export const besidePersons = /^(?:\w+_)?(?:e_?mail|password|phone|mobile|birth_?(?:date|day)|date_?of_?birth)/;

/** Field names that hold personal data in any product, as whole words. */
export const personalFields: readonly Personal[] = [
  {
    label: 'names of people',
    pattern:
      /^(?:(?:\w+_)?(?:first|last)_?name(?:_(?:given|chosen|preferred|legal|kana|kanji|native|phonetic|latin))?|(?:given|family|middle|second|real|legal|preferred|chosen)_?name|(?:mother|father|maiden)_?name|sur_?name|fore_?name|full_?name|[fl]name|(?:\w+_)?(?:contact|requester|requestor|customer|patient|guest|attendee|recipient|card_?holder|employee|student|teacher|donor|guardian|applicant)_name|name)$/,
    ofPersons: /^name$/,
    // Countries, series of machines, companies and files have their full, legal or family names too.
    ofPeople: /^(?:full|family|given|middle|second|real|legal)_?name$/,
  },
  {
    label: 'user names',
    pattern: /^(?:user_?name|login|login_?name|nick_?name|screen_?name|display_?name)$/,
    ofPersons: /^/,
  },
  { label: 'e-mail addresses', pattern: /^(?:\w+_)?e_?mails?(?:_?address(?:es)?)?$|emails?$/ },
  { label: 'phone numbers', pattern: /^(?:\w+_)?(?:(?:cell|tele)?phone|mobile)(?:_?(?:number|no))?$/ },
  { label: 'dates of birth', pattern: /^(?:birth_?(?:date|day)|date_?of_?birth|dob)$/ },
  { label: 'gender', pattern: /^(?:gender|sex)$/, ofPeople: /^/ },
  {
    label: 'postal addresses',
    pattern:
      /^(?:(?:\w+_)?(?:street_?\d?|street_?(?:address|name|number)|address_?(?:line)?_?1|post(?:al)?_?code|zip_?code)|zip|(?:postal|mailing|home|billing|shipping)_?address|address)$/,
    ofPeople: /^/,
    // Wallets, machines and letters have addresses too.
    beside: { name: /^address$/, other: /^(?:city|town|street|zip|postal|country|phone|first_?name|birth)/ },
  },
  {
    label: 'national identity numbers',
    pattern: /^(?:ssn|social_?security(?:_?number)?|passport_?number|national_?id(?:_?number)?)$/,
  },
  {
    label: 'payment card data',
    pattern: /^(?:card_?number|(?:\w+_)?credit_?card(?:_?number)?|(?:card_?)?cv[vc]2?)$/,
    // Boards and games number their cards too.
    beside: { name: /^card_?number$/, other: /cv[vc]|expir|holder|month|payment|bank/ },
  },
  { label: 'bank account numbers', pattern: /^(?:\w+_)?iban$/ },
  {
    label: 'health data',
    pattern:
      /^(?:blood_?(?:type|group)|medical_?(?:history|conditions?|record_?(?:number|no))|health_?insurance_?(?:number|no|id)|allerg(?:y|ies)|disabilit(?:y|ies))$/,
    ofPeople: /^/,
  },
  {
    label: 'vehicle identification numbers',
    pattern: /^(?:vin(?:_?(?:number|code))?|vehicle_?identification_?number)$/,
  },
  {
    label: 'positions',
    pattern: /^(?:lat|latitude|lng|lon|longitude)$/,
    // Shops and events have their places too.
    ofModels:
      /(?:^|_)(?:positions?|gps_?\w*|track_?points?|way_?points?|check_?ins?|visits?|(?:user|device|driver|person|visitor|location)_(?:locations?|points?|history|histories)|users?|people|person|visitors?|drivers?|patients?|customers?|profiles?)$/,
  },
  {
    label: 'IP addresses',
    pattern:
      /^(?:ip|ip_?address|(?:\w+_)?(?:login|sign_?(?:in|up)|client|customer|user|request|remote|visitor|registration)_?ip(?:_?address)?|(?:last|current|previous|created|issued|consumed|revoked|author|creator)_ip(?:_?address)?|remote_?addr)$/,
    ofPeople: /^(?:(?:(?:last|current|previous|created|issued|consumed|revoked)_)?ip(?:_?address)?)$/,
  },
];

/** One for each of them, in their order. */
export const personalExamples = [
  'guardian_first_name',
  'username',
  'email',
  'phone_number',
  'date_of_birth',
  'gender',
  'postal_code',
  'ssn',
  'card_number',
  'iban',
  'blood_type',
  'vin',
  'latitude',
  'ip_address',
];

/** Whether a field of this name may hold personal data, by itself or as a field of this owner. */
export function isNamedPersonal(name: string, owner: string): boolean {
  const plain = snakeCase(name);
  return personalFields.some(
    ({ pattern, ofPersons }) =>
      pattern.test(plain) && (ofPersons?.test(plain) !== true || plain !== 'name' || persons.test(snakeCase(owner))),
  );
}
