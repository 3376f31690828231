import type { Argument, Decorator, Expression } from '../program';
import { member, name, other, text } from '../program';

const marker = /@([A-Z]\w*(?:\\\w+)*)/g;
const mostAnnotations = 40;

/** Attributes that describe an operation for OpenAPI have the names of those that make one. */
export const describesApi = /^\\?(?:OA|OAT|SWG|OpenApi|Swagger)\\/;

/** Annotations in a doc comment: `@Route("/users/{id}", methods={"GET"})`. `line` is that of the comment. */
export function annotationsIn(comment: string, line: number): Decorator[] {
  const found: Decorator[] = [];
  for (const match of comment.matchAll(marker)) {
    if (found.length >= mostAnnotations) break;
    const written = match[1] ?? '';
    if (describesApi.test(written)) continue;
    const at = line + comment.slice(0, match.index).split('\n').length - 1;
    const callee = name(written.slice(written.lastIndexOf('\\') + 1));
    const open = match.index + match[0].length;
    const value: Expression =
      comment[open] === '('
        ? { is: 'call', callee, args: new AnnotationReader(comment, open + 1).args(), line: at }
        : callee;
    found.push({ value, line: at });
  }
  return found;
}

/** Reads the arguments of one annotation, up to its closing bracket. */
class AnnotationReader {
  private steps = 400;

  constructor(
    private readonly source: string,
    private at: number,
  ) {}

  args(): Argument[] {
    const args: Argument[] = [];
    while (this.peek() !== ')' && this.peek() !== '' && this.steps-- > 0) {
      const key = this.key();
      const value = this.value();
      args.push(key === undefined ? { value } : { value, name: key });
      if (this.peek() === ',') this.at += 1;
    }
    return args;
  }

  private peek(): string {
    while (/[\s*]/.test(this.source[this.at] ?? '')) this.at += 1;
    return this.source[this.at] ?? '';
  }

  private take(pattern: RegExp): string | undefined {
    this.peek();
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private key(): string | undefined {
    const from = this.at;
    const found = this.take(/"?\w+"?\s{0,4}[=:]/y);
    if (found === undefined) this.at = from;
    return found?.replace(/["\s=:]/g, '');
  }

  private value(): Expression {
    const char = this.peek();
    if (char === '"' || char === "'") return this.string(char);
    if (char === '{' || char === '[') return this.list(char === '{' ? '}' : ']');
    const word = this.take(/[\w\\:.@-]+/y);
    if (word === undefined) {
      this.at += 1;
      return other;
    }
    if (this.peek() === '(') {
      this.at += 1;
      this.args();
      this.at += 1;
      return other;
    }
    const [owner = '', constant] = word.split('::');
    return constant === undefined ? text(word) : member(name(owner.slice(owner.lastIndexOf('\\') + 1)), constant);
  }

  private string(quote: string): Expression {
    const end = this.source.indexOf(quote, this.at + 1);
    const content = this.source.slice(this.at + 1, end === -1 ? undefined : end);
    this.at = end === -1 ? this.source.length : end + 1;
    return text(content);
  }

  private list(close: string): Expression {
    const items: Expression[] = [];
    this.at += 1;
    while (this.peek() !== close && this.peek() !== '' && this.steps-- > 0) {
      this.key();
      items.push(this.value());
      if (this.peek() === ',') this.at += 1;
    }
    this.at += 1;
    return { is: 'list', items };
  }
}
