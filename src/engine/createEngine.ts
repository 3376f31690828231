import type { Disposable } from '../base/disposable';
import { Emitter } from '../base/emitter';
import { EngineError } from '../base/engineError';
import { Payloads } from './blobs/payloads';
import { createBrain } from './brain/createBrain';
import { createCapture } from './capture/createCapture';
import { createContexts } from './contexts/createContexts';
import { createDoctor } from './doctor/createDoctor';
import type { Engine, EngineChange } from './engine';
import type { CreateGenesis, EngineParts, GenesisCalls } from './engineParts';
import { createEventCalls } from './events/eventCalls';
import { EventLog } from './events/eventLog';
import { createIngest } from './ingest/createIngest';
import { createItems } from './items/createItems';
import { createHmacSecrets } from './keys/createHmacSecrets';
import { createKeys } from './keys/createKeys';
import { createDelivery } from './outbox/createDelivery';
import type { DeliveryOptions } from './outbox/deliveryParts';
import { OutboxIntake } from './outbox/intake';
import type { EnginePorts } from './ports';
import { createProjects } from './projects/createProjects';
import { secretRedactor } from './redact/redactor';
import { CallRunner } from './requests/callRunner';
import { createSearch } from './search/createSearch';
import { createSessions } from './sessions/createSessions';
import { createEnrich } from './sessions/enrich/createEnrich';
import { createSessionLife } from './sessions/life/createSessionLife';
import { createSpine } from './spine/createSpine';
import type { Database } from './storage/database';
import type { Store } from './storage/store';
import { createTransfer } from './transfer/createTransfer';

export interface EngineOptions {
  /** Migrated; the engine does not close it. */
  readonly db: Database;
  readonly ports: EnginePorts;
  readonly storeState: Pick<Store, 'state' | 'backUp' | 'onDidChange' | 'takeSnapshot'>;
  /** Without it the calls of Genesis are `unsupported`. */
  readonly createGenesis?: CreateGenesis;
  /** Given by tests only. */
  readonly delivery?: DeliveryOptions;
}

/** Composes the engine over an open store. Disposing it carries out what was accepted and stops what runs. */
export function createEngine(options: EngineOptions): Engine & Disposable {
  const { db, ports, storeState } = options;
  const didChange = new Emitter<EngineChange>();
  const runner = new CallRunner({
    db,
    clock: ports.clock,
    logger: ports.logger,
    onDidCommit: (changes) => {
      for (const change of changes) didChange.fire(change);
    },
  });
  const emit = (change: EngineChange): void => runner.announce(change);
  const intake = new OutboxIntake(db, ports.clock);
  const events = new EventLog(db, ports.clock, intake);
  const redactor = ports.redactor ?? secretRedactor;
  const payloads = new Payloads({ db, events, ports, redactor });
  const base = { db, ports, redactor, events, payloads, runner, emit };
  const projects = createProjects(base);
  const contexts = createContexts({ ...base, projects: projects.access });
  const parts: EngineParts = { ...base, projects: projects.access, contexts: contexts.access };
  const items = createItems(parts);
  const sessions = createSessions(parts);
  const enrich = createEnrich({ ...sessions.parts, ...items.parts });
  const life = createSessionLife(sessions.parts);
  const capture = createCapture({ ...sessions.parts, ...items.parts });
  const delivery = createDelivery(sessions.parts, intake, options.delivery);
  const search = createSearch(parts);
  didChange.event(() => search.touch());
  const watching = storeState.onDidChange((state) => emit({ kind: 'store', state }));
  const genesis = (options.createGenesis ?? noGenesis)(parts);

  return {
    ...projects.calls,
    ...contexts.calls,
    ...pickGenesis(genesis),
    ...createEventCalls(parts),
    ...createKeys(parts),
    ...createHmacSecrets(parts),
    ...createSpine(parts),
    ...createIngest({ ...sessions.parts, ...items.parts }),
    ...sessions.calls,
    ...enrich.calls,
    ...items.calls,
    ...life.calls,
    ...capture.calls,
    ...delivery.calls,
    ...createBrain(parts),
    ...search.calls,
    ...createDoctor(parts, storeState),
    ...createTransfer(parts, storeState),
    getStoreState: runner.read('getStoreState', () => storeState.state),
    // Not through `write`: a backup reads the committed store, so it can't be made inside a transaction.
    backUpStore: runner.read('backUpStore', () => storeState.backUp()),
    onDidChange: didChange.event,
    dispose() {
      watching.dispose();
      genesis.dispose();
      capture.dispose();
      life.dispose();
      delivery.dispose();
      enrich.dispose();
      search.dispose();
      runner.dispose();
      didChange.dispose();
    },
  };
}

/** Without `dispose`, which is the engine's own. */
function pickGenesis(genesis: GenesisCalls & Partial<Disposable>): GenesisCalls {
  const { dispose: _own, ...calls } = genesis;
  return calls;
}

const noGenesis: CreateGenesis = () => {
  const refuse = (): Promise<never> =>
    Promise.reject(new EngineError('unsupported', 'This engine was started without Genesis, so it can not scan.'));
  return {
    estimateScan: refuse,
    startScan: refuse,
    getScanStatus: refuse,
    getScanResults: refuse,
    getScanInventory: refuse,
    cancelScan: refuse,
    getFinding: refuse,
    addFindingToMemory: refuse,
    compareScans: refuse,
    exportSbom: refuse,
    ignoreFinding: refuse,
    writeBaseline: refuse,
    exportFindings: refuse,
    dispose: () => undefined,
  };
};
