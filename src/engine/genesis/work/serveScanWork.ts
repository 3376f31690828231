import type { MessagePort } from 'node:worker_threads';
import { secretRedactor } from '../../redact/redactor';
import { SyntaxParser } from '../languages/parser';
import { extractorsOf } from '../runAnalyzers';
import type { Analyzer } from '../scanModel';
import { extractFiles, type FilesTools } from './filesWork';
import { inspectFiles } from './inspectWork';
import type { ExtractedFiles } from './jobs';
import { outlineOf } from './outline';
import { SynthesisWork } from './synthesisWork';
import { type WorkAnswer, type WorkerSettings, type WorkRequest, WorkWatch } from './workProtocol';

/**
 * Answers the requests of the engine, in a scan worker. `onSeenMuch` is called after the conclusions from many files, when
 * nobody waits for this worker.
 */
export async function serveScanWork(
  port: MessagePort,
  settings: WorkerSettings,
  analyzers: readonly Analyzer[],
  onSeenMuch: () => void = () => undefined,
): Promise<void> {
  const watch = new WorkWatch(settings.watch);
  const openParser = (): Promise<SyntaxParser> =>
    SyntaxParser.open({
      runtime: settings.grammarRuntime,
      grammar: (name) => `${settings.grammarPrefix}${name}.wasm`,
    });
  const onFile = (index: number, spentMs?: number): void => watch.begin(index, spentMs);
  const parser = await openParser();
  const tools: FilesTools = { extractors: extractorsOf(analyzers), parser, redactor: secretRedactor, onFile };
  const worker = new ScanWorkServer(tools, analyzers, openParser);
  port.on('message', (request: WorkRequest) => {
    void answer(worker, request).then((result) => {
      watch.begin(-1);
      port.postMessage(result, transferable(result));
      if (request.kind === 'finishSynthesis' && worker.hasSeenMuch) onSeenMuch();
    });
  });
}

/** After so many files there is enough garbage to be worth a look at all objects. */
const manyFiles = 500;

class ScanWorkServer {
  private synthesis: SynthesisWork | undefined;
  private filesDone = 0;
  hasSeenMuch = false;

  constructor(
    private tools: FilesTools,
    private readonly analyzers: readonly Analyzer[],
    private readonly openParser: () => Promise<SyntaxParser>,
  ) {}

  async handle(request: WorkRequest): Promise<unknown> {
    switch (request.kind) {
      case 'outline':
        return outlineOf(this.analyzers);
      case 'inspect':
        return inspectFiles(request.job, this.tools.onFile);
      case 'extract':
        this.filesDone += request.job.files.length;
        return extractFiles(request.job, this.tools);
      case 'openSynthesis':
        await this.letGoOfFiles();
        this.synthesis = new SynthesisWork(request.head, this.analyzers, this.tools.redactor);
        return null;
      case 'closeSynthesis':
        this.synthesis = undefined;
        return null;
      default:
        return this.conclude(request);
    }
  }

  /** The facts of all files need the room that garbage of single files takes. */
  private async letGoOfFiles(): Promise<void> {
    if (this.filesDone >= manyFiles) {
      this.hasSeenMuch = true;
      this.tools.parser.dispose();
      this.tools = { ...this.tools, parser: await this.openParser() };
      (globalThis as { readonly gc?: () => void }).gc?.();
    }
    this.filesDone = 0;
  }

  private conclude(request: StepOfSynthesis): unknown {
    const { synthesis } = this;
    if (synthesis === undefined) throw new Error('No synthesis is open.');
    this.tools.onFile(0);
    switch (request.kind) {
      case 'addFacts':
        return synthesis.add(request.piece) ?? null;
      case 'runSynthesizer':
        return synthesis.run(request.id);
      case 'lackingConclusions':
        return synthesis.lacking();
      case 'drawConclusion':
        return synthesis.draw(request.name);
      case 'takeConclusion':
        return synthesis.take(request.name, request.drawn) ?? null;
      default:
        return synthesis.finish();
    }
  }
}

type OtherRequest = 'outline' | 'inspect' | 'extract' | 'openSynthesis' | 'closeSynthesis';
type StepOfSynthesis = Exclude<WorkRequest, { readonly kind: OtherRequest }>;

async function answer(worker: ScanWorkServer, request: WorkRequest): Promise<WorkAnswer> {
  try {
    return { value: await worker.handle(request) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** Facts change hands instead of being copied. */
function transferable(answer: WorkAnswer): ArrayBuffer[] {
  if (!('value' in answer)) return [];
  const { pack } = (answer.value ?? {}) as Partial<ExtractedFiles>;
  return pack?.bytes.buffer instanceof ArrayBuffer ? [pack.bytes.buffer] : [];
}
