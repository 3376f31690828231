import type { WayRule } from '../wayRule';

const script = ['javascript', 'typescript', 'tsx'] as const;
const kind = 'function' as const;

/** Functions that a cloud calls. */
export const functionRules: readonly WayRule[] = [
  {
    id: 'firebaseFunctions',
    kind,
    framework: 'Firebase Functions',
    languages: script,
    needs: ["'firebase-functions", '"firebase-functions'],
    // What else such a file exports is no function: `export const db = admin.firestore()`.
    find: /\bexport(?:s\.|\s{1,5}const\s{1,5})(?<name>\w{1,80})\s{0,10}=\s{0,20}(?:\w{1,40}\s{0,10}\.[^;=]{0,200}?)?\bon[A-Z]\w{1,40}\(/g,
  },
  {
    id: 'azureFunctions',
    kind,
    framework: 'Azure Functions',
    languages: script,
    needs: ["'@azure/functions'", '"@azure/functions"'],
    find: /\bapp\.(?:http|get|post|put|patch|deleteRequest|timer|storageQueue|storageBlob|serviceBus(?:Queue|Topic)|eventHub|eventGrid|cosmosDB|warmup|generic)\(\s{0,10}['"`](?<name>[^'"`\n]{1,80})['"`]/g,
  },
  {
    id: 'azureFunctionsNet',
    kind,
    framework: 'Azure Functions',
    languages: ['csharp'],
    needs: ['[Function(', '[FunctionName('],
    find: /\[Function(?:Name)?\(\s{0,10}(?:"(?<name>[^"\n]{1,100})"|nameof\((?<handler>\w{1,100})\))/g,
  },
  {
    id: 'azureFunctionsPython',
    kind,
    framework: 'Azure Functions',
    languages: ['python'],
    needs: ['azure.functions'],
    find: /^@\w{1,40}\.(?:function_name\(\s{0,10}(?:name\s{0,4}=\s{0,4})?['"](?<name>[^'"\n]{1,80})['"]|(?:timer|queue|blob|service_bus_queue|service_bus_topic|event_grid|event_hub_message)_?\w{0,20}trigger\()/gm,
    decorates: 'function',
  },
  {
    id: 'functionsFramework',
    kind,
    framework: 'Google Cloud Functions',
    languages: script,
    needs: ["'@google-cloud/functions-framework'", '"@google-cloud/functions-framework"'],
    find: /\.(?:http|cloudEvent)\(\s{0,10}['"`](?<name>[^'"`\n]{1,80})['"`]/g,
  },
  {
    id: 'functionsFrameworkPython',
    kind,
    framework: 'Google Cloud Functions',
    languages: ['python'],
    needs: ['functions_framework', 'firebase_functions'],
    find: /^@(?:functions_framework\.(?:http|cloud_event)|(?:https|firestore|scheduler|pubsub|storage)_fn\.on_\w{1,40})/gm,
    decorates: 'function',
  },
  {
    // A type of its event, of the library or of the file itself, says what calls it.
    id: 'awsLambda',
    kind,
    framework: 'AWS Lambda',
    languages: script,
    needs: ['aws-lambda', 'Lambda', 'APIGateway'],
    find: /\bexport\s{1,5}(?:async\s{1,5})?(?:function|const)\s{1,5}(?<name>\w{1,80})(?:\s{0,5}\(\s{0,20}\w{1,40}\s{0,3}:\s{0,3}(?:Lambda|APIGateway|ALB|SQS|SNS|S3|DynamoDBStream|EventBridge)\w{0,40}Event(?:V2)?\b|\s{0,3}:\s{0,3}(?:APIGateway|ALB|SQS|SNS|S3|DynamoDBStream|EventBridge|LambdaFunctionURL)\w{0,40}Handler(?:V2)?\b)/g,
  },
  {
    id: 'parseCloud',
    kind,
    framework: 'Parse Cloud Code',
    languages: script,
    needs: ['Parse.Cloud.define'],
    find: /\bParse\.Cloud\.define\(\s{0,20}['"`](?<name>[\w.-]{1,100})['"`](?:\s{0,10},\s{0,20}(?<handler>[A-Za-z_$][\w$.]{0,80})(?=\s{0,10}[,)]))?/g,
  },
  {
    id: 'supabaseFunctions',
    kind,
    framework: 'Supabase Edge Functions',
    languages: script,
    needs: ['serve'],
    path: /(?:^|\/)supabase\/functions\/[^_/][^/]*\/index\.[jt]s$/,
    find: /\b(?:Deno\.)?serve\(/g,
    named: (_name, path) => path.split('/').at(-2),
  },
  {
    id: 'netlifyFunctions',
    kind,
    framework: 'Netlify Functions',
    languages: script,
    needs: ['export', 'handler'],
    path: /(?:^|\/)netlify\/(?:edge-)?functions\/[^/]{1,100}(?:\/(?:index|[^/]{1,100}))?\.[cm]?[jt]s$/,
    find: /\bexport\s{1,5}(?:default\b|(?:const|async\s{1,5}function|function)\s{1,5}handler\b)|\bexports\.handler\b/g,
    named: (_name, path) => /functions\/([^/.]+)/.exec(path)?.[1],
  },
];
