/** A class that Yii finds by its name, with what it says of its actions. */
export interface YiiController {
  /** With its namespace, as its base. */
  readonly name: string;
  readonly base: string;
  readonly isAbstract: boolean;
  readonly line: number;
  /** By their names in paths. */
  readonly actions: readonly YiiAction[];
  /** Methods of HTTP by action; `*` for all. */
  readonly verbs: Readonly<Record<string, readonly string[]>>;
}

export interface YiiAction {
  readonly id: string;
  readonly line: number;
  readonly method?: string;
}

/** `'modules' => ['shop' => ['class' => 'app\modules\shop\Module']]`. */
export interface YiiModuleEntry {
  readonly id: string;
  readonly type: string;
  /** The module that has it among its own. */
  readonly parent?: string;
}

/** A class of a module. */
export interface YiiModule {
  readonly name: string;
  readonly controllers?: string;
}

/** A row of the rules of the URL manager; `rest` for one that stands for the routes of resources. */
export interface YiiRule {
  readonly methods: readonly string[];
  readonly pattern: string;
  readonly route: string;
  readonly line: number;
  /** The routes of a resource: what is put before them is in `pattern`. */
  readonly isOfResource?: true;
}

export interface YiiFacts {
  readonly controllers?: readonly YiiController[];
  readonly entries?: readonly YiiModuleEntry[];
  readonly modules?: readonly YiiModule[];
  readonly rules?: readonly YiiRule[];
  /** Paths without `index.php?r=`. */
  readonly isPretty?: boolean;
  /** Only what a rule says is served. */
  readonly isStrict?: boolean;
}
