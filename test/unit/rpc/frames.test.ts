import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodeFrame, FrameReader } from '../../../src/engine/rpc/frames';

describe('frames', () => {
  it('come out as they went in, however the stream is cut', () => {
    const message = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue());
    fc.assert(
      fc.property(fc.array(message, { maxLength: 8 }), fc.array(fc.integer({ min: 1, max: 40 })), (messages, cuts) => {
        const stream = Buffer.concat(messages.map(encodeFrame));
        const reader = new FrameReader(1 << 20);
        const read: unknown[] = [];
        let at = 0;
        for (const cut of cuts) {
          read.push(...reader.read(stream.subarray(at, at + cut)));
          at += cut;
        }
        read.push(...reader.read(stream.subarray(at)));
        assert.deepEqual(read, JSON.parse(JSON.stringify(messages)));
      }),
    );
  });

  it('are refused by their length alone when they are too large', () => {
    const reader = new FrameReader(100);
    assert.throws(() => [...reader.read(encodeFrame({ text: 'x'.repeat(100) }).subarray(0, 4))], /larger than 100/);
  });

  it('are refused when they are no JSON', () => {
    const frame = encodeFrame({ a: 1 });
    frame[4] = 0x21;
    assert.throws(() => [...new FrameReader(100).read(frame)], SyntaxError);
  });
});
