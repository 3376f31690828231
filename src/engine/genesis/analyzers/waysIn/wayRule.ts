import type { EntryPoint } from '../../../../shared/inventory';
import type { LanguageId } from '../../sourceFile';
import type { CobraTree } from './readers/cobraTree';
import type { AddedApp } from './readers/typerTree';

/**
 * A way into a program that is no HTTP route, as code declares it. `find` runs over the text without its comments; its
 * groups `name`, `handler`, `schedule`, `group` (what a command is put into), `made` (the variable that a command itself is kept in), `worker` (what a job runs), `root` (of a GraphQL field) and `shown` (what lies between it and what makes it one) say what they are called. Every rule has a fixture of its id.
 */
export interface WayRule {
  readonly id: string;
  readonly kind: EntryPoint['kind'];
  /** As people write it. */
  readonly framework: string;
  /** Other libraries that are written in the same way, by what their files say. */
  readonly alsoFrameworks?: Readonly<Record<string, string>>;
  readonly languages: readonly LanguageId[];
  /** A file without any of these words has nothing of it. */
  readonly needs: readonly string[];
  /** And its path must be like this one. */
  readonly path?: RegExp;
  /** And its text, without comments, must hold this: where other libraries say the same. */
  readonly holds?: RegExp;
  readonly find: RegExp;
  /** It stands on what handles it: the next declared function or class is the handler, and the name where none is said. */
  readonly decorates?: 'function' | 'class';
  /** The file names no library: it counts where one that does, with the same framework, leads to it by its imports. */
  readonly handedOn?: true;
  /** Only what it extends makes it one: it counts where that is one of the same framework. */
  readonly isByBase?: true;
  /** A handler is a name of a queue: a constant is told by its text, and a variable not at all. A job whose constant is of another file is told by `worker`. */
  readonly constants?: true;
  /** A class whose file does not hold this does nothing itself: it is a base, where others extend it. */
  readonly works?: RegExp;
  /** What the text without comments tells beside: where this says no, there is nothing of it. */
  readonly counts?: (text: string) => boolean;
  /** Makes the name out of what was found, or leaves it out. */
  readonly named?: (name: string, path: string) => string | undefined;
  /** Makes a name of what it stands on; one that is written there stays as it is. */
  readonly impliedName?: (name: string) => string;
  /** What stands before a name that was found there, by the class around it; nothing where it is that of the class. */
  readonly before?: (text: string, at: number) => string | undefined;
  /** What decorates it comes from a file that names the library. */
  readonly byApp?: true;
  /** Other files may say what lies above the group. */
  readonly keepsGroup?: true;
  /** The commands above it, by the group of that name in `find` and the text of the file; or above what is kept in a variable. */
  readonly above?: (group: string, text: string, isMade: boolean) => string;
}

/** What one file tells. */
export interface WayFact {
  readonly kind: EntryPoint['kind'];
  readonly framework: string;
  readonly name: string;
  readonly line: number;
  /** Where what it is called by stands, if that is a few lines further down. */
  readonly endLine?: number;
  readonly handler?: string;
  readonly schedule?: string;
  /** The class that it extends, where that may be one of the project. */
  readonly base?: string;
  /** It does nothing itself. */
  readonly isHollow?: true;
  /** Others are made from it, and nobody starts it. */
  readonly isAbstract?: true;
  /** It counts only where what it extends is one of the same framework. */
  readonly isByBase?: true;
  /** It counts only below a file that names the library. */
  readonly handedOn?: true;
  /** The constant of the package that says what it is called. */
  readonly byConstant?: string;
  /** It counts where what decorates it, its `group`, is an application of Celery. */
  readonly byApp?: true;
  /** No way in: an application of Celery of this name is made. */
  readonly isApp?: string;
  /** What a command is put into, where other files may say more of that. */
  readonly group?: string;
  /** No way in: an application of another file is put into one of this. */
  readonly adds?: AddedApp;
  /** No way in: how the commands of the file are put into each other. */
  readonly tree?: CobraTree;
  /** The enumeration that lists the command, where its file says nothing of one above it. */
  readonly listedBy?: string;
  /** The types that it is read into. */
  readonly holds?: readonly string[];
  /** No way in: the type of this name is read from what holds it. */
  readonly isPart?: string;
  /** No way in: a server of the framework is made. */
  readonly isMade?: true;
  /** No way in: it says what the constant of this name holds. */
  readonly isConstant?: string;
}
