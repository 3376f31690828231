/**
 * Lines of languages and frameworks that their makers no longer mend, by published schedules: our own list, kept by hand.
 * `supportedFrom` is the oldest line that was supported at `endOfLifeAsOf`; lines are given with the month of their end.
 */
export const endOfLifeAsOf = '2026-05-31';

export interface EndOfLifeRow {
  /** Name in the tech stack. */
  readonly technology: string;
  readonly supportedFrom: string;
  readonly ended: Readonly<Record<string, string>>;
}

export const endOfLife: readonly EndOfLifeRow[] = [
  row(
    'Node.js',
    '22',
    '8 2019-12, 10 2021-04, 11 2019-06, 12 2022-04, 13 2020-06, 14 2023-04, 15 2021-06, 16 2023-09, 17 2022-06, 18 2025-04, 19 2023-06, 20 2026-04, 21 2024-06',
  ),
  row('Python', '3.10', '2.7 2020-01, 3.5 2020-09, 3.6 2021-12, 3.7 2023-06, 3.8 2024-10, 3.9 2025-10'),
  row(
    'PHP',
    '8.2',
    '5.6 2018-12, 7.0 2019-01, 7.1 2019-12, 7.2 2020-11, 7.3 2021-12, 7.4 2022-11, 8.0 2023-11, 8.1 2025-12',
  ),
  row('Ruby', '3.3', '2.5 2021-04, 2.6 2022-04, 2.7 2023-03, 3.0 2024-04, 3.1 2025-03, 3.2 2026-03'),
  row('.NET', '8', '2.0 2018-10, 2.1 2021-08, 2.2 2019-12, 3.0 2020-03, 3.1 2022-12, 5 2022-05, 6 2024-11, 7 2024-05'),
  row(
    'Django',
    '5.2',
    '1.8 2018-04, 1.9 2017-04, 1.10 2017-12, 1.11 2020-04, 2.0 2019-04, 2.1 2019-12, 2.2 2022-04, 3.0 2021-04, 3.1 2021-12, 3.2 2024-04, 4.0 2023-04, 4.1 2023-12, 4.2 2026-04, 5.0 2025-04, 5.1 2025-12',
  ),
  row('Ruby on Rails', '7.2', '5.2 2022-06, 6.0 2023-06, 6.1 2024-10, 7.0 2025-04, 7.1 2025-10'),
  row('Laravel', '12', '5.5 2020-08, 6 2022-09, 7 2021-03, 8 2023-01, 9 2024-02, 10 2025-02, 11 2026-03'),
  row('Symfony', '5.4', '3.4 2021-11, 4.4 2023-11'),
  row(
    'Spring Boot',
    '3.5',
    '2.1 2019-10, 2.2 2020-10, 2.3 2021-05, 2.4 2021-11, 2.5 2022-05, 2.6 2022-11, 2.7 2023-11, 3.0 2023-12, 3.1 2024-06, 3.2 2024-12, 3.3 2025-06, 3.4 2025-12',
  ),
  row(
    'Angular',
    '20',
    '12 2022-11, 13 2023-05, 14 2023-11, 15 2024-05, 16 2024-11, 17 2025-05, 18 2025-11, 19 2026-05',
  ),
  row('AngularJS', '999', '1 2022-01'),
  row('Vue', '3', '2 2023-12'),
  row('Nuxt', '3', '2 2024-06'),
  row('Bootstrap', '5', '3 2019-07, 4 2023-01'),
  row('ESLint', '9', '8 2024-10'),
  row('Drupal', '10', '7 2025-01, 8 2021-11, 9 2023-11'),
  row('PostgreSQL', '14', '9.6 2021-11, 10 2022-11, 11 2023-11, 12 2024-11, 13 2025-11'),
  row('MySQL', '8.4', '5.6 2021-02, 5.7 2023-10, 8.0 2026-04'),
  row('MariaDB', '10.6', '10.3 2023-05, 10.4 2024-06, 10.5 2025-06'),
  row('MongoDB', '7.0', '3.6 2021-04, 4.0 2022-04, 4.2 2023-04, 4.4 2024-02, 5.0 2024-10, 6.0 2025-07'),
  row('Elasticsearch', '8', '6 2022-02, 7 2026-01'),
];

function row(technology: string, supportedFrom: string, lines: string): EndOfLifeRow {
  const ended = Object.fromEntries(lines.split(', ').map((line) => line.split(' ')));
  return { technology, supportedFrom, ended };
}
