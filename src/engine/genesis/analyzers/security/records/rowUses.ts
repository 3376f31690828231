import type { SourceFile } from '../../../sourceFile';
import type { LineRule } from '../weakness';
import { asksForOwner, codeAround } from './askers';
import { accepted, byId, functionNameIn, type RecordUse } from './recordUse';
import { isByIdOfRequest } from './requestIds';

/** A statement goes on to ask for the owner: `WHERE id = ? AND user_id = ?`. */
const asksInStatement =
  /^[^;]{0,160}?\band\s+[\w".`]{0,40}(?:user|owner|customer|account|author|tenant|client|member|by)\w{0,12}["`]?\s?=/i;

const endOfStatement = /["'`]\s{0,3}[,);]|"""/;

function useOf(match: RegExpMatchArray, file: SourceFile): RecordUse | undefined {
  const end = (match.index ?? 0) + match[0].length;
  const behind = file.text.slice(end, end + 400);
  if (asksInStatement.test(behind.split(endOfStatement, 1)[0] ?? '')) return undefined;
  const line = file.lineAt(match.index ?? 0);
  // A text over lines stands further in than the statement that it is of.
  const around = codeAround(file, /^\s*(?:select|update|delete)\b/i.test(file.lineText(line)) ? line - 1 : line);
  if (!isByIdOfRequest(behind, around, file.language) || asksForOwner(around)) return undefined;
  return {
    names: [match.groups?.['table'] ?? ''],
    changes: !/^select/i.test(match[0]),
    inFunction: functionNameIn(around),
  };
}

/** Rows that a statement takes by an id alone. */
export const rowUses: readonly LineRule[] = [
  {
    ...byId,
    id: 'row-by-id',
    told: 'record-by-id',
    words: ['WHERE', 'where', 'Where'],
    pattern:
      /\b(?:SELECT\b(?:(?!\bFROM\b)[^;]){1,400}\bFROM|DELETE\s+FROM|UPDATE)\s+["'`[]?(?:\w{1,20}\.)?(?<table>\w{2,40})["'`\]]?(?:(?!\b(?:WHERE|SELECT)\b)[^;]){0,500}\bWHERE\s+(?:[\w"`[]{1,30}\.)?["`[]?(?:id|\w{1,30}_id|\w{1,20}Id|uuid|\w{1,20}_(?:number|no))["`\]]?\s?=\s?/gi,
    accept: (match, file) => accepted(match, file, useOf),
    examples: [
      {
        path: 'bills.py',
        text: '@app.route("/bills/<int:bill_id>")\ndef bill(bill_id):\n    cursor.execute("""\n        SELECT b.id, b.sum FROM bills b\n        JOIN places p ON p.id = b.place\n        WHERE b.id = ?\n    """, (bill_id,))\n    return cursor.fetchone()\n\n\n@app.route("/own/<int:bill_id>")\ndef own(bill_id):\n    cursor.execute("SELECT sum FROM bills WHERE id = ? AND user_id = ?", (bill_id, me()))\n    return cursor.fetchone()\n',
        lines: [4],
      },
      {
        path: 'bill.php',
        text: '<?php\n$id = $_GET["id"];\n$found = $db->query("SELECT * FROM bills WHERE id = $id");\n',
        lines: [3],
      },
    ],
  },
];
