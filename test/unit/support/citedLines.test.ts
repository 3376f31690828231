import assert from 'node:assert/strict';
import type { Evidence } from '../../../src/shared/genesis';
import { blindCitations } from '../../support/citedLines';

const file = 'import {\n  open,\n} from "./door";\n\n[[package]]\nname = "door"\n';

function citing(startLine: number, endLine = startLine, path = 'door.txt') {
  const evidence: Evidence[] = [{ path, startLine, endLine }];
  const draft = { layer: 'product', title: 'A door', content: '', importance: 1, confidence: 1, tags: [] } as const;
  return blindCitations([{ ...draft, rule: 'product/door', evidence }], { 'door.txt': file });
}

describe('citations of findings in tests', () => {
  it('show something: a word, or more than what opens the next line', () => {
    assert.deepEqual([citing(2), citing(3), citing(6), citing(1, 3), citing(5, 6)].flat(), []);
    assert.match(citing(1).join(), /product\/door cites door\.txt:1-1: "import \{"/);
    assert.match(citing(5).join(), /"\[\[package\]\]"/);
    assert.equal(citing(4).length, 1);
  });

  it('lie in a file of the sources', () => {
    assert.match(citing(6, 9).join(), /6-9, of 7 lines/);
    assert.match(citing(3, 2).join(), /3-2/);
    assert.match(citing(1, 1, 'gate.txt').join(), /does not exist/);
  });
});
