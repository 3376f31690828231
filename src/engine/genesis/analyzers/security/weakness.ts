import type { FileDescription } from '../../extractor';
import type { LanguageId, SourceFile } from '../../sourceFile';

export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** What is known of a class of weakness, whatever rule finds it. */
export interface WeaknessClass {
  /** `CWE-89`. */
  readonly cwe: string;
  /** OWASP Top 10 of 2021: `A03`. */
  readonly owasp: string;
  /** In the title, before the number of places: `SQL built from request data`. */
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly fix: string;
  /** The same in the words of one language, by its id. */
  readonly fixes?: Readonly<Partial<Record<LanguageId, string>>>;
  /** 0 to 1; 0.9 where it is left out. */
  readonly confidence?: number;
  /** What the rule sees was right too seldom to be told as a flaw: its places are worth a look. */
  readonly possible?: true;
}

/** One place, as an extractor reports it. */
export interface WeaknessPlace {
  readonly rule: string;
  readonly line: number;
  readonly endLine: number;
  /** Line of the value's source, where it came from another line. */
  readonly sourceLine?: number;
  /** What stands there, in the rule's own words; never text of the file that could be a secret. */
  readonly what?: string;
  /** The id of the rule itself, where several tell the same: the advice differs by language. */
  readonly by?: string;
  /** See `withMarks`. */
  readonly mark?: string;
  /** In the tests of a product file. */
  readonly aside?: boolean;
  /** Something on the way may speak against it: worth a look, and no finding by itself. */
  readonly possible?: true;
  /** What speaks against it is a question that was asked of the value before, and that may leave it harmful. */
  readonly asked?: true;
  /** The value was followed from where a request is read. */
  readonly fromRequest?: true;
  /** Tells nothing by itself: one end of a flow whose other end lies in another file. */
  readonly end?: FlowEnd;
  /** Tells nothing by itself: a key that is used here and written elsewhere, or the other way. */
  readonly key?: { readonly name: string; readonly homes: readonly string[] };
  /** The file of the value's source, where it is another one. */
  readonly sourcePath?: string;
}

/**
 * What a caller did with a value before: it compared it with what may come, asked something else of it, asked for it in a
 * list, or a router cut it out of the address.
 */
export type Asked = 'compared' | 'doubted' | 'listed' | 'cut';

/**
 * A function whose parameter reaches a dangerous call (`open`), a call that gives request data to a function of somewhere
 * else (`given`), or a function that hands its parameter on as it is (`relay`). All name the function and where it may
 * live: its class, its module, its package, without case and signs.
 */
export interface FlowEnd {
  readonly kind: 'open' | 'given' | 'relay';
  readonly name: string;
  readonly homes: readonly string[];
  /** How many arguments the function takes, or the call gives. */
  readonly count: number;
  readonly index: number;
  /** The name of the parameter; empty where a call gives it by its place. */
  readonly parameter: string;
  /** Of a call: what was asked of the value before it. */
  readonly asked?: readonly Asked[];
  /** Of a function: it runs the text that it is given as SQL; of a call: the text is SQL with request data in it. */
  readonly sql?: true;
  /** Of a function that hands its parameter on: to which one, and at which place. */
  readonly to?: {
    readonly name: string;
    readonly homes: readonly string[];
    readonly count: number;
    readonly index: number;
  };
}

/** A rule that looks at lines; matches inside comments don't count. */
export interface LineRule extends WeaknessClass {
  readonly id: string;
  /** Where the match, or what stands around it, makes the place one to look at only. */
  isPossible?(match: RegExpMatchArray, file: SourceFile): boolean;
  /** Several patterns can tell the same: then this is the id in findings. */
  readonly told?: string;
  /** Tells nothing by itself; what else is told asks for it. */
  readonly silent?: boolean;
  /** Documents count, too: it is about who reads them. */
  readonly inDocuments?: boolean;
  /** It follows what it accepts from where a request is read. */
  readonly fromRequest?: true;
  /** The place is cited to the end of the match: what tells stands there. */
  readonly spans?: boolean;
  /** What it looks for stands in comments, too. */
  readonly comments?: boolean;
  /** What it looks for is written in texts of the program: SQL, markup, an address, a name of an algorithm. */
  readonly inTexts?: true;
  /** By language or name; cheap. */
  wants(file: FileDescription): boolean;
  /** A text without any of these words is passed over before the pattern is tried. */
  readonly words: readonly string[];
  /** False of a file in which no match would be accepted: found out for less than the pattern costs, which is not tried then. */
  fits?(file: SourceFile): boolean;
  /** With the flag `g`. */
  readonly pattern: RegExp;
  /** What stands there, for the list of places; see `WeaknessPlace.what`. */
  detail?(match: RegExpMatchArray, file: SourceFile): string;
  /** A second look at the whole text, where a match alone does not decide. */
  accept?(match: RegExpMatchArray, file: SourceFile): boolean;
  readonly examples: readonly WeaknessExample[];
}

export interface WeaknessExample {
  readonly path: string;
  readonly text: string;
  /** 1-based lines that the rule must report, and no others. */
  readonly lines: readonly number[];
}
