import type { SynthesisSession } from '../work/jobs';
import type { ScanRequest, ScanTools } from './scanRequest';
import { type Conclusions, isAudit, runSynthesizers } from './synthesize';

/** Judges the security of the code base with all that the layers before found; nothing where it was not asked for. */
export async function securityAudit(
  request: ScanRequest,
  session: SynthesisSession,
  conclusions: Conclusions,
  tools: ScanTools,
): Promise<void> {
  if (!request.securityAudit) return;
  await runSynthesizers((await tools.runner.outline()).filter(isAudit), session, conclusions, tools);
}
