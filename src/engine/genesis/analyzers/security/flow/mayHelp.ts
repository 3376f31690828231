import { holdsAnyWord } from '../../../../../base/wordFilter';

/** Something dangerous, whoever does it. One of the words stands in every text that has it: they are looked for first. */
interface Deed {
  readonly words: readonly string[];
  readonly pattern: RegExp;
}

const words = (list: string): string[] => list.split(' ');

const deeds: readonly Deed[] = [
  {
    words: words('select SELECT Select insert INSERT Insert update UPDATE Update delete DELETE Delete'),
    pattern: /["'`]\s{0,20}(?:select|insert into|update|delete from)\s/i,
  },
  {
    words: words('sh" sh\' sh` shell'),
    pattern: /["'`](?:\/bin\/)?(?:ba|z)?sh["'`]|shell\s?=\s?True/i,
  },
  {
    words: words(
      'shell system exec Exec popen Popen spawn Open3 os. passthru child_process getRuntime ProcessBuilder ObjectInputStream pickle serialize unsafe_load eval RestTemplate Jsoup openConnection openStream curl_init urlopen render_template_string from_string FileInputStream FileReader send_file readFile readfile createReadStream file_get_contents requests. httpx. axios. Axios. http. HTTP. Http. needle. got.',
    ),
    pattern:
      /\b(?:(?:system|exec|popen|spawn|Open3\.\w{1,20})[ (]\s?["'`]|(?:os\.(?:system|popen)|shell_exec|passthru|child_process|getRuntime|ProcessBuilder|ObjectInputStream|pickle|unserialize|unsafe_load|eval|RestTemplate|Jsoup|openConnection|openStream|curl_init|urlopen|render_template_string|from_string|FileInputStream|FileReader|send_file|readFile\w{0,10}|createReadStream|file_get_contents|readfile)\b|(?:requests|httpx|axios|http|needle|got)\.(?:get|post|request|Get)\()/i,
  },
  { words: ['emplateEngine.process('], pattern: /emplateEngine\.process\(/ },
  // A function that runs what it is given.
  {
    words: words('query( execute( exec( Query( Exec('),
    pattern:
      /\b(?:mysqli?|pg|sqlite)_query\s?\(|\b(?:\w{0,20}pool|\w{0,20}conn\w{0,10}|\w{0,20}[dD][bB]|database|client|cur|cursor|c|stmt|statement|mysql\w{0,10})(?:\.|->)(?:query|execute|Query|Exec)\(\s?\$?\w{1,40}\s?[,)]/,
  },
];

/** True for a file whose functions may do what is dangerous with what they are given: the end of a flow from another file. */
export const mayHelp = (text: string): boolean =>
  deeds.some((deed) => holdsAnyWord(text, deed.words) && deed.pattern.test(text));
