/** Between the name of a variable and the number of the block that declares it anew. */
const again = '%';

/** `if` and its kin may declare variables of their own before they begin. */
export const opensScope = /^(?:block|if_statement|expression_switch_statement|type_switch_statement|\w+_case)$/;

/** The name as it stands in the source. */
export const writtenName = (name: string): string => {
  const at = name.indexOf(again, 1);
  return at === -1 ? name : name.slice(0, at);
};

/**
 * The names that the blocks around a statement of Go declare. A program has one scope for each function: a variable that an
 * inner block declares under a name from outside of it gets a name of its own.
 */
export class GoScopes {
  private readonly blocks: { readonly names: Map<string, string>; readonly isFunction: boolean }[] = [];
  private count = 0;

  within<T>(isFunction: boolean, work: () => T): T {
    this.blocks.push({ names: new Map(), isFunction });
    try {
      return work();
    } finally {
      this.blocks.pop();
    }
  }

  /** The name under which a variable is known from here to the end of the block. */
  declare(name: string): string {
    const here = this.blocks.at(-1);
    if (here === undefined || name === '_') return name;
    const known = here.names.get(name);
    if (known !== undefined) return known;
    const alias = this.isAround(name) ? `${name}${again}${++this.count}` : name;
    here.names.set(name, alias);
    return alias;
  }

  /** The name of the variable that is meant here. */
  nameOf(name: string): string {
    for (let at = this.blocks.length - 1; at >= 0; at--) {
      const found = this.blocks[at]?.names.get(name);
      if (found !== undefined) return found;
    }
    return name;
  }

  /** A block between this one and the function around it declares the name. */
  private isAround(name: string): boolean {
    for (let at = this.blocks.length - 1; at > 0 && this.blocks[at]?.isFunction === false; at--)
      if (this.blocks[at - 1]?.names.has(name) === true) return true;
    return false;
  }
}
