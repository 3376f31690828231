import { firstSentence } from './plainMarkdown';

/** How surely a sentence says what a product is: 3 defines it by its name, 2 says it otherwise, 1 may be said of others. */
export type Sureness = 0 | 1 | 2 | 3;

/** What a product may be called. */
export interface Names {
  readonly whole: readonly string[];
  /** `GraphHopper` of `GraphHopper Routing Engine`. */
  readonly beginnings: readonly string[];
}

export interface Place {
  /** The first words below the name. */
  readonly isFirst: boolean;
  /** Of the paragraph below the name. */
  readonly isBelowName: boolean;
  /** Of one of the first paragraphs. */
  readonly isEarly: boolean;
}

/** What follows a name where something else is told of it than what it is or does. */
const aside =
  /^(?:(?:can|could|will|would|should|must|may|might|has|have|had|requires?|needs?|uses?|used|supports?|works?(?! as an?\b)|consists?|goes|became|becomes|welcomes?|accepts?|was|were|does|do|did|now|also|comes?|ships?|currently|started|began|grew|v?\d[\d.]*|(?:[\w-]+ ){1,3}consists? of|(?:roadmap|documentation|docs|website|homepage|forum|source code)\b[^.]{0,30}\b(?:is|are|can)|(?:is|are) (?:very |quite |a bit )?different|(?:is|are) (?:\w{2,15}ly )?(?:evolving|growing|changing|improving|heading|moving|approaching|nearing|migrating|undergoing)|(?:is|are) (?:(?:also|often|sometimes|commonly|usually|generally|frequently|better) )?(?:known|referred|called|abbreviated|nicknamed|dubbed)(?! (?:to )?as an? )|is (?:currently|now|also|still|not|no|being|under|in|available|hosted|maintained|supported|tested|licen[cs]ed|built by|made by)|isn't|it's)\b|'s\b|[:;,?!])/i;

const definition =
  /^(?:is|are) (?:an?|the|our|my|one|your) (?![^.]{0,120} and is not\b)(?!(?:[\w-]+ ){0,4}?(?:portmanteau|acronym|abbreviation|backronym|pun|pronunciation|spelling|anagram|homage|(?:word|term|name) (?:for|in|of|meaning)|play on|reference to|joke|work in progress|nod|effort|result of|community|project (?:with|by|of|that welcomes|and\b|made possible|(?:maintained|developed|run|driven|backed|sponsored) by))\b)/i;
/** A word on its name, where it is no definition. */
const noMore = /^(?:is|are) (?:an?|the|our|my|one|your) /i;

/** What was done to it: `is built with`, `is strongly inspired by`. What it is made for says more. */
const done =
  /^(?:is|are) (?:\w+ly )?(?:\w{2,20}ed|built|written|made|known|named|run|kept)\b(?! (?:for|as)\b)(?!(?<=\b(?:designed|intended|meant|made|built|used|created|aimed|tailored|written|developed|supposed)) to\b)|^(?:is|are) and\b|^makes? (?:\w+ )?use\b/i;

/** Names of what is made here, in general. */
const kinds =
  'project|repository|repo|app|application|package|library|tool|toolkit|plug-?in|module|modules|web-?site|web-?app|service|program|extension|site|software|framework|server|client|api|image|chart|collection|role|template|theme|bot|crate|gem|action|game|boilerplate|starter|example|sample|demo|platform|system|engine|workspace|monorepo|sdk|cli|component|operator|provider|driver|integration|codebase|code base|product|book|course|list|guide';

const ofKind = new RegExp(
  `^(?:this|the|our|the current|the present) (?:[\\w+#.-]{1,30} ){0,4}(?:${kinds})s? (?:is|are|contains?|holds?|hosts?|provides?|houses|implements?|allows?|lets|helps?|offers?|enables?|gives?|makes?|aims|includes?|generates?|creates?|serves?|shows?|demonstrates?|defines?|deploys?|manages?|collects?)\\b`,
  'i',
);

/** What this one does, by any word for it but those for what it asks for, or went through. */
const doesSomething = new RegExp(
  `^this (?:${kinds}) (?!(?:requires|needs|uses|supports|depends|assumes|expects|follows|works|runs|comes|consists|has|was|does|goes|starts|ships|builds|takes|its|as|is)\\b)[a-z]{3,20}s (?!(?:an? )?(?:is|are|to|on|from|with|by|not|only)\\b)`,
  'i',
);

/** Where one gets it, and not what it is. */
const offered = /^(?:is|are) (?:(?:also|now|currently) )?(?:available|sold|for sale)\b/i;

/** What it is not says nothing of what it is. */
const denied = /^(?:is|are) not\b/i;

/** A noun without a sentence around it: `A small tool that washes cups`. */
const noun = /^(?:An?|The|Yet another|Another) (?:\.NET )?[^.]{12,}/;
/** A noun of which something is told: `The API is stateless`. */
const toldOfNoun =
  /^(?:An?|The|(?:Yet )?[Aa]nother) (?:[^\s,]{1,30} ){0,4}(?:[^\s,]{1,30}, [^,.]{1,60}, |(?!(?:that|which|who) )[^\s,]{1,30} )(?:is|are|was|were|has|have|had|uses?|can|could|will|must|should|may|do|does|did|runs?|works?|requires?|needs?|supports?|contains?|follows?)\b/i;

const itself =
  /^This is (?:an?|the) |^The (?:main |primary |overall )?(?:purpose|goal|aim|objective) of (?:this|the|[\w.-]{2,40}) (?:\w+ ){0,3}?is (?:to|an?) /;

/** Of the text around it. */
const ofText =
  /^This is (?:an?|the) (?:[\w-]+ ){0,3}?(?:overview|introduction|summary|walk-?through|quick-?start|explanation|description|read-?me|page|section)\b/i;

const it = /^It(?: is|'s) (?:an?|the) /;

/** What goes on from a sentence before it, or leads to one behind it. */
const goingOn =
  /^(?:It|This|These|Those|There|They|With|In|On|For|From|If|When|By|As|At|To|After|Since|Because|And|But|So|Also|Here|Now|Out|Updated|Built|Made|Written|Powered|Based|Inspired|Created|\w{2,20}ing (?:the|an?|with|started))\b|\|/;

const thanks = /\b(?:thanks?|thank you|sponsor\w*|welcome|shout-?out|backers?)\b|!$/i;
/** Who had a hand in it. */
const ofPeople =
  /\b(?:list|team|group|table|community) of (?:\w+ ){0,3}(?:everyone|people|contributors|authors|maintainers|developers)\b/i;
const speaking = /\b(?:you|your|we|our|us|i|my|hello|hi|please|new)\b|!|\?$|https?:/i;
/** What one does with it, said to its users. */
const calls =
  /^(?:Analy[sz]e|Automate|Back up|Bring|Browse|Build|Chat|Collect|Compare|Connect|Control|Convert|Create|Deploy|Design|Detect|Discover|Draw|Explore|Extract|Find|Generate|Host|Inspect|Keep|Listen|Manage|Monitor|Organi[sz]e|Own|Parse|Plan|Play|Publish|Query|Read|Record|Render|Run any|Search|Self-host|Send|Share|Ship|Stay|Store|Stream|Sync|Test|Track|Transform|Translate|Turn|Visuali[sz]e|Watch|Write) [^.!?]{12,}/;
/** `This is the server for it`: what that is stands before it. */
const ofAnother = /\b(?:for|of|to|with|behind|from) (?:it|them|this|that)[.!]?$|\bcan be found (?:here|at|in|on)\b/i;
/** Another product, with its address: `A client that fits: https://…`. */
const leadsAway = /^[^.:]{3,120}:\s{1,3}<?https?:\/\//;
/** What somebody sells to those who use it. */
const advert = /\bTidelift\b|\bcommercial support\b.{0,60}\bmaintenance\b/;
const related = /\s(?:for|of|to|that|which|written|based|built|using|powered|with|from|into|in)\s/i;

const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** A statement in Chinese, Japanese or Korean that says what something is, and nothing to its readers. */
const isStatement = (text: string): boolean =>
  /^.{0,40}(?:是|基于|一款|一套|一个|简单|轻量).{0,80}(?:系统|平台|框架|工具|库|项目|应用|程序|模板|服务|组件|脚手架|博客)|です|である|입니다/u.test(
    text,
  ) && !/声明|您|我们|欢迎|公告|更新/u.test(text.slice(0, 80));

/** Judges the beginning of a text by what it is and by where it stands. */
export function surenessOf(written: string, names: Names, place: Place): Sureness {
  const { isFirst } = place;
  // `{cups} is a …`: some wear brackets as a part of their name.
  const text = written
    .replace(/^[{<]([\w.+#-]{2,40})[}>](?= )/, '$1')
    .replace(/^(The )?["“]([^"”]{2,60})["”](?= (?:is|are) )/, '$1$2');
  const known = [...names.whole, ...names.beginnings];
  const rest = restOf(text, names.whole);
  if (advert.test(text) || leadsAway.test(text) || ofText.test(text) || ofAnother.test(firstSentence(text, 200)))
    return 0;
  // Whoever says by name what it is may be glad of it, and may make something for sponsors.
  const isDefinition = rest !== undefined && definition.test(rest);
  if (!isDefinition && (thanks.test(firstSentence(text, 1_000)) || ofPeople.test(text.slice(0, 200)))) return 0;
  if (/^\p{Ll}/u.test(text) && !known.some((name) => startsWith(text, name))) return 0;
  if (withoutSpaces.test(text.slice(0, 40))) return isFirst && isStatement(text) ? 1 : 0;
  if (rest !== undefined && rest !== '')
    return isDefinition ? 3 : aside.test(rest) || done.test(rest) || noMore.test(rest) ? 0 : 2;
  // The beginning of a name may be that of a maker.
  const after = restOf(text, names.beginnings);
  if (after !== undefined && definition.test(after)) return 2;
  const kind = ofKind.exec(text)?.[0];
  const toldOfKind = text.slice((kind?.length ?? 0) - (kind?.split(' ').at(-1) ?? '').length);
  if (kind !== undefined) return [done, offered, denied].some((form) => form.test(toldOfKind)) ? 0 : 2;
  if (place.isEarly && doesSomething.test(text)) return 2;
  if (itself.test(text) || (place.isBelowName && it.test(text))) return 2;
  if (isFirst && /^\p{Lu}\S{1,40}(?: \p{Lu}\S{0,40}){0,3}(?: \([^)]{1,60}\))? (?:is|are) (?:an?|the) /u.test(text))
    return 2;
  if (noun.test(text) && isNounOfIt(text, names, place)) return toldOfNoun.test(firstSentence(text, 1_000)) ? 0 : 2;
  const sentence = firstSentence(text, 1_000);
  if (isFirst && sentence.length <= 240 && calls.test(sentence) && !/[!?]$/.test(sentence)) return 1;
  if (!isFirst || text.length > 240) return 0;
  // An address at its end is what it is for.
  const isPlain = !speaking.test(text.replace(/ <?https?:\/\/\S{1,200}$/, '')) && !goingOn.test(text);
  return isPlain && related.test(text) ? 1 : 0;
}

/** At the beginning a noun stands for the product; further down it may stand for much else. */
function isNounOfIt(text: string, { whole }: Names, { isFirst, isEarly }: Place): boolean {
  if (isFirst || /^Yet another /i.test(text)) return true;
  const beginning = firstSentence(text, 100).toLowerCase();
  return (isEarly && !text.startsWith('The ')) || whole.some((name) => beginning.includes(name.toLowerCase()));
}

function restOf(text: string, names: readonly string[]): string | undefined {
  return names.map((name) => afterName(text, name)).find((after) => after !== undefined);
}

const startsWith = (text: string, name: string): boolean => text.toLowerCase().startsWith(name.toLowerCase());

/** What stands behind a name at the beginning, and behind what is added to the name. */
function afterName(text: string, name: string): string | undefined {
  const from = startsWith(text, `The ${name}`) ? text.slice(4) : text;
  // `Meet Cups, a washer of dishes`.
  if (startsWith(text, `Meet ${name}, `) && /^an? /.test(text.slice(name.length + 7)))
    return `is ${text.slice(name.length + 7)}`;
  if (name.length < 2 || !startsWith(from, name)) return undefined;
  const rest = from.slice(name.length);
  // What goes on is another name: `cups-gui` beside `cups`.
  if (/^-?[\p{L}\p{N}]/u.test(rest)) return undefined;
  // `Cups: a washer of dishes` and `Cups – a washer of dishes`.
  if (/^(?::| [–—-]) \S/u.test(rest)) return `is ${rest.replace(/^(?::| [–—-]) /u, '')}`;
  return rest
    .replace(/^\s(?:\([^)]{1,80}\)|(?:by|from) \p{Lu}\S{1,30}|v?\d[\d.]{0,12}(?= (?:is|are) ))/u, '')
    .replace(/^,[^,]{1,80},/, '')
    .trimStart();
}
