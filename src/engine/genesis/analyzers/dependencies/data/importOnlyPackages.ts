/**
 * Libraries that do nothing unless code imports them: no command, no plugin of another tool, no peer that loads them by
 * name. Only of these can a missing import be called "unused" with certainty.
 */
export const importOnlyPackages: Readonly<Partial<Record<string, ReadonlySet<string>>>> = {
  npm: new Set(
    `lodash lodash-es underscore ramda moment moment-timezone dayjs date-fns luxon axios got superagent node-fetch request
    request-promise bluebird async q express koa cors helmet morgan body-parser cookie-parser express-session express-jwt
    express-validator express-rate-limit compression multer joi yup zod ajv validator jsonwebtoken bcryptjs uuid nanoid
    nodemailer socket.io socket.io-client ioredis cheerio jsdom csv-parse csv-parser papaparse xml2js fast-xml-parser
    js-yaml fs-extra semver minimatch chalk winston bunyan log4js immer redux redux-thunk redux-saga @reduxjs/toolkit
    react-redux mobx mobx-react zustand rxjs classnames clsx query-string qs formik react-hook-form react-router-dom
    swr @tanstack/react-query react-query framer-motion styled-components @emotion/styled recharts chart.js d3 three
    marked markdown-it dompurify sanitize-html slugify slug shortid mongoose mongodb stripe twilio aws-sdk
    @aws-sdk/client-s3 firebase firebase-admin passport cron node-cron node-schedule bull bullmq amqplib kafkajs
    inquirer ora commander yargs glob fast-glob archiver unzipper jimp puppeteer-core ws http-errors
    http-proxy-middleware object-hash deep-equal fast-deep-equal escape-string-regexp change-case pluralize numeral
    big.js bignumber.js decimal.js i18next react-i18next graphql-request apollo-client @apollo/client dataloader
    react-select react-datepicker react-toastify react-dnd react-virtualized react-window react-helmet`.split(/\s+/),
  ),
  // Lists of Python's packages often hold what others need, or load by name (`redis` for a cache, `pillow` for a field).
  pypi: new Set(
    `beautifulsoup4 arrow pendulum tenacity loguru structlog networkx sympy seaborn openai anthropic slack-sdk paramiko
    python-slugify unidecode xmltodict termcolor humanize feedparser reportlab`.split(/\s+/),
  ),
};
