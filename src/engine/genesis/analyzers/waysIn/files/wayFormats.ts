import { blanked } from '../../../languages/sourceText';
import type { SourceFile } from '../../../sourceFile';
import { graphqlFields } from '../readers/graphqlSchema';
import type { WayFact } from '../wayRule';
import { browserCommands, editorCommands, intellijActions } from './hostCommands';
import { protoServices } from './protoServices';
import { blazorPages } from './razorComponents';
import { appEngineCron, crontab, kubernetesCronJobs, vercelCrons, workflowSchedules } from './schedules';
import { azureFunction, cloudflareWorker, serverlessFunctions, templateFunctions } from './serverless';

/** A kind of file that names ways in by itself. */
export interface WayFormat {
  readonly path: RegExp;
  /** Files without this word are not read. */
  readonly needs?: string;
  read(file: SourceFile): WayFact[];
}

/** Files that declare services, functions and schedules. */
export const wayFormats: readonly WayFormat[] = [
  { path: /\.proto$/, needs: 'service', read: protoServices },
  { path: /\.razor$/, read: blazorPages },
  { path: /\.(?:graphqls?|gql|gqls)$/, needs: 'type ', read: schemaFile },
  { path: /(?:^|\/)serverless\.ya?ml$/, needs: 'functions', read: serverlessFunctions },
  { path: /(?:^|\/)(?:template|sam|template\.\w{1,20})\.ya?ml$/, needs: '::Function', read: templateFunctions },
  { path: /(?:^|\/)function\.json$/, needs: 'bindings', read: azureFunction },
  { path: /(?:^|\/)wrangler\.(?:toml|jsonc?)$/, needs: 'main', read: cloudflareWorker },
  { path: /(?:^|\/)package\.json$/, needs: '"contributes"', read: editorCommands },
  { path: /(?:^|\/)manifest(?:\.\w{1,20})?\.json$/, needs: '"commands"', read: browserCommands },
  { path: /(?:^|\/)META-INF\/[\w.-]{1,80}\.xml$/, needs: '<action ', read: intellijActions },
  { path: /(?:^|\/)vercel\.json$/, needs: 'crons', read: vercelCrons },
  { path: /^\.github\/workflows\/[^/]{1,100}\.ya?ml$/, needs: 'schedule', read: workflowSchedules },
  { path: /\.ya?ml$/, needs: 'kind: CronJob', read: kubernetesCronJobs },
  { path: /(?:^|\/)cron\.ya?ml$/, needs: 'schedule', read: appEngineCron },
  { path: /(?:^|\/)(?:crontab|cron\.d\/[^/]{1,80}|[\w.-]{1,80}\.cron(?:tab)?)$/, read: crontab },
];

/** Descriptions of a schema may hold anything. */
function schemaFile(file: SourceFile): WayFact[] {
  const text = file.text.replace(/"""[\s\S]*?(?:"""|$)/g, (piece) => blanked(piece));
  return graphqlFields(text, file, 'GraphQL');
}
