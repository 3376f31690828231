import type { WayRule } from '../wayRule';

const jvm = ['java', 'kotlin'] as const;
const kind = 'job' as const;

/** Work that a clock starts, on the JVM. */
export const jvmJobRules: readonly WayRule[] = [
  {
    id: 'springScheduled',
    kind,
    framework: 'Spring',
    languages: jvm,
    needs: ['springframework.scheduling'],
    find: /@Scheduled\((?:[^)"]{0,80}\bcron\s{0,4}=\s{0,4}"(?<schedule>[^"\n]{1,80})")?/g,
    decorates: 'function',
  },
  {
    id: 'quarkusScheduled',
    kind,
    framework: 'Quarkus',
    languages: jvm,
    needs: ['io.quarkus.scheduler'],
    find: /@Scheduled\((?:[^)"]{0,80}\b(?:cron|every)\s{0,4}=\s{0,4}"(?<schedule>[^"\n]{1,80})")?/g,
    decorates: 'function',
  },
  {
    id: 'micronautScheduled',
    kind,
    framework: 'Micronaut',
    languages: jvm,
    needs: ['io.micronaut.scheduling'],
    // How long it waits at first is no schedule.
    find: /@Scheduled\((?:(?:[^)"]{0,80}"[^"\n]{0,120}"){0,2}[^)"]{0,80}\b(?:cron|fixedDelay|fixedRate)\s{0,4}=\s{0,4}"(?<schedule>[^"\n]{1,80})")?/g,
    decorates: 'function',
  },
  {
    id: 'ejbSchedule',
    kind,
    framework: 'Jakarta EJB',
    languages: jvm,
    needs: ['jakarta.ejb', 'javax.ejb'],
    find: /@Schedule\(/g,
    decorates: 'function',
  },
  {
    id: 'xxlJob',
    kind,
    framework: 'XXL-JOB',
    languages: jvm,
    needs: ['com.xxl.job'],
    find: /@XxlJob\((?:value\s{0,4}=\s{0,4})?"(?<name>[\w:.-]{1,80})"/g,
    decorates: 'function',
  },
  {
    id: 'jobRunr',
    kind,
    framework: 'JobRunr',
    languages: jvm,
    needs: ['org.jobrunr'],
    find: /@Recurring\((?:[^)"]{0,60}\bid\s{0,4}=\s{0,4}"(?<name>[\w:.-]{1,80})")?(?:[^)"]{0,60}\b(?:cron|interval)\s{0,4}=\s{0,4}"(?<schedule>[^"\n]{1,80})")?/g,
    decorates: 'function',
  },
  {
    id: 'quartz',
    kind,
    framework: 'Quartz',
    languages: ['java', 'kotlin'],
    needs: ['org.quartz'],
    find: /\bclass\s{1,5}(?<name>\w{1,100})(?:\s{1,5}extends\s{1,5}\w{1,80})?\s{0,5}(?:implements\s{1,5}[\w,\s]{0,80}\b(?:Stateful)?Job\b|extends\s{1,5}QuartzJobBean\b|:\s{0,5}Job\b)/g,
  },
];
