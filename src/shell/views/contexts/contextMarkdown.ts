import { markdownCode, markdownText } from '../../../engine/genesis/markdownText';
import { counted } from '../../words/counted';
import { exactTime, relativeTime } from '../../words/times';
import { countBelow } from './contextFilter';
import type { ContextValue } from './contextRows';
import { tierWords } from './contextRows';

/** What the pointer shows over a row of the Contexts view. */
export function contextTooltip({ context }: ContextValue, now: number): string {
  const below = countBelow(context);
  const facts = [
    `${context.state}, ${context.contextType}`,
    `Tier ${context.tier}: ${tierWords[context.tier] ?? 'unknown'}`,
    ...(context.entryCount > 0 ? [`${counted(context.entryCount, 'entry')} in its journal`] : []),
    ...(below > 0 ? [`${counted(below, 'context')} below`] : []),
    `Version ${context.version}, changed ${relativeTime(context.updatedAt, now)} (${exactTime(context.updatedAt)})`,
  ];
  return `**${markdownText(context.name)}**\n\n${markdownCode(context.schemaKey)}\n\n${facts.join('  \n')}`;
}
