import { holdsAnyWord, WordSet } from '../../../../base/wordFilter';
import type { Extractor, FileDescription } from '../../extractor';
import { asideRoles } from '../../fileRoles';
import type { LanguageId, SourceFile } from '../../sourceFile';
import { isHarmlessForm } from './context/harmlessForms';
import { isInText } from './context/inText';
import { isThirdParty } from './context/origin';
import { isRemark } from './context/remarks';
import { findFlows } from './flow/findFlows';
import { findTextFlows } from './flow/text/findTextFlows';
import { withMarks } from './placeMark';
import { recordFacts } from './records/recordFacts';
import { authRules } from './rules/access/authRules';
import { cryptoRules } from './rules/access/cryptoRules';
import { originRules } from './rules/access/originRules';
import { recordRules } from './rules/access/recordRules';
import { requestFilters } from './rules/access/requestFilters';
import { routeGuards } from './rules/access/routeGuards';
import { settingsRules } from './rules/access/settingsRules';
import { tokenRules } from './rules/access/tokenRules';
import { trustRules } from './rules/access/trustRules';
import { aiRules } from './rules/aiRules';
import { broadAndroidRules } from './rules/broad/broadAndroidRules';
import { broadAnswerRules } from './rules/broad/broadAnswerRules';
import { broadClientAddressRules } from './rules/broad/broadClientAddressRules';
import { broadClientRules } from './rules/broad/broadClientRules';
import { broadCodeRules } from './rules/broad/broadCodeRules';
import { broadCookieRules } from './rules/broad/broadCookieRules';
import { broadCryptoRules } from './rules/broad/broadCryptoRules';
import { broadDetailRules } from './rules/broad/broadDetailRules';
import { broadDeviceRules } from './rules/broad/broadDeviceRules';
import { broadDomRules } from './rules/broad/broadDomRules';
import { broadDotnetRules } from './rules/broad/broadDotnetRules';
import { broadDotnetSettingsRules } from './rules/broad/broadDotnetSettingsRules';
import { broadExpressRules } from './rules/broad/broadExpressRules';
import { broadFieldRules } from './rules/broad/broadFieldRules';
import { broadGoRules } from './rules/broad/broadGoRules';
import { broadGraphqlRules } from './rules/broad/broadGraphqlRules';
import { broadGuardRules } from './rules/broad/broadGuardRules';
import { broadJspRules } from './rules/broad/broadJspRules';
import { broadJvmRules } from './rules/broad/broadJvmRules';
import { broadJvmSettingsRules } from './rules/broad/broadJvmSettingsRules';
import { broadKeptRules } from './rules/broad/broadKeptRules';
import { broadLaravelRules } from './rules/broad/broadLaravelRules';
import { broadLoginRules } from './rules/broad/broadLoginRules';
import { broadPageRules } from './rules/broad/broadPageRules';
import { broadPasswordRules } from './rules/broad/broadPasswordRules';
import { broadPhpRules } from './rules/broad/broadPhpRules';
import { broadQueryRules } from './rules/broad/broadQueryRules';
import { broadServerRules } from './rules/broad/broadServerRules';
import { broadSpringRules } from './rules/broad/broadSpringRules';
import { broadSqlRules } from './rules/broad/broadSqlRules';
import { broadTokenRules } from './rules/broad/broadTokenRules';
import { broadToolRules } from './rules/broad/broadToolRules';
import { broadTransportRules } from './rules/broad/broadTransportRules';
import { broadTrustRules } from './rules/broad/broadTrustRules';
import { broadUploadRules } from './rules/broad/broadUploadRules';
import { codeRules } from './rules/codeRules';
import { dotnetRules } from './rules/dotnetRules';
import { isGuess } from './rules/exactRules';
import { forms } from './rules/forms/forms';
import { broadWorkflowRules } from './rules/infra/broadWorkflowRules';
import { cloudFormationBroadRules } from './rules/infra/cloudFormationBroadRules';
import { cloudFormationRules } from './rules/infra/cloudFormationRules';
import { composeRules } from './rules/infra/composeRules';
import { configRules } from './rules/infra/configRules';
import { infraRules } from './rules/infra/infraRules';
import { kubernetesRules } from './rules/infra/kubernetesRules';
import { serverImageRules } from './rules/infra/serverImageRules';
import { supplyRules } from './rules/infra/supplyRules';
import { terraformBroadRules } from './rules/infra/terraformBroadRules';
import { terraformNetworkRules } from './rules/infra/terraformNetworkRules';
import { terraformRules } from './rules/infra/terraformRules';
import { workflowRules } from './rules/infra/workflowRules';
import { jspRules } from './rules/jspRules';
import { jvmRules } from './rules/jvmRules';
import { keyRules } from './rules/keys/keyRules';
import { writtenKeys } from './rules/keys/writtenKeys';
import { mobileRules } from './rules/mobileRules';
import { nativeRules } from './rules/nativeRules';
import { pageRules } from './rules/pageRules';
import { patternRules } from './rules/patternRules';
import { platformRules } from './rules/platformRules';
import { rubyRules } from './rules/rubyRules';
import { saidVulnerable } from './rules/saidVulnerable';
import { sqlTextRules } from './rules/sqlTextRules';
import { strutsRules } from './rules/strutsRules';
import { templateRules } from './rules/templateRules';
import { testLines } from './testModules';
import type { LineRule, WeaknessPlace } from './weakness';

export const lineRules: readonly LineRule[] = [
  ...keyRules,
  ...cryptoRules,
  ...tokenRules,
  ...codeRules,
  ...patternRules,
  ...nativeRules,
  ...pageRules,
  ...originRules,
  ...authRules,
  ...settingsRules,
  ...recordRules,
  ...requestFilters,
  ...trustRules,
  ...jvmRules,
  ...jspRules,
  ...strutsRules,
  ...platformRules,
  ...rubyRules,
  ...dotnetRules,
  ...sqlTextRules,
  ...templateRules,
  ...configRules,
  ...infraRules,
  ...kubernetesRules,
  ...terraformRules,
  ...supplyRules,
  ...workflowRules,
  ...aiRules,
  ...broadCodeRules,
  ...broadCryptoRules,
  ...broadServerRules,
  ...broadUploadRules,
  ...broadPageRules,
  ...broadSqlRules,
  ...broadQueryRules,
  ...broadPasswordRules,
  ...broadLoginRules,
  ...broadTrustRules,
  ...broadCookieRules,
  ...broadAnswerRules,
  ...broadWorkflowRules,
  ...cloudFormationRules,
  ...cloudFormationBroadRules,
  ...terraformBroadRules,
  ...terraformNetworkRules,
  ...composeRules,
  ...broadPhpRules,
  ...broadClientRules,
  ...broadTokenRules,
  ...broadGraphqlRules,
  ...broadFieldRules,
  ...broadTransportRules,
  ...broadDomRules,
  ...broadExpressRules,
  ...broadDetailRules,
  ...broadGuardRules,
  ...broadKeptRules,
  ...broadToolRules,
  ...serverImageRules,
  ...broadLaravelRules,
  ...broadClientAddressRules,
  ...broadDotnetRules,
  ...broadDotnetSettingsRules,
  ...broadGoRules,
  ...broadJvmRules,
  ...broadJvmSettingsRules,
  ...broadJspRules,
  ...broadAndroidRules,
  ...broadSpringRules,
  ...broadDeviceRules,
  ...mobileRules,
  ...routeGuards,
  ...recordFacts,
  saidVulnerable,
  ...forms,
];

/** Rules with the words that call for them, for files of one kind. */
class RuleGroup {
  private readonly byWord = new Map<string, LineRule[]>();
  private readonly words: WordSet;

  constructor(readonly rules: readonly LineRule[]) {
    for (const rule of rules)
      for (const word of rule.words) this.byWord.set(word, [...(this.byWord.get(word) ?? []), rule]);
    this.words = new WordSet([...this.byWord.keys()]);
  }

  /** In the order of the rules. */
  calledFor(file: SourceFile): LineRule[] {
    const called = new Set(this.words.heldBy(file.text).flatMap((word) => this.byWord.get(word) ?? []));
    return called.size === 0 ? [] : this.rules.filter((rule) => called.has(rule) && rule.wants(file));
  }
}

/** Files that hold a language that is read; what a rule wants is asked of these, and then of each file. */
const samples = [
  'src/sample',
  'src/sample.php',
  'src/sample.blade.php',
  'src/sample.vue',
  'src/sample.svelte',
  'src/sample.html',
];

/** Rules of which it is known before whether any of their places can be told, with their groups by language. */
interface RuleChoice {
  readonly rules: readonly LineRule[];
  readonly groups: Map<LanguageId, RuleGroup>;
}

const anyRules: RuleChoice = { rules: lineRules, groups: new Map() };
const sureRules: RuleChoice = { rules: lineRules.filter((rule) => !isGuess(rule)), groups: new Map() };
const choiceFor = ({ sureOnly }: SourceFile): RuleChoice => (sureOnly === true ? sureRules : anyRules);

/** Tests, documents and the like are told nothing of, but by rules about who reads them and whose repository it is. */
const asideRules = lineRules.filter((rule) => rule.silent === true || rule.inDocuments === true);
const asideGroup = new RuleGroup(asideRules);

const isAside = ({ role }: FileDescription): boolean => asideRoles.has(role) || role === 'migration';

/** The rules to be tried on a file. Few files beside the product have any, as their names say. */
function rulesFor(file: SourceFile): LineRule[] {
  if (!isAside(file)) return isLongOfOthers(file) ? wantedFor(file) : groupOf(file).calledFor(file);
  return asideRules.some((rule) => rule.wants(file)) ? asideGroup.calledFor(file) : [];
}

/** To ask each rule whether it wants a file is dear, but to look for the words of all of them in a long text is dearer. */
const isLongOfOthers = ({ language, text }: SourceFile): boolean => language === 'other' && text.length > 20_000;

const wantedFor = (file: SourceFile): LineRule[] =>
  choiceFor(file).rules.filter((rule) => rule.wants(file) && holdsAnyWord(file.text, rule.words));

/** Of a language those rules that want some file of it; files without a language are told apart by their names. */
function groupOf(file: SourceFile): RuleGroup {
  const { language } = file;
  const { rules, groups } = choiceFor(file);
  let group = groups.get(language);
  if (group === undefined) {
    const files = samples.map((path) => ({ path, language, languageName: '', role: 'source' }) as const);
    const own = rules.filter((rule) => files.some((file) => rule.wants(file)));
    group = new RuleGroup(language === 'other' ? rules : own);
    groups.set(language, group);
  }
  return group;
}

/** A file that breaks one rule more often shows nothing new; a second look at each would cost too much. */
const mostMatches = 300;

/** The first matches of a global expression. Most have none, and `matchAll` would make a copy of each expression first. */
function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null && found.length < mostMatches; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  pattern.lastIndex = 0;
  return found;
}

function linePlaces(file: SourceFile): WeaknessPlace[] {
  const rules = rulesFor(file).filter((rule) => rule.fits?.(file) !== false);
  return rules.flatMap((rule) =>
    matchesOf(rule.pattern, file.text).flatMap((match): WeaknessPlace[] => {
      // A pattern may begin with white space that includes the line break before.
      const offset = match.index + (match[0].length - match[0].trimStart().length);
      if ((rule.comments !== true && isRemark(file, offset)) || rule.accept?.(match, file) === false) return [];
      if (rule.inTexts !== true && isInText(file, offset, match[0].trim().length)) return [];
      const line = file.lineAt(offset);
      if (isHarmlessForm(rule, match, file, line)) return [];
      const by = rule.told === undefined ? {} : { by: rule.id };
      const what = rule.detail?.(match, file) ?? '';
      const shown = what === '' ? {} : { what };
      const possible = rule.isPossible?.(match, file) ? { possible: true as const } : {};
      const endLine = rule.spans === true ? file.lineAt(match.index + match[0].length - 1) : line;
      const from = rule.fromRequest === true ? { fromRequest: true as const } : {};
      return [{ rule: rule.told ?? rule.id, line, endLine, ...by, ...shown, ...possible, ...from }];
    }),
  );
}

/** Keys of code that people run; scripts and documents show how one is set. */
const keyPlaces = (file: SourceFile): WeaknessPlace[] =>
  file.role === 'source' || file.role === 'config' ? writtenKeys(file) : [];

export const weaknessExtractor: Extractor<readonly WeaknessPlace[]> = {
  id: 'weaknesses',
  version: 88,
  wants: (file) =>
    file.role !== 'generated' &&
    file.role !== 'vendored' &&
    !isThirdParty(file.path) &&
    (file.language !== 'other' || !/\.(?:lock|po|pot|svg|map|snap|cast|csv)$/.test(file.path)),
  extract(file) {
    const flows = isAside(file) ? [] : [...findFlows(file), ...findTextFlows(file)];
    // What is sure comes first: of two places of a rule in a line the first one stays.
    const places = [...flows, ...keyPlaces(file), ...linePlaces(file)];
    const seen = new Set<string>();
    const isNew = (key: string): boolean => !seen.has(key) && seen.add(key) !== undefined;
    const once = places.filter(({ rule, line, end }) => isNew(`${rule}:${line}:${end ? JSON.stringify(end) : ''}`));
    if (once.length === 0) return undefined;
    const isTest = testLines(file);
    const told = once.map((place) => (isTest(place.line) ? { ...place, aside: true } : place));
    return withMarks(told, ({ line }) => file.lineText(line));
  },
};
