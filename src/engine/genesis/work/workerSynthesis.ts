import type { FactsPiece, SynthesisHead, SynthesisResult, SynthesisSession, SynthesizerResult } from './jobs';
import type { WorkerPool } from './workerPool';
import type { WorkRequest } from './workProtocol';

/** Longest time for one synthesizer, or for taking in one piece of facts. */
const stepMs = 60_000;

/** A synthesis in a worker of its own, which goes back to the pool when the session is disposed. */
export async function openWorkerSynthesis(pool: WorkerPool, head: SynthesisHead): Promise<SynthesisSession> {
  const worker = await pool.acquire();
  const send = (request: WorkRequest): Promise<unknown> => worker.send(request, stepMs);
  let open = true;
  const close = async (): Promise<void> => {
    if (!open) return;
    open = false;
    try {
      if (!worker.isLost) await send({ kind: 'closeSynthesis' });
    } catch {
      // It may be busy with what was cancelled: then its memory is freed by ending it.
      worker.dispose();
    } finally {
      pool.release(worker);
    }
  };
  try {
    await send({ kind: 'openSynthesis', head });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    add: async (piece: FactsPiece) => void (await send({ kind: 'addFacts', piece })),
    lacking: async () => (await send({ kind: 'lackingConclusions' })) as readonly string[],
    draw: async (name) => (await send({ kind: 'drawConclusion', name })) as Uint8Array,
    take: async (name, drawn) => void (await send({ kind: 'takeConclusion', name, drawn })),
    run: async (id) => (await send({ kind: 'runSynthesizer', id })) as SynthesizerResult,
    finish: async () => (await send({ kind: 'finishSynthesis' })) as SynthesisResult,
    dispose: () => void close(),
  };
}
