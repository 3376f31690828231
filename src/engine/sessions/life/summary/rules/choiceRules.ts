/** Sentences that say what was chosen, over what or why. Others with the same words tell what is the cause of what. */
export interface ChoiceRule {
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  readonly counterExamples: readonly string[];
}

export const choiceRules: readonly ChoiceRule[] = [
  {
    pattern:
      /^(?:we |let's )?(?:now |always |only )?(?:use|switch|replace|move|prefer|keep|choose|store|rely|depend|stop)[ds]?\b.{1,300}\b(?:instead of|rather than|in favou?r of|over)\b/i,
    examples: ['Use a queue instead of a table', 'We now store hashes rather than keys', 'Prefer SQLite over files'],
    counterExamples: [
      'Keeping the work proportional to the output instead of the input',
      'It returned null instead of a list',
    ],
  },
  {
    pattern:
      /\b(?:we|is kept|are kept|must|have to|has to|chose|chosen|decided|no longer|keep|use|store|require|prefer)\b.{0,200}\bbecause\b/i,
    examples: [
      'We write through a queue because SQLite takes one writer.',
      'The shared type is kept because the validators import it.',
      'Keep the old key because clients cache it',
    ],
    counterExamples: [
      'The hook was failing on main because a file had trailing whitespace',
      'One test only worked because of undefined behaviour',
      'Because the loop enumerates the full list, it is slow',
    ],
  },
];

/** What repairs something says what was wrong with it, not what was chosen. */
const repair = /^(?:fix|bugfix|hotfix|tests?|docs?|style|chore|ci)\b/i;

export function isChoice(sentence: string, subject: string): boolean {
  return !repair.test(subject) && choiceRules.some((rule) => rule.pattern.test(sentence));
}
