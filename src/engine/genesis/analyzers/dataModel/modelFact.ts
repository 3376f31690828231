import type { DataField, DataRelation } from '../../../../shared/inventory';
import type { SourceFile } from '../../sourceFile';

/** A relation, and where it stands if a source tells it. */
export interface WrittenRelation extends DataRelation {
  readonly line?: number;
  /** Where it goes on over several lines: the one that names the target, or the field. */
  readonly endLine?: number;
  /** Set where it is not the file of the model: a base lends it. */
  readonly file?: string;
}

/** A field, and where it stands if a finding may cite it. */
export interface WrittenField extends DataField {
  readonly line?: number;
  /** Set where it is not the file of the model: a base or a later step of the schema lends it. */
  readonly file?: string;
  /** A class of the framework that has it; the line is that of the class which inherits from it. */
  readonly lentBy?: string;
}

/** One declared entity or table, as one file shows it. */
export interface ModelFact {
  readonly name: string;
  readonly kind: string;
  readonly line: number;
  readonly endLine: number;
  readonly fields: readonly WrittenField[];
  readonly relations: readonly WrittenRelation[];
  /** A call among the fields that brings further ones, which nobody knows who only reads. */
  readonly broughtBy?: string;
  /** The table, where the code names it. */
  readonly table?: string;
  /** Set where it says its table itself, and hands that on to its heirs. */
  readonly saysTable?: boolean;
  /** What code calls it where that is not its name: `Url` of `const Url = define('url')`. */
  readonly aliases?: readonly string[];
  /** Further names that the table may have; which one it is shows where the tables are made. */
  readonly otherTables?: readonly string[];
  /** Fields of relations whose target only their name tells: they lead nowhere unless such an entity is found. */
  readonly guessed?: readonly string[];
  /** Classes it inherits from; their fields are its own. */
  readonly bases?: readonly string[];
  /** A class by whose place and name the framework finds its table: it is an entity where that table is made. */
  readonly tableMakesEntity?: boolean;
  /** Its fields are columns beyond doubt: it is an entity where no class of the project that it inherits from says otherwise. */
  readonly hasColumns?: boolean;
  /** Classes whose fields are columns of this one, so that they are no tables of their own. */
  readonly parts?: readonly string[];
  /**
   * - `entity`: a model for certain
   * - `base`: only what inherits from it is one (mapped superclasses, abstract models, mixins)
   * - `candidate`: a class that is one if some other file names it (`DbSet<Order>`, `AutoMigrate(&Order{})`) or if one of
   *   its bases turns out to be one
   * - `part`: a class that others hold within themselves (`@Embeddable`)
   */
  readonly role: 'entity' | 'base' | 'candidate' | 'part';
}

/** A step of a schema's history; folded in the order of files and lines. */
export type SchemaStep =
  | { readonly op: 'create'; readonly model: ModelFact }
  | { readonly op: 'drop'; readonly table: string }
  | { readonly op: 'rename'; readonly table: string; readonly to: string }
  | { readonly op: 'add'; readonly table: string; readonly field: WrittenField; readonly relation?: WrittenRelation }
  | {
      readonly op: 'constrain';
      readonly table: string;
      readonly columns: readonly string[];
      readonly key: 'primary' | 'foreign';
      readonly relation?: WrittenRelation;
    }
  | {
      readonly op: 'rename-field';
      readonly table: string;
      readonly field: string;
      readonly to: string;
      /** Of the new name, where a finding may cite it. */
      readonly line?: number;
    }
  | { readonly op: 'remove'; readonly table: string; readonly field: string };

export interface DataModelFacts {
  readonly models?: readonly ModelFact[];
  readonly steps?: readonly SchemaStep[];
  /** Names that make candidates of the same kind entities. */
  readonly named?: readonly NamedModel[];
  /** Relations that a file tells of models which others declare. */
  readonly related?: readonly RelatedModel[];
  /** What a module puts in front of the tables of its classes. */
  readonly prefixes?: readonly TablePrefix[];
  /** Files of a history that this one names, in the order in which they are run. */
  readonly includes?: readonly IncludedFile[];
}

export interface RelatedModel {
  readonly kind: string;
  /** The model that has the relation, as this file calls it. */
  readonly owner: string;
  /** With a line where findings are to cite this file, and not the model. */
  readonly relation: WrittenRelation;
}

export interface TablePrefix {
  /** In full: `Shop::Billing`. */
  readonly module: string;
  readonly prefix: string;
}

export interface IncludedFile {
  /** As written: from the file that includes, or from a folder that the build knows. */
  readonly file: string;
  readonly isRelative: boolean;
  /** All files of a folder, by their names. */
  readonly isFolder: boolean;
}

/** A name that makes a candidate an entity; with `where` only in a project that has an entity of that kind besides. */
export interface NamedModel {
  readonly kind: string;
  readonly name: string;
  readonly where?: string;
  /** Where the file says that it lies: the path of a package, which ends as a folder of the project does. */
  readonly folder?: string;
  /** What it says is the key, which then is all of it. */
  readonly keys?: readonly string[];
  /** The table, and columns that the class does not show, where a configuration tells them. */
  readonly table?: string;
  readonly fields?: readonly DataField[];
}

/** One way to declare entities. A new one is a new file with its fixture, and a line in `sources`. */
export interface ModelSource {
  readonly id: string;
  /** By language or name; cheap. */
  wants(file: Pick<SourceFile, 'path' | 'language'>): boolean;
  /** A text without this word holds none. */
  readonly keyword: RegExp;
  /** One of these, in any case, stands wherever the keyword does: sooner asked for in texts that hold none. */
  readonly words?: readonly string[];
  extract(file: SourceFile): DataModelFacts;
  readonly example: ModelExample;
}

/** Files and the entities they must give: `name(field:type key, …)` as `describeModel` in the tests writes them. */
export interface ModelExample {
  readonly files: Readonly<Record<string, string>>;
  readonly models: readonly string[];
}
