import { passingCalls } from '../taint/expressions';
import { withoutTexts } from './codeText';
import type { TextLanguage } from './textLanguage';

/** What a name holds: request data, or what a caller gives as a parameter. */
export interface TextTaint {
  /** 1-based line where it was taken. */
  readonly line: number;
  /** It stands inside a text that was put together. */
  readonly joined: boolean;
  /** It is the whole value, or the beginning of a text. */
  readonly starts: boolean;
  /** Place among the parameters of the function; `undefined` for what comes from a request. */
  readonly parameter?: number;
}

/** A call around a value that leaves it text, of what the JVM's languages have besides. */
const passes =
  /^(?:listOf|arrayOf|mutableListOf|Arrays\.asList|List|Seq|Array|requireNotNull|checkNotNull|StringBuilder|StringUtils\.\w+|(?:java\.net\.)?URL(?:Decoder\.decode)?|URI(?:\.create)?|File|Paths\.get|Path\.of|Path|Uri\.parse|String\.format|Some|Option|if|when|return|arrayListOf|mapOf|Pair|to|let|also|run|apply|with|use|orElse|getOrElse|runCatching)$/;
const cleans =
  /^(?:\w+\.)*(?:encode\w*|escape\w*|sanitize\w*|htmlEscape|forHtml\w*|hash\w*|valueOf|parseInt|parseLong|fromString|parse(?!Expression)\w*|getExtension|getName|normalize\w*)$/i;
/** What is asked of the value makes no text of it: `name.length`, `id.toLong()`. */
const becomesOther =
  /^[!?]{0,2}\??\.(?:to(?:Int|Long|Double|Float|Boolean|UUID|BigDecimal|Short|Byte)(?:OrNull)?\b|length\b|size\b|isEmpty|isBlank|isNotEmpty|isNotBlank|isNullOr\w+|hashCode|equals|startsWith|endsWith|contains|matches|count\b|compareTo)/;

/** The callees that stand around an offset, from the inside. */
function calleesAround(bare: string, at: number): string[] {
  const callees: string[] = [];
  let depth = 0;
  for (let index = at - 1; index >= 0; index--) {
    const sign = bare[index];
    if (sign === ')' || sign === ']' || sign === '}') depth++;
    else if (sign === '(' || sign === '[' || sign === '{') {
      if (depth > 0) depth--;
      else if (sign === '(')
        callees.push(/([\w.!?]{1,120})$/.exec(bare.slice(Math.max(0, index - 120), index))?.[1] ?? '');
    }
  }
  return callees.map((callee) => callee.replace(/[!?]/g, ''));
}

const isPassed = (callees: readonly string[]): boolean =>
  callees.every(
    (callee) => callee === '' || (!cleans.test(callee) && (passes.test(callee) || passingCalls.test(callee))),
  );

/** Names of one function, and what they hold line by line. */
export class TextTaints {
  private readonly held = new Map<string, TextTaint & { readonly depth: number }>();
  private readonly sources: RegExp;

  constructor(language: TextLanguage) {
    this.sources = new RegExp(language.sources.source, 'g');
  }

  /** `depth`: how far the assignment is indented. What only a branch sets keeps the value for the rest. */
  hold(name: string, taint: TextTaint | undefined, depth: number): void {
    if (taint !== undefined) this.held.set(name, { ...taint, depth });
    else if (depth <= (this.held.get(name)?.depth ?? depth)) this.held.delete(name);
  }

  get isEmpty(): boolean {
    return this.held.size === 0;
  }

  names(): string[] {
    return [...this.held.keys()];
  }

  /** What an expression holds; texts with `$name` and sums of texts join it. */
  of(expression: string, line: number): TextTaint | undefined {
    return this.allOf(expression, line)[0];
  }

  /** The same, of a request first, and once for each parameter. */
  allOf(expression: string, line: number): TextTaint[] {
    const bare = withoutTexts(expression);
    const found: TextTaint[] = [];
    for (const { index } of bare.matchAll(this.sources))
      if (this.isText(bare, index)) found.push({ line, ...this.place(expression, bare, index) });
    for (const [, name = '', at] of namesIn(expression, bare)) {
      const taint = this.held.get(name);
      if (taint === undefined || becomesOther.test(expression.slice(at + name.length))) continue;
      if (bare[at] !== ' ' && bare[at] !== undefined && !isPassed(calleesAround(bare, at))) continue;
      const { joined, starts } = this.place(expression, bare, at);
      found.push({ ...taint, joined: taint.joined || joined, starts: taint.starts && starts });
    }
    const ofRequest = found.find(({ parameter }) => parameter === undefined);
    return ofRequest ? [ofRequest] : found;
  }

  private isText(bare: string, at: number): boolean {
    const end = /^[^()\n]{0,80}(?:\([^()\n]{0,80}\))?/.exec(bare.slice(at))?.[0].length ?? 0;
    return !becomesOther.test(bare.slice(at + end)) && isPassed(calleesAround(bare, at));
  }

  private place(expression: string, bare: string, at: number): { joined: boolean; starts: boolean } {
    const inText = bare[at] === ' ' && expression[at] !== ' ';
    const before = expression.slice(0, at);
    const isSum =
      /\+\s*$|\+\s*\w*$/.test(before.trimEnd()) ||
      /^[\w.!?]{1,60}(?:\([^()\n]{0,80}\))?\s*\+/.test(expression.slice(at));
    const leads = inText ? /"\$?\{?$/.test(before) : !/\+\s*[\w.(]*$/.test(before.trimEnd());
    const isHost = /https?:\/\/(?:"\s*\+\s*|\$?\{?)$/.test(before);
    return { joined: inText || isSum, starts: leads || isHost };
  }
}

/** Names outside of texts, and those that a text fills in: `$name`, `${name.text}`. */
function namesIn(expression: string, bare: string): [string, string, number][] {
  const outside = [...bare.matchAll(/(?<![\w.$@"])([A-Za-z_]\w{0,60})\b(?!\s*[=:](?!=))(?!\()/g)].map(
    ({ 0: all, 1: name = '', index }): [string, string, number] => [all, name, index],
  );
  const inside = [...expression.matchAll(/\$(?:\{\s?)?([A-Za-z_]\w{0,60})/g)].flatMap(
    ({ 0: all, 1: name = '', index }): [string, string, number][] =>
      bare[index] === ' ' ? [[all, name, index + all.length - name.length]] : [],
  );
  return [...outside, ...inside];
}
