import { snakeCase } from '../syntax/nodes';

export interface Personal {
  readonly label: string;
  /** Of a name as `snake_case`. */
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
    pattern: /^(?:(?:\w+_)?(?:first|last)_?name|(?:given|family|middle)_?name|sur_?name|full_?name)$/,
    // Countries, series of machines and files have their full or family names too.
    ofPeople: /^(?:full|family|given|middle)_?name$/,
  },
  { label: 'e-mail addresses', pattern: /^(?:\w+_)?e_?mail(?:_?address(?:es)?)?$|email$/ },
  { label: 'phone numbers', pattern: /^(?:\w+_)?(?:(?:cell|tele)?phone|mobile)(?:_?(?:number|no))?$/ },
  { label: 'dates of birth', pattern: /^(?:birth_?(?:date|day)|date_?of_?birth|dob)$/ },
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
    pattern: /^(?:card_?number|credit_?card(?:_?number)?|cvv|cvc)$/,
    // Boards and games number their cards too.
    beside: { name: /^card_?number$/, other: /cv[vc]|expir|holder|month|payment|bank/ },
  },
  { label: 'bank account numbers', pattern: /^iban$/ },
  {
    label: 'IP addresses',
    pattern:
      /^(?:ip|ip_?address|(?:\w+_)?(?:login|sign_?in|client|user|request|remote|visitor)_?ip(?:_?address)?|remote_?addr)$/,
    ofPeople: /^(?:ip|ip_?address)$/,
  },
];

export const personalExamples = [
  'guardian_first_name',
  'email',
  'phone_number',
  'date_of_birth',
  'postal_code',
  'ssn',
  'card_number',
  'iban',
  'ip_address',
];

/** Whether a field of this name may hold personal data, whatever it is a field of. */
export function isNamedPersonal(name: string): boolean {
  const plain = snakeCase(name);
  return personalFields.some(({ pattern }) => pattern.test(plain));
}
