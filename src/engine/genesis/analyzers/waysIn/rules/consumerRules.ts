import type { WayRule } from '../wayRule';

const script = ['javascript', 'typescript', 'tsx'] as const;
const jvm = ['java', 'kotlin'] as const;
const kind = 'consumer' as const;

/** What takes messages and events out of queues, topics and buses. */
const ofFramework =
  /^(?:Application(?:Context|Event|Ready|Start|Prepared|Failed|Environment)|Context(?:Refreshed|Started|Stopped|Closed)|RequestHandled|ServletRequestHandled|WebServer|ReactiveWebServer|ServletWebServer|Availability|Session(?:Connect|Disconnect|Subscribe|Unsubscribe)|Abstract|Authentication|Authorization|InteractiveAuthentication|Object$|PayloadApplicationEvent)/;

/** `post_save, sender=Cup` is `post_save of Cup`. */
const signalName = (name: string): string => {
  const [, signal = '', sender] =
    /^([^=]{1,300}?)(?:\s{0,20},\s{0,40}sender\s{0,4}=\s{0,4}['"]?([\w.]{1,101}))?$/.exec(name) ?? [];
  const plain = signal
    .split(/[\s,[\]()]{1,80}/)
    .filter((one) => one !== '')
    .map((one) => one.slice(one.lastIndexOf('.') + 1))
    .join('/');
  return sender === undefined ? plain : `${plain} of ${sender}`;
};

export const consumerRules: readonly WayRule[] = [
  {
    id: 'kafkaJs',
    kind,
    framework: 'KafkaJS',
    languages: script,
    needs: ["'kafkajs'", '"kafkajs"', "'@confluentinc/kafka-javascript'"],
    constants: true,
    find: /\.subscribe\(\s{0,20}\{\s{0,20}topics?:\s{0,10}(?:\[\s{0,10})?(?:['"`](?<name>[^'"`\n]{1,120})['"`]|(?<handler>[A-Za-z_$][\w.$]{0,80}))/g,
  },
  {
    id: 'nestPatterns',
    kind,
    framework: 'NestJS microservices',
    languages: script,
    needs: ["'@nestjs/microservices'", '"@nestjs/microservices"'],
    find: /@(?:Event|Message)Pattern\(\s{0,20}(?:\{\s{0,10}(?:cmd|\w{1,20}):\s{0,10})?(?:['"`](?<name>[^'"`\n]{1,120})['"`]|[\w.]{1,80})/g,
    decorates: 'function',
  },
  {
    id: 'nestEvents',
    kind,
    framework: 'NestJS events',
    languages: script,
    needs: ["'@nestjs/event-emitter'", '"@nestjs/event-emitter"', "'@golevelup/nestjs-rabbitmq'"],
    find: /@(?:OnEvent|RabbitSubscribe|RabbitRPC)\(\s{0,20}(?:['"`](?<name>[^'"`\n]{1,120})['"`])?/g,
    decorates: 'function',
  },
  {
    id: 'amqplib',
    kind,
    framework: 'RabbitMQ',
    languages: script,
    needs: ["'amqplib'", '"amqplib"', "'amqplib/", "'amqp-connection-manager'"],
    constants: true,
    find: /\.consume\(\s{0,20}(?:['"`](?<name>[^'"`\n]{1,120})['"`]|(?<handler>[A-Za-z_$][\w.$]{0,80}))\s{0,10},/g,
  },
  {
    id: 'sqsConsumer',
    kind,
    framework: 'SQS',
    languages: script,
    needs: ["'sqs-consumer'", '"sqs-consumer"'],
    constants: true,
    find: /\bConsumer\.create\(\s{0,20}\{\s{0,20}queueUrl:\s{0,10}(?:['"`](?<name>[^'"`\n]{1,200})['"`]|(?<handler>[A-Za-z_$][\w.$]{0,80}))/g,
    named: (name) => name.slice(name.lastIndexOf('/') + 1),
  },
  {
    id: 'springListeners',
    kind,
    framework: 'Spring',
    languages: jvm,
    needs: ['KafkaListener', 'RabbitListener', 'SqsListener', 'JmsListener', 'PulsarListener', 'ServiceBusListener'],
    find: /@(?:Kafka|Rabbit|Sqs|Jms|Pulsar)Listener\((?:(?:[^)]{0,200}?\b(?:topics|topicPattern|queues|queueNames|destination|queuesToDeclare|bindings|value)\s{0,4}=\s{0,4})?[{[]?\s{0,4}(?:@Queue\((?:value\s{0,4}=\s{0,4})?)?"(?<name>[^"\n]{1,120})")?/g,
    decorates: 'function',
  },
  {
    // What the application itself tells its parts, and not what the framework tells of its own life.
    id: 'springEvents',
    kind,
    framework: 'Spring events',
    languages: jvm,
    needs: ['EventListener'],
    holds: /\borg\.springframework\.(?:context|transaction)\.event\b/,
    find: /@(?:Transactional|Application|ApplicationModule)?(?:EventListener|ModuleListener)\b(?:\([^()]{0,200}\))?\s{1,40}(?:@\w{1,60}(?:\([^()]{0,200}\))?\s{1,40}){0,5}(?:[\w<>?,]{1,60}\s{1,5}){0,5}(?<handler>\w{1,80})\s{0,4}\(\s{0,40}(?:final\s{1,4})?(?:\w{1,60}\s{0,3}:\s{0,4})?(?<name>[A-Z]\w{0,100})/g,
    named: (name) => (ofFramework.test(name) ? undefined : name),
  },
  {
    id: 'reactiveMessaging',
    kind,
    framework: 'MicroProfile Reactive Messaging',
    languages: jvm,
    needs: ['reactive.messaging'],
    find: /@Incoming\(\s{0,10}"(?<name>[^"\n]{1,120})"/g,
    decorates: 'function',
  },
  {
    id: 'micronautListeners',
    kind,
    framework: 'Micronaut',
    languages: jvm,
    needs: ['io.micronaut.configuration.kafka', 'io.micronaut.rabbitmq', 'io.micronaut.nats'],
    find: /@(?:Topic|Queue|Subject)\(\s{0,10}(?:value\s{0,4}=\s{0,4})?"(?<name>[^"\n]{1,120})"/g,
    decorates: 'function',
  },
  {
    id: 'dotnetConsumers',
    kind,
    framework: '.NET message handler',
    languages: ['csharp'],
    needs: ['IConsumer<', 'IHandleMessages<', 'IIntegrationEventHandler<', 'INotificationHandler<', 'ICapSubscribe'],
    // A class may hear several.
    find: /(?<=\bclass\s{1,5}(?<handler>\w{1,100})(?:\([^)]{0,400}\))?\s{0,20}:\s{0,20}(?:[\w.<>]{1,120},\s{0,20}){0,12})\b(?:IConsumer|IHandleMessages|IIntegrationEventHandler|INotificationHandler)<\s{0,4}(?<name>\w{1,100}(?:<\w{1,60}>)?)/g,
    // A parameter of a type stands for any.
    named: (name) => (/^T(?:[A-Z]|$)/.test(name) ? undefined : name),
  },
  {
    id: 'pythonConsumers',
    kind,
    framework: 'Python consumer',
    languages: ['python'],
    needs: ['import pika', 'KafkaConsumer', 'aiokafka', 'from kombu', 'confluent_kafka', 'import nats', 'aio_pika'],
    find: /(?:\b(?:AIO)?KafkaConsumer\(\s{0,20}|\.basic_consume\(\s{0,20}(?:queue\s{0,4}=\s{0,4})?|\bconsumer\.subscribe\(\s{0,20}\[\s{0,4})['"](?<name>[^'"\n]{1,120})['"]/g,
  },
  {
    id: 'djangoSignals',
    kind,
    framework: 'Django signals',
    languages: ['python'],
    needs: ['django.dispatch'],
    find: /^[ \t]{0,20}@receiver\(\s{0,20}(?<name>(?:[\w.]{1,100}|[[(][\w.,\s]{1,200}[\])])(?:\s{0,20},\s{0,40}sender\s{0,4}=\s{0,4}['"]?[A-Za-z][\w.]{0,100})?)/gm,
    named: signalName,
    decorates: 'function',
  },
  {
    id: 'djangoSignalsConnected',
    kind,
    framework: 'Django signals',
    languages: ['python'],
    needs: ['.connect('],
    holds: /\bdjango\b/,
    named: (name) => signalName(name.replace(/\.connect\([^,]{1,300}/, '')),
    find: /(?<![\w.])(?:(?:signals|models\.signals)\.)?(?<name>(?:(?:pre|post)_(?:save|delete|init|migrate)|m2m_changed|class_prepared|connection_created|request_(?:started|finished)|got_request_exception|setting_changed|user_logged_(?:in|out)|user_login_failed)\.connect\(\s{0,40}(?:receiver\s{0,4}=\s{0,4})?(?<handler>[A-Za-z_][\w.]{0,100})(?:\s{0,20},\s{0,40}sender\s{0,4}=\s{0,4}['"]?(?!self\b)[A-Za-z][\w.]{0,100})?)/g,
  },
  {
    id: 'fastStream',
    kind,
    framework: 'FastStream',
    languages: ['python'],
    needs: ['faststream', 'import faust', 'from faust'],
    find: /^[ \t]{0,20}@\w{1,60}\.(?:subscriber|agent)\(\s{0,20}(?:['"](?<name>[^'"\n]{1,120})['"])?/gm,
    decorates: 'function',
  },
  {
    id: 'goConsumers',
    kind,
    framework: 'Go consumer',
    languages: ['go'],
    needs: [
      'segmentio/kafka-go',
      'nats.go',
      'IBM/sarama',
      'Shopify/sarama',
      'amqp091-go',
      'streadway/amqp',
      'watermill',
    ],
    find: /(?:\.(?:QueueSubscribe|Subscribe|ConsumePartition)\(\s{0,10}|\bReaderConfig\{[^}]{0,300}?\bTopic:\s{0,20})"(?<name>[\w.*>:-]{1,120})"/g,
  },
  {
    id: 'rubyConsumers',
    kind,
    framework: 'Ruby consumer',
    languages: ['ruby'],
    needs: ['ApplicationConsumer', 'Sneakers::Worker', 'Shoryuken::Worker', 'Racecar::Consumer', 'Karafka::'],
    find: /\bclass\s{1,5}(?<name>(?!ApplicationConsumer\b)[\w:]{1,120})(?:\s{0,5}<\s{0,5}(?:ApplicationConsumer|Racecar::Consumer)\b|\s{0,5}(?:<[^\n]{1,60})?\n\s{0,40}include\s{1,5}(?:Sneakers|Shoryuken)::Worker\b)/g,
  },
  {
    id: 'broadway',
    kind,
    framework: 'Broadway',
    languages: ['elixir'],
    needs: ['use Broadway'],
    find: /\bdefmodule\s{1,5}(?<name>[\w.]{1,150})\s{1,5}do\b(?=(?<shown>(?:(?!\bdefmodule\b)[\s\S]){0,4000}?^\s{0,40})use\s{1,5}Broadway\b)/gm,
  },
  {
    id: 'laravelListener',
    kind,
    framework: 'Laravel events',
    languages: ['php'],
    needs: ['function handle('],
    path: /(?:^|\/)Listeners\//,
    find: /\bpublic\s{1,5}function\s{1,5}handle\(\s{0,20}\\?(?:[\w\\]{0,120}\\)?(?<name>[A-Z]\w{1,100})\s{1,5}\$/g,
  },
  {
    id: 'symfonyMessenger',
    kind,
    framework: 'Symfony Messenger',
    languages: ['php'],
    needs: ['AsMessageHandler', 'MessageHandlerInterface'],
    find: /#\[AsMessageHandler\b[^\]]{0,200}\]\s{0,40}(?:(?:final|readonly|abstract)\s{1,5}){0,2}class\s{1,5}(?<name>\w{1,100})/g,
  },
  {
    id: 'symfonyListener',
    kind,
    framework: 'Symfony events',
    languages: ['php'],
    needs: ['AsEventListener'],
    find: /#\[AsEventListener\b[^\]]{0,200}\](?:\s{0,40}#\[[^\]]{0,200}\]){0,4}\s{0,40}(?:(?:final|readonly|abstract)\s{1,5}){0,2}class\s{1,5}(?<name>\w{1,100})/g,
  },
  {
    id: 'symfonySubscriber',
    kind,
    framework: 'Symfony events',
    languages: ['php'],
    // Composer has events of its own.
    needs: ['Component\\EventDispatcher\\'],
    // A base asks those below it what they hear.
    holds: /^(?![\s\S]*\bget_class_methods\(\s{0,9}(?:static::class|\$this|get_called_class))/,
    find: /^(?:(?:final|readonly)\s{1,5}){0,2}class\s{1,5}(?<name>\w{1,100})(?:\s{1,5}extends\s{1,5}[\w\\]{1,120})?\s{1,20}implements\s{1,20}[\w\\,\s]{0,300}\bEventSubscriberInterface\b/gm,
  },
  {
    id: 'doctrineListener',
    kind,
    framework: 'Doctrine events',
    languages: ['php'],
    needs: ['AsDoctrineListener', 'AsEntityListener'],
    find: /#\[As(?:Doctrine|Entity)Listener\b[^\]]{0,200}\](?:\s{0,40}#\[[^\]]{0,200}\]){0,9}\s{0,40}(?:(?:final|readonly|abstract)\s{1,5}){0,2}class\s{1,5}(?<name>\w{1,100})/g,
  },
];
