import type { SourceFile } from '../../../sourceFile';

const languages = /^(?:javascript|typescript|tsx)$/;

/** Tags that give the text back as it stands: they bind nothing. */
const plainTag = /^(?:String\.raw|dedent|outdent|stripIndents?|oneLine\w{0,20}|html|css|gql|graphql)$/;

/** A template behind a tag such as `sql` or `tx.$queryRaw<Row[]>` gives its values to the tag, apart from the text. */
export function isBoundTemplate(file: SourceFile, offset: number): boolean {
  if (file.language === 'csharp')
    return /\b(?:\w{1,20}SqlInterpolated|(?:Execute|From)Sql|SqlQuery)(?:Async)?(?:<\w{1,40}>)?\(\s{0,20}\$@?"{1,3}[^"]{0,2000}$/.test(
      file.text.slice(Math.max(0, offset - 2_000), offset),
    );
  if (!languages.test(file.language)) return false;
  for (let node = file.tree?.rootNode.descendantForIndex(offset) ?? null; node !== null; node = node.parent) {
    if (node.type !== 'template_string') continue;
    const call = node.parent;
    if (call?.type !== 'call_expression' || call.childForFieldName('arguments')?.id !== node.id) return false;
    return !plainTag.test(call.childForFieldName('function')?.text ?? '');
  }
  return false;
}
